using System.Globalization;
using System.Text.Json;

namespace InterconnectDsl.Library.Tests.Oracles;

/// <summary>The moments of a link of eight scattering elements, as computed exactly, and as numpy found them in up to a million samples.</summary>
public class MonteCarloTests
{
    private static readonly Lazy<EvaluatedDesign> Link = new(() => EvaluatedDesign.OfText("""
        use icx.spread.{clipped_mean, clipped_deviation, root_sum_square, root_n, chance_below, normal_quantile}
        kind chain : node {
          connector      : optical_gain = clipped_mean(0.25 dB, 0.10 dB)
          connector_sd   : optical_gain = clipped_deviation(0.25 dB, 0.10 dB)
          mean           : optical_gain = 1.0 dB - 1.5 dB - 4 * connector - 0.8 dB - 1.5 dB + 6.0 dB
          deviation      : optical_gain = root_sum_square(root_sum_square(0.5 dB, root_n(2, 0.2 dB)), root_n(4, connector_sd))
        }
        design Spread { chain link }

        """));

    [Fact]
    public void Closed_forms_agree_with_the_exact_moments()
    {
        if (Open() is not { } result)
        {
            return;
        }

        var exact = result.RootElement.GetProperty("exact");
        Near(exact.GetProperty("connector_mean").GetDouble(), "link.connector in dB");
        Near(exact.GetProperty("connector_var").GetDouble(), "(link.connector_sd in dB) ^ 2");
        Near(exact.GetProperty("mean").GetDouble(), "link.mean in dB");
        Near(exact.GetProperty("std").GetDouble(), "link.deviation in dB");
    }

    [Fact]
    public void Samples_of_numpy_lie_within_five_standard_errors_of_them()
    {
        if (Open() is not { } result)
        {
            return;
        }

        var (mean, deviation) = (Link.Value.Number("link.mean in dB"), Link.Value.Number("link.deviation in dB"));
        foreach (var run in result.RootElement.GetProperty("numpy").EnumerateArray())
        {
            var n = run.GetProperty("n").GetDouble();
            Assert.Equal(mean, run.GetProperty("mean").GetDouble(), 5 * deviation / Math.Sqrt(n));
            Assert.Equal(deviation, run.GetProperty("std").GetDouble(), 5 * deviation / Math.Sqrt(2 * n));

            // Of nearly normal samples a quantile scatters with sqrt(p (1 - p) / n) over the density there; 0.01 dB is what clipping bends.
            var tenth = Link.Value.Number("normal_quantile(1 %, link.mean, link.deviation) in dB");
            Assert.Equal(tenth, run.GetProperty("q01").GetDouble(), (5 * Math.Sqrt(0.0099 / n) * deviation / 0.0267) + 0.01);
        }
    }

    private static JsonDocument? Open() => Oracle.Find("montecarlo") is { } folder ? JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "result.json"))) : null;

    private static void Near(double exact, string expression) => Assert.Equal(exact, Link.Value.Number(expression), 1e-9 * Math.Abs(exact));
}
