using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;

namespace InterconnectDsl.Language.Parsing;

/// <summary>The loop over the operators behind an operand: what has been read so far, and what the next operator makes of it.</summary>
internal partial struct OperatorClimb
{
    private readonly ParseSession _session;
    private readonly int _start;
    private readonly bool _nominal;
    private ExpressionSyntax _left;
    private ExpressionSyntax? _compared;
    private int _height;
    private int _at;
    private Level _level;
    private Level _ceiling;
    private BinaryOperator _operator;

    public OperatorClimb(ParseSession session, int start, int behind, ExpressionSyntax first, bool nominal)
    {
        _session = session;
        _start = start;
        _nominal = nominal;
        _left = first;
        _at = behind;
        _height = _session.Height;
        _ceiling = Level.Power;
        _compared = null;
        _level = Level.None;
        _operator = default;
        Moved = false;
    }

    /// <summary>Whether an operator was read.</summary>
    public bool Moved { get; private set; }

    /// <summary>Index of the token that is read next.</summary>
    public readonly int At => _at;

    public readonly IResult<ExpressionSyntax> Result()
    {
        _session.Height = _height;
        return _session.Succeed(_left, _at);
    }

    /// <summary>Whether the next token is an operator that binds at least as tightly as asked for.</summary>
    public bool Goes(Level minimum)
    {
        var token = _session.Tokens[_at];
        _level = Operators.Of(token, out _operator);
        if (_level == Level.None || _level < minimum || _level > _ceiling || !Applies(token) || (token.IsFirstOnLine && !GoesOn(token)))
        {
            _session.Expectations.Add(_at, Wanted.Operator);
            return false;
        }

        return true;
    }

    // No statement begins with one of these signs, so the line goes on with the one before it; but that is not how icx is written.
    private readonly bool GoesOn(Token token)
    {
        var misplaced = !Newlines.GoesOn(_session, _at) && token.Kind is not (TokenKind.Name or TokenKind.Minus or TokenKind.DotDot);
        if (misplaced)
        {
            var sign = _session.Span(_at, _at + 1);
            _session.Reports.Report("ICX1035", sign, _session.Text.Slice(sign));
        }

        return misplaced || Newlines.GoesOn(_session, _at);
    }

    // Within is a clause where a value's clauses follow; in needs a unit or a set behind it.
    private readonly bool Applies(Token token) => token.Keyword switch
    {
        Keyword.Within => !_nominal,
        Keyword.In => _session.Tokens[_at + 1].Kind == TokenKind.LeftBrace || UnitGrammar.Starts(_session, _at + 1),
        Keyword.Is => _session.Tokens[_at + 1].Kind == TokenKind.Name,
        _ => true,
    };

    /// <summary>Reads the operator and what is on its right; false when that fails.</summary>
    public bool Step()
    {
        Moved = true;
        var ok = _level switch
        {
            Level.Comparison => Compare(),
            Level.Test => Test(),
            Level.Span => Span(),
            _ => Binary(),
        };
        _ceiling = _level == Level.Span ? Level.Test : _level;
        _compared = _level == Level.Comparison ? _compared : null;
        if (_height > ParseSession.TallestExpression)
        {
            _session.Reports.Once("ICX1015", _at, ParseSession.TallestExpression);
            return false;
        }

        return ok;
    }

    private bool Right(Level minimum, out ExpressionSyntax right)
    {
        // Powers group from the right, one level of nesting each; all others are read by the loop.
        var entered = minimum != Level.Power || _session.Enter(_at);
        var result = entered ? ExpressionGrammar.Climb(_session, _at + 1, minimum, _nominal) : _session.Fail<ExpressionSyntax>(_at, Wanted.None);
        if (minimum == Level.Power)
        {
            _session.Leave();
        }

        _at = result.Behind();
        right = result.WasSuccessful ? result.Value : null!;
        _height = Math.Max(_height, _session.Height) + 1;
        return result.WasSuccessful;
    }
}
