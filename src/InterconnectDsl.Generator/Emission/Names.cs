using System.Globalization;
using System.Text;

namespace InterconnectDsl.Generator.Emission;

/// <summary>Names of C# members from names in icx; each once in a class.</summary>
internal sealed class Names(params string[] taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    /// <summary><c>ring_at</c> as <c>RingAt</c>.</summary>
    public static string Pascal(string name)
    {
        var pascal = new StringBuilder();
        var upper = true;
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c))
            {
                upper = true;
                continue;
            }

            pascal.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        return pascal.Length == 0 || char.IsDigit(pascal[0]) ? "_" + pascal : pascal.ToString();
    }

    /// <summary>The name, or, where it is taken, the name with a number behind it.</summary>
    public string Unique(string name)
    {
        var unique = name;
        for (var n = 2; !_taken.Add(unique); n++)
        {
            unique = name + n.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }
}

/// <summary>Values as C# writes them.</summary>
internal static class Literals
{
    /// <summary>A number; the same bits come out of the compiler.</summary>
    public static string Number(double number) =>
        double.IsNaN(number) ? "double.NaN"
        : double.IsPositiveInfinity(number) ? "double.PositiveInfinity"
        : double.IsNegativeInfinity(number) ? "double.NegativeInfinity"
        : number == 0 && 1 / number < 0 ? "-0d"
        : number.ToString("R", CultureInfo.InvariantCulture) is var text && double.Parse(text, CultureInfo.InvariantCulture) == number ? text + "d"
        : number.ToString("G17", CultureInfo.InvariantCulture) + "d";

    /// <summary>A text.</summary>
    public static string Text(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in text)
        {
            literal.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }
}
