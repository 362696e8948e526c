using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Names: declared ones, which no reserved word may be, and qualified ones.</summary>
internal static class NameGrammar
{
    /// <summary>A name that is declared here.</summary>
    public static IResult<Identifier> Declared(IInput input) => Declared(input, indexToo: false);

    /// <summary>The name of a parameter: <c>index</c> is one, since a placement is given the index of the thing it places.</summary>
    public static IResult<Identifier> Parameter(IInput input) => Declared(input, indexToo: true);

    private static IResult<Identifier> Declared(IInput input, bool indexToo)
    {
        var place = (TokenInput)input;
        var session = place.Session;
        if (place.Kind != TokenKind.Name || session.IsBreak(place.Index))
        {
            return place.Fail<Identifier>(Wanted.Name);
        }

        var name = Read(session, place.Index);
        if (place.Keyword.IsReserved() && !(indexToo && place.Keyword == Keyword.Index))
        {
            session.Reports.Report("ICX1011", name.Span, name.Text);
        }

        return session.Succeed(name, place.Index + 1);
    }

    /// <summary>A name, or one with its module in front, <c>oif.engine</c>; the text holds the dots.</summary>
    public static IResult<Identifier> Qualified(IInput input)
    {
        var place = (TokenInput)input;
        var session = place.Session;
        if (place.Kind != TokenKind.Name || session.IsBreak(place.Index))
        {
            return place.Fail<Identifier>(Wanted.Name);
        }

        var name = Read(session, place.Index);
        var at = place.Index + 1;
        while (session.Tokens[at].Kind == TokenKind.Dot && session.Tokens[at + 1].Kind == TokenKind.Name)
        {
            name = new Identifier(name.Text + "." + Read(session, at + 1).Text, session.Span(place.Index, at + 2));
            at += 2;
        }

        return session.Succeed(name, at);
    }

    /// <summary>The name at a token; characters outside ASCII are reported, since names go into generated code and rule ids.</summary>
    public static Identifier Read(ParseSession session, int index)
    {
        var name = new Identifier(session.Spelling(index), session.Span(index, index + 1));
        if ((session.Tokens[index].Marks & TokenMarks.NotAscii) != 0)
        {
            session.Reports.Report("ICX1012", name.Span, name.Text);
        }

        return name;
    }
}
