namespace InterconnectDsl.Numerics;

/// <summary>Powers and roots of sums.</summary>
internal static class Power
{
    /// <summary>
    /// x to the power y, within 0.6 units in the last place (subnormal results within 1). A negative x needs a whole y, otherwise NaN; zero to a
    /// negative power is infinite; anything to the power 0 is 1.
    /// </summary>
    public static double Pow(double x, double y)
    {
        if (y == 0.0 || x == 1.0)
        {
            return 1.0;
        }

        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        var odd = Floats.IsWhole(y) && Math.Abs(y) < 9007199254740992.0 && Math.Floor(y * 0.5) * 2.0 != y;
        if (!(x > 0.0) || x > double.MaxValue || !Floats.IsFinite(y))
        {
            return Edge(x, y, odd);
        }

        return Positive(x, y);
    }

    /// <summary>The square root of x² + y², within 1 unit in the last place, without overflow on the way.</summary>
    public static double Hypot(double x, double y)
    {
        x = Math.Abs(x);
        y = Math.Abs(y);
        var large = x > y ? x : y;
        var small = x > y ? y : x;
        if (!Floats.IsFinite(x) || !Floats.IsFinite(y))
        {
            return double.IsInfinity(x) || double.IsInfinity(y) ? double.PositiveInfinity : double.NaN;
        }

        if (small == 0.0 || large * 1e-17 > small)
        {
            return large;
        }

        var scale = large > 1e150 ? Floats.PowerOfTwo(-600) : large < 1e-150 ? Floats.PowerOfTwo(600) : 1.0;
        large *= scale;
        small *= scale;
        var squares = DoubleDouble.Product(large, large) + DoubleDouble.Product(small, small);
        var root = Math.Sqrt(squares.High);
        var rest = squares - DoubleDouble.Product(root, root);
        return (root + (rest.High / (2.0 * root))) / scale;
    }

    private static double Edge(double x, double y, bool odd)
    {
        if (double.IsInfinity(y))
        {
            var size = Math.Abs(x);
            return size == 1.0 ? 1.0 : (size > 1.0) == (y > 0.0) ? double.PositiveInfinity : 0.0;
        }

        if (x == 0.0)
        {
            return y < 0.0 ? double.PositiveInfinity : 0.0;
        }

        if (double.IsInfinity(x))
        {
            var size = y > 0.0 ? double.PositiveInfinity : 0.0;
            return x < 0.0 && odd ? -size : size;
        }

        if (!Floats.IsWhole(y))
        {
            return double.NaN;
        }

        return odd ? -Positive(-x, y) : Positive(-x, y);
    }

    private static double Positive(double x, double y)
    {
        if (y == 1.0)
        {
            return x;
        }

        var ln = Logarithm.Precise(x);
        var size = Math.Abs(y) * Math.Abs(ln.High);
        if (size > 750.0)
        {
            return (ln.High > 0.0) == (y > 0.0) ? double.PositiveInfinity : 0.0;
        }

        if (size < 1e-18)
        {
            return 1.0;
        }

        return Exponential.Exp(ln * y);
    }
}
