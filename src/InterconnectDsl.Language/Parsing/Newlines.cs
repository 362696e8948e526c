using InterconnectDsl.Language.Lexing;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Where a newline ends a statement, and where the next line goes on with it.</summary>
internal static class Newlines
{
    /// <summary>Whether the word at a place belongs to what stands before it, be it on a line of its own.</summary>
    public static bool GoesOn(ParseSession session, int index) => !session.IsBreak(index) || Continues(session, index);

    /// <summary>
    /// Whether a token at the start of a line continues the statement before it: the arrows, and then, else, and, or, within, plausible, source,
    /// confidence, because, until unless they are names that are set or declared there.
    /// </summary>
    public static bool Continues(ParseSession session, int index)
    {
        var token = session.Tokens[index];
        var next = session.Tokens[index + 1];
        switch (token.Keyword)
        {
            case Keyword.None:
                return token.Kind is TokenKind.Arrow or TokenKind.DoubleArrow;
            case Keyword.Source:
                return next.Kind == TokenKind.Text;
            case Keyword.Then or Keyword.Else or Keyword.And or Keyword.Or or Keyword.Within or Keyword.Plausible
                or Keyword.Confidence or Keyword.Because or Keyword.Until:
                return next.Kind is not (TokenKind.Equal or TokenKind.Colon or TokenKind.Tilde or TokenKind.LeftBrace or TokenKind.Dot);
            default:
                return false;
        }
    }

    /// <summary>Whether a statement goes on behind a token, be it on the next line: an operator, a comma, an equal sign.</summary>
    public static bool GoesOnBehind(Token token) => token.Kind switch
    {
        TokenKind.Comma or TokenKind.Equal or TokenKind.Bar or TokenKind.Arrow or TokenKind.DoubleArrow or TokenKind.Colon => true,
        TokenKind.Name => token.Keyword is Keyword.And or Keyword.Or or Keyword.Not or Keyword.Then or Keyword.Else,
        _ => Operators.Of(token, out _) != Level.None,
    };

    /// <summary>
    /// Whether a line that starts here starts a statement, by its shape: a name that is set, declared or amended, or two names side by side.
    /// An unfinished formula above it does not go on here.
    /// </summary>
    public static bool StartsStatement(ParseSession session, int index)
    {
        var token = session.Tokens[index];
        var next = session.Tokens[index + 1];
        if (token.Kind != TokenKind.Name || !token.IsFirstOnLine)
        {
            return false;
        }

        return next.Kind switch
        {
            TokenKind.Equal or TokenKind.Colon or TokenKind.Tilde or TokenKind.LeftBrace => true,
            TokenKind.Name => !next.IsFirstOnLine && !Operators.IsInfix(next.Keyword)
                && token.Keyword is not (Keyword.If or Keyword.Not or Keyword.Solve or Keyword.Steps),
            TokenKind.Text => token.Keyword is Keyword.Test or Keyword.Message or Keyword.Help or Keyword.Source,
            _ => false,
        };
    }

    /// <summary>Whether a declaration of the module's level starts here, at the start of a line.</summary>
    public static bool StartsDeclaration(ParseSession session, int index)
    {
        var token = session.Tokens[index];
        if (!token.IsFirstOnLine)
        {
            return false;
        }

        var next = session.Tokens[index + 1];
        return token.Keyword switch
        {
            Keyword.Module or Keyword.Use or Keyword.Param or Keyword.Fn or Keyword.Kind or Keyword.Part or Keyword.Design or Keyword.Rule
                or Keyword.Study => next.Kind == TokenKind.Name && !next.IsFirstOnLine,
            Keyword.Warning or Keyword.Note => next.Keyword == Keyword.Rule && !next.IsFirstOnLine,
            Keyword.Test => next.Kind == TokenKind.Text && !next.IsFirstOnLine,
            _ => false,
        };
    }
}
