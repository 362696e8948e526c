namespace InterconnectDsl.Numerics;

/// <summary>
/// A number as the unevaluated sum of two doubles, about 106 bits. Every operation is a written order of double additions and multiplications, so the
/// bits are the same on every machine. Products need arguments below 2^996. Source: T. J. Dekker, "A floating-point technique for extending the
/// available precision", Numerische Mathematik 18 (1971).
/// </summary>
internal readonly struct DoubleDouble(double high, double low)
{
    private const double Splitter = 134217729.0;

    /// <summary>The sum rounded to a double.</summary>
    public readonly double High = high;

    /// <summary>What the rounding left, at most half a unit in the last place of <see cref="High"/>.</summary>
    public readonly double Low = low;

    /// <summary>A double as it is.</summary>
    public static implicit operator DoubleDouble(double number) => new(number, 0.0);

    /// <summary>Sum; relative error about 2^-104 where the terms have one sign.</summary>
    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        var s = Sum(a.High, b.High);
        return Normal(s.High, s.Low + (a.Low + b.Low));
    }

    /// <summary>Difference.</summary>
    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + new DoubleDouble(-b.High, -b.Low);

    /// <summary>Product; relative error about 2^-102.</summary>
    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        var p = Product(a.High, b.High);
        return Normal(p.High, p.Low + ((a.High * b.Low) + (a.Low * b.High)));
    }

    /// <summary>Quotient; relative error about 2^-100.</summary>
    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        var q = a.High / b.High;
        var p = Product(q, b.High);
        return Normal(q, (((a.High - p.High) - p.Low) + (a.Low - (q * b.Low))) / b.High);
    }

    /// <summary>The exact sum of two doubles of any size.</summary>
    public static DoubleDouble Sum(double a, double b)
    {
        var s = a + b;
        var t = s - a;
        return new(s, (a - (s - t)) + (b - t));
    }

    /// <summary>The exact sum of two doubles of which the first is not the smaller one.</summary>
    public static DoubleDouble Normal(double a, double b)
    {
        var s = a + b;
        return new(s, b - (s - a));
    }

    /// <summary>The exact product of two doubles, barring underflow.</summary>
    public static DoubleDouble Product(double a, double b)
    {
        var p = a * b;
        var t = Splitter * a;
        var ah = t - (t - a);
        var al = a - ah;
        t = Splitter * b;
        var bh = t - (t - b);
        var bl = b - bh;
        return new(p, ((((ah * bh) - p) + (ah * bl)) + (al * bh)) + (al * bl));
    }
}
