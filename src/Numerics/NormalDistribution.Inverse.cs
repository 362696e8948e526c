namespace InterconnectDsl.Numerics;

/// <content>
/// The inverse. Within three standard deviations or so the quotient of the value and d = p - 1/2 is the root of 2 pi and d² times a quotient of polynomials in
/// p (1 - p); further out the value less the root of -2 ln p is such a quotient in the root of -ln p. Both are fitted by <c>coefficients.py</c> beside the reference tables of the
/// tests.
/// </content>
internal static partial class NormalDistribution
{
    internal const double RootTwo = 1.4142135623730951; // and what is left of it
    internal const double RootTwoLow = -9.667293313452913e-17;
    internal const double RootTwoPi = 2.5066282746310007; // and what is left of it
    internal const double RootTwoPiLow = -1.8328579980459167e-16;

    internal const double CentralTop0 = 8.962699104804024e-24;
    internal const double CentralTop1 = 1.1796753478297703e-19;
    internal const double CentralTop2 = 3.354321272658362e-16;
    internal const double CentralTop3 = 3.4093282422750273e-13;
    internal const double CentralTop4 = 1.516182956387334e-10;
    internal const double CentralTop5 = 3.267467731789192e-08;
    internal const double CentralTop6 = 3.60379332307274e-06;
    internal const double CentralTop7 = 0.0002088045788127729;
    internal const double CentralTop8 = 0.006387028333766097;
    internal const double CentralTop9 = 0.10160731403473276;
    internal const double CentralTop10 = 0.808483211193022;
    internal const double CentralTop11 = 2.9831897900624273;
    internal const double CentralTop12 = 4.4086415903672105;
    internal const double CentralTop13 = 1.8576291598772685;
    internal const double CentralTop14 = 0.025450910865611097;

    internal const double CentralBottom0 = 3.8656246455480394e-25;
    internal const double CentralBottom1 = 6.243603950902475e-21;
    internal const double CentralBottom2 = 2.0620588950907482e-17;
    internal const double CentralBottom3 = 2.4018551712768954e-14;
    internal const double CentralBottom4 = 1.2240990268283531e-11;
    internal const double CentralBottom5 = 3.046725372444179e-09;
    internal const double CentralBottom6 = 3.936484855376576e-07;
    internal const double CentralBottom7 = 2.728757928241105e-05;
    internal const double CentralBottom8 = 0.0010286570467155308;
    internal const double CentralBottom9 = 0.02102423973054062;
    internal const double CentralBottom10 = 0.22826083302129674;
    internal const double CentralBottom11 = 1.2606333658410815;
    internal const double CentralBottom12 = 3.2691833389636957;
    internal const double CentralBottom13 = 3.4145906325660373;

    internal const double TailTop0 = -9644011.061138436;
    internal const double TailTop1 = -39176157.98739562;
    internal const double TailTop2 = -22460159.41258275;
    internal const double TailTop3 = -13380569.91267325;
    internal const double TailTop4 = -6371401.424982948;
    internal const double TailTop5 = -1061518.9223835284;
    internal const double TailTop6 = -61471.22442204411;
    internal const double TailTop7 = -1175.4721144638513;
    internal const double TailTop8 = -5.571622812421716;
    internal const double TailTop9 = -0.0009617736167339645;

    internal const double TailBottom0 = 3028338.430596243;
    internal const double TailBottom1 = 23525237.350224014;
    internal const double TailBottom2 = 30476323.807282403;
    internal const double TailBottom3 = 15574967.697482469;
    internal const double TailBottom4 = 9440850.768406717;
    internal const double TailBottom5 = 3134759.327334175;
    internal const double TailBottom6 = 390003.3524111712;
    internal const double TailBottom7 = 17857.316900491707;
    internal const double TailBottom8 = 274.0435203849115;



    /// <summary>Where the tails begin: the probability below which the logarithm is used.</summary>
    public const double Split = 1.0 / 512.0;

    /// <summary>
    /// The value that is not exceeded with probability p, within 5 units in the last place; infinite at 0 and 1, NaN outside.
    /// </summary>
    public static double Inverse(double p)
    {
        var m = 1.0 - p < p ? 1.0 - p : p;
        if (!(m < Split))
        {
            var v = Fused.MultiplyAdd(-m, m, m);
            var d = p - 0.5;
            return d * (RootTwoPi + Fused.MultiplyAdd(d * d, CentralTop(v) / CentralBottom(v), RootTwoPiLow));
        }

        if (!(m > 0.0))
        {
            return m < 0.0 ? double.NaN : p < 0.5 ? double.NegativeInfinity : double.PositiveInfinity;
        }

        var t = Math.Sqrt(-Logarithm.Ln(m));
        var x = Fused.MultiplyAdd(t, RootTwo, Fused.MultiplyAdd(t, RootTwoLow, TailTop(t) / TailBottom(t)));
        return p < 0.5 ? -x : x;
    }

    private static double CentralTop(double v)
    {
        var p = Fused.MultiplyAdd(CentralTop14, v, CentralTop13);
        p = Fused.MultiplyAdd(p, v, CentralTop12);
        p = Fused.MultiplyAdd(p, v, CentralTop11);
        p = Fused.MultiplyAdd(p, v, CentralTop10);
        p = Fused.MultiplyAdd(p, v, CentralTop9);
        p = Fused.MultiplyAdd(p, v, CentralTop8);
        p = Fused.MultiplyAdd(p, v, CentralTop7);
        p = Fused.MultiplyAdd(p, v, CentralTop6);
        p = Fused.MultiplyAdd(p, v, CentralTop5);
        p = Fused.MultiplyAdd(p, v, CentralTop4);
        p = Fused.MultiplyAdd(p, v, CentralTop3);
        p = Fused.MultiplyAdd(p, v, CentralTop2);
        p = Fused.MultiplyAdd(p, v, CentralTop1);
        return Fused.MultiplyAdd(p, v, CentralTop0);
    }

    private static double CentralBottom(double v)
    {
        var p = v + CentralBottom13;
        p = Fused.MultiplyAdd(p, v, CentralBottom12);
        p = Fused.MultiplyAdd(p, v, CentralBottom11);
        p = Fused.MultiplyAdd(p, v, CentralBottom10);
        p = Fused.MultiplyAdd(p, v, CentralBottom9);
        p = Fused.MultiplyAdd(p, v, CentralBottom8);
        p = Fused.MultiplyAdd(p, v, CentralBottom7);
        p = Fused.MultiplyAdd(p, v, CentralBottom6);
        p = Fused.MultiplyAdd(p, v, CentralBottom5);
        p = Fused.MultiplyAdd(p, v, CentralBottom4);
        p = Fused.MultiplyAdd(p, v, CentralBottom3);
        p = Fused.MultiplyAdd(p, v, CentralBottom2);
        p = Fused.MultiplyAdd(p, v, CentralBottom1);
        return Fused.MultiplyAdd(p, v, CentralBottom0);
    }

    private static double TailTop(double t)
    {
        var p = Fused.MultiplyAdd(TailTop9, t, TailTop8);
        p = Fused.MultiplyAdd(p, t, TailTop7);
        p = Fused.MultiplyAdd(p, t, TailTop6);
        p = Fused.MultiplyAdd(p, t, TailTop5);
        p = Fused.MultiplyAdd(p, t, TailTop4);
        p = Fused.MultiplyAdd(p, t, TailTop3);
        p = Fused.MultiplyAdd(p, t, TailTop2);
        p = Fused.MultiplyAdd(p, t, TailTop1);
        return Fused.MultiplyAdd(p, t, TailTop0);
    }

    private static double TailBottom(double t)
    {
        var p = t + TailBottom8;
        p = Fused.MultiplyAdd(p, t, TailBottom7);
        p = Fused.MultiplyAdd(p, t, TailBottom6);
        p = Fused.MultiplyAdd(p, t, TailBottom5);
        p = Fused.MultiplyAdd(p, t, TailBottom4);
        p = Fused.MultiplyAdd(p, t, TailBottom3);
        p = Fused.MultiplyAdd(p, t, TailBottom2);
        p = Fused.MultiplyAdd(p, t, TailBottom1);
        return Fused.MultiplyAdd(p, t, TailBottom0);
    }
}
