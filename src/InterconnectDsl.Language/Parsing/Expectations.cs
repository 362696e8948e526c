using InterconnectDsl.Language.Lexing;

namespace InterconnectDsl.Language.Parsing;

/// <summary>The farthest token any rule reached, and the set of what was asked for there: what an error message is made of.</summary>
internal sealed class Expectations(ParseSession session)
{
    private static readonly (Wanted Wanted, string Phrase)[] Words =
    {
        (Wanted.Declaration, "a declaration"), (Wanted.Member, "an attribute, a thing or a path"), (Wanted.Clause, "a clause"), (Wanted.Name, "a name"),
        (Wanted.Type, "a type"), (Wanted.Part, "a part"), (Wanted.Step, "a step"), (Wanted.Value, "a value"), (Wanted.Number, "a number"),
        (Wanted.Range, "a range `a .. b`"), (Wanted.Text, "a text in quotes"), (Wanted.Date, "a date like 2027-06-30"), (Wanted.Colon, "`:`"),
        (Wanted.Equal, "`=`"), (Wanted.Tilde, "`~`"), (Wanted.LeftParen, "`(`"), (Wanted.LeftBracket, "`[`"), (Wanted.LeftBrace, "`{`"),
        (Wanted.DotDot, "`..`"), (Wanted.Arrow, "`->`"), (Wanted.DoubleArrow, "`<->`"), (Wanted.Bar, "`|`"), (Wanted.Unit, "a unit"),
        (Wanted.Operator, "an operator"), (Wanted.Comma, "`,`"), (Wanted.RightParen, "`)`"), (Wanted.RightBracket, "`]`"),
        (Wanted.RightBrace, "`}`"), (Wanted.EndOfLine, "the end of the line"), (Wanted.EndOfFile, "the end of the file"),
    };

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
        var keywords = Keywords().Select(k => "`" + k.Spelling() + "`");
        var first = Words.Where(w => (Wanted & w.Wanted) != 0 && w.Wanted < Wanted.Unit || (Wanted & w.Wanted) != 0 && w.Wanted > Wanted.EndOfLine && w.Wanted < Wanted.Comma);
        var last = Words.Where(w => (Wanted & w.Wanted) != 0).Except(first);
        return first.Select(w => w.Phrase).Concat(keywords).Concat(last.Select(w => w.Phrase));
    }

    /// <summary>What stands at a place, as a message says it.</summary>
    public string Found(int index)
    {
        var token = session.Tokens[index];
        return token.Kind switch
        {
            TokenKind.EndOfFile => "the end of the file",
            _ when session.IsBreak(index) && index > 0 => "the end of the line",
            TokenKind.Text => "a text",
            _ => "`" + session.Content.Substring(token.Start, Math.Min(token.Length, 40)) + "`",
        };
    }
}
