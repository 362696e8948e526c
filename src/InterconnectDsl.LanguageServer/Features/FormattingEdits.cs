using InterconnectDsl.Language.Formatting;
using InterconnectDsl.Language.Text;
using InterconnectDsl.LanguageServer.Documents;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>The formatter's changes as edits.</summary>
internal static class FormattingEdits
{
    /// <summary>The whole file.</summary>
    public static IReadOnlyList<TextEdit> All(Document document, PositionEncoding encoding) => Edits(document, Formatter.Changes(document.Tree), encoding);

    /// <summary>The lines a range touches.</summary>
    public static IReadOnlyList<TextEdit> Of(Document document, TextSpan span, PositionEncoding encoding) =>
        Edits(document, Formatter.Changes(document.Tree, span), encoding);

    /// <summary>The line that has just been finished: by a brace, or by a new line below it, whose indent stays the writer's.</summary>
    public static IReadOnlyList<TextEdit> Typed(Document document, DocumentOnTypeFormattingParams typed, PositionEncoding encoding)
    {
        var line = typed.Ch == "\n" ? typed.Position.Line - 1 : typed.Position.Line;
        if (line < 0 || line >= document.Text.LineCount)
        {
            return Array.Empty<TextEdit>();
        }

        // Only blanks within the line: what stands behind its end is being typed.
        var span = document.Text.SpanOfLine(line + 1);
        return Edits(document, Formatter.Changes(document.Tree, span).Where(c => c.Span.End <= span.End && c.Span.Start >= span.Start).ToList(), encoding);
    }

    private static IReadOnlyList<TextEdit> Edits(Document document, IReadOnlyList<TextChange> changes, PositionEncoding encoding) =>
        changes.Select(c => new TextEdit(encoding.RangeOf(document.Text, c.Span), c.NewText)).ToList();
}
