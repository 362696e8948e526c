namespace InterconnectDsl.Runtime.Tests.Functions;

/// <summary>The reduced functions: the error their documentation states at every width, and exact limits.</summary>
public class ReducedPrecisionTests
{
    private const int Count = 1_000_000;

    private static readonly Dictionary<string, double> Bounds = new(StringComparer.Ordinal)
    {
        ["exp"] = 1.2e-9, ["pow10"] = 1.2e-9, ["from_decibel"] = 1.2e-9, ["ln"] = 5.5e-9, ["log10"] = 5.5e-9, ["to_decibel"] = 5.5e-9,
        ["sin_turns"] = 5e-9, ["cos_turns"] = 5e-9, ["erfc"] = 1e-8, ["erfcx"] = 1e-8, ["normal_cdf"] = 1e-8, ["normal_inverse"] = 1e-8,
    };

    public static TheoryData<string> Names => Function.Names;

    // Full precision, which is held to a reference of its own, is the reference here.
    [Theory]
    [MemberData(nameof(Names))]
    public void A_million_results_keep_the_stated_bound_at_every_width(string name)
    {
        var x = Function.All[name].Arguments(Count, 14);
        var full = LaneFunction.Run(name, x, LaneWidth.Best);
        var absolute = name.EndsWith("turns", StringComparison.Ordinal);
        double[]? others = null;
        foreach (var lanes in new[] { 1, 2, 4, 8 }.Where(LaneWidth.IsSupported))
        {
            var results = LaneFunction.Run("reduced " + name, x, lanes);
            var (worst, where) = (0.0, 0);
            for (var i = 0; i < x.Length; i++)
            {
                var error = Math.Abs(results[i] - full[i]) / (absolute || full[i] == 0.0 ? 1.0 : Math.Abs(full[i]));
                (worst, where) = error <= worst ? (worst, where) : (error, i);
            }

            Assert.True(worst <= Bounds[name], $"{name}({x[where]:R}) is {full[where]:R}, not {results[where]:R}, with {lanes} lanes: {worst:E3}");

            // Only AVX-512 has instructions of its own for reciprocals and roots.
            if (lanes < 8)
            {
                others ??= results;
                Assert.Equal(others, results);
            }
        }
    }

    [Theory]
    [InlineData("exp", double.NegativeInfinity, 0.0)]
    [InlineData("exp", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("exp", -800.0, 0.0)]
    [InlineData("exp", 710.0, double.PositiveInfinity)]
    [InlineData("pow10", 309.0, double.PositiveInfinity)]
    [InlineData("pow10", -400.0, 0.0)]
    [InlineData("from_decibel", 3090.0, double.PositiveInfinity)]
    [InlineData("from_decibel", double.NegativeInfinity, 0.0)]
    [InlineData("ln", 0.0, double.NegativeInfinity)]
    [InlineData("ln", 1.0, 0.0)]
    [InlineData("ln", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("ln", -1.0, double.NaN)]
    [InlineData("log10", 0.0, double.NegativeInfinity)]
    [InlineData("to_decibel", 1.0, 0.0)]
    [InlineData("to_decibel", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("sin_turns", 0.0, 0.0)]
    [InlineData("sin_turns", double.PositiveInfinity, double.NaN)]
    [InlineData("cos_turns", 0.25, 0.0)]
    [InlineData("cos_turns", 0.0, 1.0)]
    [InlineData("erfc", double.PositiveInfinity, 0.0)]
    [InlineData("erfc", double.NegativeInfinity, 2.0)]
    [InlineData("erfcx", double.PositiveInfinity, 0.0)]
    [InlineData("erfcx", double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData("normal_cdf", double.NegativeInfinity, 0.0)]
    [InlineData("normal_cdf", double.PositiveInfinity, 1.0)]
    [InlineData("normal_inverse", 0.0, double.NegativeInfinity)]
    [InlineData("normal_inverse", 1.0, double.PositiveInfinity)]
    [InlineData("normal_inverse", 0.5, 0.0)]
    [InlineData("normal_inverse", 1.5, double.NaN)]
    [InlineData("normal_inverse", -0.5, double.NaN)]
    public void A_limit_is_exact(string name, double x, double expected)
    {
        foreach (var lanes in new[] { 1, 2, 4, 8 }.Where(LaneWidth.IsSupported))
        {
            Assert.All(LaneFunction.Run("reduced " + name, [.. Enumerable.Repeat(x, 8)], lanes), y => Assert.Equal(expected, y));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_NaN_keeps_its_message(string name)
    {
        const long Bits = 0x7FFC_FA11_0000_0007L;
        foreach (var lanes in new[] { 1, 2, 4, 8 }.Where(LaneWidth.IsSupported))
        {
            var x = Enumerable.Repeat(BitConverter.Int64BitsToDouble(Bits), 8).ToArray();
            Assert.All(LaneFunction.Run("reduced " + name, x, lanes), y => Assert.Equal(Bits, BitConverter.DoubleToInt64Bits(y)));
        }
    }
}
