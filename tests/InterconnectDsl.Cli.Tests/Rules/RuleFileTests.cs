using System.Globalization;
using System.Text.RegularExpressions;
using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Cli.Tests.Rules;

/// <summary>Every check has a design that it finds something in, and one that it finds nothing in. They are the examples of <c>icx explain</c> as well.</summary>
public partial class RuleFileTests
{
    /// <summary>The numbers of all checks, family by family: 79 of the domain, and that of the supply chain.</summary>
    private static readonly (string Family, int Count)[] Checks =
    [
        ("CLS", 7), ("ELE", 10), ("OPT", 11), ("BER", 4), ("LAS", 7), ("SAF", 1), ("PWR", 4), ("THM", 6), ("ALN", 3), ("FIB", 8), ("DEN", 3), ("YLD", 3), ("REL", 4),
        ("SRV", 3), ("CST", 1), ("CON", 4), ("SUP", 1),
    ];

    /// <summary>What the language itself refuses, before rules are held against anything, and what the checker makes of a rule's verdict.</summary>
    private static readonly string[] NotByARule = ["PWR-03", "CON-04"];

    public static TheoryData<string> Failing => RuleFile.Paths(fails: true);

    public static TheoryData<string> Passing => RuleFile.Paths(fails: false);

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task A_design_fails_by_its_rule_alone(string path)
    {
        var file = RuleFile.Of(path);
        var found = Assert.Single(WholeCheck.Of(file.File.Read()));

        Assert.Equal((file.Code, file.Line, file.Column), (found.Code, found.Location.Position.Line, found.Location.Position.Column));
        Assert.True(NotByARule.Contains(file.Id) || IdsOf(RuleOf(found.Code)).Contains(file.Id), $"{found.Code} is not of {file.Id}");
        await Verify(Told(found)).UseDirectory($"../../../{file.File.Folder}").UseFileName(file.File.Name);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public void A_design_keeps_every_rule_of_a_number_and_all_others(string path)
    {
        var file = RuleFile.Of(path);
        var text = file.File.Read();
        Assert.Empty(WholeCheck.Of(text).Select(d => d.Code + " " + d.Message));

        var compilation = Compilation.Create([text], new LibrarySources(text));
        compilation.BindAll();
        var outcomes = DesignChecker.Check(compilation, compilation.Designs[0], new() { Today = WholeCheck.Today }).Rules.ToDictionary(r => r.Rule.Id, StringComparer.Ordinal);
        var ofItsNumber = LibraryRules.Value.Where(r => IdsOf(r).Contains(file.Id)).Select(r => r.Id);
        var asked = file.Id == "CON-04" ? ["icx_channel_closes"] : ofItsNumber.Where(r => PassesOf(file.Id, r) == file.File.Name);
        Assert.All(asked, r => Assert.True(outcomes.TryGetValue(r, out var outcome) && outcome.Passed > 0, r + " is not asked"));
    }

    [Fact]
    public void Every_check_has_its_designs()
    {
        var ids = Checks.SelectMany(c => Enumerable.Range(1, c.Count).Select(n => string.Create(CultureInfo.InvariantCulture, $"{c.Family}-{n:00}"))).ToList();
        Assert.Equal(79 + 1, ids.Count);
        var files = RuleFile.All.ToLookup(f => f.Id, StringComparer.Ordinal);
        Assert.Equal(ids.Order(StringComparer.Ordinal), files.Select(f => f.Key));
        Assert.All(files, f => Assert.Contains(f, d => d.File.Name == "fails"));
        Assert.All(files, f => Assert.Contains(f, d => d.File.Name == "passes"));
        Assert.Equal(ids.Except(NotByARule).Order(StringComparer.Ordinal), LibraryRules.Value.SelectMany(IdsOf).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_rule_of_the_library_has_a_design_that_breaks_it()
    {
        var broken = RuleFile.All.Select(f => f.Code).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(LibraryRules.Value.Where(r => IdsOf(r).Count > 0 && !broken.Contains(r.Id)).Select(r => r.Id));
    }

    [Fact]
    public void Every_rule_says_what_is_wrong_and_what_to_do()
    {
        Assert.All(LibraryRules.Value, r => Assert.True(r.Syntax.Message is not null && r.Syntax.Help is not null && r.Doc is { Length: > 0 }, r.Id));
    }

    [Fact]
    public void A_design_that_fails_differs_from_the_one_that_passes_and_no_golden_is_left_over()
    {
        Assert.All(Directory.EnumerateFiles(RepositoryRoot.Combine("tests/rules"), "*.verified.txt", SearchOption.AllDirectories),
            golden => Assert.True(File.Exists(golden[..^".verified.txt".Length] + ".icx"), golden));
        Assert.Equal(RuleFile.All.Count, RuleFile.All.Select(f => f.File.Read().Content[f.File.Read().Content.IndexOf("\n\n", StringComparison.Ordinal)..] + f.Id).Distinct().Count());
    }

    private static readonly Lazy<IReadOnlyList<RuleSymbol>> LibraryRules = new(() =>
    {
        var compilation = Compilation.Create([], LibrarySources.Instance);
        compilation.BindAll();
        return compilation.Rules;
    });

    private static RuleSymbol RuleOf(string code) => LibraryRules.Value.First(r => r.Id == code);

    private static List<string> IdsOf(RuleSymbol rule) => Number().Matches(rule.Doc ?? "").Select(m => m.Value).ToList();

    /// <summary>The design that keeps a rule: one of its own where the structure it asks for excludes that of the others.</summary>
    private static string PassesOf(string id, string rule) =>
        RuleFile.All.Any(f => f.Id == id && f.File.Name == "passes_" + rule["icx_".Length..]) ? "passes_" + rule["icx_".Length..] : "passes";

    private static string Told(Diagnostic found)
    {
        var (line, column) = found.Location.Position;
        var told = string.Create(CultureInfo.InvariantCulture, $"{line}:{column}: {found.Severity.ToString().ToLowerInvariant()} {found.Code}\n{found.Message}\n");
        return told + (found.Help is null ? "" : "help: " + found.Help + "\n") + (found.Source is null ? "" : "source: " + found.Source + "\n");
    }

    [GeneratedRegex(@"\b[A-Z]{3}-\d\d\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
