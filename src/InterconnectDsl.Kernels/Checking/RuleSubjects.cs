using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Lowering;
using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Kernels.Checking;

/// <summary>A set of things a rule visits at once: a scope in which its subjects are bound, and the thing each visit is told by.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Things">The first subject, for places and names.</param>
internal sealed record Visit(Scope Scope, RefColumn Things);

/// <summary>Finds what a rule visits in a design, group by group.</summary>
internal sealed class RuleSubjects(ElaboratedDesign design)
{
    /// <summary>The most visits one rule may make to pairs of two groups.</summary>
    private const long PairLimit = 20_000_000;

    /// <summary>Every set of things a rule visits.</summary>
    public IEnumerable<Visit> Of(RuleSymbol rule)
    {
        if (rule.Subjects.Count == 0)
        {
            yield break;
        }

        if (rule.Subjects[0].EachArray)
        {
            foreach (var visit in Arrays(rule.Subjects[0]))
            {
                yield return visit;
            }

            yield break;
        }

        foreach (var first in Groups(rule.Subjects[0]))
        {
            if (rule.Subjects.Count == 1)
            {
                var scope = Scope.Plain(first.From);
                scope.Set(rule.Subjects[0].Name, new LoweredThing(first));
                yield return new(scope, first);
                continue;
            }

            foreach (var second in Groups(rule.Subjects[1]))
            {
                if (Pair(rule, first, second) is { } visit)
                {
                    yield return visit;
                }
            }
        }
    }

    private IEnumerable<RefColumn> Groups(RuleSubject subject)
    {
        if (subject.Thing is { } name)
        {
            return design.Root?.Children is { } children && children.TryGetValue(name, out var extent) ? new[] { Members(extent) }
                : design.Groups.SelectMany(g => g.Extents).Where(e => e.Name == name && e.Symbol is not null).Select(Members);
        }

        return design.Groups.Where(g => g.Count > 0 && (!g.IsAnonymous || g.Step is not null) && subject.Kind is { } kind && g.Kind.Is(kind)).Select(RefColumn.Self).ToList();
    }

    private static RefColumn Members(Extent extent)
    {
        if (extent.Group.Count == extent.Count)
        {
            return RefColumn.Self(extent.Group);
        }

        var domain = new Domain(extent.Name, extent.Count);
        return RefColumn.Of(extent.Group, IndexMap.Of(domain, extent.Group.Domain, Enumerable.Range(extent.Offset, extent.Count).ToArray()));
    }

    /// <summary>The arrays of a group, all in one visit: each is a list of its members, and is told by its first.</summary>
    private IEnumerable<Visit> Arrays(RuleSubject subject)
    {
        foreach (var group in design.Groups.Where(g => !g.IsAnonymous && g.Count > 0 && subject.Kind is { } kind && g.Kind.Is(kind)).ToList())
        {
            var extents = group.Extents.Where(e => e.Count > 0).ToList();
            var arrays = new Domain(group.Kind.Name + " arrays", extents.Count);
            var offsets = extents.Select(e => e.Offset).Append(group.Count).ToArray();
            var scope = Scope.Plain(arrays);
            scope.Set(subject.Name, new LoweredList(new(arrays, group.Domain, offsets), new LoweredThing(RefColumn.Self(group))));
            yield return new(scope, RefColumn.Of(group, IndexMap.Of(arrays, group.Domain, extents.Select(e => e.Offset).ToArray())));
        }
    }

    private Visit? Pair(RuleSymbol rule, RefColumn first, RefColumn second)
    {
        var count = (long)first.From.Count * second.From.Count;
        if (count > PairLimit)
        {
            design.Lowering.Fail("ICX4017", rule.Location, rule.Id, first.From.Count, second.From.Count);
            return null;
        }

        var pairs = new Domain("pairs", (int)count);
        var a = new int[pairs.Count];
        var b = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            a[i] = i / second.From.Count;
            b[i] = i % second.From.Count;
        }

        var things = first.Through(IndexMap.Of(pairs, first.From, a));
        var scope = Scope.Plain(pairs);
        scope.Set(rule.Subjects[0].Name, new LoweredThing(things));
        scope.Set(rule.Subjects[1].Name, new LoweredThing(second.Through(IndexMap.Of(pairs, second.From, b))));
        return new(scope, things);
    }
}
