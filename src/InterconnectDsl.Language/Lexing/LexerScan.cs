using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Lexing;

/// <summary>One run of the lexer over a stretch of text.</summary>
internal sealed partial class LexerScan
{
    // A file with more is not icx; more would only be counted.
    private const int MostMistakes = 1000;
    private const int LongestQuotation = 40;

    /// <summary>The most tokens of a text: what is behind them is not read.</summary>
    public const int MostTokens = 8 * 1024 * 1024;

    private readonly string _text;
    private readonly int _start;
    private readonly int _end;
    private Token[] _tokens;
    private int _count;
    private TokenMarks _marks = TokenMarks.FirstOnLine;
    private List<LexicalMistake>? _mistakes;

    public LexerScan(string text, int start, int end, Token[] buffer)
    {
        _text = text;
        _start = start;
        _end = end;
        _tokens = buffer;
    }

    public TokenArray Finish()
    {
        if (_count + TokenArray.Sentinels > _tokens.Length)
        {
            Array.Resize(ref _tokens, _count + TokenArray.Sentinels);
        }

        for (var i = 0; i < TokenArray.Sentinels; i++)
        {
            _tokens[_count + i] = new Token(TokenKind.EndOfFile, Keyword.None, _marks | TokenMarks.FirstOnLine, _end, 0);
        }

        return new TokenArray(_tokens, _count + 1, _mistakes) { IsCut = _count >= MostTokens };
    }

    public void Run()
    {
        var text = _text;
        var at = _start;
        while (at < _end && _count < MostTokens)
        {
            switch (CharacterClasses.Of(text[at]))
            {
                case CharacterClass.Blank:
                    at++;
                    break;
                case CharacterClass.Newline:
                    _marks |= TokenMarks.FirstOnLine;
                    at++;
                    break;
                case CharacterClass.Letter:
                    at = Word(at);
                    break;
                case CharacterClass.Digit:
                    at = Number(at);
                    break;
                case CharacterClass.Quote:
                    at = Text(at);
                    break;
                case CharacterClass.Sign:
                    at = Sign(at);
                    break;
                default:
                    at = Unknown(at);
                    break;
            }
        }
    }

    private int Add(TokenKind kind, int start, int end, Keyword keyword = Keyword.None)
    {
        if (_count == _tokens.Length)
        {
            // As many more as the rest of the text will take if it goes on like this, and a little room.
            var expected = (long)_count * (_end - _start) / Math.Max(1, start - _start) * 9 / 8;
            Array.Resize(ref _tokens, (int)Math.Max(_count + (_count / 4) + 16, Math.Min(expected, MostTokens + TokenArray.Sentinels)));
        }

        _tokens[_count++] = new Token(kind, keyword, _marks, start, end - start);
        _marks = TokenMarks.None;
        return end;
    }

    private void Note(string code, int start, int end, string? replacement = null)
    {
        _mistakes ??= new();
        if (_mistakes.Count < MostMistakes)
        {
            _mistakes.Add(new(_count, code, new(start, end - start), _text.Substring(start, Math.Min(end - start, LongestQuotation)), replacement));
        }
    }

    private int Word(int start)
    {
        var text = _text;
        var at = start;
        var ascii = true;
        while (at < _end && CharacterClasses.IsWord(text[at]))
        {
            ascii &= text[at] < 128;
            at++;
        }

        _marks |= ascii ? TokenMarks.None : TokenMarks.NotAscii;
        return Add(TokenKind.Name, start, at, Keywords.Find(text, start, at - start));
    }

    private int Number(int start)
    {
        var at = Digits(start);
        if (at - start == 4 && IsDate(start))
        {
            return Add(TokenKind.Date, start, start + 10);
        }

        if (At(at) == '.' && CharacterClasses.IsDigit(At(at + 1)))
        {
            at = Digits(at + 1);
        }

        // An exponent needs a digit; without one the e begins a unit such as eV.
        if (At(at) is 'e' or 'E')
        {
            var sign = At(at + 1) is '+' or '-' ? 1 : 0;
            at = CharacterClasses.IsDigit(At(at + 1 + sign)) ? Digits(at + 1 + sign) : at;
        }

        return Add(TokenKind.Number, start, at);
    }

    private char At(int index) => index < _end ? _text[index] : '\0';

    private int Digits(int at)
    {
        while (CharacterClasses.IsDigit(At(at)) || At(at) == '_')
        {
            at++;
        }

        return at;
    }

    private bool IsDate(int start) =>
        At(start + 4) == '-' && CharacterClasses.IsDigit(At(start + 5)) && CharacterClasses.IsDigit(At(start + 6))
        && At(start + 7) == '-' && CharacterClasses.IsDigit(At(start + 8)) && CharacterClasses.IsDigit(At(start + 9))
        && !CharacterClasses.IsWord(At(start + 10));

    // A text ends at its quote; a line's end ends it too, so that a missing quote spoils one line only.
    private int Text(int start)
    {
        var at = start + 1;
        while (at < _end && _text[at] != '"' && _text[at] != '\n')
        {
            at += _text[at] == '\\' && At(at + 1) is not ('\n' or '\r' or '\0') ? 2 : 1;
        }

        if (At(at) == '"')
        {
            return Add(TokenKind.Text, start, at + 1);
        }

        at = Math.Min(at, _end);
        at -= at > start + 1 && _text[at - 1] == '\r' ? 1 : 0;
        Note("ICX1005", start, at);
        return Add(TokenKind.Text, start, at);
    }

    private int Sign(int start)
    {
        if (_text[start] == '/' && At(start + 1) == '/')
        {
            return LineComment(start);
        }

        if (_text[start] == '/' && At(start + 1) == '*')
        {
            return BlockComment(start);
        }

        var length = Signs.Measure(_text[start], At(start + 1), At(start + 2), out var kind);
        if (length > 0)
        {
            return Add(kind, start, start + length);
        }

        return Unknown(start);
    }
}
