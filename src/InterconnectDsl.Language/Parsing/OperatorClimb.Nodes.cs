using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;

namespace InterconnectDsl.Language.Parsing;

/// <summary>What each sort of operator makes of what is on its left and on its right.</summary>
internal partial struct OperatorClimb
{
    private bool Binary()
    {
        var (op, span) = (_operator, _session.Span(_at, _at + 1));
        if (!Right(_level == Level.Power ? Level.Power : _level + 1, out var right))
        {
            return false;
        }

        _left = new BinarySyntax(_session.Span(_start, _at), op, span, _left, right);
        return true;
    }

    // a <= x <= b: the second comparison shares the node of x with the first.
    private bool Compare()
    {
        var (op, span) = (_operator, _session.Span(_at, _at + 1));
        if (!Right(Level.Test, out var right))
        {
            return false;
        }

        var whole = _session.Span(_start, _at);
        if (_compared is null)
        {
            _left = new BinarySyntax(whole, op, span, _left, right);
        }
        else
        {
            var second = new BinarySyntax(new(_compared.Span.Start, whole.End - _compared.Span.Start), op, span, _compared, right);
            _left = new BinarySyntax(whole, BinaryOperator.And, span, _left, second);
            _height++;
        }

        _compared = right;
        return true;
    }

    private bool Span()
    {
        var range = _session.Tokens[_at].Kind == TokenKind.DotDot;
        if (!Right(Level.Sum, out var right))
        {
            return false;
        }

        var span = _session.Span(_start, _at);
        _left = range ? new RangeSyntax(span, _left, right) : new ExtentSyntax(span, _left, right);
        return true;
    }

    private bool Test()
    {
        _session.Height = _height;
        var result = TestGrammar.Test(_session.Place(_at), _start, _left);
        _at = result.Behind();
        _left = result.WasSuccessful ? result.Value : _left;
        _height = _session.Height + 1;
        return result.WasSuccessful;
    }
}
