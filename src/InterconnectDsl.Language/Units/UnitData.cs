using static InterconnectDsl.Language.Units.Prefixes;

namespace InterconnectDsl.Language.Units;

/// <summary>Which prefixes a unit takes.</summary>
[Flags]
public enum Prefixes
{
    /// <summary>None: <c>dB</c>, <c>minute</c>, <c>%</c>.</summary>
    None = 0,

    /// <summary>f p n u m.</summary>
    Small = 1,

    /// <summary>c.</summary>
    Centi = 2,

    /// <summary>k.</summary>
    Kilo = 4,

    /// <summary>M G T P E.</summary>
    Large = 8,

    /// <summary>Ki Mi Gi Ti, powers of 1024.</summary>
    Binary = 16,
}

/// <summary>A unit of the table, without a prefix.</summary>
/// <param name="Symbol">As written.</param>
/// <param name="Name">In words.</param>
/// <param name="Dimension">Its dimension.</param>
/// <param name="Numerator">It is <c>Numerator / Denominator * 10^Exponent</c> coherent units, so that every defined factor is exact.</param>
/// <param name="Denominator">See <paramref name="Numerator"/>.</param>
/// <param name="Exponent">See <paramref name="Numerator"/>.</param>
/// <param name="Prefixes">The prefixes it takes.</param>
/// <param name="Flavour">The flavour of a literal in it.</param>
/// <param name="Offset">What is added after scaling.</param>
public sealed record UnitEntry(
    string Symbol, string Name, Dimension Dimension, double Numerator, double Denominator, int Exponent, Prefixes Prefixes,
    Flavour Flavour = Flavour.None, double Offset = 0);

/// <summary>
/// The units, as data. Factors are exact by definition: SI Brochure (9th edition, 2019, tables 4 and 8), the inch of 25.4 mm (international yard
/// and pound
/// agreement, 1959), the elementary charge of the SI's revision of 2019; a year is 8766 h (365.25 days) and a FIT one failure in 10^9 h, as
/// reliability practice has it.
/// </summary>
internal static class UnitData
{
    private const Prefixes Si = Small | Kilo | Large;

    private static readonly Dimension None = Dimension.None;
    private static readonly Dimension M = Dimension.Of(BaseDimension.Length);
    private static readonly Dimension Kg = Dimension.Of(BaseDimension.Mass);
    private static readonly Dimension S = Dimension.Of(BaseDimension.Time);
    private static readonly Dimension A = Dimension.Of(BaseDimension.Current);
    private static readonly Dimension K = Dimension.Of(BaseDimension.Temperature);
    private static readonly Dimension Bit = Dimension.Of(BaseDimension.Information);
    private static readonly Dimension Symbol = Dimension.Of(BaseDimension.Symbol);
    private static readonly Dimension Decibel = Dimension.Of(BaseDimension.Decibel);
    private static readonly Dimension Newton = Kg * M / (S * S);
    private static readonly Dimension Joule = Newton * M;
    private static readonly Dimension Watt = Joule / S;
    private static readonly Dimension Volt = Watt / A;

    public static readonly UnitEntry[] Entries =
    {
        new("m", "metre", M, 1, 1, 0, Small | Centi | Kilo),
        new("inch", "inch", M, 254, 1, -4, Prefixes.None),
        new("mil", "thousandth of an inch", M, 254, 1, -7, Prefixes.None),
        new("g", "gram", Kg, 1, 1, -3, Small | Kilo),
        new("s", "second", S, 1, 1, 0, Small),
        new("minute", "minute", S, 60, 1, 0, Prefixes.None),
        new("h", "hour", S, 3600, 1, 0, Prefixes.None),
        new("day", "day", S, 86400, 1, 0, Prefixes.None),
        new("yr", "year of 8766 h", S, 8766 * 3600, 1, 0, Prefixes.None),
        new("A", "ampere", A, 1, 1, 0, Small | Kilo),
        new("K", "kelvin, a temperature difference", K, 1, 1, 0, Small, Flavour.TemperatureDifference),
        new("degC", "degree Celsius, a temperature", K, 1, 1, 0, Prefixes.None, Flavour.TemperaturePoint, 273.15),
        new("mol", "mole", Dimension.Of(BaseDimension.Amount), 1, 1, 0, Small),
        new("cd", "candela", Dimension.Of(BaseDimension.LuminousIntensity), 1, 1, 0, Small),
        new("b", "bit", Bit, 1, 1, 0, Kilo | Large | Binary),
        new("bit", "bit", Bit, 1, 1, 0, Kilo | Large | Binary),
        new("B", "byte of 8 bits", Bit, 8, 1, 0, Kilo | Large | Binary),
        new("symbol", "symbol on a line", Symbol, 1, 1, 0, Prefixes.None),
        new("Bd", "baud, a symbol per second", Symbol / S, 1, 1, 0, Kilo | Large),
        new("USD", "US dollar", Dimension.Of(BaseDimension.Money), 1, 1, 0, Kilo | Large),
        new("RU", "rack unit", Dimension.Of(BaseDimension.RackUnit), 1, 1, 0, Prefixes.None),
        new("dB", "decibel, a gain", Decibel, 1, 1, 0, Prefixes.None, Flavour.Gain),
        new("dBm", "decibel over 1 mW, a power level", Decibel, 1, 1, 0, Prefixes.None, Flavour.Level),
        new("Hz", "hertz", None / S, 1, 1, 0, Small | Kilo | Large),
        new("FIT", "failure in 10^9 hours", None / S, 1, 3600, -9, Prefixes.None, Flavour.FailureRate),
        new("W", "watt", Watt, 1, 1, 0, Si),
        new("J", "joule", Joule, 1, 1, 0, Si),
        new("Wh", "watt hour", Joule, 3600, 1, 0, Kilo | Large),
        new("eV", "electronvolt", Joule, 1602176634, 1, -28, Small | Kilo),
        new("V", "volt", Volt, 1, 1, 0, Small | Kilo),
        new("ohm", "ohm", Volt / A, 1, 1, 0, Si),
        new("Ω", "ohm", Volt / A, 1, 1, 0, Si),
        new("F", "farad", A * S / Volt, 1, 1, 0, Small),
        new("H", "henry", Volt * S / A, 1, 1, 0, Small),
        new("N", "newton", Newton, 1, 1, 0, Small | Kilo),
        new("Pa", "pascal", Newton / (M * M), 1, 1, 0, Small | Kilo | Large),
        new("L", "litre", M * M * M, 1, 1, -3, Small),
        new("rad", "radian", None, 1, 1, 0, Small, Flavour.Angle),
        new("deg", "degree of angle", None, Math.PI / 180, 1, 0, Prefixes.None, Flavour.Angle),
        new("%", "hundredth", None, 1, 1, -2, Prefixes.None),
        new("ppm", "millionth", None, 1, 1, -6, Prefixes.None),
    };

    /// <summary>Prefixes with their power of ten, the commonest first: a guess takes the first that fits.</summary>
    public static readonly (string Text, Prefixes Group, int Exponent)[] Decimal =
    {
        ("m", Small, -3), ("u", Small, -6), ("n", Small, -9), ("p", Small, -12), ("G", Large, 9), ("k", Kilo, 3), ("T", Large, 12), ("M", Large, 6),
        ("c", Centi, -2), ("f", Small, -15), ("µ", Small, -6), ("μ", Small, -6), ("P", Large, 15), ("E", Large, 18),
    };

    /// <summary>Binary prefixes with their factor.</summary>
    public static readonly (string Text, double Factor)[] Powers =
    {
        ("Ki", 1024), ("Mi", 1048576), ("Gi", 1073741824), ("Ti", 1099511627776),
    };
}
