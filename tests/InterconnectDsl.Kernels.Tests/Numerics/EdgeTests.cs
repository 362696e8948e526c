using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Tests.Numerics;

/// <summary>Zeros, infinities, NaN, the ends of the range, and what must be exact.</summary>
public class EdgeTests
{
    private const double Infinity = double.PositiveInfinity;

    public static TheoryData<string, double, double> Limits => new()
    {
        { "exp", 0, 1 }, { "exp", Infinity, Infinity }, { "exp", -Infinity, 0 }, { "exp", 710, Infinity }, { "exp", -746, 0 },
        { "expm1", 0, 0 }, { "expm1", Infinity, Infinity }, { "expm1", -Infinity, -1 }, { "expm1", -50, -1 }, { "expm1", 5e-324, 5e-324 },
        { "pow10", 0, 1 }, { "pow10", 3, 1000 }, { "pow10", -2, 0.01 }, { "pow10", 22, 1e22 }, { "pow10", 309, Infinity }, { "pow10", -330, 0 },
        { "from_decibel", 0, 1 }, { "from_decibel", 30, 1000 }, { "from_decibel", -30, 0.001 }, { "from_decibel", 3090, Infinity },
        { "from_decibel", -Infinity, 0 }, { "ln", 1, 0 }, { "ln", 0, -Infinity }, { "ln", Infinity, Infinity }, { "ln", -1, double.NaN },
        { "ln1p", 0, 0 }, { "ln1p", -1, -Infinity }, { "ln1p", -2, double.NaN }, { "ln1p", Infinity, Infinity }, { "ln1p", 1e-300, 1e-300 },
        { "log10", 1000, 3 }, { "log10", 1e-5, -5 }, { "log10", 1e22, 22 }, { "log10", 0, -Infinity }, { "log10", -0.1, double.NaN },
        { "log2", 1024, 10 }, { "log2", 5e-324, -1074 }, { "log2", 0.125, -3 }, { "to_decibel", 0.01, -20 }, { "to_decibel", 1000, 30 },
        { "sin", 0, 0 }, { "sin", Infinity, double.NaN }, { "cos", 0, 1 }, { "cos", -Infinity, double.NaN }, { "tan", 0, 0 },
        { "erf", 0, 0 }, { "erf", Infinity, 1 }, { "erf", -Infinity, -1 }, { "erfc", 0, 1 }, { "erfc", Infinity, 0 }, { "erfc", -Infinity, 2 },
        { "erfc", 28, 0 }, { "erfcx", 0, 1 }, { "erfcx", Infinity, 0 }, { "erfcx", -Infinity, Infinity },
        { "normal_cdf", 0, 0.5 }, { "normal_cdf", Infinity, 1 }, { "normal_cdf", -Infinity, 0 },
        { "normal_inverse", 0.5, 0 }, { "normal_inverse", 0, -Infinity }, { "normal_inverse", 1, Infinity }, { "normal_inverse", 1.5, double.NaN },
        { "ln_gamma", 1, 0 }, { "ln_gamma", 2, 0 }, { "ln_gamma", 0, Infinity }, { "ln_gamma", -3, Infinity }, { "ln_gamma", Infinity, Infinity },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_limit_is_exact(string name, double x, double expected) => Assert.Equal(expected, AccuracyTests.Function(name)(new[] { x }));

    [Theory]
    [MemberData(nameof(AccuracyTests.Names), MemberType = typeof(AccuracyTests))]
    public void NaN_stays_NaN(string name)
    {
        var function = AccuracyTests.Function(name);

        Assert.True(double.IsNaN(function(new[] { double.NaN, double.NaN, double.NaN })));
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, double.NaN, 1)]
    [InlineData(double.NaN, 0, 1)]
    [InlineData(2, 10, 1024)]
    [InlineData(-2, 3, -8)]
    [InlineData(-2, -2, 0.25)]
    [InlineData(-8, 0.3333, double.NaN)]
    [InlineData(0, -1, Infinity)]
    [InlineData(0, 2.5, 0)]
    [InlineData(10, 400, Infinity)]
    [InlineData(10, -400, 0)]
    [InlineData(0.5, 1074, 5e-324)]
    [InlineData(Infinity, -1, 0)]
    [InlineData(-Infinity, 3, -Infinity)]
    [InlineData(0.9, Infinity, 0)]
    [InlineData(1.1, 1e300, Infinity)]
    [InlineData(3, 1, 3)]
    [InlineData(1.5, 2, 2.25)]
    public void A_power_with_an_exact_result_is_exact(double x, double y, double expected) => Assert.Equal(expected, Power.Pow(x, y));

    [Theory]
    [InlineData(3, 4, 5)]
    [InlineData(-5, 12, 13)]
    [InlineData(0, 0, 0)]
    [InlineData(3e200, 4e200, 5e200)]
    [InlineData(0, -7, 7)]
    [InlineData(Infinity, double.NaN, Infinity)]
    public void A_hypotenuse(double x, double y, double expected) => Assert.Equal(expected, Power.Hypot(x, y), expected * 3e-16);

    [Fact]
    public void The_angles_of_the_axes_are_those_of_the_runtime()
    {
        foreach (var y in new[] { 0.0, -0.0, 1.0, -1.0, 1e-320, double.NegativeInfinity, Infinity })
        {
            foreach (var x in new[] { 0.0, -0.0, 1.0, -1.0, 1e-320, double.NegativeInfinity, Infinity })
            {
                Assert.Equal(Math.Atan2(y, x), ArcTangent.Atan2(y, x), 4.5e-16);
                Assert.Equal(double.IsNegative(Math.Atan2(y, x)), double.IsNegative(ArcTangent.Atan2(y, x)));
            }
        }
    }

    [Theory]
    [InlineData(5, 2, 10)]
    [InlineData(52, 5, 2598960)]
    [InlineData(7, 0, 1)]
    [InlineData(7, 7, 1)]
    public void Ways_to_choose(double n, double k, double ways) => Assert.Equal(Logarithm.Ln(ways), Binomial.LnChoose(n, k), 1e-14);

    [Theory]
    [InlineData(0, 5, 0.3, 1)]
    [InlineData(6, 5, 0.3, 0)]
    [InlineData(5, 5, 0.5, 0.03125)]
    [InlineData(1, 2, 0.5, 0.75)]
    [InlineData(3, 8, 0.0, 0)]
    [InlineData(3, 8, 1.0, 1)]
    [InlineData(0, 0, 0.5, 1)]
    [InlineData(2.5, 8, 0.5, double.NaN)]
    [InlineData(2, 8, 1.5, double.NaN)]
    [InlineData(2, -1, 0.5, double.NaN)]
    public void At_least_so_many_of_so_many(double k, double n, double r, double expected) =>
        Assert.Equal(expected, Binomial.AtLeast(k, n, r), 1e-15);

    [Theory]
    [InlineData(0, 1, 1, double.NaN)]
    [InlineData(544, 15, 0, 0)]
    [InlineData(544, 15, 1, 1)]
    [InlineData(544, -1, 0.1, 1)]
    [InlineData(544, 15, -0.1, double.NaN)]
    public void Codewords_at_the_ends(double n, double t, double ber, double expected)
    {
        var result = Binomial.RsUncorrectable(n, t, ber);
        Assert.True(n == 0 ? result == 0 : result.Equals(expected));
    }

    [Theory]
    [InlineData(0, 4, 0)]
    [InlineData(1, 4, Infinity)]
    [InlineData(0.5, 0, double.NaN)]
    [InlineData(1.5, 4, double.NaN)]
    public void Bounds_at_the_ends(double probability, double degrees, double expected) =>
        Assert.Equal(expected, ChiSquared.Upper(probability, degrees));
}
