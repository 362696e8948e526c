using System.Text.Json;
using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Documents;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>Above a design its verdicts, above a path its margin, above a study the way to run it. Where they stand follows from the tree; what they say is asked for later.</summary>
internal static class CodeLenses
{
    /// <summary>The lenses of a file, without what they say.</summary>
    public static IReadOnlyList<CodeLens> Of(Document document, PositionEncoding encoding) =>
        document.Tree.Root.Declarations.OfType<DesignSyntax>().SelectMany(d =>
            new[] { new CodeLens(encoding.RangeOf(document.Text, d.Name.Span), Data: new(document.Uri, d.Name.Text)) }
                .Concat(d.Members.OfType<PathSyntax>().Where(p => p.Kind.Text is "link" or "feed")
                    .Select(p => new CodeLens(encoding.RangeOf(document.Text, p.Name.Span), Data: new(document.Uri, d.Name.Text, p.Name.Text)))))
            .Concat(document.Tree.Root.Declarations.OfType<StudySyntax>().Select(s =>
                new CodeLens(encoding.RangeOf(document.Text, s.Name.Span), new("run study", Commands.Study, new[] { Json(document.Uri), Json(s.Name.Text) })))).ToList();

    /// <summary>A lens with what it says, and what it opens.</summary>
    public static CodeLens Resolve(CodeLens lens, FileEvaluation? evaluation)
    {
        if (lens.Data is not { } data)
        {
            return lens;
        }

        var design = evaluation?.Designs.FirstOrDefault(d => d.Design.Symbol.Name == data.Design);
        if (evaluation is null || design is null)
        {
            return lens with { Command = new("not evaluated: errors stand before it", "") };
        }

        lock (evaluation.Gate)
        {
            return lens with { Command = data.Path is { } path ? OfPath(design, path) : OfDesign(design, data) };
        }
    }

    private static Command OfDesign(CheckedDesign design, CodeLensData data)
    {
        var counts = design.Rules.CountBy(r => r.Verdict).ToDictionary();
        var architecture = design.Design.TextOf(design.Design.DesignGroup, "architecture", 0);
        var title = FormattableString.Invariant($"{architecture}{(architecture is null ? "" : ", ")}{Of(RuleVerdict.Passed)} rules hold, {Of(RuleVerdict.Failed)} do not{Others(RuleVerdict.Noted, "noted")}{Others(RuleVerdict.Waived, "waived")} | report");
        return new(title, Commands.Report, new[] { Json(data.Uri), Json(data.Design) });

        int Of(RuleVerdict verdict) => counts.GetValueOrDefault(verdict);
        string Others(RuleVerdict verdict, string word) => Of(verdict) is > 0 and var count ? FormattableString.Invariant($", {count} {word}") : "";
    }

    private static Command OfPath(CheckedDesign design, string path)
    {
        var group = design.Design.Paths.FirstOrDefault(g => g.Extents.Any(e => e.Symbol?.Name == path));
        var figure = group is null ? null : new[] { "margin", "electrical_margin" }.FirstOrDefault(f => group.Kind.FindAttribute(f) is not null && ValueText.Of(design.Design, group, f) is not null);
        return new(figure is null ? "no margin" : FormattableString.Invariant($"{figure.Replace('_', ' ')} {ValueText.Of(design.Design, group!, figure)}, {group!.Count} of them"), "");
    }

    private static JsonElement Json(string text) => JsonSerializer.SerializeToElement(text, ProtocolJson.Default.String);
}
