using InterconnectDsl.Runtime;
using Generated = InterconnectDsl.Benchmarks.LinkMargin;

namespace InterconnectDsl.Benchmarks.Kernels;

/// <summary>The same model as the class that the generator made of its icx file when this project was built.</summary>
internal sealed class GeneratedMargin
{
    private const ulong Seed = 12345;
    private const int Points = 1 << 14;

    private readonly double[] laserPower = Normal(1, 0.5, 0.5);
    private readonly double[] sourceMate = Normal(2, 0.25, 0.10);
    private readonly double[] offsetX = Normal(3, 0, 0.6);
    private readonly double[] offsetY = Normal(4, 0, 0.6);
    private readonly double[] couplingOut = Normal(5, 1.3, 0.15);
    private readonly double[] responsivity = Normal(6, 0.95, 0.03);
    private readonly double[] noise = Normal(7, 16, 1.2);
    private readonly double[] intensity = Normal(8, -148, 1.5);
    private readonly double[] warming = Uniform(9, 0, 60);
    private readonly double[] modulator = Triangular(10, 3.0, 3.6, 5.0);
    private readonly double[] extinction = Uniform(11, 4.0, 5.5);
    private readonly double[] wayMate = Triangular(12, 0.10, 0.25, 0.75);
    private readonly double[] margins = new double[Points];
    private readonly double[] errors = new double[Points];
    private readonly double[] closes = new double[Points];

    /// <summary>Draws samples as the kernel emitted at run time does; how many close, and the mean margin.</summary>
    public static (long Passed, double Mean) Sample(long samples, Precision precision, int threads)
    {
        Statistics margin = new(0.0, quantiles: false), error = new(0.0, quantiles: false), closing = new(1.0, quantiles: false);
        var kept = new Generated.Kept { LaneWorstMarginDecibels = margin, LaneErrorRatio = error, LaneCloses = closing };
        Generated.Sample(samples, default, kept, Seed, threads, precision);
        return (closing.Passed, margin.Mean);
    }

    /// <summary>Evaluates points that were drawn before, again and again; how many close, and the mean margin.</summary>
    public (long Passed, double Mean) Batches(long points, Precision precision)
    {
        var inputs = new Generated.Inputs
        {
            LaserPowerDbm = laserPower, SourceMateDecibels = sourceMate, OffsetX = offsetX, OffsetY = offsetY, CouplingOutDecibels = couplingOut,
            Responsivity = responsivity, Noise = noise, IntensityDecibels = intensity, Warming = warming, ModulatorDecibels = modulator,
            ExtinctionDecibels = extinction, WayMateDecibels = wayMate,
        };
        var outputs = new Generated.Outputs { LaneWorstMarginDecibels = margins, LaneErrorRatio = errors, LaneCloses = closes };
        for (long at = 0; at < points; at += Points)
        {
            Generated.EvaluateBatch(Points, inputs, outputs, precision);
        }

        return (closes.LongCount(c => c == 1.0) * (points / Points), margins.Average());
    }

    private static double[] Shares(ulong stream)
    {
        var key = new PhiloxKey(Seed);
        return [.. Enumerable.Range(0, Points).Select(i => Philox.Draw(key, (ulong)i, stream))];
    }

    private static double[] Normal(ulong stream, double mean, double deviation)
    {
        var normals = new double[Points];
        Draws.Normal<Lanes1, FullFunctions<Lanes1>>(Shares(stream), normals);
        return Array.ConvertAll(normals, z => mean + (deviation * z));
    }

    private static double[] Uniform(ulong stream, double low, double high) => Array.ConvertAll(Shares(stream), u => low + ((high - low) * u));

    private static double[] Triangular(ulong stream, double low, double mode, double high) => Array.ConvertAll(
        Shares(stream),
        u => u * (high - low) < mode - low ? low + Math.Sqrt(u * (high - low) * (mode - low)) : high - Math.Sqrt((1 - u) * (high - low) * (high - mode)));
}
