using System.Text.RegularExpressions;
using InterconnectDsl.Tests.Shared;
using InterconnectDsl.Tests.Shared.Corpus;
using Microsoft.CodeAnalysis;

namespace InterconnectDsl.Generator.Tests.Findings;

/// <summary>What the command says of a file, the build says too: the same ids at the same places, each once.</summary>
public partial class SameFindingsTests
{
    public static TheoryData<string> Mistakes => new(CorpusFiles.Mistakes.Select(f => f.Path).Where(ReadsNoData));

    public static TheoryData<string> Examples => new(CorpusFiles.Examples.Select(f => f.Path).Where(ReadsNoData));

    // A build has no files of data in reach; a design that names one is told so.
    private static bool ReadsNoData(string path) => !File.ReadAllText(RepositoryRoot.Combine(path)).Contains(".s4p", StringComparison.Ordinal);

    /// <summary>Designs that break one rule each, with the rule and the place in a line of their own.</summary>
    public static TheoryData<string> Rules => new(RuleFiles);

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

    private static Build BuildOf(string path) => Build.Of((Path.GetFileName(path), File.ReadAllText(RepositoryRoot.Combine(path))));

    private static IReadOnlyList<string> Found(string path) => BuildOf(path).Lines.Select(l => l[l.IndexOf('(', StringComparison.Ordinal)..]).ToList();

    private static string Word(string severity) => severity == "note" ? "info" : severity;

    [GeneratedRegex(@"^\uFEFF?(?<severity>error|warning|note) (?<id>\w+): .*\n\s+--> .*:(?<line>\d+):(?<column>\d+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Told();

    [GeneratedRegex(@"^// expect: (?<id>\w+) at (?<line>\d+):(?<column>\d+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expected();
}
