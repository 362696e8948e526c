using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Lowering;

/// <summary>Names of things: instances, members of arrays, hosts, neighbours.</summary>
internal sealed partial class Lowering
{
    /// <summary>A declared name seen from some members: for members From .. To - 1, the extent it is, and which member of the extent's container each is in.</summary>
    private sealed record Run(int From, int To, Extent Extent, Func<int, int> Container);

    private Lowered LowerInstance(BoundInstance instance, Scope scope)
    {
        if (FindRuns(instance, scope) is not { } found)
        {
            return LoweredFailure.Instance;
        }

        var (runs, at) = found;
        var array = runs.Any(r => r.Extent.IsArray);
        return Rebase(array ? ListOf(runs, at.Domain) : new LoweredThing(Pick(runs, at.Domain, null, instance.Location)!), at, scope);
    }

    private Lowered LowerElement(BoundElement element, Scope scope)
    {
        if (element.Index is BoundRange range)
        {
            return LowerSlice(element, range, scope);
        }

        if (element.List is BoundInstance instance)
        {
            if (FindRuns(instance, scope) is not { } found || Number(element.Index, scope) is not { } index)
            {
                return LoweredFailure.Instance;
            }

            var (runs, at) = found;
            if (!ReferenceEquals(at, scope))
            {
                runs = Rebase(runs, MapTo(at, scope));
            }

            return Pick(runs, scope.Domain, index, element.Location) is { } things ? new LoweredThing(things) : LoweredFailure.Instance;
        }

        return IndexList(element, scope);
    }

    private static List<Run> Rebase(List<Run> runs, IndexMap map)
    {
        if (runs.Count == 1)
        {
            var run = runs[0];
            return new() { new(0, map.From.Count, run.Extent, i => run.Container(map[i])) };
        }

        var rebased = new List<Run>();
        for (var i = 0; i < map.From.Count; i++)
        {
            var outer = map[i];
            var run = runs.First(r => outer >= r.From && outer < r.To);
            rebased.Add(new(i, i + 1, run.Extent, _ => run.Container(outer)));
        }

        return rebased;
    }

    /// <summary>Where a name leads, for every member of the scope that knows it.</summary>
    private (List<Run> Runs, Scope At)? FindRuns(BoundInstance instance, Scope scope)
    {
        if (instance.Container is { } container)
        {
            return Lower(container, scope) switch
            {
                LoweredFailure => null,
                LoweredThing things => RunsIn(things.Things, instance) is { } runs ? (runs, scope) : null,
                _ => Problem("ICX3121", instance),
            };
        }

        for (var at = scope; at is not null; at = at.Outer)
        {
            if (at.Extents is { } extents)
            {
                var runs = new List<Run>();
                var start = 0;
                foreach (var extent in extents)
                {
                    if (LookUp(extent, instance.Name, start) is not { } run)
                    {
                        return Problem("ICX3122", instance);
                    }

                    runs.Add(run);
                    start += extent.Count;
                }

                return (runs, at);
            }
        }

        if (Design.Root is { } root && LookUp(root, instance.Name, 0) is { } global)
        {
            return (new() { global with { To = scope.Domain.Count, Container = _ => 0 } }, scope);
        }

        return Problem("ICX3122", instance);
    }

    private (List<Run>, Scope)? Problem(string code, BoundInstance instance)
    {
        Fail(code, instance.Location, instance.Name);
        return null;
    }

    /// <summary>Finds a name in an extent's own braces and outward.</summary>
    private static Run? LookUp(Extent extent, string name, int start)
    {
        var divisor = 1;
        for (var at = extent; at is not null; at = at.Parent)
        {
            if (at.Children is not null && at.Children.TryGetValue(name, out var child))
            {
                var d = divisor;
                return new(start, start + extent.Count, child, i => (i - start) / d);
            }

            if (at.Name == name && at.Symbol is not DesignSymbol && at.Parent is not null && ReferenceEquals(at, extent) && !at.IsArray)
            {
                var d = divisor;
                return new(start, start + extent.Count, at, i => (i - start) / d / at.Own);
            }

            divisor *= at.Own;
        }

        return null;
    }

    private List<Run>? RunsIn(RefColumn things, BoundInstance instance)
    {
        var runs = new List<Run>();
        if (things.Single is { Extents.Count: 1 } group && group.Extents[0].Children is { } children && children.TryGetValue(instance.Name, out var only))
        {
            var map = things.Map;
            runs.Add(new(0, things.From.Count, only, i => map[i]));
            return runs;
        }

        for (var i = 0; i < things.From.Count; i++)
        {
            if (things.At(i) is not { } at)
            {
                continue;
            }

            var extent = at.Group.ExtentOf(at.Member);
            if (extent.Children is null || !extent.Children.TryGetValue(instance.Name, out var child))
            {
                Fail("ICX3123", instance.Location, at.Group.NameOf(at.Member), instance.Name);
                return null;
            }

            var container = at.Member - extent.Offset;
            runs.Add(new(i, i + 1, child, _ => container));
        }

        return runs;
    }

    /// <summary>One thing of each run: the only one, or the one of an index.</summary>
    private RefColumn? Pick(List<Run> runs, Domain domain, Value? index, SourceSpan location)
    {
        var numbers = index is null ? null : Design.Decide(index);
        var constant = index is not null && index.Domain == Domain.One;
        if (runs.Count == 1 && runs[0].From == 0 && runs[0].To == domain.Count && (numbers is null || constant) && domain.Count > 1 && runs[0].Extent.Parent is { Count: 1 })
        {
            var extent = runs[0].Extent;
            return Number(extent, numbers, 0, location) is { } k ? RefColumn.Of(extent.Group, IndexMap.Constant(domain, extent.Group.Domain, extent.Offset + k)) : null;
        }

        if (runs.Count == 1 && runs[0].From == 0 && runs[0].To == domain.Count)
        {
            return PickMany(runs[0], domain, numbers, constant, location);
        }

        var builder = new RefColumn.Builder(domain);
        foreach (var run in runs)
        {
            for (var i = run.From; i < run.To; i++)
            {
                if (Number(run.Extent, numbers, constant ? 0 : i, location) is not { } k)
                {
                    return null;
                }

                builder.Set(i, run.Extent.Group, run.Extent.Offset + (run.Container(i) * run.Extent.Own) + k);
            }
        }

        return builder.Build();
    }

    private RefColumn? PickMany(Run run, Domain domain, Interpretation.Column? numbers, bool constant, SourceSpan location)
    {
        var extent = run.Extent;
        var members = new int[domain.Count];
        for (var i = 0; i < members.Length; i++)
        {
            if (Number(extent, numbers, constant ? 0 : i, location) is not { } k)
            {
                return null;
            }

            var container = run.Container(i);
            members[i] = container < 0 ? -1 : extent.Offset + (container * extent.Own) + k;
        }

        return RefColumn.Of(extent.Group, domain.Count == 1 ? IndexMap.Constant(domain, extent.Group.Domain, members[0]) : IndexMap.Of(domain, extent.Group.Domain, members));
    }

    /// <summary>The position in the array that an index stands for; null and reported when it is outside.</summary>
    private int? Number(Extent extent, Interpretation.Column? numbers, int member, SourceSpan location)
    {
        if (numbers is null)
        {
            return 0;
        }

        var number = numbers[member];
        var k = number - extent.First;
        if (k >= 0 && k < extent.Own && k == Math.Floor(k))
        {
            return (int)k;
        }

        if (Interpretation.Absence.IsFailed(number))
        {
            return null;
        }

        Fail("ICX3124", location, extent.Name, Quantities.FormatNumber(number), extent.First, extent.First + extent.Own - 1,
            extent.Own == 1 ? "1 member" : extent.Own + " members");
        return null;
    }

    private static LoweredList ListOf(List<Run> runs, Domain domain)
    {
        var offsets = new int[domain.Count + 1];
        foreach (var run in runs)
        {
            for (var i = run.From; i < run.To; i++)
            {
                offsets[i + 1] = run.Extent.Own;
            }
        }

        for (var i = 0; i < domain.Count; i++)
        {
            offsets[i + 1] += offsets[i];
        }

        var elements = new Domain(runs.Count == 0 ? "none" : runs[0].Extent.Name, offsets[domain.Count]);
        var single = runs.Count == 1 && runs[0].Extent.Parent is { Count: 1 } && domain.Count == 1;
        if (single && runs[0].Extent.Group.Count == elements.Count)
        {
            return new(new(domain, elements, offsets), new LoweredThing(RefColumn.Of(runs[0].Extent.Group, IndexMap.Identity(elements, runs[0].Extent.Group.Domain))));
        }

        var builder = new RefColumn.Builder(elements);
        foreach (var run in runs)
        {
            for (var i = run.From; i < run.To; i++)
            {
                for (var k = 0; k < run.Extent.Own; k++)
                {
                    builder.Set(offsets[i] + k, run.Extent.Group, run.Extent.Offset + (run.Container(i) * run.Extent.Own) + k);
                }
            }
        }

        return new(new(domain, elements, offsets), new LoweredThing(builder.Build()));
    }

    private Lowered LowerSlice(BoundElement element, BoundRange range, Scope scope)
    {
        var list = Lower(element.List, scope);
        if (list is not LoweredList { Elements: LoweredThing things } found || Number(range.From, scope) is not { } from || Number(range.To, scope) is not { } to)
        {
            return list is LoweredFailure ? list : Fail("ICX3121", element.Location, "the range");
        }

        var first = (int)Design.Decide(from)[0];
        var last = (int)Design.Decide(to)[0];
        var start = element.List is BoundInstance i && FindRuns(i, scope) is { } f && f.Runs.Count > 0 ? f.Runs[0].Extent : null;
        var low = first - (start?.First ?? 0);
        var high = last - (start?.First ?? 0);
        var length = found.Shape.Owner.Count == 0 ? 0 : found.Shape.Offsets[1];
        if (low < 0 || high >= length || low > high)
        {
            return Fail("ICX3124", element.Location, start?.Name ?? "the list", first + " .. " + last, start?.First ?? 0, (start?.First ?? 0) + length - 1, length + " members");
        }

        var kept = new double[found.Shape.Elements.Count];
        for (var e = 0; e < kept.Length; e++)
        {
            var k = e - found.Shape.Offsets[found.Shape.OwnerOf[e]];
            kept[e] = k >= low && k <= high ? 1 : 0;
        }

        _ = things;
        return Keep(found, kept);
    }

    private Lowered IndexList(BoundElement element, Scope scope)
    {
        var list = Lower(element.List, scope);
        if (Number(element.Index, scope) is not { } index || list is LoweredFailure)
        {
            return LoweredFailure.Instance;
        }

        var numbers = Design.Decide(index);
        switch (list)
        {
            case LoweredRow row when index.Domain == Domain.One:
                var k = numbers[0];
                return k >= 0 && k < row.Items.Count && k == Math.Floor(k) ? row.Items[(int)k]
                    : Fail("ICX3124", element.Location, "the list", Quantities.FormatNumber(k), 0, row.Items.Count - 1, row.Items.Count + " members");
            case LoweredList many:
                var members = new int[many.Shape.Owner.Count];
                for (var o = 0; o < members.Length; o++)
                {
                    var n = numbers[index.Domain == Domain.One ? 0 : o];
                    var length = many.Shape.Offsets[o + 1] - many.Shape.Offsets[o];
                    if (!(n >= 0 && n < length && n == Math.Floor(n)))
                    {
                        return Fail("ICX3124", element.Location, "the list", Quantities.FormatNumber(n), 0, length - 1, length + " members");
                    }

                    members[o] = many.Shape.Offsets[o] + (int)n;
                }

                return Through(many.Elements, IndexMap.Of(many.Shape.Owner, many.Shape.Elements, members));
            default:
                return Fail("ICX3121", element.Location, "the index");
        }
    }

    private readonly Dictionary<(Domain, LocalSymbol), Value> _indices = new();

    /// <summary>The named index of an array around the members of some extents, or null when it is not theirs.</summary>
    private Value? IndexOf(IReadOnlyList<Extent> extents, LocalSymbol local, Domain domain)
    {
        if (!HasIndex(extents[0], local))
        {
            return null;
        }

        if (_indices.TryGetValue((domain, local), out var known))
        {
            return known;
        }

        var numbers = new double[domain.Count];
        var start = 0;
        foreach (var extent in extents)
        {
            var divisor = 1;
            var at = extent;
            while (!ReferenceEquals(BoundsOf(at)?.Index, local))
            {
                divisor *= at.Own;
                at = at.Parent!;
            }

            for (var i = 0; i < extent.Count; i++)
            {
                numbers[start + i] = at.First + (i / divisor % at.Own);
            }

            start += extent.Count;
        }

        return _indices[(domain, local)] = Flags(domain, numbers);
    }

    private static bool HasIndex(Extent extent, LocalSymbol local)
    {
        for (var at = extent; at is not null; at = at.Parent)
        {
            if (ReferenceEquals(BoundsOf(at)?.Index, local))
            {
                return true;
            }
        }

        return false;
    }

    private static ArrayBounds? BoundsOf(Extent extent) => extent.Symbol switch
    {
        InstanceSymbol i => i.Array,
        PathSymbol p => p.Array,
        _ => null,
    };

    /// <summary>index, or the number of members, of the innermost array around each member of some extents.</summary>
    private Value Innermost(IReadOnlyList<Extent> extents, Domain domain, bool count)
    {
        var numbers = new double[domain.Count];
        var start = 0;
        foreach (var extent in extents)
        {
            var divisor = 1;
            var at = extent;
            while (!at.IsArray && at.Parent is not null)
            {
                divisor *= at.Own;
                at = at.Parent;
            }

            for (var i = 0; i < extent.Count; i++)
            {
                numbers[start + i] = !at.IsArray ? (count ? 1 : 0) : count ? at.Own : at.First + (i / divisor % at.Own);
            }

            start += extent.Count;
        }

        return Flags(domain, numbers);
    }

    private Lowered LowerContext(BoundContext context, Scope scope)
    {
        if (context.Target is not null)
        {
            return Lower(context.Target, scope) switch
            {
                LoweredFailure f => f,
                LoweredThing t => Surroundings(context, t.Things),
                LoweredRow r => new LoweredRow(r.Items.OfType<LoweredThing>().Select(i => Surroundings(context, i.Things)).ToList()),
                LoweredList { Elements: LoweredThing t } l => new LoweredList(l.Shape, Surroundings(context, t.Things)),
                _ => Fail("ICX4013", context.Location, context.Target.Type.Display),
            };
        }

        if (context.Name == ContextName.Design)
        {
            return new LoweredThing(RefColumn.Of(Design.DesignGroup, IndexMap.Constant(scope.Domain, Design.DesignGroup.Domain, 0)));
        }

        var ofArray = context.Name is ContextName.Index or ContextName.Count;
        return Outward(scope, at => at.Self is not null || (ofArray && at.Extents is not null), at => at.Self is { } self
            ? Surroundings(context, self)
            : new LoweredNumber(Innermost(at.Extents!, at.Domain, context.Name == ContextName.Count))) ?? Fail("ICX4016", context.Location, ContextText(context.Name));
    }

    private static string ContextText(ContextName name) => name.ToString().ToLowerInvariant();

    private Lowered Surroundings(BoundContext context, RefColumn things) => context.Name switch
    {
        ContextName.This => new LoweredThing(things),
        ContextName.Host => new LoweredThing(HostOf(things)),
        ContextName.Index => OfGroup(things, g => Innermost(g.Extents, g.Domain, count: false)),
        ContextName.Count => OfGroup(things, g => Innermost(g.Extents, g.Domain, count: true)),
        ContextName.Directions => OfGroup(things, g => Ir.Constant(g is PathGroup { BothDirections: true } ? 2 : 1)),
        ContextName.Mirrored => OfGroup(things, g => Ir.Constant(g is PathGroup { Mirrored: true } ? 1 : 0)),
        ContextName.Path => OfStep(things, context.Location, (path, _) => RefColumn.Self(path)),
        ContextName.Previous => OfStep(things, context.Location, (path, at) => at == 0 ? null : path.Steps[at - 1].Things),
        ContextName.Next => OfStep(things, context.Location, (path, at) => at + 1 >= path.Steps.Count ? null : path.Steps[at + 1].Things),
        ContextName.Gap => GapOfStep(things, context.Location),
        _ => Fail("ICX4016", context.Location, ContextText(context.Name)),
    };

    private Lowered OfGroup(RefColumn things, Func<Group, Value> value)
    {
        if (things.Targets.Count == 0)
        {
            return Absent();
        }

        return things.Single is { } single
            ? Read(new LoweredNumber(value(single)), things)
            : Join(things, things.Targets.Select(t => (Lowered)new LoweredNumber(value(t))).ToList(), IntType.Instance);
    }

    private Lowered OfStep(RefColumn things, SourceSpan location, Func<PathGroup, int, RefColumn?> pick)
    {
        if (things.Single is not { Step: { } step })
        {
            return Fail("ICX3125", location, things.Targets.Count == 0 ? "this" : Design.ShortNameOf(things.Targets[0]));
        }

        return new LoweredThing((pick(step.Path, step.Position) ?? RefColumn.Absent(step.Path.Domain)).Through(things.Map));
    }

    /// <summary>What each thing of a column stands on.</summary>
    public RefColumn HostOf(RefColumn things)
    {
        if (things.Targets.Count == 0)
        {
            return things;
        }

        if (things.Single is { } single)
        {
            return single.Host is null ? RefColumn.Absent(things.From) : single.Host.Through(things.Map);
        }

        var builder = new RefColumn.Builder(things.From);
        for (var i = 0; i < things.From.Count; i++)
        {
            if (things.At(i) is { } thing && thing.Group.Host?.At(thing.Member) is { } host)
            {
                builder.Set(i, host.Group, host.Member);
            }
        }

        return builder.Build();
    }
}
