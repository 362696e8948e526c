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

/// <summary><c>icx explain</c>: what a code or a rule means, and what a part or a kind is.</summary>
internal static class ExplainVerb
{
    public static readonly Verb Verb = new(
        "explain", "say what a diagnostic, a rule, a part or a kind means, with examples", "NAME [PATH...]", 1, int.MaxValue, Array.Empty<Option>(),
        new[]
        {
            ("icx explain ICX2003", "a code of the language, with a wrong and a right example"),
            ("icx explain icx_fibers_fit", "a rule: what it asks, its limits and sources, a wrong and a right design"),
            ("icx explain FIB-02", "the rules of a check, by its number"),
            ("icx explain Elsfp", "a part or a kind: how to use it, what it states, what else may be said of it"),
            ("icx explain rules", "a table of all rules of the library; `parts` of its parts, `models` of its functions and constants"),
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

        var library = WholeLibrary();
        library.BindLibrary();
        var compilations = opened.Workspaces.Select(w => w.Compilation).Append(library);
        if (compilations.Select(c => PartText.Find(c, code)).FirstOrDefault(f => f is not null) is var (symbol, module))
        {
            invocation.Write(PartText.Render(symbol, module, invocation.OutStyle));
            return ExitCode.Clean;
        }

        var rules = opened.Workspaces.SelectMany(w => w.Compilation.Rules).Concat(library.Rules).ToList();
        var asked = rules.Find(r => r.Id == code) is { } rule ? new List<RuleSymbol> { rule }
            : rules.Where(r => r.Doc?.StartsWith(code.ToUpperInvariant() + ": ", StringComparison.Ordinal) == true).DistinctBy(r => r.Id).ToList();
        if (asked.Count == 0)
        {
            throw Unknown(code, rules, library);
        }

        invocation.Write(string.Join('\n', asked.Select(r => RuleText.Render(r, invocation.OutStyle))));
        return ExitCode.Clean;
    }

    /// <summary>The whole library as a table, by the word that asks for it; null for another word.</summary>
    private static string? Table(string word) => word switch
    {
        "rules" => LibraryTables.Rules(WholeLibrary().Rules),
        "models" => LibraryTables.Models(LibraryTexts()),
        "parts" => LibraryTables.Parts(LibraryTexts()),
        _ => null,
    };

    private static IEnumerable<SourceText> LibraryTexts() =>
        LibrarySources.Instance.Modules.Where(m => !m.StartsWith("icx.rules", StringComparison.Ordinal)).Select(m => LibrarySources.Instance.Find(m)!);

    /// <summary>All the library's modules, those too whose rules only apply where a file uses them.</summary>
    private static Compilation WholeLibrary()
    {
        var uses = LibrarySources.Instance.Modules.Where(m => m.Split('.').Length == 2).Select(m => $"use {m}\n");
        var compilation = Compilation.Create([new SourceText("all", string.Concat(uses))], LibrarySources.Instance);
        compilation.BindAll();
        return compilation;
    }

    private static UsageException Unknown(string code, IReadOnlyList<RuleSymbol> rules, Compilation library)
    {
        var parts = library.AllModules.SelectMany(m => m.Members.Values).Where(s => s is PartSymbol or KindSymbol).Select(s => s.Name);
        var near = Spelling.Nearest(code, DiagnosticCatalogue.All.Select(d => d.Code).Concat(rules.Select(r => r.Id)).Concat(parts));
        return new($"no diagnostic, rule, part or kind is called `{code}`" + (near is null ? "; a rule of a file of yours is found with its path behind it" : $"; did you mean `{near}`?"));
    }
}
