namespace InterconnectDsl.Language.Units;

/// <summary>
/// A dimension: twelve exponents, each a multiple of 1/12 between -10 and 10, packed a byte each, so that <c>GHz^0.5</c> and cube roots are exact and
/// comparing or multiplying two dimensions costs a few instructions. Products beyond that range are the sticky value <see cref="Beyond"/>.
/// </summary>
public readonly partial struct Dimension : IEquatable<Dimension>
{
    private const int Parts = 12;
    private const ulong Signs = 0x8080808080808080;

    private readonly ulong _low;
    private readonly ulong _high;

    private Dimension(ulong low, ulong high) => (_low, _high) = (low, high);

    /// <summary>That of a plain number.</summary>
    public static Dimension None => default;

    /// <summary>What a product or power gives that cannot be held; every product with it is it again.</summary>
    public static Dimension Beyond => new(Signs, Signs);

    /// <summary>Whether it is that of a plain number.</summary>
    public bool IsNone => (_low | _high) == 0;

    /// <summary>Whether it is <see cref="Beyond"/>.</summary>
    public bool IsBeyond => _low == Signs && _high == Signs;

    /// <summary>One of the twelve, with exponent 1.</summary>
    public static Dimension Of(BaseDimension part) => default(Dimension).With((int)part, Parts);

    /// <summary>The exponent of one of the twelve, in twelfths.</summary>
    public int Twelfths(BaseDimension part)
    {
        var at = (int)part;
        return (sbyte)(at < 8 ? _low >> (8 * at) : _high >> (8 * (at - 8)));
    }

    /// <summary>The exponent of one of the twelve.</summary>
    public double Exponent(BaseDimension part) => Twelfths(part) / (double)Parts;

    /// <summary>That of a product.</summary>
    public static Dimension operator *(Dimension a, Dimension b)
    {
        if (a.IsBeyond || b.IsBeyond)
        {
            return Beyond;
        }

        var low = Add(a._low, b._low, out var lowOver);
        var high = Add(a._high, b._high, out var highOver);
        return lowOver || highOver ? Beyond : new(low, high);
    }

    /// <summary>That of a quotient.</summary>
    public static Dimension operator /(Dimension a, Dimension b)
    {
        if (a.IsBeyond || b.IsBeyond)
        {
            return Beyond;
        }

        var low = Subtract(a._low, b._low, out var lowOver);
        var high = Subtract(a._high, b._high, out var highOver);
        return lowOver || highOver ? Beyond : new(low, high);
    }

    /// <summary>Whether two are the same.</summary>
    public static bool operator ==(Dimension a, Dimension b) => a.Equals(b);

    /// <summary>Whether two differ.</summary>
    public static bool operator !=(Dimension a, Dimension b) => !a.Equals(b);

    /// <summary>
    /// The power with exponent <paramref name="numerator"/> / <paramref name="denominator"/>; null when an exponent is no twelfth or too large.
    /// </summary>
    public Dimension? Power(int numerator, int denominator)
    {
        if (denominator == 0 || IsBeyond)
        {
            return null;
        }

        var result = default(Dimension);
        for (var part = 0; part < Parts; part++)
        {
            var product = (long)Twelfths((BaseDimension)part) * numerator;
            if (product % denominator != 0 || Math.Abs(product / denominator) > sbyte.MaxValue)
            {
                return null;
            }

            result = result.With(part, (int)(product / denominator));
        }

        return result;
    }

    /// <summary>The power with a real exponent; null when it is not a multiple of 1/12, or an exponent gets too large.</summary>
    public Dimension? Power(double exponent)
    {
        if (IsNone)
        {
            return this;
        }

        var twelfths = exponent * Parts;
        if (!(Math.Abs(twelfths) < 2000) || Math.Abs(twelfths - Math.Round(twelfths)) > 1e-3)
        {
            return null;
        }

        return Power((int)Math.Round(twelfths), Parts);
    }

    /// <inheritdoc/>
    public bool Equals(Dimension other) => _low == other._low && _high == other._high;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Dimension other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var mixed = (_low * 0x9E3779B97F4A7C15) ^ (_high * 0xC2B2AE3D27D4EB4F);
        return (int)(mixed ^ (mixed >> 32));
    }

    private Dimension With(int part, int twelfths)
    {
        var bits = (ulong)(byte)(sbyte)twelfths;
        return part < 8
            ? new((_low & ~(0xFFUL << (8 * part))) | (bits << (8 * part)), _high)
            : new(_low, (_high & ~(0xFFUL << (8 * (part - 8)))) | (bits << (8 * (part - 8))));
    }

    // Eight signed bytes at once: the low seven bits of each are added without a carry into the next, the sign bits by exclusive or.
    private static ulong Add(ulong a, ulong b, out bool overflow)
    {
        var sum = ((a & ~Signs) + (b & ~Signs)) ^ ((a ^ b) & Signs);
        overflow = (~(a ^ b) & (a ^ sum) & Signs) != 0;
        return sum;
    }

    private static ulong Subtract(ulong a, ulong b, out bool overflow)
    {
        var difference = ((a | Signs) - (b & ~Signs)) ^ ((a ^ ~b) & Signs);
        overflow = ((a ^ b) & (a ^ difference) & Signs) != 0;
        return difference;
    }
}
