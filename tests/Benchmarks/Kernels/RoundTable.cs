namespace InterconnectDsl.Benchmarks.Kernels;

/// <summary>Variants of one computation measured in turn, and the table that comes of it.</summary>
internal static class RoundTable
{
    /// <summary>Runs a round of each in turn, after one that warms up, and prints medians and the ratios within rounds.</summary>
    /// <param name="variants">What is measured.</param>
    /// <param name="rounds">How often.</param>
    /// <param name="yardstickOf">The number of the variant that one is compared with.</param>
    /// <param name="unit">What the figure of a round is.</param>
    /// <param name="check">What the last column shows, which must agree.</param>
    public static void Run(IReadOnlyList<(string Name, Func<Round?> Run)> variants, int rounds, Func<string, int> yardstickOf, string unit, string check)
    {
        var times = variants.Select(_ => new List<double>()).ToArray();
        var last = new Round[variants.Count];
        for (var round = -1; round < rounds; round++)
        {
            for (var v = 0; v < variants.Count; v++)
            {
                if (variants[v].Run() is { } result)
                {
                    last[v] = result;
                    times[v].AddRange(round < 0 ? [] : [result.Figure]);
                }
            }
        }

        Console.WriteLine($"| variant | {unit}, median (least to most) | beside its yardstick | counted | {check} |");
        Console.WriteLine("|---|---|---|---|---|");
        for (var v = 0; v < variants.Count; v++)
        {
            Console.WriteLine(Line(variants[v].Name, times[v], times[yardstickOf(variants[v].Name)], last[v]));
        }
    }

    private static string Line(string name, List<double> times, List<double> yardstick, Round last)
    {
        if (times.Count == 0)
        {
            return $"| {name} | not here | | | |";
        }

        var ratios = times.Zip(yardstick, (a, b) => a / b).Order().ToArray();
        var ratio = ratios.Length == 0 ? "" : $"{ratios[ratios.Length / 2]:F2} ({ratios[0]:F2} to {ratios[^1]:F2})";
        var sorted = times.Order().ToArray();
        return $"| {name} | {sorted[sorted.Length / 2]:F1} ({sorted[0]:F1} to {sorted[^1]:F1}) | {ratio} | {last.Counted} of {last.Samples} | {last.Check:F9} |";
    }
}
