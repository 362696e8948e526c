namespace InterconnectDsl.Language.Units;

/// <summary>What a literal was probably meant to say, where its unit does not fit: text to be put in its place.</summary>
public static class MeantUnit
{
    // Types of which a bare number leaves one unit to think of.
    private static readonly string[] Obvious = { "dB", "dBm", "degC", "K", "USD", "RU", "deg", "FIT", "K/W", "pJ/bit" };

    /// <summary>
    /// A literal as it should stand where a type is wanted: <c>300 K</c> for a temperature is <c>26.85 degC</c>, <c>0.5 mW</c> for a level
    /// <c>-3.01029995664 dBm</c>,
    /// <c>35</c> for a temperature <c>35 degC</c>.
    /// </summary>
    /// <param name="number">The number, its sign included.</param>
    /// <param name="unit">Its unit; null when it has none.</param>
    /// <param name="expected">The type that is wanted.</param>
    /// <returns>The literal to write; null when it cannot be told from this one.</returns>
    public static string? ForType(double number, Unit? unit, IcxType expected)
    {
        if (expected is not QuantityType wanted)
        {
            return null;
        }

        if (unit is null || unit.Text.Length == 0)
        {
            var obvious = TypeNames.DisplayUnit(wanted)?.Text ?? "";
            return Array.IndexOf(Obvious, obvious) < 0 ? null : Write(number, obvious);
        }

        var text = Scale(number, unit, wanted);
        if (text is null || !UnitTable.TryParse(text.Substring(text.IndexOf(' ') + 1), out var meant, out _, out _))
        {
            return null;
        }

        return TypeAlgebra.IsAssignable(meant.Type, wanted) ? text : null;
    }

    /// <summary>
    /// The unit a number outside its plausible range was probably meant in: another prefix or unit for one of the factors that brings it into the
    /// range, the one that changes
    /// it least. <c>500 km</c> within 1 m .. 10 km was <c>m</c>.
    /// </summary>
    /// <param name="number">The number as written.</param>
    /// <param name="unit">The unit it was written in.</param>
    /// <param name="low">The range's lower end in coherent units.</param>
    /// <param name="high">Its upper end.</param>
    public static Unit? ForRange(double number, Unit unit, double low, double high)
    {
        Unit? best = null;
        var least = double.PositiveInfinity;
        foreach (var (text, slips) in Neighbours(unit.Text))
        {
            if (!UnitTable.TryParse(text, out var other, out _, out _) || other.Dimension != unit.Dimension || other.Flavour != unit.Flavour)
            {
                continue;
            }

            var change = slips * Math.Abs(Math.Log(other.Scale / unit.Scale));
            var value = Quantities.ToCoherent(number, other);
            if (value >= low && value <= high && change < least)
            {
                (best, least) = (other, change);
            }
        }

        return best;
    }

    private static string? Scale(double number, Unit unit, QuantityType wanted)
    {
        var value = Quantities.ToCoherent(number, unit);
        if (wanted.Flavour == Flavour.TemperaturePoint)
        {
            // Nobody writes 200 K for a difference, or 20 K for a temperature.
            return unit.Flavour != Flavour.TemperatureDifference ? null : Write(value < 200 ? number : Math.Round(value - 273.15, 9), "degC");
        }

        if (Flavours.IsLevel(wanted.Flavour))
        {
            var power = Quantities.TryFromCoherent(value, unit.Type, UnitTable.Known("dBm"), out var level, out _) && value > 0;
            return unit.Flavour == Flavour.Gain ? Write(number, "dBm") : power ? Write(level, "dBm") : null;
        }

        return unit.Flavour switch
        {
            Flavour.TemperaturePoint when wanted.Flavour == Flavour.TemperatureDifference => Write(number, "K"),
            Flavour.Level when Flavours.IsGain(wanted.Flavour) => Write(number, "dB"),
            Flavour.Level => Quantities.Format(Math.Pow(10, value / 10) / 1000, UnitTable.Known("W").Type, null),
            _ when unit.Text.EndsWith("Hz", StringComparison.Ordinal) => Write(number, unit.Text.Substring(0, unit.Text.Length - 2) + "Bd"),
            _ => null,
        };
    }

    private static string Write(double number, string unit) => Quantities.FormatNumber(number) + " " + unit;

    // The text with one factor in another unit; a wrong prefix and a wrong symbol at once are two slips.
    private static IEnumerable<(string Text, int Slips)> Neighbours(string text)
    {
        for (var at = 0; at <= text.Length;)
        {
            var end = text.IndexOfAny(new[] { '*', '·', '/', '^' }, at);
            end = end < 0 ? text.Length : end;
            var written = text.Substring(at, end - at);
            if (UnitTable.Find(written, out _, out _) is { } entry)
            {
                var prefix = written.Substring(0, written.Length - entry.Symbol.Length);
                foreach (var word in UnitTable.Words.Where(w => w.Entry.Dimension == entry.Dimension).OrderBy(w => w.Entry != entry))
                {
                    var slips = word.Entry == entry || word.Text == prefix + word.Entry.Symbol ? 1 : 2;
                    yield return (text.Substring(0, at) + word.Text + text.Substring(end), slips);
                }
            }

            at = end + 1;
        }
    }
}
