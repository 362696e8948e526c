namespace InterconnectDsl.Runtime.Tests.Functions;

/// <summary>The full-precision functions: the bits of the interpreter at every width, and the error their documentation states.</summary>
public class FullPrecisionTests
{
    private const int Count = 1_000_000;

    // Zeros, subnormal numbers, limits, both kinds of NaN that carry a message, and numbers at which something changes.
    private static readonly double[] Edges =
    [
        0.0, -0.0, 5e-324, -5e-324, 2.2250738585072014e-308, 1e-310, -1e-310, 1.0, -1.0, 0.5, -0.5, 0.49999999999999994, 0.75, 1.5, 0.25, 0.375,
        0.001953125, 0.0019531249999999998, 0.998046875, 0.9999999999999999, 1.0000000000000002, 709.78271289338397, 709.7827128933842, -745.1, -745.2, -708.3,
        -746.0, 750.0, -750.0, 308.25, 308.3, -323.3, -323.6, 3082.5, 3083.0, -3233.0, -3236.0, 26.5, 27.2, 27.3, 28.0, -26.7, -26.6, -27.5, -28.5, 37.5, -37.5,
        38.5, -38.5, 39.0, -39.0, 5.9, -6.0, 1e16, 1e17, 1.0000000000000002e17, 1e100, 1e300, -1e300, double.MaxValue, double.MinValue,
        double.PositiveInfinity, double.NegativeInfinity, double.NaN, 4503599627370495.5, 2251799813685247.75, 2251799813685248.5, 1e15 + 0.25,
        BitConverter.Int64BitsToDouble(0x7FF8_AB5E_0000_0000L), BitConverter.Int64BitsToDouble(0x7FFC_FA11_0000_0007L),
    ];

    public static TheoryData<string> Names => Function.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_width_gives_the_bits_of_the_scalar_function(string name)
    {
        var function = Function.All[name];
        double[] x = [.. Edges, .. new double[(8 - (Edges.Length % 8)) % 8], .. function.Arguments(Count, 11)];
        var expected = x.Select(function.Scalar).ToArray();
        foreach (var lanes in new[] { 1, 2, 4, 8 }.Where(LaneWidth.IsSupported))
        {
            var results = LaneFunction.Run(name, x, lanes);
            for (var i = 0; i < x.Length; i++)
            {
                var (want, got) = (expected[i], results[i]);
                if (Bits(want) != Bits(got) && !(double.IsNaN(want) && double.IsNaN(got)))
                {
                    Assert.Fail($"{name}({x[i]:R}) is {want:R}, not {got:R}, with {lanes} lanes");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_NaN_keeps_its_message(string name)
    {
        foreach (var bits in new[] { 0x7FF8_AB5E_0000_0000L, 0x7FFC_FA11_0000_0007L })
        {
            var x = Enumerable.Repeat(BitConverter.Int64BitsToDouble(bits), 8).ToArray();
            Assert.Equal(bits, BitConverter.DoubleToInt64Bits(Function.All[name].Scalar(x[0])));
            foreach (var lanes in new[] { 1, 2, 4, 8 }.Where(LaneWidth.IsSupported))
            {
                Assert.All(LaneFunction.Run(name, x, lanes), r => Assert.Equal(bits, BitConverter.DoubleToInt64Bits(r)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_million_results_keep_the_stated_bound(string name)
    {
        var function = Function.All[name];
        var x = function.Arguments(Count, 12);
        var results = LaneFunction.Run(name, x, LaneWidth.Best);
        var (worst, where) = (0.0, 0);
        for (var i = 0; i < x.Length; i++)
        {
            var error = name == "normal_inverse" ? Errors.OfQuantile(results[i], x[i]) : Errors.Ulps(results[i], function.Reference(x[i]));
            if (!(error <= worst))
            {
                (worst, where) = (error, i);
            }
        }

        Assert.True(worst <= function.Ulps, $"{name}({x[where]:R}) = {results[where]:R} is off by {worst:0.000} units in the last place");
    }

    private static long Bits(double x) => BitConverter.DoubleToInt64Bits(x);
}
