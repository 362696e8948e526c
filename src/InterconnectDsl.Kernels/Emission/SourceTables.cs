using System.Globalization;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>The tables of a kernel's source: lists of numbers without a form, each written once.</summary>
internal sealed class SourceTables
{
    private const int PerLine = 12;

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Type, string Numbers)> _tables = new();
    private readonly Dictionary<string, int> _held = new(StringComparer.Ordinal);

    /// <summary>
    /// An expression for the lanes of a constant of a loop: read from a table through <c>k</c>, the compiler does not know it, and keeps it in a register.
    /// </summary>
    public string HeldLanesOf(double number)
    {
        var text = double.IsNaN(number) || double.IsInfinity(number) ? "BitConverter.UInt64BitsToDouble(" + Bits(number) + ")" : Real(number);
        if (!_held.TryGetValue(text, out var place))
        {
            _held.Add(text, place = _held.Count);
        }

        return "T.Of(Unsafe.Add(ref k, " + Whole(place) + ")) /* " + text + " */";
    }

    /// <summary>The first of the constants that are read from a table.</summary>
    public const string FirstHeld = "ref double k = ref Constants[0];";

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
        if (_held.Count > 0)
        {
            Write(writer, "static readonly double[] Constants = new double[]", _held.OrderBy(h => h.Value).Select(h => h.Key).ToArray());
        }

        foreach (var (name, type, numbers) in _tables)
        {
            Write(writer, "static ReadOnlySpan<" + type + "> " + name + " => new " + type + "[]", numbers.Split(new[] { ", " }, StringSplitOptions.None));
        }
    }

    private static void Write(SourceWriter writer, string declaration, string[] all)
    {
        writer.Line().Line("private " + declaration).Open();
        for (var i = 0; i < all.Length; i += PerLine)
        {
            writer.Line(string.Join(", ", all.Skip(i).Take(PerLine)) + ",");
        }

        writer.Close(";");
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
