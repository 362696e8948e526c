using InterconnectDsl.Runtime;

namespace InterconnectDsl.Benchmarks.Kernels;

/// <summary>The model of link_margin.icx as anybody would write it in C#, number by number, with System.Math; it lacks erfc, so a textbook's stands in.</summary>
internal static class NaiveMargin
{
    private const double PerDecibel = 0.23025850929940456;

    public static (long Passed, double Mean) Run(long samples)
    {
        var key = new PhiloxKey(12345);
        var (passed, sum, squares, least, most, errors) = (0L, 0.0, 0.0, double.MaxValue, double.MinValue, 0.0);
        var bins = new long[256];
        Span<double> u = stackalloc double[12];
        Span<double> g = stackalloc double[8];
        for (long i = 0; i < samples; i++)
        {
            // Any four words will do for four numbers.
            for (uint block = 0; block < 3; block++)
            {
                var (a, b, c, d) = Philox.Words(key, (ulong)i, block);
                (u[4 * (int)block], u[(4 * (int)block) + 1]) = (Draws.Uniform(a), Draws.Uniform(b));
                (u[(4 * (int)block) + 2], u[(4 * (int)block) + 3]) = (Draws.Uniform(c), Draws.Uniform(d));
            }

            for (var k = 0; k < 4; k++)
            {
                var radius = Math.Sqrt(-2.0 * Math.Log(u[2 * k]));
                var (s, c) = Math.SinCos(2.0 * Math.PI * u[(2 * k) + 1]);
                (g[2 * k], g[(2 * k) + 1]) = (radius * c, radius * s);
            }

            var (q, one) = Eye(u, g);
            var error = 0.375 * Erfc(0.7071067811865476 * q);
            var margin = 10.0 * Math.Log10(q / 3.4);
            sum += margin;
            squares += margin * margin;
            errors += error;
            least = Math.Min(least, margin);
            most = Math.Max(most, margin);
            passed += error < 2.4e-4 && one < 2.0 ? 1 : 0;
            bins[Math.Clamp((int)((margin + 6.0) * 16.0), 0, 255)]++;
        }

        return (passed, sum / samples);
    }

    private static (double Q, double One) Eye(ReadOnlySpan<double> u, ReadOnlySpan<double> g)
    {
        var warming = 60.0 * u[8];
        var loss = Math.Max(0.05, 0.25 + (0.1 * g[1])) + 1.2 + (0.20524314 * 0.36 * ((g[2] * g[2]) + (g[3] * g[3]))) + Triangle(u[9], 3.0, 3.6, 5.0)
            + 1.3 + (0.15 * g[4]) + (2.0 * Triangle(u[11], 0.10, 0.25, 0.75)) + 0.35 + (0.02 * warming);
        var received = Math.Exp(PerDecibel * (0.5 + (0.5 * g[0]) - loss));
        var contrast = Math.Exp(PerDecibel * (4.0 + (1.5 * u[10])));
        var crosstalk = Math.Exp(PerDecibel * 0.5 * ((0.05 * warming) - 32.0));
        var zero = (0.95 + (0.03 * g[5])) * (2.0 * received / (contrast + 1.0));
        var one = zero * contrast;
        var density = (16.0 + (1.2 * g[6])) * (1.0 + (0.002 * warming));
        var thermal = density * density * 4e-8;
        var relative = Math.Exp(PerDecibel * (-148.0 + (1.5 * g[7]))) * 4e10;
        var noise = Math.Sqrt(thermal + (one * (1.2816e-5 + (relative * one)))) + Math.Sqrt(thermal + (zero * (1.2816e-5 + (relative * zero))));
        return ((one - zero) * ((1.0 - (2.0 * crosstalk)) / 3.0) / noise, one);
    }

    private static double Triangle(double u, double a, double c, double b) => u < (c - a) / (b - a)
        ? a + Math.Sqrt(u * (b - a) * (c - a))
        : b - Math.Sqrt((1.0 - u) * (b - a) * (b - c));

    // Abramowitz and Stegun, 7.1.26: seven digits.
    private static double Erfc(double x)
    {
        var t = 1.0 / (1.0 + (0.3275911 * x));
        return t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429)))))))) * Math.Exp(-x * x);
    }
}
