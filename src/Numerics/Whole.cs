namespace InterconnectDsl.Numerics;

/// <summary>Whole numbers held as doubles, exact up to 2^53. A result of zero is never negative zero.</summary>
internal static class Whole
{
    /// <summary>The greatest whole number not above x.</summary>
    public static double Floor(double x) => Math.Floor(x) + 0.0;

    /// <summary>The least whole number not below x.</summary>
    public static double Ceiling(double x) => Math.Ceiling(x) + 0.0;

    /// <summary>The quotient rounded down.</summary>
    public static double Divide(double a, double b) => Math.Floor(a / b) + 0.0;

    /// <summary>To the nearest whole number, halves away from zero.</summary>
    public static double Round(double x)
    {
        var size = Math.Abs(x);
        var floor = Math.Floor(size);
        var rounded = size - floor >= 0.5 ? floor + 1.0 : floor;
        return x < 0.0 ? 0.0 - rounded : rounded;
    }

    /// <summary>What a floored division leaves: it has the sign of the divisor. The remainder of doubles is exact on every machine.</summary>
    public static double Modulo(double a, double b)
    {
        var rest = a % b;
        return (rest < 0.0 && b > 0.0) || (rest > 0.0 && b < 0.0) ? rest + b : rest + 0.0;
    }
}
