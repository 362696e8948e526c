namespace InterconnectDsl.Numerics;

/// <summary>Sine, cosine and tangent of angles in radians, of any size; an infinite angle gives NaN.</summary>
internal static partial class Trigonometry
{
    // The Taylor series of sin(r)/r and cos(r) from the cubic and the quartic term on; on a quarter turn the next terms are below 2^-58.
    private static readonly double[] SineTerms =
    {
        -0.16666666666666666, 0.008333333333333333, -0.0001984126984126984, 2.7557319223985893e-06,
        -2.505210838544172e-08, 1.6059043836821613e-10, -7.647163731819816e-13, 2.8114572543455206e-15,
    };

    private static readonly double[] CosineTerms =
    {
        0.041666666666666664, -0.001388888888888889, 2.48015873015873e-05, -2.755731922398589e-07,
        2.08767569878681e-09, -1.1470745597729725e-11, 4.779477332387385e-14, -1.5619206968586225e-16,
    };

    /// <summary>The sine, within 1 unit in the last place.</summary>
    public static double Sin(double x)
    {
        if (!Floats.IsFinite(x))
        {
            return double.NaN;
        }

        var r = QuarterTurn.Reduce(x, out var quarters);
        var size = (quarters & 1) == 0 ? Sine(r) : Cosine(r);
        return (quarters & 2) == 0 ? size : -size;
    }

    /// <summary>The cosine, within 1 unit in the last place.</summary>
    public static double Cos(double x)
    {
        if (!Floats.IsFinite(x))
        {
            return double.NaN;
        }

        var r = QuarterTurn.Reduce(x, out var quarters);
        var size = (quarters & 1) == 0 ? Cosine(r) : Sine(r);
        return ((quarters + 1) & 2) == 0 ? size : -size;
    }

    /// <summary>The tangent, within 3 units in the last place.</summary>
    public static double Tan(double x)
    {
        if (!Floats.IsFinite(x))
        {
            return double.NaN;
        }

        var r = QuarterTurn.Reduce(x, out var quarters);
        return (quarters & 1) == 0 ? Sine(r) / Cosine(r) : -(Cosine(r) / Sine(r));
    }

    /// <summary>sin(pi x), within 2 units in the last place.</summary>
    public static double SinPi(double x)
    {
        var halves = Math.Floor((x * 2.0) + 0.5);
        var r = new DoubleDouble(3.141592653589793, 1.2246467991473532e-16) * (x - (halves * 0.5));
        var quarters = (int)(halves - (Math.Floor(halves * 0.25) * 4.0));
        var size = (quarters & 1) == 0 ? Sine(r) : Cosine(r);
        return (quarters & 2) == 0 ? size : -size;
    }

    private static double Sine(DoubleDouble r)
    {
        var square = r.High * r.High;
        return r.High + ((r.High * square * Floats.Horner(SineTerms, square)) + (r.Low * (1.0 - (0.5 * square))));
    }

    private static double Cosine(DoubleDouble r)
    {
        var square = r.High * r.High;
        var half = 0.5 * square;
        var top = 1.0 - half;
        return top + (((1.0 - top) - half) + ((square * square * Floats.Horner(CosineTerms, square)) - (r.High * r.Low)));
    }
}
