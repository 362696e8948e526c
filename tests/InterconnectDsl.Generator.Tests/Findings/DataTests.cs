using InterconnectDsl.Generator.Pipeline;
using InterconnectDsl.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace InterconnectDsl.Generator.Tests.Findings;

/// <summary>Files of data in a build: found from the file that names them, and told of at their own lines.</summary>
public class DataTests
{
    private static readonly string Folder = RepositoryRoot.Combine("examples/measured");

    private static (string Path, string Text) File(string name, string to = "") => (to + name, System.IO.File.ReadAllText(Path.Combine(Folder, name)));

    [Fact]
    public void A_channel_is_found_beside_the_file_that_names_it()
    {
        var build = Build.Of(File("measured.icx", "lab/"), File("host_near.s4p", "lab/"), File("host_far.s4p", "lab/"));
        Assert.DoesNotContain(build.Found, d => d.Severity == DiagnosticSeverity.Error);
        Assert.NotEmpty(build.Result.GeneratedSources);
    }

    [Fact]
    public void A_channel_that_is_not_among_the_files_of_the_build_is_told_of()
    {
        var build = Build.Of(File("measured.icx"), File("host_near.s4p"), File("host_far.s4p", "elsewhere/"));
        Assert.Contains(build.Lines, l => l.StartsWith("measured.icx(", StringComparison.Ordinal) && l.Contains(": error ICX", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_wrong_in_a_channel_is_told_at_its_line()
    {
        var (path, text) = File("host_far.s4p");
        var lines = text.Split('\n');
        var at = Array.FindLastIndex(lines, l => l.Length > 0 && char.IsDigit(l.TrimStart()[0]));
        lines[at] = lines[at] + " nonsense";
        var build = Build.Of(File("measured.icx"), File("host_near.s4p"), (path, string.Join("\n", lines)));
        Assert.Contains(build.Lines, l => l.StartsWith($"host_far.s4p({at + 1},", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("host.s4p", true)]
    [InlineData("lab/HOST.S12P", true)]
    [InlineData("host.ts", false)]
    [InlineData("shop.sp", false)]
    [InlineData("map.sxp", false)]
    [InlineData("icx.toml", false)]
    public void A_measured_channel_is_known_by_its_name(string path, bool isData) => Assert.Equal(isData, DataFile.IsNamedSo(path));
}
