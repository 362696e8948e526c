using InterconnectDsl.Language.Lexing;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Lines, ends of statements and indentation.</summary>
internal sealed partial class ParseSession
{
    /// <summary>Whether a newline in front of a token ends the statement, as far as the brackets say.</summary>
    public bool IsBreak(int index) => OpenParens == 0 && Tokens[index].IsFirstOnLine && index > StatementStart;

    /// <summary>Whether a statement may end in front of a token.</summary>
    public bool EndsAt(int index) =>
        Tokens[index].IsFirstOnLine || Tokens[index].Kind is TokenKind.Semicolon or TokenKind.RightBrace or TokenKind.EndOfFile;

    /// <summary>First token at or behind a place that is no semicolon.</summary>
    public int SkipSeparators(int index)
    {
        while (Tokens[index].Kind == TokenKind.Semicolon)
        {
            index++;
        }

        return index;
    }

    /// <summary>The first words of a statement, as a message names it.</summary>
    public string Words(int index, int most)
    {
        var behind = index + 1;
        while (behind < index + most && Tokens[behind].Kind is TokenKind.Name or TokenKind.Text && !Tokens[behind].IsFirstOnLine)
        {
            behind++;
        }

        return "`" + Text.Slice(Span(index, behind)) + "`";
    }

    /// <summary>How far the line of a token is indented, in characters.</summary>
    public int Indent(int index)
    {
        var start = Tokens[index].Start;
        var line = start == 0 ? 0 : Content.LastIndexOf('\n', start - 1) + 1;
        var at = line;
        while (at < start && char.IsWhiteSpace(Content[at]))
        {
            at++;
        }

        return at - line;
    }

    /// <summary>Whether a declaration starts here that closes whatever is open.</summary>
    public bool ClosesAll(int index) => Newlines.StartsDeclaration(this, index) && Indent(index) <= DeclarationIndent;
}
