using System.Text.RegularExpressions;
using InterconnectDsl.Generator.Pipeline;
using InterconnectDsl.Library;
using InterconnectDsl.Tests.Shared;
using InterconnectDsl.Tests.Shared.Corpus;
using Microsoft.CodeAnalysis;

namespace InterconnectDsl.Generator.Tests.Findings;

/// <summary>What the command says of a file, the build says too: the same ids at the same places, each once.</summary>
public partial class SameFindingsTests
{
    public static TheoryData<string> Mistakes => new(CorpusFiles.Mistakes.Select(f => f.Path));

    public static TheoryData<string> Examples => new(CorpusFiles.Examples.Select(f => f.Path));

    /// <summary>Designs that break one rule each, with the rule and the place in a line of their own.</summary>
    public static TheoryData<string> Rules => new(RuleFiles);

    // Rules that none of the 79 checks asks for: a stack and an attachment that break one each.
    private const string Stack = """
        module slab
        use icx.stack.{stack, block, Stack, Block}
        design D {
          stack cold : Stack {
            plan = 20 mm by 20 mm
            die_thickness = 150 um
            bond_thickness = 20 um
            bond_conductivity = 4 W/m/K
            lid_side = 20 mm
            lid_thickness = 2 mm
            sink_side = 20 mm
            sink_thickness = 5 mm
            convection = 0.1 K/W
            ambient = 35 degC
          }
          block west : Block on cold at (-5 mm, 0 mm) { size = 10 mm by 20 mm; dissipates = 50 W }
          block east : Block on cold at (5 mm, 0 mm) { size = 10 mm by 20 mm; dissipates = 50 W }
        }
        """;

    private static readonly string Attached = File.ReadAllText(RepositoryRoot.Combine("tests/InterconnectDsl.Library.Tests/Boundaries/boundaries.icx")).TrimEnd().TrimEnd('}');

    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["icx_layers_widen"] = Stack.Replace("lid_side = 20 mm", "lid_side = 15 mm"),
        ["icx_blocks_lie_apart"] = Stack.Replace("(5 mm, 0 mm)", "(4 mm, 0 mm)"),
        ["icx_blocks_lie_in_the_plan"] = Stack.Replace("(5 mm, 0 mm)", "(6 mm, 0 mm)"),
        ["icx_blocks_fill_the_plan"] = Stack.Replace("at (5 mm, 0 mm) { size = 10 mm by 20 mm", "at (5 mm, 0 mm) { size = 10 mm by 10 mm"),
        ["icx_attachment_is_accurate_enough"] = Attached + "  array { sigma = 1.2 um }\n}\n",
        ["icx_array_fits_its_engine"] = Attached + "  array { pitch = 700 um }\n}\n",
    };

    public static TheoryData<string> OtherRules => new(Others.Keys);

    private static IEnumerable<string> RuleFiles => Directory.Exists(RepositoryRoot.Combine("tests/rules"))
        ? Directory.EnumerateFiles(RepositoryRoot.Combine("tests/rules"), "*.icx", SearchOption.AllDirectories).Select(RepositoryRoot.Relative).Order(StringComparer.Ordinal)
        : ["tests/mistakes/counts/amended_range.icx"];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_wrong_design_is_told_as_on_the_command_line(string path)
    {
        var golden = File.ReadAllText(RepositoryRoot.Combine(path[..^4] + ".verified.txt"));
        var expected = Told().Matches(golden).Select(m => $"({m.Groups["line"]},{m.Groups["column"]}): {Word(m.Groups["severity"].Value)} {m.Groups["id"]}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), Found(path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_has_no_errors_and_its_class_compiles(string path)
    {
        var build = BuildOf(path);
        Assert.DoesNotContain(build.Found, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Empty(build.CSharpErrors);
        Assert.NotEmpty(build.Result.GeneratedSources);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_broken_rule_is_told_once_at_its_place(string path)
    {
        var found = Found(path);
        foreach (Match expected in Expected().Matches(File.ReadAllText(RepositoryRoot.Combine(path))))
        {
            var end = $"({expected.Groups["line"]},{expected.Groups["column"]})";
            Assert.Single(found, f => f.StartsWith(end, StringComparison.Ordinal) && f.EndsWith(" " + expected.Groups["id"].Value, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(OtherRules))]
    public void A_rule_beside_the_checks_is_told_once_at_each_place(string rule)
    {
        // Of two blocks that overlap each is told of.
        var told = Build.Of(("design.icx", Others[rule])).Lines.Where(l => l.EndsWith(" " + rule, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(told);
        Assert.Equal(told.Distinct(), told);
    }

    [Fact]
    public void Every_rule_of_the_library_is_told_of_by_a_design_that_breaks_it()
    {
        var library = InterconnectDsl.Language.Binding.Compilation.Create([new("none.icx", "module none\n" + string.Concat(StandardLibrary.Modules.Where(m => m != "icx.core").Select(m => $"use {m}\n")))], InterconnectDsl.Sources.LibrarySources.Instance);
        library.BindAll();
        var broken = RuleFiles.Concat(CorpusFiles.Mistakes.Select(m => m.Path)).SelectMany(f => Expected().Matches(File.ReadAllText(RepositoryRoot.Combine(f))).Select(m => m.Groups["id"].Value)).ToHashSet();
        broken.UnionWith(Others.Keys);
        Assert.DoesNotContain(library.Rules, r => !broken.Contains(r.Id));
    }

    // The file, and the data that lies beside it.
    private static Build BuildOf(string path)
    {
        var folder = Path.GetDirectoryName(RepositoryRoot.Combine(path))!;
        var beside = Directory.EnumerateFiles(folder).Where(f => DataFile.IsNamedSo(f)).Order(StringComparer.Ordinal);
        return Build.Of([(Path.GetFileName(path), File.ReadAllText(RepositoryRoot.Combine(path))), .. beside.Select(f => (Path.GetFileName(f), File.ReadAllText(f, System.Text.Encoding.Latin1)))]);
    }

    private static IReadOnlyList<string> Found(string path) => BuildOf(path).Lines.Select(l => l[l.IndexOf('(', StringComparison.Ordinal)..]).ToList();

    private static string Word(string severity) => severity == "note" ? "info" : severity;

    [GeneratedRegex(@"^\uFEFF?(?<severity>error|warning|note) (?<id>\w+): .*\n\s+--> .*:(?<line>\d+):(?<column>\d+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Told();

    [GeneratedRegex(@"^// expect: (?<id>\w+) at (?<line>\d+):(?<column>\d+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expected();
}
