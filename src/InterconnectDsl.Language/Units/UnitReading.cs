namespace InterconnectDsl.Language.Units;

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
            multiplier *= Decimals.PowerOfTen(_exponent);
        }
        else
        {
            divisor *= Decimals.PowerOfTen(-_exponent);
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
        return new(text, _dimension, flavour, scale, alone ? _last!.Offset : 0)
        {
            Multiplier = multiplier,
            Divisor = divisor,
            Exact = _rest.Equals(1.0) && _numerator.Equals(Math.Floor(_numerator)) ? (_numerator, _denominator, _exponent) : null,
        };
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
            Problem = entry.Flavour == Flavour.Level
                ? "dBm is a level and stands alone; a slope is in dB"
                : "degC is a point and stands alone; per degree is per K";
            return false;
        }

        return Multiply(entry, prefix, ten, sign * exponent);
    }

    private bool Multiply(UnitEntry entry, double prefix, int ten, double exponent)
    {
        var twelfths = Math.Round(exponent * 12);
        if (!(Math.Abs(twelfths - (exponent * 12)) < 1e-3 && Math.Abs(exponent) <= 10.6) || entry.Dimension.Power(exponent) is not { } dimension)
        {
            Problem = "an exponent is a multiple of 1/12 between -10 and 10";
            return false;
        }

        // 0.333 says a third.
        exponent = twelfths / 12;
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
        var value = ten < 0 ? factor / Decimals.PowerOfTen(-ten) : factor * Decimals.PowerOfTen(ten);
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
}
