using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace InterconnectDsl.Library;

/// <summary>
/// The standard library: modules of icx text, embedded in this assembly. It knows nothing of the language; whoever compiles icx hands it these texts.
/// </summary>
public static class StandardLibrary
{
    private static readonly Assembly Assembly = typeof(StandardLibrary).Assembly;
    private static readonly Lazy<Dictionary<string, string>> Resources = new(FindModules);
    private static readonly Lazy<string> Hash = new(ComputeHash);

    /// <summary>The names of its modules, <c>icx.core</c> and so on, in ordinal order.</summary>
    public static IEnumerable<string> Modules => Resources.Value.Keys.OrderBy(name => name, StringComparer.Ordinal);

    /// <summary>Its version, <c>1.2.3</c>: that of this assembly, without build metadata.</summary>
    public static string Version
    {
        get
        {
            var text = Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
            var plus = text.IndexOf('+');
            return plus < 0 ? text : text.Substring(0, plus);
        }
    }

    /// <summary>SHA-256 over the names and texts of all modules in ordinal order, in lower-case hexadecimal: reports name it beside the version.</summary>
    public static string TextHash => Hash.Value;

    /// <summary>The text of a module with lines ended by <c>\n</c>; null when there is no module of this name.</summary>
    /// <param name="module">A dotted name, such as <c>icx.oif</c>.</param>
    public static string? TextOf(string module) => Resources.Value.TryGetValue(module, out var resource) ? Read(resource) : null;

    /// <summary>Where a module's text stands within the library, <c>oif/oif.icx</c>, for diagnostics; null when there is no module of this name.</summary>
    /// <param name="module">A dotted name, such as <c>icx.oif</c>.</param>
    public static string? PathOf(string module) => Resources.Value.TryGetValue(module, out var resource) ? resource : null;

    private static string Read(string resource)
    {
        using var stream = Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }

    // A module stands in a file of its own name: icx.oif in oif/oif.icx.
    private static Dictionary<string, string> FindModules()
    {
        var modules = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in Assembly.GetManifestResourceNames())
        {
            if (resource.EndsWith(".icx", StringComparison.Ordinal))
            {
                var start = resource.LastIndexOf('/') + 1;
                modules.Add("icx." + resource.Substring(start, resource.Length - start - ".icx".Length), resource);
            }
        }

        return modules;
    }

    private static string ComputeHash()
    {
        var all = new StringBuilder();
        foreach (var module in Modules)
        {
            all.Append(module).Append('\n').Append(TextOf(module)).Append('\n');
        }

        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(all.ToString())).Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
