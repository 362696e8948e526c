using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Documents;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>Gives a thing another name everywhere.</summary>
internal static class Renaming
{
    /// <summary>What would be renamed at an offset.</summary>
    /// <exception cref="ProtocolException">Nothing there can be renamed; the message says why.</exception>
    public static PrepareRenameResult Prepare(FileAnalysis analysis, int offset, Session session)
    {
        lock (analysis.Gate)
        {
            if (analysis.At(offset) is not { } use)
            {
                throw new ProtocolException(ProtocolException.RequestFailed, "no name that can be changed stands here");
            }

            if (use.Symbol.Location.Text is null or { IsLibrary: true })
            {
                throw new ProtocolException(ProtocolException.RequestFailed, $"`{use.Symbol.Name}` belongs to the standard library");
            }

            if (use.Symbol is ModuleSymbol or TestSymbol)
            {
                throw new ProtocolException(ProtocolException.RequestFailed, "a module is renamed with its file, and a title is only text");
            }

            return new(session.Encoding.RangeOf(analysis.Document.Text, use.Span), analysis.Document.Text.Slice(use.Span));
        }
    }

    /// <summary>Refuses what is no name, or one that is taken where the declaration stands.</summary>
    /// <exception cref="ProtocolException">The name will not do; the message says why.</exception>
    public static void Check(FileAnalysis analysis, int offset, string name)
    {
        var tokens = Lexer.Lex(new SourceText("name", name));
        if (tokens.Count != 2 || tokens[0].Kind != TokenKind.Name || tokens[0].Length != name.Length || tokens[0].Keyword.IsReserved())
        {
            throw new ProtocolException(ProtocolException.RequestFailed, $"`{name}` is not a name: letters, digits and underscores, a letter first, and no reserved word");
        }

        lock (analysis.Gate)
        {
            var symbol = analysis.At(offset)?.Symbol;
            var taken = symbol is not null && symbol.Name != name
                && (analysis.Module.Members.ContainsKey(name) ? analysis.Module.Members.ContainsKey(symbol.Name) : Siblings(symbol).Any(s => s.Name == name));
            if (taken)
            {
                throw new ProtocolException(ProtocolException.RequestFailed, $"`{name}` is declared already");
            }
        }
    }

    /// <summary>One edit for each place.</summary>
    public static WorkspaceEdit Edit(IReadOnlyList<(Document Document, TextSpan Span)> places, string name, Session session) =>
        new(places.GroupBy(p => p.Document.Uri, StringComparer.Ordinal).ToDictionary(
            g => g.Key, g => (IReadOnlyList<TextEdit>)g.Select(p => new TextEdit(session.Encoding.RangeOf(p.Document.Text, p.Span), name)).ToList(), StringComparer.Ordinal));

    private static IEnumerable<Symbol> Siblings(Symbol symbol) => symbol switch
    {
        AttributeSymbol attribute => SymbolText.Attributes(attribute.Owner),
        InstanceSymbol { Container: { } container } => SymbolText.Nested(container),
        PathSymbol { Container: { } container } => SymbolText.Nested(container),
        _ => Array.Empty<Symbol>(),
    };
}
