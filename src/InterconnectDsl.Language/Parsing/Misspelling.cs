using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Words that stand where a keyword was expected and are spelled almost like it.</summary>
internal static class Misspelling
{
    // Two slips, in the weights of Spelling.
    private const int Farthest = 6;

    // Words of other languages for what a declaration of ours says.
    private static readonly Dictionary<string, Keyword> Foreign = new(StringComparer.Ordinal)
    {
        ["import"] = Keyword.Use, ["using"] = Keyword.Use, ["include"] = Keyword.Use,
        ["function"] = Keyword.Fn, ["func"] = Keyword.Fn, ["def"] = Keyword.Fn,
        ["class"] = Keyword.Kind, ["type"] = Keyword.Kind, ["struct"] = Keyword.Kind, ["component"] = Keyword.Part, ["system"] = Keyword.Design,
        ["parameter"] = Keyword.Param, ["const"] = Keyword.Param,
    };

    private static readonly Keyword[] Infix = { Keyword.And, Keyword.Or, Keyword.Exists, Keyword.Missing, Keyword.Within, Keyword.Otherwise };
    private static readonly Keyword[] Openers = { Keyword.Without, Keyword.Allow, Keyword.Confirm };

    /// <summary>The token a statement failed at, or its first one, when that is almost a keyword that was expected there; else -1.</summary>
    public static int Find(ParseSession session, int start, int farthest, out Keyword keyword)
    {
        keyword = IsTimes(session, farthest) ? Keyword.By : Nearest(session, farthest, Expected(session));
        if (keyword != Keyword.None)
        {
            return farthest;
        }

        keyword = farthest > start + 1 && session.Tokens[start + 1].Kind == TokenKind.Name ? Nearest(session, start, Openers) : Keyword.None;
        return keyword == Keyword.None ? -1 : start;
    }

    // 32 mm x 26 mm, as drawings say it.
    private static bool IsTimes(ParseSession session, int index) =>
        (session.Expectations.Wanted & Wanted.Operator) != 0 && session.Tokens[index].Kind == TokenKind.Name && session.Spelling(index) is "x" or "X";

    /// <summary>Reports a misspelled keyword and takes its token for what was meant.</summary>
    public static void Report(ParseSession session, int index, Keyword keyword)
    {
        session.Reports.Misspelled(index, keyword);
        session.Reinterpret(index, keyword);
    }

    /// <summary>The keyword of a declaration that a word is almost spelled like, or says in another language; or none.</summary>
    public static Keyword NearestDeclaration(ParseSession session, int index, IEnumerable<Keyword> declarations) =>
        Foreign.TryGetValue(session.Spelling(index), out var meant) ? meant : Nearest(session, index, declarations);

    /// <summary>The keyword among some that a word is almost spelled like, or none.</summary>
    public static Keyword Nearest(ParseSession session, int index, IEnumerable<Keyword> candidates)
    {
        var token = session.Tokens[index];
        if (token.Kind != TokenKind.Name || token.Keyword != Keyword.None || token.Length > 20)
        {
            return Keyword.None;
        }

        var nearest = Spelling.Nearest(session.Spelling(index), candidates.Select(c => c.Spelling()));
        return nearest is null || Spelling.Distance(session.Spelling(index), nearest) > Farthest
            ? Keyword.None
            : Keywords.Find(nearest, 0, nearest.Length);
    }

    private static IEnumerable<Keyword> Expected(ParseSession session)
    {
        // Two letters are too few to tell a slip from a name.
        var expected = session.Expectations.Keywords().Where(k => k.Spelling().Length > 2);
        return (session.Expectations.Wanted & Wanted.Operator) != 0 ? expected.Concat(Infix) : expected;
    }
}
