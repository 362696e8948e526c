using System.Diagnostics;
using System.Globalization;
using System.Runtime.Loader;
using InterconnectDsl.Generator.Tests;

// What the generator costs, in a process of its own: the compiler's driver over files in memory. CPU time of all threads; medians of nine rounds, the third to
// the eleventh, and again when the runtime has stopped compiling beside them.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Rounds = 9;
const int SettlingBuilds = 40;
const int SettlingEdits = 300;

// What a compiler loads lies beside this program, and is not among what it says it depends on.
AssemblyLoadContext.Default.Resolving += (context, name) =>
    Path.Combine(AppContext.BaseDirectory, name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
Compile(Build.Of());
var plain = Median(() => Compile(Build.Of()));
var cold = Cpu(() => Compile(Build.Of(("cpo51.icx", Designs.Cpo51))));
var warm = Median(() => Compile(Build.Of(("cpo51.icx", Designs.Cpo51))));
Console.WriteLine("| what | aim | measured |\n|---|---|---|");
Row("a build of cpo51 beside the same project without it, warm", "1 s", warm - plain);
Row("the same, the first in its process", "2.5 s", cold - plain);
Row($"the same, after {SettlingBuilds} builds", "1 s", Median(() => Compile(Build.Of(("cpo51.icx", Designs.Cpo51))), SettlingBuilds) - plain);

var files = Enumerable.Range(0, 100).Select(i => (Path: $"rack{i}.icx", Text: Designs.Cpo51
    .Replace("module examples.cpo51", $"module acme.rack{i}", StringComparison.Ordinal).Replace("design Cpo51", $"design Rack{i}", StringComparison.Ordinal)
    .Replace("of Cpo51", $"of Rack{i}", StringComparison.Ordinal))).ToArray();
var hundred = new Build(new() { TracksSteps = false }, files);
var round = 0;
Row("an edit of one .icx among 100 of 512 links each", "25 ms", Median(Edit));
Row($"the same, after {SettlingEdits} edits", "25 ms", Median(Edit, SettlingEdits));
Row("an edit of C# beside them", "15 ms", Median(() => hundred.EditCSharp($"struct Unrelated{round++} {{ }}")));
var (one, many) = (Lines(1), Lines(2000));
Console.WriteLine($"| generated lines of 2,000 switches beside one | 10 % more | {many:N0} beside {one:N0}, {(100.0 * many / one) - 100:F1} % more |");
return;

void Edit() => hundred.Edit("rack7.icx", files[7].Text.Replace("500 m within", $"{501 + round++} m within", StringComparison.Ordinal));

static int Lines(int switches) => Build.Of(("fleet.icx", Designs.Fleet(switches))).Result.GeneratedSources.Sum(s => s.SourceText.Lines.Count);

static void Compile(Build build)
{
    using var code = new MemoryStream();
    build.Output.Emit(code);
}

static void Row(string what, string aim, double seconds) => Console.WriteLine($"| {what} | {aim} | {seconds * 1e3:F1} ms |");

static double Median(Action action, int before = 2)
{
    for (var i = 0; i < before; i++)
    {
        action();
    }

    var rounds = Enumerable.Range(0, Rounds).Select(_ => Cpu(action)).Order().ToList();
    return rounds[Rounds / 2];
}

static double Cpu(Action action)
{
    GC.Collect();
    var before = Process.GetCurrentProcess().TotalProcessorTime;
    action();
    return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
}
