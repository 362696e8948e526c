namespace InterconnectDsl.Language.Lexing;

/// <summary>What makes no token: comments, signs of other languages, characters of no meaning.</summary>
internal sealed partial class LexerScan
{
    private int LineComment(int start)
    {
        if (At(start + 2) == '/' && (_marks & TokenMarks.FirstOnLine) != 0)
        {
            _marks |= TokenMarks.Documented;
        }

        var end = _text.IndexOf('\n', start, _end - start);
        return end < 0 ? _end : end;
    }

    private int BlockComment(int start)
    {
        var close = _text.IndexOf("*/", start + 2, _end - start - 2, StringComparison.Ordinal);
        var end = close < 0 ? _end : close + 2;
        Note("ICX1007", start, start + 2, "//");
        _marks |= _text.IndexOf('\n', start, end - start) >= 0 ? TokenMarks.FirstOnLine : TokenMarks.None;
        return end;
    }

    // A text in other quotes, and a comment behind a hash, are read as what they were meant to be.
    private int Quoted(int start)
    {
        var end = start + 1;
        while (end < _end && _text[end] is not ('\n' or '\'' or '"' or '”' or '“'))
        {
            end++;
        }

        var closed = end < _end && _text[end] != '\n';
        Note("ICX1007", start, start + 1, "\"");
        return closed ? Add(TokenKind.Text, start, end + 1) : start + 1;
    }

    private int Unknown(int start)
    {
        switch (_text[start])
        {
            case '\'' or '“' or '”':
                return Quoted(start);
            case '#':
                Note("ICX1007", start, start + 1, "//");
                return LineComment(start);
        }

        if (LookAlikes.Find(_text[start], At(start + 1), out var likeness))
        {
            Note("ICX1007", start, start + likeness.Length, likeness.Spelling);
            return likeness.Kind == TokenKind.EndOfFile
                ? start + likeness.Length
                : Add(likeness.Kind, start, start + likeness.Length, likeness.Keyword);
        }

        var at = start + 1;
        while (at < _end && CharacterClasses.Of(_text[at]) == CharacterClass.Unknown && _text[at] is not ('\0' or '\'' or '“' or '”' or '#')
            && !LookAlikes.Find(_text[at], At(at + 1), out _))
        {
            at++;
        }

        Note(_text[start] == '\0' ? "ICX1017" : "ICX1006", start, at);
        return at;
    }
}
