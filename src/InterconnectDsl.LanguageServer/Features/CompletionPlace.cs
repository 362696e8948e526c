using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>
/// Where in a file a cursor stands, told from tokens alone: a file that is being typed has no tree worth the name just there.
/// </summary>
internal sealed class CompletionPlace
{
    private readonly SourceText _text;
    private readonly TokenArray _tokens;

    private CompletionPlace(SourceText text, TokenArray tokens, int at, int wordStart)
    {
        (_text, _tokens, At, WordStart) = (text, tokens, at, wordStart);
    }

    /// <summary>The token the cursor stands in or in front of.</summary>
    public int At { get; }

    /// <summary>Where the word that is being typed starts; the cursor where there is none.</summary>
    public int WordStart { get; }

    /// <summary>Whether the cursor stands within a comment, or a text outside its braces.</summary>
    public bool IsSilent { get; private init; }

    /// <summary>First tokens of the statements whose braces are open here, the outermost first.</summary>
    public List<int> Open { get; } = new();

    /// <summary>The open parentheses and brackets of the statement at hand, the outermost first.</summary>
    public List<int> Brackets { get; } = new();

    /// <summary>First token of the statement at hand; <see cref="At"/> at its start.</summary>
    public int Statement { get; private set; }

    /// <summary>The kind of the token in front of the word, or end of file at the start.</summary>
    public TokenKind Before => At == 0 ? TokenKind.EndOfFile : _tokens[At - 1].Kind;

    /// <summary>The keyword in front of the word.</summary>
    public Keyword KeywordBefore => At == 0 ? Keyword.None : _tokens[At - 1].Keyword;

    /// <summary>Finds the place of an offset.</summary>
    public static CompletionPlace Of(SourceText text, int offset)
    {
        var number = text.PositionOf(offset).Line;
        var tokens = Lexer.LexTo(text, NextWritten(text, number));
        var at = 0;
        while (at < tokens.Count - 1 && tokens[at].End < offset)
        {
            at++;
        }

        // At the end of a word the word is still being typed; at the end of a sign something new begins.
        var inWord = tokens[at].Kind == TokenKind.Name && tokens[at].Start < offset && offset <= tokens[at].End;
        if (!inWord && tokens[at].End <= offset && at < tokens.Count - 1)
        {
            at++;
        }

        var line = text.SpanOfLine(number);
        var comment = text.Content.AsSpan(line.Start, offset - line.Start).IndexOf("//", StringComparison.Ordinal);
        var inText = at < tokens.Count && tokens[at].Kind == TokenKind.Text && tokens[at].Start < offset && offset < tokens[at].End;
        var isComment = comment >= 0 && !(at > 0 && tokens[at - 1].End > line.Start + comment);
        var place = new CompletionPlace(text, tokens, at, inWord ? tokens[at].Start : offset) { IsSilent = inText || isComment };
        place.Scan();
        return place;
    }

    // The line behind one that holds the next token: what stands further down says nothing of a place.
    private static int NextWritten(SourceText text, int line)
    {
        do
        {
            line++;
        }
        while (line <= text.LineCount && text.Content.AsSpan(text.SpanOfLine(line).Start, text.SpanOfLine(line).Length).Trim() is var said && (said.IsEmpty || said.StartsWith("//")));

        return Math.Min(line, text.LineCount);
    }

    /// <summary>A token's spelling.</summary>
    public string Text(int token) => _text.Content.Substring(_tokens[token].Start, _tokens[token].Length);

    /// <summary>A token's kind.</summary>
    public TokenKind Kind(int token) => _tokens[token].Kind;

    /// <summary>A token's keyword.</summary>
    public Keyword Word(int token) => _tokens[token].Keyword;

    /// <summary>The dotted name that ends with the dot in front of the word: its parts, indices and arguments left out.</summary>
    public IReadOnlyList<string> Chain()
    {
        var parts = new List<string>();
        for (var i = At - 1; i > 0 && _tokens[i].Kind == TokenKind.Dot;)
        {
            i = Behind(i - 1);
            if (i < 0 || _tokens[i].Kind != TokenKind.Name)
            {
                return Array.Empty<string>();
            }

            parts.Insert(0, Text(i));
            i--;
        }

        return parts;
    }

    // Back over brackets to the name in front of them.
    private int Behind(int index)
    {
        var depth = 0;
        for (var i = index; i >= 0; i--)
        {
            depth += _tokens[i].Kind is TokenKind.RightParen or TokenKind.RightBracket ? 1 : _tokens[i].Kind is TokenKind.LeftParen or TokenKind.LeftBracket ? -1 : 0;
            if (depth == 0 && _tokens[i].Kind == TokenKind.Name)
            {
                return i;
            }

            if (depth < 0)
            {
                return -1;
            }
        }

        return -1;
    }

    private void Scan()
    {
        var start = 0;
        for (var i = 0; i < At; i++)
        {
            var kind = _tokens[i].Kind;
            if (Brackets.Count == 0 && i > start && _tokens[i].IsFirstOnLine && kind is not (TokenKind.Arrow or TokenKind.RightBrace) && !GoesOn(i))
            {
                start = i;
            }

            switch (kind)
            {
                case TokenKind.LeftBrace:
                    Open.Add(start);
                    Brackets.Clear();
                    start = i + 1;
                    break;
                case TokenKind.RightBrace:
                    start = i + 1;
                    if (Open.Count > 0)
                    {
                        Open.RemoveAt(Open.Count - 1);
                    }

                    break;
                case TokenKind.LeftParen or TokenKind.LeftBracket:
                    Brackets.Add(i);
                    break;
                case TokenKind.RightParen or TokenKind.RightBracket when Brackets.Count > 0:
                    Brackets.RemoveAt(Brackets.Count - 1);
                    break;
                case TokenKind.Semicolon:
                    start = i + 1;
                    break;
            }
        }

        Statement = Brackets.Count == 0 && At > start && At < _tokens.Count && _tokens[At].IsFirstOnLine && WordStart >= _tokens[At].Start && !GoesOn(At) ? At
            : At > start && _text.PositionOf(WordStart).Line > _text.PositionOf(_tokens[At - 1].End).Line && Brackets.Count == 0 && !GoesOn(At) ? At : start;
    }

    // Behind a sign that asks for more, unless a declaration begins: then the line above is only not finished.
    private bool GoesOn(int index) => index > 0 && !StartsDeclaration(_tokens[index].Keyword) && _tokens[index - 1].Kind
        is TokenKind.Equal or TokenKind.Comma or TokenKind.Arrow or TokenKind.DoubleArrow or TokenKind.Colon or TokenKind.Plus or TokenKind.Star or TokenKind.Slash or TokenKind.Bar or TokenKind.Dot;

    private static bool StartsDeclaration(Keyword word) =>
        word is Keyword.Use or Keyword.Param or Keyword.Fn or Keyword.Kind or Keyword.Part or Keyword.Design or Keyword.Rule or Keyword.Study or Keyword.Test;
}
