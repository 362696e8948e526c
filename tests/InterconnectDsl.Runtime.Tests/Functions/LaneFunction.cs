namespace InterconnectDsl.Runtime.Tests.Functions;

/// <summary>A function of the Runtime over an array, at any width; the length must be a multiple of 8.</summary>
public sealed class LaneFunction(string name, double[] x) : ILaneWork
{
    public double[] Results { get; } = new double[x.Length];

    public static double[] Run(string name, double[] x, int lanes)
    {
        var work = new LaneFunction(name, x);
        LaneWidth.Run(ref work, lanes);
        return work.Results;
    }

    public void Run<T>()
        where T : struct, ILanes<T>
    {
        for (var i = 0; i < x.Length; i += T.Count)
        {
            T.Store(Of(T.Load(in x[0], i)), ref Results[0], i);
        }
    }

    private T Of<T>(T v)
        where T : struct, ILanes<T> => name switch
        {
            "exp" => FullPrecision.Exp(v),
            "pow10" => FullPrecision.Pow10(v),
            "from_decibel" => FullPrecision.FromDecibel(v),
            "ln" => FullPrecision.Ln(v),
            "log10" => FullPrecision.Log10(v),
            "to_decibel" => FullPrecision.ToDecibel(v),
            "sin_turns" => Sine(v),
            "cos_turns" => Cosine(v),
            "erfc" => FullPrecision.Erfc(v),
            "erfcx" => FullPrecision.Erfcx(v),
            "normal_cdf" => FullPrecision.NormalCdf(v),
            "normal_inverse" => FullPrecision.NormalInverse(v),
            _ => Reduced(v),
        };

    private T Reduced<T>(T v)
        where T : struct, ILanes<T> => name switch
        {
            "reduced exp" => ReducedPrecision.Exp(v),
            "reduced pow10" => ReducedPrecision.Pow10(v),
            "reduced from_decibel" => ReducedPrecision.FromDecibel(v),
            "reduced ln" => ReducedPrecision.Ln(v),
            "reduced log10" => ReducedPrecision.Log10(v),
            "reduced to_decibel" => ReducedPrecision.ToDecibel(v),
            "reduced sin_turns" => ReducedSine(v),
            "reduced cos_turns" => ReducedCosine(v),
            "reduced erfc" => ReducedPrecision.Erfc(v),
            "reduced erfcx" => ReducedPrecision.Erfcx(v),
            "reduced normal_cdf" => ReducedPrecision.NormalCdf(v),
            "reduced normal_inverse" => ReducedPrecision.NormalInverse(v),
            _ => throw new InvalidOperationException(name),
        };

    private static T Sine<T>(T v)
        where T : struct, ILanes<T>
    {
        FullPrecision.SinCosTurns(v, out var sine, out _);
        return sine;
    }

    private static T Cosine<T>(T v)
        where T : struct, ILanes<T>
    {
        FullPrecision.SinCosTurns(v, out _, out var cosine);
        return cosine;
    }

    private static T ReducedSine<T>(T v)
        where T : struct, ILanes<T>
    {
        ReducedPrecision.SinCosTurns(v, out var sine, out _);
        return sine;
    }

    private static T ReducedCosine<T>(T v)
        where T : struct, ILanes<T>
    {
        ReducedPrecision.SinCosTurns(v, out _, out var cosine);
        return cosine;
    }
}
