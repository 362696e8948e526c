using Designs;

foreach (var finding in Switch64.Check())
{
    Console.WriteLine(finding);
}

foreach (var reach in new[] { 100.0, 500.0, 1000.0, 2000.0 })
{
    var results = Switch64.Evaluate(new() { ReachMetres = reach });
    Console.WriteLine($"{reach,5} m of fiber leave {results.Lane.WorstMarginDecibels:F2} dB of margin");
}
