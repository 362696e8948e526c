using System.Globalization;
using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Numbers with their units, and dates.</summary>
internal static class NumberGrammar
{
    private static readonly double[] Tens = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };

    /// <summary>A number, its unit, and the basis of a bandwidth.</summary>
    public static IResult<ExpressionSyntax> Quantity(ParseSession session, int index)
    {
        var token = session.Tokens[index];
        var at = index + 1;
        UnitSyntax? unit = null;
        Identifier? basis = null;
        if (UnitGrammar.Follows(session, at))
        {
            unit = UnitGrammar.Read(session, at, out at);
        }
        else
        {
            session.Expectations.Add(at, Wanted.Unit);
        }

        if (session.Tokens[at].Keyword is Keyword.Per_direction or Keyword.Aggregate && !session.IsBreak(at))
        {
            basis = new Identifier(session.Spelling(at), session.Span(at, at + 1));
            at++;
        }

        var digits = session.Spelling(token.Start, token.Length);
        session.Height = 1;
        return session.Succeed<ExpressionSyntax>(new NumberSyntax(session.Span(index, at), Value(session, index), digits, unit, basis), at);
    }

    /// <summary>A number of digits only, <c>to 3 digits</c>.</summary>
    public static IResult<ExpressionSyntax> Count(IInput input)
    {
        var place = (TokenInput)input;
        if (place.Kind != TokenKind.Number)
        {
            return place.Fail<ExpressionSyntax>(Wanted.Number);
        }

        var (session, index) = (place.Session, place.Index);
        var number = new NumberSyntax(session.Span(index, index + 1), Value(session, index), session.Spelling(index), null, null);
        return session.Succeed<ExpressionSyntax>(number, index + 1);
    }

    public static IResult<DateSyntax> Date(IInput input)
    {
        var place = (TokenInput)input;
        var session = place.Session;
        if (place.Kind != TokenKind.Date)
        {
            return place.Fail<DateSyntax>(Wanted.Date);
        }

        var text = session.Spelling(place.Index);
        var (year, month, day) = (Part(text, 0, 4), Part(text, 5, 2), Part(text, 8, 2));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            session.Reports.Report("ICX1010", session.Span(place.Index, place.Index + 1), text);
            (year, month, day) = (1, 1, 1);
        }

        return session.Succeed(new DateSyntax(session.Span(place.Index, place.Index + 1), year, month, day), place.Index + 1);
    }

    /// <summary>The value of a number's token. A malformed one is reported, and reads as what its digits say.</summary>
    private static double Value(ParseSession session, int index)
    {
        var token = session.Tokens[index];
        if (Plain(session.Content, token.Start, token.End, out var value))
        {
            return value;
        }

        var text = session.Content.Substring(token.Start, token.Length);
        var digits = text.Replace("_", "");
        if (text.IndexOf("__", StringComparison.Ordinal) >= 0 || text.EndsWith("_", StringComparison.Ordinal) || MisplacedUnderscore(text))
        {
            session.Reports.ReportWithEdit("ICX1008", session.Span(index, index + 1), digits, text);
        }

        value = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (double.IsInfinity(value) || (value == 0 && digits.TakeWhile(c => c is not ('e' or 'E')).Any(c => c is >= '1' and <= '9')))
        {
            session.Reports.Report("ICX1009", session.Span(index, index + 1), text);
            value = 0;
        }

        return value;
    }

    // Up to fifteen digits over a power of ten up to 1e15 are exact in a double, and so is their quotient, rounded once.
    private static bool Plain(string text, int start, int end, out double value)
    {
        long mantissa = 0;
        var (digits, decimals) = (0, -1);
        value = 0;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (c == '.')
            {
                decimals = 0;
                continue;
            }

            if (c is < '0' or > '9' || ++digits > 15)
            {
                return false;
            }

            mantissa = mantissa * 10 + (c - '0');
            decimals += decimals >= 0 ? 1 : 0;
        }

        value = decimals > 0 ? mantissa / Tens[decimals] : mantissa;
        return true;
    }

    // An underscore stands between two digits.
    private static bool MisplacedUnderscore(string text)
    {
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] == '_' && !(CharacterClasses.IsDigit(text[i - 1]) && CharacterClasses.IsDigit(text[i + 1])))
            {
                return true;
            }
        }

        return false;
    }

    private static int Part(string text, int start, int length) => int.Parse(text.Substring(start, length), CultureInfo.InvariantCulture);
}
