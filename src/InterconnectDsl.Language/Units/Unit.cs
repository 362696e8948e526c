namespace InterconnectDsl.Language.Units;

/// <summary>
/// A unit as written. A number in it is <c>number * Scale + Offset</c> in coherent SI units; gains are held in dB and levels in dBm, so those have
/// scale 1.
/// </summary>
/// <param name="Text">As written: <c>mm</c>, <c>ps/nm/km</c>, <c>dB/inch/GHz^0.5</c>.</param>
/// <param name="Dimension">Its dimension.</param>
/// <param name="Flavour">The flavour a literal in it has: <c>dBm</c> is a level, <c>dB</c> a gain, <c>degC</c> a point, <c>K</c> a
/// difference.</param>
/// <param name="Scale">How many coherent units it is; positive and finite.</param>
/// <param name="Offset">What is added after scaling: 273.15 for <c>degC</c>, else 0.</param>
public sealed record Unit(string Text, Dimension Dimension, Flavour Flavour, double Scale, double Offset)
{
    private QuantityType? _type;

    /// <summary>The unit of a plain number; it prints as nothing.</summary>
    public static readonly Unit One = new("", Dimension.None, Flavour.None, 1, 0);

    /// <summary>The type of a literal in this unit.</summary>
    public QuantityType Type => _type ??= QuantityTypes.Of(Dimension, Flavour);

    // Scale is Multiplier / Divisor, so that a number is rounded as seldom as can be.
    internal double Multiplier { get; init; } = Scale;

    internal double Divisor { get; init; } = 1;

    // Scale as whole numbers, Numerator / Denominator * 10^Exponent; null where it has none, as in GHz^0.5.
    internal (double Numerator, double Denominator, int Exponent)? Exact { get; init; }

    /// <inheritdoc/>
    public bool Equals(Unit? other) =>
        other is not null && Text == other.Text && Dimension == other.Dimension && Flavour == other.Flavour
        && Scale.Equals(other.Scale) && Offset.Equals(other.Offset);

    /// <inheritdoc/>
    public override int GetHashCode() => (Dimension.GetHashCode() * 31) + Scale.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>Quantity types made once and shared: operators meet the same few hundred types over and over.</summary>
public static class QuantityTypes
{
    private static readonly Dimension Temperature = Dimension.Of(BaseDimension.Temperature);
    private static readonly QuantityType?[] Known = new QuantityType?[1024];

    /// <summary>The type of a plain number.</summary>
    public static readonly QuantityType Real = Of(Dimension.None, Flavour.None);

    /// <summary>The type of this dimension and flavour; a plain kelvin is a temperature difference.</summary>
    public static QuantityType Of(Dimension dimension, Flavour flavour = Flavour.None)
    {
        if (flavour == Flavour.None)
        {
            flavour = Natural(dimension);
        }

        // A slot is written whole, so a race only makes a type twice; types are compared by value.
        ref var slot = ref Known[(dimension.GetHashCode() * 16 + (int)flavour) & 1023];
        var known = slot;
        if (known is null || known.Flavour != flavour || known.Dimension != dimension)
        {
            slot = known = new(dimension, flavour);
        }

        return known;
    }

    private static Flavour Natural(Dimension dimension) =>
        dimension == Temperature ? Flavour.TemperatureDifference : dimension.Twelfths(BaseDimension.Decibel) != 0 ? Flavour.Gain : Flavour.None;
}
