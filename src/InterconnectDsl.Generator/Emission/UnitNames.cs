using System.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Generator.Emission;

/// <summary>Units as they end the names of members: always the coherent SI unit of the type, gains in decibels, levels in dBm.</summary>
internal static class UnitNames
{
    // Words by an expression of the language's own units, the likeliest first; many, and one of them behind "Per".
    private static readonly (string Unit, string Many, string One)[] Words =
    {
        ("m", "Metres", "Metre"), ("s", "Seconds", "Second"), ("W", "Watts", "Watt"), ("bit", "Bits", "Bit"), ("J", "Joules", "Joule"), ("K", "Kelvins", "Kelvin"),
        ("dB", "Decibels", "Decibel"), ("m^2", "SquareMetres", "SquareMetre"), ("m^3", "CubicMetres", "CubicMetre"), ("kg", "Kilograms", "Kilogram"),
        ("A", "Amperes", "Ampere"), ("V", "Volts", "Volt"), ("USD", "Dollars", "Dollar"), ("symbol", "Symbols", "Symbol"), ("RU", "RackUnits", "RackUnit"),
        ("ohm", "Ohms", "Ohm"), ("F", "Farads", "Farad"), ("H", "Henries", "Henry"), ("N", "Newtons", "Newton"), ("Pa", "Pascals", "Pascal"),
        ("A*s", "Coulombs", "Coulomb"), ("A/V", "Siemens", "Siemens"), ("Hz", "Hertz", "Hertz"), ("m/s", "MetresPerSecond", "MetrePerSecond"),
        ("Hz^0.5", "RootHertz", "RootHertz"), ("m^0.5", "RootMetres", "RootMetre"), ("s^2", "SquareSeconds", "SquareSecond"), ("bit/s", "BitsPerSecond", "BitPerSecond"),
    };

    private static readonly (Dimension Dimension, string Many, string One)[] Known = Words.Select(w => (DimensionOf(w.Unit), w.Many, w.One)).ToArray();

    private static readonly Dimension Baud = DimensionOf("symbol/s");
    private static readonly Dimension Hertz = DimensionOf("Hz");

    /// <summary>The unit of a type; empty for numbers without one.</summary>
    public static string Of(IcxType type) => type is not QuantityType quantity ? "" : quantity.Flavour switch
    {
        Flavour.Level or Flavour.AveragePower or Flavour.Oma or Flavour.ElectricalPower => "Dbm",
        Flavour.FailureRate => "PerSecond",
        Flavour.Angle => "Radians",
        _ => Of(quantity.Dimension),
    };

    /// <summary>The same, in words for a sentence: <c>BitsPerSecond</c> as <c>bits per second</c>.</summary>
    public static string InWords(string unit)
    {
        var words = new StringBuilder();
        foreach (var c in unit)
        {
            words.Append(char.IsUpper(c) && words.Length > 0 ? " " : "").Append(char.ToLowerInvariant(c));
        }

        return unit == "Dbm" ? "dBm" : words.ToString();
    }

    private static string Of(Dimension dimension)
    {
        if (dimension.IsNone || dimension.IsBeyond)
        {
            return "";
        }

        if (dimension == Hertz || dimension == Baud)
        {
            return dimension == Hertz ? "Hertz" : "Baud";
        }

        return Single(dimension) ?? Quotient(dimension) ?? LongQuotient(dimension) ?? Spelled(dimension);
    }

    private static string? Single(Dimension dimension) => Known.FirstOrDefault(k => k.Dimension == dimension).Many;

    private static string? Quotient(Dimension dimension)
    {
        foreach (var (over, many, _) in Known)
        {
            if (Known.FirstOrDefault(k => over / k.Dimension == dimension).One is { } one)
            {
                return many + "Per" + one;
            }
        }

        return Known.FirstOrDefault(k => Dimension.None / k.Dimension == dimension).One is { } alone ? "Per" + alone : null;
    }

    private static string? LongQuotient(Dimension dimension)
    {
        foreach (var (over, many, _) in Known)
        {
            foreach (var (under, _, first) in Known)
            {
                if (Known.FirstOrDefault(k => over / under / k.Dimension == dimension).One is { } second)
                {
                    return many + "Per" + first + "Per" + second;
                }
            }
        }

        return null;
    }

    // Nobody's quantity; say what it is made of.
    private static string Spelled(Dimension dimension) =>
        new(dimension.ToString().Replace("^", "Pow").Replace("/", "Per").Where(c => char.IsLetterOrDigit(c)).ToArray());

    private static Dimension DimensionOf(string unit) => UnitTable.TryParse(unit, out var known, out var problem, out _) ? known.Dimension : throw new ArgumentException(problem);
}
