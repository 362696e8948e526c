namespace InterconnectDsl.Language.Units;

/// <summary>How flavours meet.</summary>
internal static class Flavours
{
    public static bool IsLevel(Flavour flavour) => flavour is Flavour.Level or Flavour.AveragePower or Flavour.Oma or Flavour.ElectricalPower;

    public static bool IsOpticalLevel(Flavour flavour) => flavour is Flavour.AveragePower or Flavour.Oma;

    public static bool IsGain(Flavour flavour) => flavour is Flavour.Gain or Flavour.OpticalGain or Flavour.ElectricalGain;

    public static bool IsClosedRate(Flavour flavour) => flavour is Flavour.Bandwidth or Flavour.LineRate or Flavour.PayloadRate;

    /// <summary>Flavours that only say how a value is shown and called, and mix freely with a plain one.</summary>
    public static bool IsNaming(Flavour flavour) => flavour is Flavour.FailureRate or Flavour.Angle;

    /// <summary>
    /// The flavour of two values of one dimension that are added, compared or stand in two branches; null when they do not mix. An open flavour
    /// takes the closed form;
    /// a bare rate does not become a bandwidth, because it does not say whether it counts one direction or both.
    /// </summary>
    public static Flavour? Meet(Flavour a, Flavour b)
    {
        if (a == b)
        {
            return a;
        }

        if (Opens(a, b))
        {
            return b;
        }

        return Opens(b, a) ? a : null;
    }

    /// <summary>Whether an open flavour takes the form of a closed one.</summary>
    public static bool Opens(Flavour open, Flavour closed) => open switch
    {
        Flavour.Gain => closed is Flavour.OpticalGain or Flavour.ElectricalGain,
        Flavour.Level => closed is Flavour.AveragePower or Flavour.Oma or Flavour.ElectricalPower,
        Flavour.None => closed is Flavour.LineRate or Flavour.PayloadRate || IsNaming(closed),
        _ => false,
    };

    /// <summary>
    /// Whether a value of one flavour is wanted where another is given: the other way round from <see cref="Opens"/>, a closed gain or level is a
    /// gain or level.
    /// </summary>
    public static bool Fits(Flavour from, Flavour to) =>
        from == to || Opens(from, to) || to is Flavour.Gain or Flavour.Level && Opens(to, from) || to == Flavour.None && IsNaming(from);

    /// <summary>Whether a value of this flavour has a number in a unit of that flavour and the same dimension.</summary>
    public static bool CanShow(Flavour value, Flavour unit) =>
        IsGain(value) ? IsGain(unit)
        : IsLevel(value) ? IsLevel(unit)
        : (value == Flavour.TemperaturePoint) == (unit == Flavour.TemperaturePoint) && !IsGain(unit) && !IsLevel(unit);

    /// <summary>The gain that moves a level.</summary>
    public static Flavour GainOf(Flavour level) => level switch
    {
        Flavour.AveragePower or Flavour.Oma => Flavour.OpticalGain,
        Flavour.ElectricalPower => Flavour.ElectricalGain,
        _ => Flavour.Gain,
    };
}
