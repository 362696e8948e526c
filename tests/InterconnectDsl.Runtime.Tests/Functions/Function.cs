using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime.Tests.Functions;

/// <summary>What is known of each function: the scalar one, its reference, its bounds, and where to try it.</summary>
public sealed record Function(Func<double, double> Scalar, Func<double, (Precise Value, int Exponent)> Reference, double Ulps, Func<System.Random, double> Argument)
{
    public static readonly IReadOnlyDictionary<string, Function> All = new Dictionary<string, Function>(StringComparer.Ordinal)
    {
        ["exp"] = new(Exponential.Exp, x => References.Exp(x), 0.52, r => Mixed(r, -708.3, 709.7)),
        ["pow10"] = new(Exponential.Pow10, References.Pow10, 0.52, r => Mixed(r, -307.6, 308.2)),
        ["from_decibel"] = new(Exponential.FromDecibel, References.FromDecibel, 0.52, r => Mixed(r, -3076, 3082)),
        ["ln"] = new(Logarithm.Ln, x => (References.Ln(x), 0), 0.52, Positive),
        ["log10"] = new(Logarithm.Log10, x => (References.Log10(x), 0), 0.52, Positive),
        ["to_decibel"] = new(Logarithm.ToDecibel, x => (References.ToDecibel(x), 0), 0.52, Positive),
        ["sin_turns"] = new(u => Trigonometry.SinCosTurns(u).Sine, u => (References.SinCosTurns(u).Sine, 0), 1.0, r => Mixed(r, -100, 100)),
        ["cos_turns"] = new(u => Trigonometry.SinCosTurns(u).Cosine, u => (References.SinCosTurns(u).Cosine, 0), 1.1, r => Mixed(r, -100, 100)),
        ["erfc"] = new(ErrorFunction.Erfc, x => References.Erfc(x), 4.0, r => Mixed(r, -7, 26.5)),
        ["erfcx"] = new(ErrorFunction.Erfcx, x => References.Erfcx(x), 4.0, r => Mixed(r, -26.5, 60)),
        ["normal_cdf"] = new(NormalDistribution.Cdf, References.NormalCdf, 6.0, r => Mixed(r, -37.4, 9)),
        ["normal_inverse"] = new(NormalDistribution.Inverse, _ => throw new InvalidOperationException("judged by the probability of its result"), 5.0, Probability),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public double[] Arguments(int count, int seed)
    {
        var random = new System.Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Argument(random))];
    }

    // Over the whole range, around the middle, and close to 0.
    private static double Mixed(System.Random random, double low, double high) => random.Next(4) switch
    {
        0 => low + ((high - low) * random.NextDouble()),
        1 => 0.02 * (low + ((high - low) * random.NextDouble())),
        2 => Math.Clamp(6.0 * (random.NextDouble() - 0.5), low, high),
        _ => (random.Next(2) == 0 ? 1.0 : -1.0) * Math.Pow(10.0, -15.0 * random.NextDouble()),
    };

    // Over all exponents, over a few decades, and around 1.
    private static double Positive(System.Random random) => random.Next(3) switch
    {
        0 => Math.ScaleB(1.0 + random.NextDouble(), random.Next(-1022, 1024)),
        1 => Math.Pow(10.0, 6.0 * (random.NextDouble() - 0.5)),
        _ => 1.0 + ((random.NextDouble() - 0.5) * Math.Pow(10.0, -8.0 * random.NextDouble())),
    };

    private static double Probability(System.Random random) => random.Next(3) switch
    {
        0 => random.NextDouble(),
        1 => Math.Pow(10.0, -300.0 * random.NextDouble()),
        _ => Math.Pow(10.0, -4.0 * random.NextDouble()),
    };
}
