using InterconnectDsl.Language.Binding;

namespace InterconnectDsl.Kernels.Lowering;

/// <summary>Walks a bound expression.</summary>
public static class BoundVisitor
{
    /// <summary>Calls <paramref name="visit"/> on every node, from the top; false leaves its children out.</summary>
    public static void Visit(BoundExpression expression, Func<BoundExpression, bool> visit)
    {
        if (!visit(expression))
        {
            return;
        }

        foreach (var child in Children(expression))
        {
            if (child is not null)
            {
                Visit(child, visit);
            }
        }
    }

    /// <summary>The expressions directly inside one.</summary>
    public static IEnumerable<BoundExpression?> Children(BoundExpression expression) => expression switch
    {
        BoundText t => t.Parts.Select(p => p.Expression),
        BoundContext c => new[] { c.Target },
        BoundAttribute a => new[] { a.Target },
        BoundInstance i => new[] { i.Container },
        BoundElement e => new[] { e.List, e.Index },
        BoundPosition p => new[] { p.Connector, p.Position },
        BoundUnary u => new[] { u.Operand },
        BoundBinary b => new[] { b.Left, b.Right },
        BoundIf i => new[] { i.Condition, i.Then, i.Else },
        BoundIs i => new[] { i.Value },
        BoundExists e => new[] { e.Value },
        BoundOtherwise o => new[] { o.Value, o.Fallback },
        BoundInUnit u => new[] { u.Value },
        BoundCall c => c.Arguments,
        BoundIntrinsic i => i.Arguments,
        BoundAggregate a => new[] { a.Source, a.Value, a.Condition },
        BoundQuery q => new[] { q.Place },
        BoundSteps s => new[] { s.Path, s.From, s.To },
        BoundOfKind k => new[] { k.List },
        BoundList l => l.Items,
        BoundRange r => new[] { r.From, r.To },
        BoundPair p => new[] { p.First, p.Second },
        BoundPairMember m => new[] { m.Pair },
        BoundSolve s => new[] { s.Start, s.Tolerance, s.Limit, s.Body },
        BoundBlock b => b.Locals.Select(l => l.Value).Append(b.Result),
        BoundPart p => p.Use.Arguments,
        _ => Array.Empty<BoundExpression?>(),
    };
}
