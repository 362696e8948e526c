using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Cli.Tests.Architecture;

/// <summary>The directions src/README.md draws, held against what is built.</summary>
public class ArchitectureTests
{
    /// <summary>Types through which the outside comes in: disk, console, processes, the network.</summary>
    private static readonly string[] Outside =
    [
        "System.Console", "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo",
        "System.IO.FileSystemWatcher", "System.Diagnostics.Process", "System.Net.Sockets.Socket", "System.Net.Http.HttpClient",
    ];

    private static IEnumerable<ProjectFile> Source => ProjectFile.Below("src");

    [Fact]
    public void Every_project_in_src_has_a_place_in_the_house() =>
        Assert.All(Source, p => Assert.Contains(Arrows.ShortName(p.Name), Arrows.Projects));

    [Fact]
    public void No_project_refers_against_the_direction_of_the_house() =>
        Assert.Empty(from project in Source from other in project.Projects where !Allowed(project.Name, other) select $"{project.Name} -> {other}");

    [Fact]
    public void No_built_assembly_refers_against_the_direction_of_the_house() =>
        Assert.Empty(from a in BuiltAssembly.Shipped from other in a.Assemblies where !Allowed(a.Name, other) select $"{a.Name} -> {other}");

    [Fact]
    public void The_assemblies_that_are_read_are_those_the_command_line_brings() =>
        Assert.Subset(BuiltAssembly.Shipped.Select(a => Arrows.ShortName(a.Name)).ToHashSet(), new HashSet<string?> { "Cli", "Reporting", "Kernels", "Language", "Library" });

    [Fact]
    public void Nobody_refers_to_the_generator_or_the_command_line() =>
        Assert.DoesNotContain(Source.SelectMany(p => p.Projects), p => Arrows.ShortName(p) is "Generator" or "Cli");

    [Theory]
    [InlineData("InterconnectDsl.Language", "Sprache")]
    [InlineData("InterconnectDsl.Library", null)]
    [InlineData("InterconnectDsl.Kernels", null)]
    public void What_a_compiler_loads_brings_no_package_but_Sprache(string project, string? package) =>
        Assert.Equal(package is null ? [] : [package], Source.Single(p => p.Name == project).Packages);

    [Theory]
    [InlineData("InterconnectDsl.Language")]
    [InlineData("InterconnectDsl.Kernels")]
    [InlineData("InterconnectDsl.Library")]
    public void Language_kernels_and_library_know_neither_disk_nor_console(string name)
    {
        var built = BuiltAssembly.Shipped.Single(a => a.Name == name);
        Assert.NotEmpty(built.Types);
        Assert.Empty(built.Types.Intersect(Outside, StringComparer.Ordinal));
        Assert.DoesNotContain(built.Assemblies, a => a.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(RepositoryRoot.Combine("InterconnectDsl.sln")).Replace('\\', '/');
        Assert.All(ProjectFile.Below("src", "tests"), p => Assert.Contains($"\"{p.Path}\"", solution, StringComparison.Ordinal));
    }

    private static bool Allowed(string from, string to) => Arrows.ShortName(to) is not { } known || Arrows.Allow(Arrows.ShortName(from) ?? from, known);
}
