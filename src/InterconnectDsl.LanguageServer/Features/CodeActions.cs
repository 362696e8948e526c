using System.Text.RegularExpressions;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Formatting;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Protocol;
using Found = InterconnectDsl.Language.Diagnostics.Diagnostic;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>
/// Ways out of findings, and rewritings of what stands well. What an action changes is made when it is chosen: the answer names it by a word and an
/// argument.
/// </summary>
internal static partial class CodeActions
{
    public const string QuickFix = "quickfix", Rewrite = "refactor.rewrite", Extract = "refactor.extract";

    /// <summary>The actions of a range, without their edits.</summary>
    public static IReadOnlyList<CodeAction> In(FileAnalysis analysis, IReadOnlyList<Found> evaluated, TextSpan range, IReadOnlyList<string>? only, Session session)
    {
        var found = analysis.Diagnostics.Concat(evaluated)
            .Where(d => ReferenceEquals(d.Location.Text, analysis.Document.Text) && d.Location.Span.Start <= range.End && d.Location.Span.End >= range.Start);
        var actions = found.SelectMany(d => Fixes(analysis, d, session)).Concat(Rewritings(analysis, range, session));
        return actions.Where(a => only is null || only.Any(o => a.Kind == o || a.Kind.StartsWith(o + ".", StringComparison.Ordinal)))
            .DistinctBy(a => (a.Title, a.Data)).ToList();
    }

    /// <summary>An action with what it changes; without an edit when the text no longer has what it is about.</summary>
    public static CodeAction Resolve(CodeAction action, FileAnalysis analysis, Session session)
    {
        if (action.Data is not { } data)
        {
            return action;
        }

        var text = analysis.Document.Text;
        var span = session.Encoding.SpanOf(text, data.Range);
        var changes = data.Action switch
        {
            "replace" => new[] { new TextChange(span, data.Argument!) },
            "use" => ActionEdits.Use(analysis.Document.Tree, data.Argument!),
            "waive" => ActionEdits.Waive(analysis.Document.Tree, span, data.Argument!),
            "set" => ActionEdits.Set(analysis, span, data.Argument!),
            "give" => ActionEdits.Give(analysis, span, data.Argument!),
            "extract" => ActionEdits.ExtractPart(analysis, span),
            _ => Array.Empty<TextChange>(),
        };
        return changes.Count == 0 ? action : action with
        {
            Edit = new(new Dictionary<string, IReadOnlyList<TextEdit>>(StringComparer.Ordinal)
            {
                [data.Uri] = changes.Select(c => new TextEdit(session.Encoding.RangeOf(text, c.Span), c.NewText)).ToList(),
            }),
        };
    }

    private static IEnumerable<CodeAction> Fixes(FileAnalysis analysis, Found found, Session session)
    {
        var told = DiagnosticConversion.Of(analysis.Document, new[] { found }, session);
        CodeAction Make(string title, string action, string? argument, bool preferred = false) =>
            new(title, QuickFix, told, preferred ? true : null, Data: new(analysis.Document.Uri, action, session.Encoding.RangeOf(analysis.Document.Text, found.Location.Span), argument));

        if (found.Replacement is { } replacement)
        {
            yield return Make(replacement.Length == 0 ? "Remove this" : $"Write `{replacement}`", "replace", replacement, preferred: true);
        }

        if (found.Help is { } help && UseHelp().Match(help) is { Success: true } use)
        {
            yield return Make($"Add `use {use.Groups[1].Value}`", "use", use.Groups[1].Value, preferred: true);
        }

        if (found.Code == "ICX3006")
        {
            var names = GiveHelp().Matches(found.Help ?? "").Select(m => m.Groups[1].Value);
            yield return Make("Give what is missing: " + string.Join(", ", names), "give", string.Join(',', names));
        }

        if (DiagnosticCatalogue.Find(found.Code) is null)
        {
            foreach (var way in SetHelp().Matches(found.Help ?? "").Select(m => m.Groups[1].Value).Where(w => ActionEdits.Set(analysis, found.Location.Span, w).Count > 0))
            {
                yield return Make($"Write `{way}`", "set", way);
            }

            yield return Make($"Waive `{found.Code}` here, with a reason", "waive", found.Code);
        }
    }

    private static IEnumerable<CodeAction> Rewritings(FileAnalysis analysis, TextSpan range, Session session)
    {
        var (text, around) = (analysis.Document.Text, Syntax.Around(analysis.Document.Tree, range.Start));
        if (around.OfType<NumberSyntax>().LastOrDefault() is { Unit: not null } number)
        {
            foreach (var written in UnitConversion.Of(number))
            {
                yield return new($"Write {written}", Rewrite, Data: new(analysis.Document.Uri, "replace", session.Encoding.RangeOf(text, number.Span), written));
            }
        }

        if (around.OfType<InstanceSyntax>().LastOrDefault() is { Part: null, Members.Count: > 0 } bare && bare.Members.All(m => m is AssignmentSyntax { Target: NameSyntax }))
        {
            yield return new($"Make a part of `{bare.Name.Text}`", Extract, Data: new(analysis.Document.Uri, "extract", session.Encoding.RangeOf(text, bare.Span)));
        }
    }

    [GeneratedRegex(@"write `use ([\w.]+\.\{\w+\})`", RegexOptions.None, 1000)]
    private static partial Regex UseHelp();

    // A way out that says the value: `polish = apc`, and not `light = cw[...]`.
    [GeneratedRegex(@"`(\w+ = [^`.]+(?:\.\d[^`.]*)?)`", RegexOptions.None, 1000)]
    private static partial Regex SetHelp();

    [GeneratedRegex(@"`(\w+) = \.\.\.`", RegexOptions.None, 1000)]
    private static partial Regex GiveHelp();
}
