using InterconnectDsl.Language.Lexing;

namespace InterconnectDsl.Language.Parsing;

/// <summary>The farthest token any rule reached, and the set of what was asked for there: what an error message is made of.</summary>
internal sealed class Expectations(ParseSession session)
{
    // What a message names in front of the keywords, and behind them.
    private static readonly (Wanted Wanted, string Phrase)[] Leading =
    {
        (Wanted.Declaration, "a declaration"), (Wanted.Member, "an attribute, a thing or a path"), (Wanted.Name, "a name"), (Wanted.Type, "a type"),
        (Wanted.Part, "a part"), (Wanted.Step, "a step"), (Wanted.Value, "a value"), (Wanted.Number, "a number"), (Wanted.Text, "a text in quotes"),
        (Wanted.Date, "a date like 2027-06-30"), (Wanted.Colon, "`:`"), (Wanted.Equal, "`=`"), (Wanted.Tilde, "`~`"), (Wanted.LeftParen, "`(`"),
        (Wanted.LeftBracket, "`[`"), (Wanted.LeftBrace, "`{`"), (Wanted.DotDot, "`..`"), (Wanted.Arrow, "`->`"), (Wanted.DoubleArrow, "`<->`"),
        (Wanted.Bar, "`|`"),
    };

    private static readonly (Wanted Wanted, string Phrase)[] Trailing =
    {
        (Wanted.Unit, "a unit"), (Wanted.Operator, "an operator"), (Wanted.Comma, "`,`"), (Wanted.RightParen, "`)`"), (Wanted.RightBracket, "`]`"),
        (Wanted.RightBrace, "`}`"), (Wanted.EndOfLine, "the end of the line"),
    };

    // The clauses of a value are many, and are named by one of them.
    private static readonly Keyword[] Clauses = { Keyword.Within, Keyword.Plausible, Keyword.Source, Keyword.Confidence };

    // Bits of keywords, 64 in each.
    private ulong _low;
    private ulong _high;

    public int Farthest { get; private set; } = -1;

    public Wanted Wanted { get; private set; }

    /// <summary>Forgets everything: a new statement begins.</summary>
    public void Reset(int index)
    {
        Farthest = index;
        Wanted = Wanted.None;
        _low = _high = 0;
    }

    public void Add(int index, Wanted wanted)
    {
        if (index > Farthest)
        {
            Reset(index);
        }

        if (index == Farthest)
        {
            Wanted |= wanted;
        }
    }

    public void Add(int index, Keyword keyword)
    {
        if (index > Farthest)
        {
            Reset(index);
        }

        if (index == Farthest)
        {
            var bit = 1UL << ((int)keyword & 63);
            _low |= (int)keyword < 64 ? bit : 0;
            _high |= (int)keyword < 64 ? 0 : bit;
        }
    }

    public bool Has(Keyword keyword) => (((int)keyword < 64 ? _low : _high) >> ((int)keyword & 63) & 1) != 0;

    /// <summary>The keywords asked for at the farthest place.</summary>
    public IEnumerable<Keyword> Keywords() => Enumerable.Range(1, Lexing.Keywords.All.Count()).Select(k => (Keyword)k).Where(Has);

    /// <summary>All that was asked for, as a message says it.</summary>
    public IEnumerable<string> Phrases()
    {
        var clauses = Has(Keyword.Plausible);
        var keywords = Keywords().Where(k => !clauses || !Clauses.Contains(k)).Select(k => "`" + k.Spelling() + "`");
        keywords = clauses ? keywords.Concat(new[] { "a clause such as `within`" }) : keywords;
        var wanted = clauses ? Wanted & ~Wanted.Tilde : Wanted;
        return Leading.Where(w => (wanted & w.Wanted) != 0).Select(w => w.Phrase).Concat(keywords)
            .Concat(Trailing.Where(w => (wanted & w.Wanted) != 0).Select(w => w.Phrase))
            .Concat((wanted & Wanted.EndOfText) == 0 ? Array.Empty<string>() : new[] { session.IsInText ? "`}`" : "the end" });
    }

    /// <summary>What stands at a place, as a message says it.</summary>
    /// <param name="index">The token there.</param>
    /// <param name="lineEnd">Whether it is the end of the line before it that matters.</param>
    public string Found(int index, bool lineEnd)
    {
        var token = session.Tokens[index];
        return token.Kind switch
        {
            TokenKind.EndOfFile => session.IsInText ? "`}`" : "the end of the file",
            _ when lineEnd => "the end of the line",
            TokenKind.Text => "a text",
            _ => "`" + session.Content.Substring(token.Start, Math.Min(token.Length, 40)) + "`",
        };
    }
}
