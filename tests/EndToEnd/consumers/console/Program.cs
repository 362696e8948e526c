using Rack;

var nominal = Cpo51.Evaluate();
Console.WriteLine($"margin {nominal.Lane.WorstMarginDecibels:R}");
Console.WriteLine($"latency {nominal.Lane.HighestLatencySeconds:R}");
double[] reach = new double[1000], margin = new double[1000];
for (var i = 0; i < reach.Length; i++)
{
    reach[i] = 2 + (1.7 * i);
}

Cpo51.EvaluateBatch(reach.Length, new() { ReachMetres = reach }, new() { LaneWorstMarginDecibels = margin });
Console.WriteLine($"sum of {margin.Length} margins {margin.Sum():R}, the last {margin[^1]:R}");
Console.WriteLine($"findings {Cpo51.Check().Count}");
try
{
    Loud.Evaluate(new() { Load = 0 });
}
catch (ArithmeticException fault)
{
    // The first line is the place of the formula; the folder in front of it is the machine's.
    var line = fault.StackTrace!.Split('\n')[0].Trim();
    Console.WriteLine(fault.Message);
    Console.WriteLine(line[(line.LastIndexOf('/') + 1)..]);
}
