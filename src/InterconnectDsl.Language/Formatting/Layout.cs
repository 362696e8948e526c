using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Formatting;

/// <summary>What the tree says of a token's place, beyond what its neighbours say.</summary>
[Flags]
internal enum Place : ushort
{
    None = 0,

    /// <summary>No blank in front of it: the parenthesis of a call, the operand of a sign, the inside of a unit.</summary>
    Tight = 1,

    /// <summary>Two blanks in front of it: a clause that says where a value comes from.</summary>
    Clause = 2,

    /// <summary>The first token of a declaration, a member or a line of a body.</summary>
    Statement = 4,

    /// <summary>The opening brace of a body.</summary>
    Opens = 8,

    /// <summary>The closing brace of a body.</summary>
    Closes = 16,

    /// <summary>It starts a line even where it was written behind another token.</summary>
    OwnLine = 32,

    /// <summary>It stands behind the brace, on the same line, even where it was written below: the end of an empty body.</summary>
    Joined = 64,

    /// <summary>An arrow between the steps of a path.</summary>
    Arrow = 128,

    /// <summary>What stands in front of it is kept to the character.</summary>
    Kept = 256,

    /// <summary>It stands within what could not be read; its brackets say nothing.</summary>
    Unread = 512,
}

/// <summary>A file on its way into style: its tokens, what stands between them, and what is decided of each so far.</summary>
internal sealed class Layout
{
    private int _hint;

    public Layout(SourceText text)
    {
        Text = text;
        Content = text.Content;
        var tokens = Lexer.Lex(text);
        Tokens = tokens.Items;
        Count = tokens.Count;
        Places = new Place[Count];
        Padding = new byte[Count];
        Gaps = GapReader.Read(Content, Tokens, Count);
        for (var i = 0; i < Count; i++)
        {
            Places[i] = (Gaps[i] & Gap.Unreadable) != 0 ? Place.Kept : Place.None;
        }
    }

    public SourceText Text { get; }

    public string Content { get; }

    /// <summary>The tokens, the closing one at <see cref="Count"/> - 1.</summary>
    public Token[] Tokens { get; }

    public int Count { get; }

    public Place[] Places { get; }

    /// <summary>What stands in front of each token as written.</summary>
    public Gap[] Gaps { get; }

    /// <summary>Blanks in front of a token beyond those of its spacing, for alignment.</summary>
    public byte[] Padding { get; }

    /// <summary>The statements in the order of the text.</summary>
    public List<Statement> Statements { get; } = new();

    /// <summary>
    /// Index of the first token at or behind an offset. Found from the last answer, since nodes are visited in the order of the text.
    /// </summary>
    public int Find(int offset)
    {
        var at = _hint;
        while (at < Count - 1 && Tokens[at].Start < offset)
        {
            at++;
        }

        while (at > 0 && Tokens[at - 1].Start >= offset)
        {
            at--;
        }

        return _hint = at;
    }

    /// <summary>The last token of a node that has some.</summary>
    public int Last(TextSpan span) => Math.Max(0, Find(span.End) - 1);

    /// <summary>The token that opens the parentheses around the one at an index, or that one.</summary>
    public int Outermost(int index)
    {
        while (index > 0 && Tokens[index - 1].Kind == TokenKind.LeftParen)
        {
            index--;
        }

        return index;
    }

    public void Mark(int index, Place place) => Places[index] |= place;

    public bool Is(int index, Place place) => (Places[index] & place) != 0;

    public bool Has(int index, Gap gap) => (Gaps[index] & gap) != 0;
}
