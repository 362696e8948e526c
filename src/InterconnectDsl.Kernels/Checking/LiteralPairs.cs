using InterconnectDsl.Kernels.Lowering;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Kernels.Checking;

/// <summary>Pairs the literals of formulas that differ in nothing but numbers.</summary>
internal static class LiteralPairs
{
    /// <summary>The literals whose numbers differ; null where formulas differ in anything else.</summary>
    public static IReadOnlyList<(BoundNumber Before, BoundNumber After)>? Of(IReadOnlyList<BoundFormula> before, IReadOnlyList<BoundFormula> after)
    {
        var pairs = new List<(BoundNumber, BoundNumber)>();
        for (var i = 0; i < before.Count; i++)
        {
            var (a, b) = (before[i], after[i]);
            var same = Match(a.Nominal, b.Nominal, pairs);
            var changed = pairs.Count;
            same = same && Match(a.Tolerance, b.Tolerance, pairs) && Match(a.Distribution, b.Distribution, pairs) && Match(a.Within, b.Within, pairs) && Match(a.Plausible, b.Plausible, pairs);
            if (!same || pairs.Skip(changed).Any(p => p.Item1.Value != p.Item2.Value))
            {
                return null;
            }
        }

        return pairs;
    }

    private static bool Match(BoundExpression? before, BoundExpression? after, List<(BoundNumber, BoundNumber)> pairs)
    {
        if (before is null || after is null)
        {
            return before is null && after is null;
        }

        if (before.GetType() != after.GetType() || !before.Type.Equals(after.Type))
        {
            return false;
        }

        if (before is BoundNumber a && after is BoundNumber b)
        {
            pairs.Add((a, b));
            return Equals(a.Unit, b.Unit);
        }

        var (inBefore, inAfter) = (BoundVisitor.Children(before).ToList(), BoundVisitor.Children(after).ToList());
        return inBefore.Count == inAfter.Count && inBefore.Zip(inAfter, (x, y) => (x, y)).All(p => Match(p.x, p.y, pairs));
    }
}
