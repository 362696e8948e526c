namespace InterconnectDsl.Runtime.Tests.Statistics;

/// <summary>Quantiles within the stated error of the sorted samples.</summary>
public class QuantileSketchTests
{
    private static readonly double[] Shares = [0.0, 1e-4, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.9999, 1.0];

    public static TheoryData<string> Shapes => ["around zero", "many decades", "steps", "all negative"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_quantile_is_within_the_error_of_the_sorted_sample(string shape)
    {
        var samples = Samples(shape);
        var sketch = new QuantileSketch();
        sketch.Add(samples);
        var sorted = samples.Order().ToArray();
        foreach (var share in Shares)
        {
            var expected = sorted[(int)Math.Floor(share * (sorted.Length - 1))];
            Assert.Equal(expected, sketch.Quantile(share), QuantileSketch.RelativeError * Math.Abs(expected));
        }
    }

    [Fact]
    public void Shards_together_give_what_one_run_gives()
    {
        var samples = Samples("around zero");
        var (whole, merged, other) = (new QuantileSketch(), new QuantileSketch(), new QuantileSketch());
        whole.Add(samples);
        merged.Add(samples.AsSpan(7_000));
        other.Add(samples.AsSpan(0, 7_000));
        merged.Merge(other);
        Assert.Equal(whole.Count, merged.Count);
        Assert.All(Shares, share => Assert.Equal(whole.Quantile(share), merged.Quantile(share)));
    }

    [Fact]
    public void Extremes_of_the_range_and_missing_samples()
    {
        var sketch = new QuantileSketch();
        Assert.Equal(double.NaN, sketch.Quantile(0.5));
        sketch.Add([double.NegativeInfinity, double.MinValue, -0.0, 0.0, double.MaxValue, double.PositiveInfinity, double.NaN]);
        Assert.Equal((6L, 1L), (sketch.Count, sketch.Missing));
        Assert.Equal(double.NegativeInfinity, sketch.Quantile(0.0));
        Assert.Equal(double.MinValue, sketch.Quantile(0.2), double.MaxValue * QuantileSketch.RelativeError);
        Assert.Equal(0.0, sketch.Quantile(0.5));
        Assert.Equal(double.MaxValue, sketch.Quantile(0.8), double.MaxValue * QuantileSketch.RelativeError);
        Assert.Equal(double.PositiveInfinity, sketch.Quantile(1.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => sketch.Quantile(1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => sketch.Quantile(double.NaN));
    }

    private static double[] Samples(string shape)
    {
        var random = new System.Random(6);
        Func<double> draw = shape switch
        {
            "around zero" => () => random.NextDouble() - 0.5,
            "many decades" => () => Math.Pow(10.0, 40.0 * (random.NextDouble() - 0.5)),
            "steps" => () => random.Next(-3, 4),
            _ => () => -1.0 - random.NextDouble(),
        };
        return [.. Enumerable.Range(0, 20_000).Select(_ => draw())];
    }
}
