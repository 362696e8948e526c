using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using InterconnectDsl.Benchmarks;
using InterconnectDsl.Benchmarks.Designs;
using InterconnectDsl.Benchmarks.Editor;
using InterconnectDsl.Benchmarks.Kernels;
using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Tests.Shared;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["text", var lines])
{
    Console.Write(GeneratedDesigns.Lines(int.Parse(lines, CultureInfo.InvariantCulture)));
    return 0;
}

if (args is [ColdEmission.Once])
{
    ColdEmission.Run();
    return 0;
}

if (args.Length > 0 && args[0] == "editor")
{
    if (args.Length > 2 && args[1] == "text")
    {
        Console.Write(new EditedDesign(int.Parse(args[2], CultureInfo.InvariantCulture)).Text);
        return 0;
    }

    EditorRounds.Run(args[1..]);
    return 0;
}

var asked = args.Length == 0 ? new[] { "frontend", "check", "fleet" } : args;
foreach (var name in asked)
{
    Console.WriteLine("## " + name);
    switch (name)
    {
        case "frontend":
            FrontEnd();
            break;
        case "channel":
            ChannelRounds.Run(9);
            break;
        case "check":
            CheckLines(10_000);
            CheckLines(100_000);
            break;
        case "fleet":
            Fleet(varied: false);
            Fleet(varied: true);
            break;
        case "margin":
            MarginRounds.Run(9);
            break;
        case "rollup":
            RollUp.Rounds(9);
            break;
        case "emission":
            ColdEmission.Rounds(9);
            break;
        case "generator":
            using (var run = System.Diagnostics.Process.Start("dotnet", ["run", "--project", RepositoryRoot.Combine("tests/Benchmarks/generator"), "-c", "Release"]))
            {
                run.WaitForExit();
            }

            break;
        default:
            Console.WriteLine("frontend, check, fleet, channel, margin, rollup, generator, emission; editor [csv] [lines=N] [server=PATH]; cold process starts: tests/Benchmarks/cold");
            return 2;
    }
}

return 0;

static void FrontEnd()
{
    var text = new SourceText("written.icx", GeneratedDesigns.Lines(100_000));
    var tokens = Lexer.Lex(text).Count;
    var megabytes = text.Content.Length / 1e6;
    var lex = Measured.Run(9, 1, () => Lexer.Lex(text));
    var parse = Measured.Run(9, 3, () => Parser.Parse(text));
    Console.WriteLine($"{text.LineCount} lines, {megabytes:F2} MB, {tokens} tokens, {Parser.Parse(text).Diagnostics.Count} diagnostics");
    Console.WriteLine($"lex          {megabytes / lex.MedianSeconds:F0} MB/s   {lex}");
    Console.WriteLine($"lex + parse  {megabytes / parse.MedianSeconds:F1} MB/s, {(double)parse.AllocatedBytes / tokens:F0} bytes a token   {parse}");
}

static void CheckLines(int lines)
{
    var text = new SourceText("written.icx", GeneratedDesigns.Lines(lines));
    var found = 0L;
    var instances = 0L;
    var measured = Measured.Run(5, 1, () => (instances, found) = Check(text));
    Console.WriteLine($"check {text.LineCount} lines: {instances} instances, {found} errors; {measured}");
}

static (long Instances, long Errors) Check(SourceText text)
{
    var compilation = Compilation.Create(new[] { text }, LibrarySources.Instance);
    compilation.BindAll();
    var result = DesignChecker.Check(compilation, compilation.Designs[0], new());
    return (result.Design.InstanceCount, compilation.Diagnostics.Concat(result.Diagnostics).LongCount(d => d.Severity == InterconnectDsl.Language.Diagnostics.Severity.Error));
}

static void Fleet(bool varied)
{
    var text = new SourceText("fleet.icx", GeneratedDesigns.Fleet(2000, varied));
    Check(new("small.icx", GeneratedDesigns.Fleet(20, varied)));
    for (var round = 0; round < 3; round++)
    {
        FleetRound(text, varied, round);
    }
}

// A method of its own that is never inlined, so that nothing of a round is alive in the next and its heap is all its own.
[MethodImpl(MethodImplOptions.NoInlining)]
static void FleetRound(SourceText text, bool varied, int round)
{
    var before = GC.GetTotalMemory(forceFullCollection: true);
    var cpu = Process.GetCurrentProcess().TotalProcessorTime;
    var clock = Stopwatch.StartNew();
    var compilation = Compilation.Create(new[] { text }, LibrarySources.Instance);
    compilation.BindAll();
    var result = DesignChecker.Check(compilation, compilation.Designs[0], new());
    var seconds = clock.Elapsed.TotalSeconds;
    var cpuSeconds = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds;
    var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
    var n = result.Design.InstanceCount;
    Console.WriteLine($"{(varied ? "2,000 different switches" : "2,000 identical switches")}: {n} instances, {seconds:F2} s, CPU {cpuSeconds:F2} s, " +
        $"{(double)bytes / n:F0} bytes of live heap an instance, {result.Rules.Sum(r => (long)r.Passed)} verdicts passed, " +
        $"{result.Rules.Sum(r => (long)r.Failed)} failed, {result.Diagnostics.Count} diagnostics");
    foreach (var diagnostic in result.Diagnostics.Take(round == 0 ? 3 : 0))
    {
        Console.WriteLine("  " + diagnostic.Code + " " + diagnostic.Message);
    }

    GC.KeepAlive(result);
    GC.KeepAlive(compilation);
}
