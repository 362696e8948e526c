namespace InterconnectDsl.Numerics;

/// <summary>The angle of a point.</summary>
internal static class ArcTangent
{
    private static readonly DoubleDouble Half = new(1.5707963267948966, 6.123233995736766e-17);
    private static readonly DoubleDouble Whole = new(3.141592653589793, 1.2246467991473532e-16);

    // The arc tangents of i/16 for i from 0 to 16, high and low part.
    private static readonly double[] Angles =
    {
        0.0, 0.0,
        0.06241880999595735, -1.5490756308295046e-18,
        0.12435499454676144, -3.1253241424539383e-18,
        0.18534794999569476, 4.180692268843079e-18,
        0.24497866312686414, 1.0698755618734451e-17,
        0.3028848683749714, -1.1010827903001369e-17,
        0.35877067027057225, -2.4623815582638635e-17,
        0.4124104415973873, -1.587652227770689e-17,
        0.4636476090008061, 2.2698777452961687e-17,
        0.5123894603107377, -2.5462781472855804e-17,
        0.5585993153435624, -5.4556305485916264e-18,
        0.6022873461349642, 2.950430737228402e-17,
        0.6435011087932844, 1.5834785051444286e-17,
        0.6823165548747481, 6.943223671560008e-18,
        0.7188299996216245, -2.1478388444456983e-17,
        0.7531512809621944, -2.4256934659182068e-17,
        0.7853981633974483, 3.061616997868383e-17,
    };

    /// <summary>
    /// The angle from the x axis to the point (x, y) in radians, from -pi to pi, within 2 units in the last place; that of the origin is 0 or pi by
    /// the sign of x's zero, with the sign of y's.
    /// </summary>
    public static double Atan2(double y, double x)
    {
        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        var left = BitConverter.DoubleToInt64Bits(x) < 0;
        var below = BitConverter.DoubleToInt64Bits(y) < 0;
        var angle = Positive(Math.Abs(y), Math.Abs(x));
        angle = left ? Whole - angle : angle;
        var sum = angle.High + angle.Low;
        return below ? -sum : sum;
    }

    private static DoubleDouble Positive(double y, double x)
    {
        if (y == 0.0)
        {
            return 0.0;
        }

        if (double.IsInfinity(x) || double.IsInfinity(y))
        {
            return double.IsInfinity(y) ? double.IsInfinity(x) ? new(0.7853981633974483, 3.061616997868383e-17) : Half : 0.0;
        }

        var large = Math.Max(x, y);
        var scale = large > 1e300 ? Floats.PowerOfTwo(-100) : large < 1e-200 ? Floats.PowerOfTwo(300) : 1.0;
        return y > x ? Half - Acute(x * scale, y * scale) : Acute(y * scale, x * scale);
    }

    // The arc tangent of y/x for 0 <= y <= x: that of the nearest sixteenth plus that of a number below 1/32.
    private static DoubleDouble Acute(double y, double x)
    {
        var i = (int)(((y / x) * 16.0) + 0.5);
        var c = i * 0.0625;
        var z = (y - (c * x)) / (x + (c * y));
        var square = z * z;
        var tail = z * square * (-(1.0 / 3.0) + (square * (0.2 + (square * (-(1.0 / 7.0) + (square * ((1.0 / 9.0) - (square * (1.0 / 11.0)))))))));
        return DoubleDouble.Normal(Angles[2 * i], Angles[(2 * i) + 1]) + DoubleDouble.Normal(z, tail);
    }
}
