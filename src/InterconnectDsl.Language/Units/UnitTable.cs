using System.Globalization;

namespace InterconnectDsl.Language.Units;

/// <summary>
/// Reads units: a symbol of the table with or without a prefix, raised with <c>^</c> to an integer or a decimal, joined by <c>*</c> or <c>·</c> and <c>/</c> from left to
/// right, so that <c>ps/nm/km</c> is picoseconds per nanometre and kilometre. What was read once is remembered.
/// </summary>
public static class UnitTable
{
    private const int LongestText = 120;

    private static readonly Unit?[] Recent = new Unit?[1024];
    private static Dictionary<string, UnitEntry>? _symbols;

    /// <summary>Every unit without prefixes, for documentation and completion.</summary>
    public static IEnumerable<UnitEntry> All => UnitData.Entries;

    private static Dictionary<string, UnitEntry> Symbols => _symbols ??= UnitData.Entries.ToDictionary(e => e.Symbol, StringComparer.Ordinal);

    /// <summary>Reads a unit.</summary>
    /// <param name="text">As written, without blanks.</param>
    /// <param name="unit">The unit; <see cref="Unit.One"/> when it is none.</param>
    /// <param name="problem">What is wrong, as a sentence without a full stop; null when it is a unit.</param>
    /// <param name="suggestion">What was probably meant, to be put in place of the whole text; null when nothing is near.</param>
    /// <returns>Whether it is a unit.</returns>
    public static bool TryParse(string text, out Unit unit, out string? problem, out string? suggestion)
    {
        problem = suggestion = null;
        ref var slot = ref Recent[StringComparer.Ordinal.GetHashCode(text) & 1023];
        var recent = slot;
        if (recent is not null && recent.Text == text)
        {
            unit = recent;
            return true;
        }

        var reading = new UnitReading();
        if (text.Length <= LongestText && reading.Read(text) && reading.ToUnit(text) is { } read)
        {
            slot = unit = read;
            return true;
        }

        unit = Unit.One;
        (problem, suggestion) = UnitSpelling.Explain(text, reading);
        return false;
    }

    /// <summary>A symbol with or without a prefix.</summary>
    internal static UnitEntry? Find(string word, out double factor, out int exponent)
    {
        (factor, exponent) = (1, 0);
        if (Symbols.TryGetValue(word, out var entry))
        {
            return entry;
        }

        foreach (var (prefix, group, power) in UnitData.Decimal)
        {
            if (word.StartsWith(prefix, StringComparison.Ordinal) && Symbols.TryGetValue(word.Substring(prefix.Length), out entry) && (entry.Prefixes & group) != 0)
            {
                exponent = power;
                return entry;
            }
        }

        foreach (var (prefix, power) in UnitData.Powers)
        {
            if (word.StartsWith(prefix, StringComparison.Ordinal) && Symbols.TryGetValue(word.Substring(prefix.Length), out entry) && (entry.Prefixes & Prefixes.Binary) != 0)
            {
                factor = power;
                return entry;
            }
        }

        return null;
    }

    /// <summary>A unit the tables of this assembly name; they are tested to be units.</summary>
    internal static Unit Known(string text) => TryParse(text, out var unit, out _, out _) ? unit : Unit.One;

    internal static bool TryExponent(string text, out double exponent) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out exponent);
}

/// <summary>What is being made of a text that should be a unit.</summary>
internal sealed class UnitReading
{
    private double _numerator = 1;
    private double _denominator = 1;
    private int _exponent;
    private double _rest = 1;
    private Dimension _dimension;
    private UnitEntry? _last;
    private int _factors;

    /// <summary>Where the factor stands that could not be read, and its length.</summary>
    public (int Start, int Length) Fault { get; private set; }

    /// <summary>What is wrong with it when it is not its spelling.</summary>
    public string? Problem { get; private set; }

    /// <summary>Reads the text; false when a factor is unknown or may not stand there.</summary>
    public bool Read(string text)
    {
        var sign = 1;
        for (var at = 0; ;)
        {
            var end = at;
            while (end < text.Length && text[end] is not ('*' or '·' or '/'))
            {
                end++;
            }

            Fault = (at, end - at);
            if (!ReadFactor(text.Substring(at, end - at), sign, alone: at == 0 && end == text.Length))
            {
                return false;
            }

            if (end == text.Length)
            {
                return true;
            }

            sign = text[end] == '/' ? -1 : 1;
            at = end + 1;
        }
    }

    /// <summary>The unit that was read, or null when it is out of range.</summary>
    public Unit? ToUnit(string text)
    {
        var (multiplier, divisor) = (_numerator, _denominator);
        if (_exponent > 0)
        {
            multiplier *= PowerOfTen(_exponent);
        }
        else
        {
            divisor *= PowerOfTen(-_exponent);
        }

        multiplier *= _rest;
        var scale = multiplier / divisor;
        if (_dimension.IsBeyond || !(scale > 1e-200 && scale < 1e200))
        {
            Problem = "its exponents are too large";
            return null;
        }

        var alone = _factors == 1 && _last!.Dimension == _dimension;
        var flavour = alone ? _last!.Flavour : QuantityTypes.Of(_dimension).Flavour;
        return new(text, _dimension, flavour, scale, alone ? _last!.Offset : 0) { Multiplier = multiplier, Divisor = divisor };
    }

    private bool ReadFactor(string factor, int sign, bool alone)
    {
        var caret = factor.IndexOf('^');
        double exponent = 1;
        if (caret >= 0 && !UnitTable.TryExponent(factor.Substring(caret + 1), out exponent))
        {
            Problem = "behind ^ stands a number, as in m^2 or GHz^0.5";
            return false;
        }

        var word = caret >= 0 ? factor.Substring(0, caret) : factor;
        if (UnitTable.Find(word, out var prefix, out var ten) is not { } entry)
        {
            return false;
        }

        if (entry.Flavour is Flavour.Level or Flavour.TemperaturePoint && (!alone || caret >= 0))
        {
            Problem = entry.Flavour == Flavour.Level ? "dBm is a level and stands alone; a slope is in dB" : "degC is a point and stands alone; per degree is per K";
            return false;
        }

        return Multiply(entry, prefix, ten, sign * exponent);
    }

    private bool Multiply(UnitEntry entry, double prefix, int ten, double exponent)
    {
        if (entry.Dimension.Power(exponent) is not { } dimension || Math.Abs(exponent) > 10)
        {
            Problem = "an exponent is a multiple of 1/12 between -10 and 10";
            return false;
        }

        _factors++;
        _last = entry;
        _dimension *= dimension;
        if (exponent.Equals(Math.Round(exponent)))
        {
            var (up, down) = exponent > 0 ? (entry.Numerator * prefix, entry.Denominator) : (entry.Denominator, entry.Numerator * prefix);
            for (var i = 0; i < Math.Abs(exponent); i++)
            {
                _numerator *= up;
                _denominator *= down;
            }

            _exponent += (entry.Exponent + ten) * (int)exponent;
        }
        else
        {
            _rest *= Root(entry.Numerator * prefix / entry.Denominator, entry.Exponent + ten, exponent);
        }

        return CheckDecibels();
    }

    private bool CheckDecibels()
    {
        if (Math.Abs(_dimension.Twelfths(BaseDimension.Decibel)) is 0 or 12)
        {
            return true;
        }

        Problem = "decibels are not multiplied with decibels";
        return false;
    }

    // Square roots through Math.Sqrt, which every runtime rounds alike; Math.Pow is not.
    private static double Root(double factor, int ten, double exponent)
    {
        var value = ten < 0 ? factor / PowerOfTen(-ten) : factor * PowerOfTen(ten);
        var doubled = exponent * 2;
        if (!doubled.Equals(Math.Round(doubled)))
        {
            return Math.Pow(value, exponent);
        }

        var (root, result) = (Math.Sqrt(value), 1.0);
        for (var i = 0; i < Math.Abs(doubled); i++)
        {
            result *= root;
        }

        return exponent > 0 ? result : 1 / result;
    }

    private static double PowerOfTen(int exponent)
    {
        var result = 1.0;
        for (; exponent > 0; exponent--)
        {
            result *= 10;
        }

        return result;
    }
}
