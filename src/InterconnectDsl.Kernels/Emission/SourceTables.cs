using System.Globalization;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>The tables of a kernel's source: lists of numbers without a form, each written once.</summary>
internal sealed class SourceTables
{
    private const int PerLine = 12;

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Type, string Numbers)> _tables = new();

    /// <summary>The name of a table of whole numbers.</summary>
    public string Of(int[] numbers) => Name("int", "Places", string.Join(", ", numbers.Select(Whole)));

    /// <summary>An expression for the lanes of one of these numbers, chosen by <paramref name="index"/>.</summary>
    public string LanesOf(IReadOnlyList<double> numbers, string index)
    {
        if (numbers.Count == 1)
        {
            return double.IsNaN(numbers[0]) || double.IsInfinity(numbers[0]) ? "T.OfBits(" + Bits(numbers[0]) + ")" : "T.Of(" + Real(numbers[0]) + ")";
        }

        return numbers.Any(n => double.IsNaN(n) || double.IsInfinity(n))
            ? "T.OfBits(" + Name("ulong", "Bits", string.Join(", ", numbers.Select(Bits))) + "[(int)" + index + "])"
            : "T.Of(" + Name("double", "Numbers", string.Join(", ", numbers.Select(Real))) + "[(int)" + index + "])";
    }

    /// <summary>An expression for the first of these numbers, as a reference.</summary>
    public string FirstOf(IReadOnlyList<double> numbers)
    {
        const string Reference = "ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(";
        return numbers.Any(n => double.IsNaN(n) || double.IsInfinity(n))
            ? "ref Unsafe.As<ulong, double>(" + Reference + Name("ulong", "Bits", string.Join(", ", numbers.Select(Bits))) + "))"
            : Reference + Name("double", "Numbers", string.Join(", ", numbers.Select(Real))) + ")";
    }

    /// <summary>Writes the tables.</summary>
    public void Write(SourceWriter writer)
    {
        foreach (var (name, type, numbers) in _tables)
        {
            writer.Line().Line("private static ReadOnlySpan<" + type + "> " + name + " => new " + type + "[]").Open();
            var all = numbers.Split(new[] { ", " }, StringSplitOptions.None);
            for (var i = 0; i < all.Length; i += PerLine)
            {
                writer.Line(string.Join(", ", all.Skip(i).Take(PerLine)) + ",");
            }

            writer.Close(";");
        }
    }

    /// <summary>The bits of a number.</summary>
    public static string Bits(double number) => "0x" + BitConverter.DoubleToInt64Bits(number).ToString("X16", CultureInfo.InvariantCulture) + "UL";

    /// <summary>A finite number that reads back to the same bits.</summary>
    public static string Real(double number)
    {
        // Older runtimes lose digits with R, and the sign of zero.
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        if (BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)) != BitConverter.DoubleToInt64Bits(number))
        {
            text = number == 0.0 ? "-0.0" : number.ToString("G17", CultureInfo.InvariantCulture);
        }

        return text.IndexOfAny(new[] { '.', 'E' }) < 0 ? text + ".0" : text;
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Name(string type, string prefix, string numbers)
    {
        var key = type + ":" + numbers;
        if (!_names.TryGetValue(key, out var name))
        {
            _names.Add(key, name = prefix + Whole(_tables.Count));
            _tables.Add((name, type, numbers));
        }

        return name;
    }
}
