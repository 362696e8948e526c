using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;

namespace InterconnectDsl.Language.Formatting;

/// <content>The nodes that say something of the signs between them.</content>
internal sealed partial class ExpressionMarker
{
    private void Mark(ExpressionSyntax a, ExpressionSyntax b)
    {
        Mark(a);
        Mark(b);
    }

    private void Mark(ExpressionSyntax a, ExpressionSyntax b, ExpressionSyntax c)
    {
        Mark(a, b);
        Mark(c);
    }

    private void Mark(IReadOnlyList<ArgumentSyntax> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            Mark(arguments[i].Value);
        }
    }

    private void Mark(UnitSyntax? unit)
    {
        if (unit is null)
        {
            return;
        }

        for (var at = layout.Find(unit.Span.Start) + 1; at < layout.Count && layout.Tokens[at].Start < unit.Span.End; at++)
        {
            layout.Mark(at, Place.Tight);
        }
    }

    private void Mark(UnarySyntax node)
    {
        if (node.Operator == UnaryOperator.Negate)
        {
            layout.Mark(layout.Find(node.Span.Start) + 1, Place.Tight);
        }

        Mark(node.Operand);
    }

    // The two comparisons of a <= x <= b share x: the second one is visited from its sign on, or a chain of chains would take forever.
    private void Mark(BinarySyntax node)
    {
        Mark(node.Left);
        var shared = node.Operator == BinaryOperator.And && node.Right is BinarySyntax right && right.Left.Span.Start < node.OperatorSpan.Start;
        Mark(shared ? ((BinarySyntax)node.Right).Right : node.Right);
    }

    private void Mark(ComprehensionSyntax node)
    {
        layout.Mark(layout.Last(node.Function.Span) + 1, Place.Tight);
        Mark(node.Value);
        Mark(node.Source);
        Mark(node.Condition);
    }

    private void Mark(StepsSyntax node)
    {
        if (node.Portion == StepsPortion.Between)
        {
            layout.Mark(layout.Find(node.Span.Start) + 2, Place.Tight);
        }

        Mark(node.From);
        Mark(node.To);
    }

    private void Bracket(ExpressionSyntax target)
    {
        var behind = layout.Last(target.Span) + 1;
        if (behind < layout.Count && layout.Tokens[behind].Kind is TokenKind.LeftParen or TokenKind.LeftBracket)
        {
            layout.Mark(behind, Place.Tight);
        }
    }

    private void Clause(SyntaxNode? node, Keyword keyword)
    {
        if (node is null)
        {
            return;
        }

        var word = layout.Outermost(layout.Find(node.Span.Start)) - 1;
        if (word >= 0 && layout.Tokens[word].Keyword == keyword)
        {
            layout.Mark(word, Place.Clause);
        }
    }
}
