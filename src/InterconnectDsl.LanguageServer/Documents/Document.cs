using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.LanguageServer.Protocol;
using Range = InterconnectDsl.LanguageServer.Protocol.Range;

namespace InterconnectDsl.LanguageServer.Documents;

/// <summary>A version of a file that is open in the client; immutable.</summary>
internal sealed class Document
{
    private readonly Lazy<SyntaxTree> _tree;

    public Document(string uri, string path, int? version, SourceText text, IReadOnlyCollection<int>? touched = null)
    {
        (Uri, Path, Version, Text, Touched) = (uri, path, version, text, touched);
        _tree = new(() => Parser.TreeOf(text));
    }

    /// <summary>Its name as the client writes it.</summary>
    public string Uri { get; }

    /// <summary>Its full path; of a file that was never saved, its URI.</summary>
    public string Path { get; }

    /// <summary>The client's number of this version, or null.</summary>
    public int? Version { get; }

    /// <summary>Its text.</summary>
    public SourceText Text { get; }

    /// <summary>The lines, counted from 0, in which it differs from the version before; null when it may differ in more than the insides of lines.</summary>
    public IReadOnlyCollection<int>? Touched { get; }

    /// <summary>Its tree, read when first asked for.</summary>
    public SyntaxTree Tree => _tree.Value;

    /// <summary>The same version, to be done again as a whole: what it uses has changed.</summary>
    public Document Untouched() => new(Uri, Path, Version, Text);

    /// <summary>The next version, its text changed as the client says, change by change.</summary>
    public Document With(int? version, IReadOnlyList<TextDocumentContentChangeEvent> changes, PositionEncoding encoding)
    {
        var text = Text;
        HashSet<int>? touched = new();
        foreach (var change in changes)
        {
            var content = change.Text;
            if (change.Range is { } range)
            {
                touched = IsInside(range, change.Text, text) ? touched : null;
                touched?.Add(range.Start.Line);
                var span = encoding.SpanOf(text, range);
                content = string.Concat(text.Content.AsSpan(0, span.Start), change.Text, text.Content.AsSpan(span.End));
            }

            touched = change.Range is null ? null : touched;
            text = new(Text.Path, content);
        }

        return new(Uri, Path, version, text, touched);
    }

    private static bool IsInside(Range range, string written, SourceText text) =>
        range.Start.Line == range.End.Line && range.Start.Line >= 0 && range.Start.Line < text.LineCount && written.AsSpan().IndexOfAny('\n', '\r') < 0;
}
