namespace InterconnectDsl.Numerics;

/// <content>Sine and cosine of angles in turns, whose reduction to a quarter is exact.</content>
internal static partial class Trigonometry
{
    internal const double SineOfQuarter0 = -0.6459640975062463;
    internal const double SineOfQuarter1 = 0.07969262624616695;
    internal const double SineOfQuarter2 = -0.004681754135315219;
    internal const double SineOfQuarter3 = 0.00016044118473055167;
    internal const double SineOfQuarter4 = -3.5988427376331407e-06;
    internal const double SineOfQuarter5 = 5.691933348901092e-08;
    internal const double SineOfQuarter6 = -6.628214332881381e-10;

    internal const double CosineOfQuarter0 = -1.2337005501361697;
    internal const double CosineOfQuarter1 = 0.2536695079010469;
    internal const double CosineOfQuarter2 = -0.02086348076331545;
    internal const double CosineOfQuarter3 = 0.0009192602742251234;
    internal const double CosineOfQuarter4 = -2.520203699211943e-05;
    internal const double CosineOfQuarter5 = 4.710615675706456e-07;
    internal const double CosineOfQuarter6 = -6.3218945868226445e-09;

    internal const double QuarterHigh = 1.5707963267948966; // pi / 2
    internal const double QuarterLow = 6.123233995736766e-17;

    /// <summary>sin(2 pi u) and cos(2 pi u), the sine within 1 and the cosine within 1.1 units in the last place; exact at quarters. NaN of an infinite u.</summary>
    public static (double Sine, double Cosine) SinCosTurns(double u)
    {
        if (!Floats.IsFinite(u))
        {
            return double.IsNaN(u) ? (u, u) : (double.NaN, double.NaN);
        }

        var quarters = (u - Math.Round(u)) * 4.0;
        var k = Math.Round(quarters);
        var r = quarters - k;
        var square = r * r;
        var sine = Fused.MultiplyAdd(r, QuarterHigh, r * Fused.MultiplyAdd(square, SineOfQuarter(square), QuarterLow));
        var cosine = Fused.MultiplyAdd(square, CosineOfQuarter(square), 1.0);
        var turned = (int)k & 3;
        var (s, c) = (turned & 1) == 0 ? (sine, cosine) : (cosine, sine);
        return ((turned & 2) == 0 ? s : -s, ((turned + 1) & 2) == 0 ? c : -c);
    }

    // (sin(pi/2 r)/r - pi/2) / r², and (cos(pi/2 r) - 1) / r², as polynomials in z = r² for |r| up to 1/2.
    private static double SineOfQuarter(double z)
    {
        var p = Fused.MultiplyAdd(SineOfQuarter6, z, SineOfQuarter5);
        p = Fused.MultiplyAdd(p, z, SineOfQuarter4);
        p = Fused.MultiplyAdd(p, z, SineOfQuarter3);
        p = Fused.MultiplyAdd(p, z, SineOfQuarter2);
        p = Fused.MultiplyAdd(p, z, SineOfQuarter1);
        return Fused.MultiplyAdd(p, z, SineOfQuarter0);
    }

    private static double CosineOfQuarter(double z)
    {
        var p = Fused.MultiplyAdd(CosineOfQuarter6, z, CosineOfQuarter5);
        p = Fused.MultiplyAdd(p, z, CosineOfQuarter4);
        p = Fused.MultiplyAdd(p, z, CosineOfQuarter3);
        p = Fused.MultiplyAdd(p, z, CosineOfQuarter2);
        p = Fused.MultiplyAdd(p, z, CosineOfQuarter1);
        return Fused.MultiplyAdd(p, z, CosineOfQuarter0);
    }
}
