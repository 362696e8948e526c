using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Tests.Numerics;

/// <summary>The functions give the figures that the field publishes.</summary>
public class WorkedNumbersTests
{
    [Theory]
    [InlineData(2.4e-4, 3.4917)]
    [InlineData(1e-6, 4.7534)]
    [InlineData(1e-12, 7.0345)]
    public void The_Q_of_an_NRZ_bit_error_ratio(double ber, double q)
    {
        Assert.Equal(q, -NormalDistribution.Inverse(ber), 4);
        Assert.Equal(1.0, 0.5 * ErrorFunction.Erfc(q / Math.Sqrt(2)) / ber, 3e-4);
    }

    [Theory]
    [InlineData(2.4e-4, 3.4141, 17.655)]
    [InlineData(1e-6, 4.6950, 20.42)]
    [InlineData(4.8e-3, 2.489, 14.91)]
    public void The_Q_and_the_signal_to_noise_ratio_of_a_PAM4_bit_error_ratio(double ber, double q, double decibel)
    {
        var computed = -NormalDistribution.Inverse(ber / 0.75);

        Assert.Equal(q, computed, 6e-4);
        Assert.Equal(decibel, Logarithm.ToDecibel(5 * computed * computed), 6e-3);
    }

    [Fact]
    public void The_penalty_of_PAM4_at_equal_OMA() => Assert.Equal(4.771, Logarithm.ToDecibel(3), 3);

    [Theory]
    [InlineData(2.4e-4, 8.1516e-13, 5e-18)]
    [InlineData(1e-3, 1.530e-4, 5e-8)]
    public void Uncorrectable_codewords_of_RS_544_514(double ber, double published, double rounding) =>
        Assert.Equal(published, Binomial.RsUncorrectable(544, 15, ber), rounding);

    [Theory]
    [InlineData(1, 9.22e-13, 5e-16)]
    [InlineData(2, 1.737e-12, 5e-16)]
    [InlineData(4, 3.368e-12, 5e-16)]
    public void The_frame_loss_ratio_at_an_interleave_depth(int depth, double published, double rounding)
    {
        var frames = 5120.0 / 672.0;

        Assert.Equal(published, Binomial.RsUncorrectable(544, 15, 2.4e-4) * (depth + (1 / frames)), rounding);
    }

    [Fact]
    public void Eight_lasers_of_50_FIT_over_five_years_without_and_with_one_spare()
    {
        var works = Exponential.Exp(-50.0 * 43_830 / 1e9);

        Assert.Equal(0.997811, works, 6);
        Assert.Equal(0.982621, Binomial.AtLeast(8, 8, works), 6);
        Assert.Equal(0.999829, Binomial.AtLeast(8, 9, works), 6);
    }

    [Fact]
    public void The_annual_failure_rate_of_9850_FIT() => Assert.Equal(0.0827, -Exponential.ExpM1(-8766 * 9850 / 1e9), 4);

    [Fact]
    public void Without_a_failure_the_bound_is_the_logarithm()
    {
        Assert.Equal(-Logarithm.Ln(0.4), ChiSquared.Upper(0.6, 2) / 2, 15);
        Assert.Equal(5.991464547107982, ChiSquared.Upper(0.95, 2), 13);
    }

    [Fact]
    public void The_Arrhenius_factor_from_50_to_70_degrees()
    {
        const double Boltzmann = 8.617333262e-5; // eV/K, CODATA 2018

        Assert.Equal(4.328, Exponential.Exp(0.7 / Boltzmann * ((1 / 323.15) - (1 / 343.15))), 3);
    }

    [Fact]
    public void A_half_micrometre_of_misalignment_costs_a_twentieth_of_a_decibel()
    {
        // Two equal Gaussian modes of 9.2 um mode field diameter, offset d: exp(-d²/w²) with w = 4.6 um.
        var loss = -Logarithm.ToDecibel(Exponential.Exp(-(0.5 * 0.5) / (4.6 * 4.6)));

        Assert.Equal(0.05, loss, 2);
    }
}
