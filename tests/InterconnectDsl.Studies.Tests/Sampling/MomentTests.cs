using System.Text.Json;
using InterconnectDsl.Runtime;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Studies.Tests.Sampling;

/// <summary>
/// A link of eight scattering elements, as a design that is sampled: against moments worked by hand, and against those that numpy and an exact computation gave,
/// where they are at hand (oracle montecarlo).
/// </summary>
public class MomentTests
{
    private const int Count = 1 << 20;

    // Connectors that scatter below zero lose nothing: max(0, N(0.25, 0.10)).
    private const string Text = """
        module lab.chain
        param tx      : optical_gain ~ normal(1.0 dB, 0.5 dB)
        param into    : optical_gain ~ normal(1.5 dB, 0.2 dB)
        param out_of  : optical_gain ~ normal(1.5 dB, 0.2 dB)
        kind mate : node {
          raw  : optical_gain ~ normal(0.25 dB, 0.10 dB)
          loss : optical_gain = max(0 dB, raw)
        }
        kind chain : node {
          link_margin : optical_gain = tx - into - sum(m.loss for m : mate) - 0.8 dB - out_of + 6.0 dB
        }
        design Chain {
          mate mpo[4]
          chain link
        }
        """;

    // With a = 2.5, Phi(a) = 0.9937903346742238 and phi(a) = 0.01752830049356854: the mean of a connector is 0.25 Phi + 0.1 phi, its mean square
    // (0.25² + 0.1²) Phi + 0.25 * 0.1 phi.
    private const double ConnectorMean = (0.25 * 0.9937903346742238) + (0.1 * 0.01752830049356854);
    private const double ConnectorVariance = (0.0725 * 0.9937903346742238) + (0.025 * 0.01752830049356854) - (ConnectorMean * ConnectorMean);
    private const double Mean = 1.0 - 1.5 - (4 * ConnectorMean) - 0.8 - 1.5 + 6.0;
    private const double Variance = 0.25 + 0.04 + 0.04 + (4 * ConnectorVariance);

    private static readonly Lazy<Sampled> Chain = new(() => Sampled.Of(Text));

    [Fact]
    public void Samples_have_the_moments_worked_by_hand()
    {
        var connector = Chain.Value.Moments("mpo[2].loss in dB", Count);
        Assert.Equal(ConnectorMean, connector.Mean, 4 * Math.Sqrt(ConnectorVariance / Count));
        Assert.Equal(ConnectorVariance, connector.Variance, 4 * ConnectorVariance * Math.Sqrt(2.0 / Count));
        Assert.Equal(0.0, connector.Minimum);

        var margin = Chain.Value.Moments("link.link_margin in dB", Count);
        Assert.Equal(Mean, margin.Mean, 4 * Math.Sqrt(Variance / Count));
        Assert.Equal(Variance, margin.Variance, 4 * Variance * Math.Sqrt(2.0 / Count));
    }

    [Fact]
    public void Samples_agree_with_the_exact_moments_and_the_quantiles_of_numpy()
    {
        if (Oracles.Find("montecarlo") is not { } folder)
        {
            Console.WriteLine("skipped: the numbers of montecarlo are not here; name their folder in ICX_SHARED to compare with them");
            return;
        }

        using var result = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "result.json")));
        double Exact(string name) => result.RootElement.GetProperty("exact").GetProperty(name).GetDouble();
        var deviation = Exact("std");
        Assert.Equal(ConnectorMean, Exact("connector_mean"), 1e-12);
        Assert.Equal(ConnectorVariance, Exact("connector_var"), 1e-12);

        var statistics = new Statistics();
        statistics.Add(0, Chain.Value.All("link.link_margin in dB", Count));
        Assert.Equal(Exact("mean"), statistics.Mean, 4 * deviation / Math.Sqrt(Count));
        Assert.Equal(deviation, statistics.Deviation, 4 * deviation / Math.Sqrt(2.0 * Count));

        // Two samplings of a million differ by no more than sqrt(2) times what each scatters: sqrt(p (1 - p) / n) over the density of the nearly normal margin.
        var numpy = result.RootElement.GetProperty("numpy").EnumerateArray().Last();
        foreach (var (name, share, density) in new[] { ("q001", 0.001, 0.0034), ("q01", 0.01, 0.0267), ("q50", 0.5, 0.399), ("q99", 0.99, 0.0267), ("q999", 0.999, 0.0034) })
        {
            var scatter = Math.Sqrt(2 * share * (1 - share) / 1e6) * deviation / density;
            Assert.Equal(numpy.GetProperty(name).GetDouble(), statistics.Quantile(share), (4 * scatter) + (QuantileSketch.RelativeError * 4));
        }

        var fails = numpy.GetProperty("p_fail").GetDouble();
        Assert.Equal(fails, 1 - statistics.Yield, 4 * Math.Sqrt(2 * fails / 1e6));
    }
}
