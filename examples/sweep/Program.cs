using InterconnectDsl.Runtime;
using Sweep;

// One point: the class has the design's params with their units in their names, nominal unless they are set.
var nominal = Cpo51.Evaluate();
Print($"Cpo51: {nominal.BandwidthBitsPerSecond / 1e12:F1} Tb/s over {Cpo51.Lane.Count} lanes, {nominal.OpticsPowerWatts:F1} W of optics, {nominal.Architecture}");
foreach (var finding in Cpo51.Check())
{
    Console.WriteLine(finding);
}

// Many points: a column for each param that varies, and one for each result that is wanted. Nothing is parsed or compiled here.
double[] reach = [100, 200, 500, 1000, 1500, 2000, 3000, 5000, 10_000];
var margin = new double[reach.Length];
var latency = new double[reach.Length];
Cpo51.EvaluateBatch(reach.Length, new() { ReachMetres = reach }, new() { LaneWorstMarginDecibels = margin, LaneHighestLatencySeconds = latency });

Console.WriteLine();
Console.WriteLine("  reach   worst margin   latency");
for (var i = 0; i < reach.Length; i++)
{
    Print($"{reach[i],6:N0} m {margin[i],11:F2} dB {latency[i] * 1e9,7:N0} ns{(margin[i] < 0 ? "   does not close" : "")}");
}

// What scatters: the losses of the connectors, and the air within its tolerance. Each sample draws them anew; the numbers are the same with any number of threads.
Console.WriteLine();
Console.WriteLine("  reach   mean margin   1 % below   yield");
foreach (var metres in new[] { 10_000.0, 14_000, 14_500, 15_000 })
{
    var kept = new Statistics();
    Cpo51.Sample(10_000, new() { ReachMetres = metres }, new() { LaneWorstMarginDecibels = kept }, threads: Environment.ProcessorCount);
    Print($"{metres,6:N0} m {kept.Mean,10:F2} dB {kept.Quantile(0.01),8:F2} dB {kept.Yield * 100,5:F1} %");
}

static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
