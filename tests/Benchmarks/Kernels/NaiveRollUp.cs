using System.Diagnostics;

namespace InterconnectDsl.Benchmarks.Kernels;

/// <summary>The model of roll_up.icx as anybody would write it in C#: loops, and System.Math.</summary>
internal static class NaiveRollUp
{
    private const int Lanes = 512;
    private const double PerDecibel = 0.23025850929940456;

    private static readonly double[] Fiber = Scattered(0.6180339887, 0.3, 30);
    private static readonly double[] Mates = Scattered(0.7548776662, 2, 6);
    private static readonly double[] MateLoss = Scattered(0.5698402910, 0.15, 0.45);
    private static readonly double[] Coupling = Scattered(0.8191725134, 1.2, 2.2);
    private static readonly double[] Drift = Scattered(0.6710436067, 0.00001, 0.0004);
    private static readonly double[] Responsivity = Scattered(0.5497004779, 0.85, 1);
    private static readonly double[] Noise = Scattered(0.8566748838, 14, 19);
    private static readonly double[] Extinction = Scattered(0.7338918566, 3.5, 6);
    private static readonly double[] Trace = Scattered(0.6287067210, 2, 12);
    private static readonly double[] Energy = Scattered(0.5385972572, 2, 5);
    private static readonly double[] Leak = Scattered(0.8812714616, 1, 6);

    public static Round? Run()
    {
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var (sum, failures, power) = (0.0, 0L, 0.0);
        for (var t = 0; t < 25; t++)
        {
            for (var p = 0; p < 20; p++)
            {
                for (var r = 0; r < 20; r++)
                {
                    var (worst, failed, drawn) = Point(25.0 + (60.0 * t / 24), 4.0 + (8.0 * p / 19), 56.0 + (56.0 * r / 19));
                    sum += worst;
                    failures += failed;
                    power += drawn;
                }
            }
        }

        GC.KeepAlive(power);
        return new((Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds * 1e3, 10_000L * Lanes, failures, sum);
    }

    private static (double Worst, int Failed, double Drawn) Point(double ambient, double laser, double rate)
    {
        var (worst, failed, drawn) = (double.PositiveInfinity, 0, 0.0);
        for (var l = 0; l < Lanes; l++)
        {
            var warming = ambient - 25.0;
            var loss = (0.0004 * Fiber[l]) + (Mates[l] * MateLoss[l] * (1.0 + (0.001 * warming))) + Coupling[l] + (Drift[l] * warming * warming) + 3.6;
            var received = Math.Exp(PerDecibel * (laser - ((0.02 * warming) + loss)));
            var contrast = Math.Exp(PerDecibel * Extinction[l]);
            var slope = Math.Exp(PerDecibel * -0.025 * Trace[l] * Math.Sqrt(rate / 56.0));
            var bandwidth = 0.6e9 * rate;
            var zero = Responsivity[l] * 2.0 / (contrast + 1.0) * received;
            var one = zero * contrast;
            var thermal = Noise[l] * Noise[l] * (1.0 + (0.002 * warming)) * 1e-18 * bandwidth;
            var noise = Math.Sqrt(thermal + (one * ((3.204e-16 * bandwidth) + (1.6e-15 * bandwidth * one))))
                + Math.Sqrt(thermal + (zero * ((3.204e-16 * bandwidth) + (1.6e-15 * bandwidth * zero))));
            var margin = 10.0 * Math.Log10((one - zero) * slope / 3.0 / noise / 3.4);
            worst = Math.Min(worst, margin);
            failed += margin < 0.0 ? 1 : 0;
            drawn += (0.001 * Math.Exp(PerDecibel * laser) / (0.15 - (0.0008 * warming))) + (Energy[l] * 0.001 * rate * (1.0 + (0.001 * warming))) + (Leak[l] * 0.0001 * (95.0 - ambient));
        }

        return (worst, failed, drawn);
    }

    private static double[] Scattered(double step, double low, double high) =>
        [.. Enumerable.Range(0, Lanes).Select(i => low + ((high - low) * ((i * step) - Math.Floor(i * step))))];
}
