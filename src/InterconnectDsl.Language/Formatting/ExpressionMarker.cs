using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;

namespace InterconnectDsl.Language.Formatting;

/// <summary>Marks the tokens of expressions and types where spacing follows from the tree: signs, units, calls, clauses.</summary>
internal sealed partial class ExpressionMarker(Layout layout)
{
    public void Mark(ExpressionSyntax? node)
    {
        switch (node)
        {
            case NumberSyntax n:
                Mark(n.Unit);
                break;
            case MemberAccessSyntax n:
                Mark(n.Target);
                break;
            case IndexSyntax n:
                Mark(n.Target);
                Bracket(n.Target);
                Mark(n.Index);
                break;
            case CallSyntax n:
                Mark(n.Target);
                Bracket(n.Target);
                Mark(n.Arguments);
                break;
            case UnarySyntax n:
                Mark(n);
                break;
            case BinarySyntax n:
                Mark(n);
                break;
            case ComprehensionSyntax n:
                Mark(n);
                break;
            case StepsSyntax n:
                Mark(n);
                break;
            case ListSyntax n:
                Mark(n.Items);
                break;
            case BlockSyntax:
                break;
            default:
                MarkTest(node);
                break;
        }
    }

    public void Mark(TypeSyntax? type) => Mark((type as NamedTypeSyntax)?.Expression);

    /// <summary>Marks a value and the clauses behind it that say what it rests on.</summary>
    public void Mark(ValueSyntax? value)
    {
        if (value is null)
        {
            return;
        }

        Mark(value.Nominal);
        Mark(value.Tolerance);
        Mark(value.Distribution);
        Mark(value.Within);
        Mark(value.Plausible);
        Clause(value.Plausible, Keyword.Plausible);
        Clause(value.Source, Keyword.Source);
        if (value.Confidence is { } confidence)
        {
            layout.Mark(layout.Find(confidence.Span.Start) - 1, Place.Clause);
        }
    }

    public void Mark(IReadOnlyList<ExpressionSyntax> nodes)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            Mark(nodes[i]);
        }
    }

    public void Mark(IReadOnlyList<ParameterSyntax> parameters)
    {
        foreach (var parameter in parameters)
        {
            Mark(parameter.Type);
            Mark(parameter.Default);
        }
    }

    private void MarkTest(ExpressionSyntax? node)
    {
        switch (node)
        {
            case RangeSyntax n:
                Mark(n.From, n.To);
                break;
            case WithinRangeSyntax n:
                Mark(n.Value, n.Range.From, n.Range.To);
                break;
            case WithinOfSyntax n:
                Mark(n.Value, n.Tolerance, n.Of);
                break;
            case IsSyntax n:
                Mark(n.Value);
                break;
            case InSetSyntax n:
                Mark(n.Value);
                Mark(n.Items);
                break;
            case InUnitSyntax n:
                Mark(n.Value);
                Mark(n.Unit);
                break;
            case ExistsSyntax n:
                Mark(n.Value);
                break;
            case OtherwiseSyntax n:
                Mark(n.Value, n.Fallback);
                break;
            case IfSyntax n:
                Mark(n.Condition, n.Then, n.Else);
                break;
            case PointSyntax n:
                Mark(n.X, n.Y);
                break;
            case ExtentSyntax n:
                Mark(n.Width, n.Height);
                break;
            case SolveSyntax n:
                Mark(n.Start, n.Tolerance, n.Limit);
                Mark(n.Body);
                break;
        }
    }
}
