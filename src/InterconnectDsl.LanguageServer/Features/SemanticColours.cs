using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Documents;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>Colours by meaning: what a name is, where a grammar of characters can only guess.</summary>
internal static class SemanticColours
{
    public static readonly string[] Types =
        { "namespace", "interface", "class", "type", "parameter", "variable", "property", "function", "method", "event", "keyword", "string", "number" };

    public static readonly string[] Modifiers = { "declaration", "readonly", "defaultLibrary" };

    private const int Declaration = 1, Readonly = 2, Library = 4;

    /// <summary>The tokens of a span in the protocol's form: five numbers each, places relative to the token before.</summary>
    public static IReadOnlyList<int> Of(FileAnalysis analysis, TextSpan span, PositionEncoding encoding)
    {
        var text = analysis.Document.Text;
        var meanings = Meanings(analysis);
        var data = new List<int>();
        var (line, character) = (0, 0);
        var tokens = Lexer.Lex(text);
        for (var i = 0; i < tokens.Count - 1; i++)
        {
            var token = tokens[i];
            if (token.End < span.Start || token.Start > span.End || Classify(tokens, i, meanings) is not { } colour)
            {
                continue;
            }

            var (start, end) = (encoding.PositionOf(text, token.Start), encoding.PositionOf(text, token.End));
            if (start.Line != end.Line)
            {
                continue;
            }

            data.Add(start.Line - line);
            data.Add(start.Line == line ? start.Character - character : start.Character);
            data.Add(end.Character - start.Character);
            data.Add(Array.IndexOf(Types, colour.Type));
            data.Add(colour.Modifiers);
            (line, character) = (start.Line, start.Character);
        }

        return data;
    }

    /// <summary>What leads from one answer to another: one edit, from the first number that differs to the last.</summary>
    public static IReadOnlyList<SemanticTokensEdit> Between(IReadOnlyList<int> before, IReadOnlyList<int> after)
    {
        var (start, tail) = (0, 0);
        while (start < before.Count && start < after.Count && before[start] == after[start])
        {
            start++;
        }

        while (tail < before.Count - start && tail < after.Count - start && before[before.Count - 1 - tail] == after[after.Count - 1 - tail])
        {
            tail++;
        }

        return start == before.Count && start == after.Count ? Array.Empty<SemanticTokensEdit>()
            : new[] { new SemanticTokensEdit(start, before.Count - start - tail, after.Skip(start).Take(after.Count - start - tail).ToList()) };
    }

    private static Dictionary<int, (string Type, int Modifiers)> Meanings(FileAnalysis analysis)
    {
        var meanings = new Dictionary<int, (string, int)>();
        lock (analysis.Gate)
        {
            foreach (var symbol in analysis.Declared)
            {
                meanings[symbol.Location.Span.Start] = ColourOf(symbol, Declaration);
            }

            foreach (var use in analysis.Uses)
            {
                meanings[use.Span.Start] = ColourOf(use.Symbol, 0);
            }
        }

        return meanings;
    }

    private static (string Type, int Modifiers) ColourOf(Symbol symbol, int modifiers)
    {
        modifiers |= symbol.Location.Text?.IsLibrary == true ? Library : 0;
        return symbol switch
        {
            ModuleSymbol => ("namespace", modifiers),
            KindSymbol => ("interface", modifiers),
            PartSymbol or DesignSymbol => ("class", modifiers),
            LocalSymbol => ("parameter", modifiers),
            ParamSymbol => ("variable", modifiers),
            ConstantSymbol => ("variable", modifiers | Readonly),
            AttributeSymbol => ("property", modifiers),
            FunctionSymbol => ("function", modifiers),
            RuleSymbol or TestSymbol or StudySymbol => ("method", modifiers),
            PathSymbol => ("event", modifiers),
            _ => ("variable", modifiers),
        };
    }

    private static (string Type, int Modifiers)? Classify(TokenArray tokens, int index, Dictionary<int, (string Type, int Modifiers)> meanings)
    {
        var token = tokens[index];
        if (meanings.TryGetValue(token.Start, out var known))
        {
            return known;
        }

        return token.Kind switch
        {
            TokenKind.Number or TokenKind.Date => ("number", 0),
            TokenKind.Text => ("string", 0),
            TokenKind.Name when token.Keyword != Keyword.None && (index == 0 || tokens[index - 1].Kind != TokenKind.Dot) => ("keyword", 0),
            TokenKind.Name when index > 0 && tokens[index - 1].Kind == TokenKind.Number => ("type", 0),
            _ => null,
        };
    }
}
