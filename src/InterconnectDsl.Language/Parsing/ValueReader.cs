using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Reads the clauses of one value, and keeps what was read until the node is made.</summary>
internal struct ValueReader(ParseSession session, int at)
{
    private ExpressionSyntax? _nominal;
    private ExpressionSyntax? _tolerance;
    private ExpressionSyntax? _distribution;
    private RangeSyntax? _within;
    private RangeSyntax? _plausible;
    private TextSyntax? _source;
    private Identifier? _confidence;

    /// <summary>Index of the token that is read next.</summary>
    public int At { get; private set; } = at;

    public readonly ValueSyntax Made(int start) => new(session.Span(start, At))
    {
        Nominal = _nominal,
        Tolerance = _tolerance,
        Distribution = _distribution,
        Within = _within,
        Plausible = _plausible,
        Source = _source,
        Confidence = _confidence,
    };

    public bool Nominal() => Expression(Level.None, nominal: true, ref _nominal);

    /// <summary>Reads a clause, its keyword or sign being at the place; one that was there already is reported and the last one stands.</summary>
    public bool Read(ValueClause clause)
    {
        var index = At;
        var (before, ok) = clause switch
        {
            ValueClause.Tolerance => (_tolerance is not null, Expression(Level.Sum, nominal: false, ref _tolerance)),
            ValueClause.Distribution => (_distribution is not null, Expression(Level.Sum, nominal: false, ref _distribution)),
            ValueClause.Within => (_within is not null, Next(Range, ref _within)),
            ValueClause.Plausible => (_plausible is not null, Next(Range, ref _plausible)),
            ValueClause.Source => (_source is not null, Next(TextGrammar.Text, ref _source)),
            _ => (_confidence is not null, Confidence()),
        };
        if (before && ok)
        {
            session.Reports.Report("ICX1019", session.Span(index, index + 1), session.Spelling(index));
        }

        return ok;
    }

    private bool Expression(Level minimum, bool nominal, ref ExpressionSyntax? value)
    {
        var result = ExpressionGrammar.Climb(session, At + 1, minimum, nominal);
        At = result.Behind();
        value = result.WasSuccessful ? result.Value : value;
        return result.WasSuccessful;
    }

    private bool Next<T>(Parser<T> rule, ref T? value)
        where T : class
    {
        var result = rule(session.Place(At + 1));
        At = result.Behind();
        value = result.WasSuccessful ? result.Value : value;
        return result.WasSuccessful;
    }

    private bool Confidence()
    {
        var result = NameGrammar.Declared(session.Place(At + 1));
        At = result.Behind();
        if (result.WasSuccessful)
        {
            _confidence = result.Value;
            if (result.Value.Text is not ("A" or "B" or "C" or "U"))
            {
                session.Reports.Report("ICX1025", result.Value.Span, result.Value.Text);
                _confidence = null;
            }
        }

        return result.WasSuccessful;
    }

    private static IResult<RangeSyntax> Range(IInput input)
    {
        var result = ExpressionGrammar.Span(input);
        var place = (TokenInput)result.Remainder;
        return !result.WasSuccessful ? Combinators.Fail<RangeSyntax>(place)
            : result.Value is RangeSyntax range ? place.Session.Succeed(range, place.Index)
            : place.Fail<RangeSyntax>(Wanted.DotDot);
    }
}
