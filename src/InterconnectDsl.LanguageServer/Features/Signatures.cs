using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>What a function or a part takes, while its arguments are being written.</summary>
internal static class Signatures
{
    /// <summary>The signature of the innermost call around an offset; null outside of calls.</summary>
    public static SignatureHelp? At(FileAnalysis analysis, int offset, Session session)
    {
        var place = CompletionPlace.Of(analysis.Document.Text, offset);
        var open = place.Brackets.FindLast(b => place.Kind(b) == TokenKind.LeftParen && b > 0 && place.Kind(b - 1) == TokenKind.Name);
        if (place.IsSilent || open == 0)
        {
            return null;
        }

        var (name, argument) = (place.Text(open - 1), Argument(place, open));
        lock (analysis.Gate)
        {
            var symbol = analysis.Compilation.Resolve(analysis.Module, name);
            var parameters = (symbol as FunctionSymbol)?.Parameters ?? (symbol as PartSymbol)?.Parameters;
            if (parameters is not null)
            {
                var labels = parameters.Select(p => new ParameterInformation($"{p.Name} : {p.Type.Display}", p.Doc is { } doc ? session.Markup(doc) : null)).ToList();
                return new(new[] { new SignatureInformation(SymbolText.Signature(symbol!), labels, symbol!.Doc is { } about ? session.Markup(about) : null) }, 0, Active(place, open, parameters, argument));
            }
        }

        return Intrinsics.Numeric.FirstOrDefault(f => f.StartsWith(name + "(", StringComparison.Ordinal)) is { } builtIn
            ? new(new[] { new SignatureInformation(builtIn, builtIn[(name.Length + 1)..builtIn.IndexOf(')', StringComparison.Ordinal)].Split(',').Select(p => new ParameterInformation(p.Trim())).ToList()) }, 0, argument)
            : null;
    }

    // Commas between the bracket and the cursor, those of inner brackets not counted.
    private static int Argument(CompletionPlace place, int open)
    {
        var (depth, commas) = (0, 0);
        for (var i = open + 1; i < place.At; i++)
        {
            depth += place.Kind(i) is TokenKind.LeftParen or TokenKind.LeftBracket ? 1 : place.Kind(i) is TokenKind.RightParen or TokenKind.RightBracket ? -1 : 0;
            commas += depth == 0 && place.Kind(i) == TokenKind.Comma ? 1 : 0;
        }

        return commas;
    }

    // An argument that is named is the parameter of that name.
    private static int Active(CompletionPlace place, int open, IReadOnlyList<LocalSymbol> parameters, int argument)
    {
        for (var i = place.At - 1; i > open + 1 && place.Kind(i) is not (TokenKind.Comma or TokenKind.LeftParen); i--)
        {
            if (place.Kind(i) == TokenKind.Equal)
            {
                var named = parameters.ToList().FindIndex(p => p.Name == place.Text(i - 1));
                return named < 0 ? argument : named;
            }
        }

        return argument;
    }
}
