using InterconnectDsl.Cli.Arguments;
using InterconnectDsl.Cli.Running;
using InterconnectDsl.Sources;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;
using InterconnectDsl.Reporting.Explanations;

namespace InterconnectDsl.Cli.Verbs;

/// <summary><c>icx explain</c>: what a code or a rule means.</summary>
internal static class ExplainVerb
{
    public static readonly Verb Verb = new(
        "explain", "say what a diagnostic or a rule means, with examples", "CODE [PATH...]", 1, int.MaxValue, Array.Empty<Option>(),
        new[]
        {
            ("icx explain ICX2003", "a code of the language, with a wrong and a right example"),
            ("icx explain icx_fibers_fit", "a rule: what it asks, its limits and sources, a wrong and a right design"),
            ("icx explain FIB-02", "the rules of a check, by its number"),
            ("icx explain rules", "a table of all rules of the library; `models` of its functions and constants"),
            ("icx explain examples_cpo51_keep_one_decibel examples/cpo51", "a rule of one's own files"),
        },
        Run);

    private static int Run(Invocation invocation)
    {
        var code = invocation.Arguments.Operands[0];
        if (DiagnosticCatalogue.Find(code.ToUpperInvariant()) is { } description)
        {
            invocation.Write(CatalogueText.Render(description, invocation.OutStyle));
            return ExitCode.Clean;
        }

        if (Table(code) is { } table)
        {
            invocation.Write(table);
            return ExitCode.Clean;
        }

        var opened = WorkspaceLoader.Open(invocation, invocation.Arguments.Operands.Skip(1));
        if (opened.Problems.Any(d => d.Severity == Severity.Error))
        {
            invocation.Report(opened.Problems);
            return ExitCode.Usage;
        }

        var rules = opened.Workspaces.SelectMany(w => w.Compilation.Rules).Concat(LibraryRules()).ToList();
        var asked = rules.Find(r => r.Id == code) is { } rule ? new List<RuleSymbol> { rule }
            : rules.Where(r => r.Doc?.StartsWith(code.ToUpperInvariant() + ": ", StringComparison.Ordinal) == true).DistinctBy(r => r.Id).ToList();
        if (asked.Count == 0)
        {
            throw Unknown(code, rules);
        }

        invocation.Write(string.Join('\n', asked.Select(r => RuleText.Render(r, invocation.OutStyle))));
        return ExitCode.Clean;
    }

    /// <summary>The whole library as a table, by the word that asks for it; null for another word.</summary>
    private static string? Table(string word) => word switch
    {
        "rules" => LibraryTables.Rules(LibraryRules()),
        "models" => LibraryTables.Models(LibrarySources.Instance.Modules.Where(m => !m.StartsWith("icx.rules", StringComparison.Ordinal))
            .Select(m => LibrarySources.Instance.Find(m)!)),
        _ => null,
    };

    /// <summary>The rules of all the library's modules, those too that only apply where a file uses their module.</summary>
    private static IReadOnlyList<RuleSymbol> LibraryRules()
    {
        var uses = LibrarySources.Instance.Modules.Where(m => m.Split('.').Length == 2).Select(m => $"use {m}\n");
        var compilation = Compilation.Create([new SourceText("all", string.Concat(uses))], LibrarySources.Instance);
        compilation.BindAll();
        return compilation.Rules;
    }

    private static UsageException Unknown(string code, IReadOnlyList<RuleSymbol> rules)
    {
        var near = Spelling.Nearest(code, DiagnosticCatalogue.All.Select(d => d.Code).Concat(rules.Select(r => r.Id)));
        return new($"no diagnostic or rule is called `{code}`" + (near is null ? "; a rule of a file of yours is found with its path behind it" : $"; did you mean `{near}`?"));
    }
}
