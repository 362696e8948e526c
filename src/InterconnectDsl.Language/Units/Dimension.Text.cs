using System.Globalization;
using System.Text;

namespace InterconnectDsl.Language.Units;

/// <content>A dimension in base units.</content>
public readonly partial struct Dimension
{
    private static readonly BaseDimension[] PrintOrder =
    {
        BaseDimension.Decibel, BaseDimension.Information, BaseDimension.Symbol, BaseDimension.Money, BaseDimension.RackUnit, BaseDimension.Mass,
        BaseDimension.Length, BaseDimension.Time, BaseDimension.Current, BaseDimension.Temperature,
        BaseDimension.Amount, BaseDimension.LuminousIntensity,
    };

    private static readonly string[] BaseUnits = { "m", "kg", "s", "A", "K", "mol", "cd", "bit", "symbol", "USD", "RU", "dB" };

    /// <summary>In base units, as a unit is written: <c>kg*m^2/s^3</c>, <c>dB/m</c>, <c>m^-2</c>; <c>1</c> for a plain number.</summary>
    public override string ToString()
    {
        if (IsNone)
        {
            return "1";
        }

        if (IsBeyond)
        {
            return "?";
        }

        var text = new StringBuilder();
        foreach (var part in PrintOrder)
        {
            Append(text, part, "*", only: 1);
        }

        var separator = text.Length > 0 ? "/" : "*";
        foreach (var part in PrintOrder)
        {
            Append(text, part, separator, only: -1);
        }

        return text.ToString();
    }

    private void Append(StringBuilder text, BaseDimension part, string separator, int only)
    {
        var twelfths = Twelfths(part);
        if (Math.Sign(twelfths) != only)
        {
            return;
        }

        var shown = separator == "/" ? -twelfths : twelfths;
        text.Append(text.Length > 0 ? separator : "").Append(BaseUnits[(int)part]);
        if (shown != Parts)
        {
            text.Append('^').Append((shown / (double)Parts).ToString("0.####", CultureInfo.InvariantCulture));
        }
    }
}
