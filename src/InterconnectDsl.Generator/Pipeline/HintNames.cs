using System.Globalization;
using System.Text;

namespace InterconnectDsl.Generator.Pipeline;

/// <summary>
/// Names of generated files, from paths relative to the project: <c>racks/link.icx</c> gives <c>racks+link</c>. The compiler drops everything a generator made
/// when two names differ in nothing but case, so two that would get a number.
/// </summary>
internal static class HintNames
{
    /// <summary>The name for a file; <paramref name="taken"/> remembers it.</summary>
    public static string Unique(string path, HashSet<string> taken)
    {
        var name = Name(path);
        var unique = name;
        for (var n = 2; !taken.Add(unique); n++)
        {
            unique = name + " " + n.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }

    private static string Name(string path)
    {
        var name = new StringBuilder();
        foreach (var c in path.EndsWith(".icx", StringComparison.OrdinalIgnoreCase) ? path.Substring(0, path.Length - 4) : path)
        {
            if (c == '/')
            {
                name.Append('+');
            }
            else if (c < 128 && (char.IsLetterOrDigit(c) || c is '.' or '-' or '_'))
            {
                name.Append(c);
            }
            else
            {
                name.Append('(').Append(((int)c).ToString("x", CultureInfo.InvariantCulture)).Append(')');
            }
        }

        return name.ToString();
    }
}
