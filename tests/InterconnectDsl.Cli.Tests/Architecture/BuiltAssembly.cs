using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace InterconnectDsl.Cli.Tests.Architecture;

/// <summary>What a built assembly refers to, read from its metadata without loading it.</summary>
internal sealed record BuiltAssembly(string Name, IReadOnlySet<string> Assemblies, IReadOnlySet<string> Types)
{
    /// <summary>Our assemblies that the command line brings with it.</summary>
    public static IReadOnlyList<BuiltAssembly> Shipped { get; } = Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
        .Where(p => IsShipped(Path.GetFileNameWithoutExtension(p))).Order(StringComparer.Ordinal).Select(Read).ToList();

    private static bool IsShipped(string name) => Arrows.ShortName(name) is { } own && !own.Contains("Tests", StringComparison.Ordinal);

    private static BuiltAssembly Read(string path)
    {
        using var stream = File.OpenRead(path);
        using var file = new PEReader(stream);
        var reader = file.GetMetadataReader();
        var assemblies = reader.AssemblyReferences.Select(h => reader.GetString(reader.GetAssemblyReference(h).Name));
        var types = reader.TypeReferences.Select(reader.GetTypeReference).Select(t => $"{reader.GetString(t.Namespace)}.{reader.GetString(t.Name)}");
        return new(reader.GetString(reader.GetAssemblyDefinition().Name), assemblies.ToHashSet(StringComparer.Ordinal), types.ToHashSet(StringComparer.Ordinal));
    }
}
