using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Documents;

/// <summary>A version of a file that is open in the client; immutable.</summary>
internal sealed class Document
{
    private readonly Lazy<SyntaxTree> _tree;

    public Document(string uri, string path, int? version, SourceText text)
    {
        (Uri, Path, Version, Text) = (uri, path, version, text);
        _tree = new(() => Parser.Parse(text));
    }

    /// <summary>Its name as the client writes it.</summary>
    public string Uri { get; }

    /// <summary>Its full path; of a file that was never saved, its URI.</summary>
    public string Path { get; }

    /// <summary>The client's number of this version, or null.</summary>
    public int? Version { get; }

    /// <summary>Its text.</summary>
    public SourceText Text { get; }

    /// <summary>Its tree, read when first asked for.</summary>
    public SyntaxTree Tree => _tree.Value;

    /// <summary>The next version, its text changed as the client says, change by change.</summary>
    public Document With(int? version, IReadOnlyList<TextDocumentContentChangeEvent> changes, PositionEncoding encoding)
    {
        var text = Text;
        foreach (var change in changes)
        {
            var content = change.Text;
            if (change.Range is { } range)
            {
                var span = encoding.SpanOf(text, range);
                content = string.Concat(text.Content.AsSpan(0, span.Start), change.Text, text.Content.AsSpan(span.End));
            }

            text = new(Text.Path, content);
        }

        return new(Uri, Path, version, text);
    }
}
