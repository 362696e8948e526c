using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Lowering;

/// <summary>Lists of things: steps of a path, all of a kind, what is on, through or at the end of something.</summary>
internal sealed partial class Lowering
{
    /// <summary>The most elements all lists of one query may have together.</summary>
    public const int ElementLimit = 64_000_000;

    private readonly Dictionary<InverseKey, LoweredList> _inverse = new();
    private readonly Dictionary<KindSymbol, LoweredList> _all = new();

    private Lowered LowerSteps(BoundSteps steps, Scope scope)
    {
        if (steps.Path is null)
        {
            return Outward(scope, at => at.Self is not null, at => StepsOf(at.Self!, steps, at)) ?? Fail("ICX4016", steps.Location, "steps");
        }

        return Lower(steps.Path, scope) switch
        {
            LoweredFailure f => f,
            LoweredThing t => StepsOf(t.Things, steps, scope),
            _ => Fail("ICX4013", steps.Location, steps.Path.Type.Display),
        };
    }

    private Lowered StepsOf(RefColumn paths, BoundSteps steps, Scope scope)
    {
        if (paths.Targets.Any(t => t is not PathGroup))
        {
            return Fail("ICX3126", steps.Location, Design.ShortNameOf(paths.Targets.First(t => t is not PathGroup)));
        }

        var items = AllSteps(paths);
        var from = 0;
        var to = items.Count;
        if (steps.Portion != StepsPortion.All)
        {
            if (PositionOf(steps.From!, items, scope) is not { } a)
            {
                return LoweredFailure.Instance;
            }

            if (a < 0)
            {
                return new LoweredThing(RefColumn.Absent(scope.Domain));
            }

            (from, to) = steps.Portion switch { StepsPortion.Before => (0, a), StepsPortion.After => (a + 1, to), _ => (a + 1, to) };
            if (steps.Portion == StepsPortion.Between)
            {
                if (PositionOf(steps.To!, items, scope) is not { } b)
                {
                    return LoweredFailure.Instance;
                }

                (from, to) = b < a ? (b + 1, a) : (a + 1, b);
            }
        }

        return new LoweredRow(items.Skip(from).Take(Math.Max(0, to - from)).Cast<Lowered>().ToList());
    }

    /// <summary>The steps of each path in a column, position by position; plain values among them are passed over.</summary>
    private List<LoweredThing> AllSteps(RefColumn paths)
    {
        if (paths.Single is PathGroup single)
        {
            return single.Steps.Where(s => s.Value is null).Select((s, k) => new LoweredThing(s.Things.Through(paths.Map).AtStep(k))).ToList();
        }

        var rows = paths.Targets.Cast<PathGroup>().Select(p => p.Steps.Where(s => s.Value is null).ToList()).ToList();
        var items = new List<LoweredThing>();
        for (var k = 0; rows.Count > 0 && k < rows.Max(r => r.Count); k++)
        {
            var builder = new RefColumn.Builder(paths.From);
            for (var i = 0; i < paths.From.Count; i++)
            {
                if (paths.At(i) is { } path && rows[IndexOf(paths.Targets, path.Group)] is { } row && k < row.Count && row[k].Things.At(path.Member) is { } thing)
                {
                    builder.Set(i, thing.Group, thing.Member);
                }
            }

            var things = builder.Build().AtStep(k);
            items.Add(new(rows.All(r => k >= r.Count || r[k].IsFar) ? things.Far() : things));
        }

        return items;
    }

    private static int IndexOf(IReadOnlyList<Group> groups, Group group)
    {
        for (var i = 0; i < groups.Count; i++)
        {
            if (groups[i] == group)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Which of the steps an expression names: -1 when it is absent, null after a failure.</summary>
    private int? PositionOf(BoundExpression expression, List<LoweredThing> steps, Scope scope)
    {
        if (Things(expression, scope) is not { } named)
        {
            return null;
        }

        if (named.Targets.Count == 0)
        {
            return -1;
        }

        if (named.StepPosition is { } known)
        {
            return known;
        }

        for (var k = 0; k < steps.Count; k++)
        {
            if (steps[k].Things.Single == named.Single && steps[k].Things.SameAs(Spread(named, steps[k].Things.From)).All(s => s == 1))
            {
                return k;
            }
        }

        Fail("ICX3127", expression.Location);
        return null;
    }

    private Lowered LowerOfKind(BoundOfKind filter, Scope scope) => Lower(filter.List, scope) switch
    {
        LoweredRow row => new LoweredRow(row.Items.Where(i => i is LoweredThing t && t.Things.Targets.Any(g => g.Kind.Is(filter.Kind))).ToList()),
        LoweredList { Elements: LoweredThing t } list => KeepGroups(list, t.Things, g => g.Kind.Is(filter.Kind)),
        var other => other,
    };

    private Lowered KeepGroups(LoweredList list, RefColumn things, Func<Group, bool> keep)
    {
        if (things.Targets.All(keep))
        {
            return list;
        }

        var kept = new double[things.From.Count];
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = things.At(i) is { } thing && keep(thing.Group) ? 1 : 0;
        }

        return Keep(list, kept);
    }

    /// <summary>The list without the elements that have a zero.</summary>
    private LoweredList Keep(LoweredList list, double[] kept)
    {
        var offsets = new int[list.Shape.Owner.Count + 1];
        var members = new List<int>();
        for (var o = 0; o < list.Shape.Owner.Count; o++)
        {
            for (var e = list.Shape.Offsets[o]; e < list.Shape.Offsets[o + 1]; e++)
            {
                if (kept[e] != 0)
                {
                    members.Add(e);
                }
            }

            offsets[o + 1] = members.Count;
        }

        var elements = new Domain(list.Shape.Elements.Name, members.Count);
        return new(new(list.Shape.Owner, elements, offsets), Through(list.Elements, IndexMap.Of(elements, list.Shape.Elements, members.ToArray())));
    }

    private Lowered LowerQuery(BoundQuery query, Scope scope)
    {
        if (!PathsReady && (query.Kind.IsPath || query.Scope is QueryScope.Through or QueryScope.To))
        {
            return Fail("ICX3128", query.Location);
        }

        if (query.Scope == QueryScope.Design)
        {
            return All(query.Kind);
        }

        if (Lower(query.Place!, scope) is not LoweredThing place)
        {
            return LoweredFailure.Instance;
        }

        if (place.Things.Single is { } single)
        {
            var list = Inverse(single, query.Scope, query.Kind);
            return place.Things.Map is { IsIdentity: true } m && m.From == single.Domain ? list : ListThrough(list, place.Things.Map);
        }

        return JoinLists(place.Things, query);
    }

    private Lowered JoinLists(RefColumn places, BoundQuery query)
    {
        var lists = places.Targets.Select(t => Inverse(t, query.Scope, query.Kind)).ToList();
        var offsets = new int[places.From.Count + 1];
        var found = new List<(Group, int)>();
        for (var i = 0; i < places.From.Count; i++)
        {
            if (places.At(i) is { } place)
            {
                var list = lists[IndexOf(places.Targets, place.Group)];
                var things = ((LoweredThing)list.Elements).Things;
                for (var e = list.Shape.Offsets[place.Member]; e < list.Shape.Offsets[place.Member + 1]; e++)
                {
                    found.Add(things.At(e)!.Value);
                }
            }

            offsets[i + 1] = found.Count;
        }

        var elements = new Domain(query.Kind.Name, found.Count);
        var builder = new RefColumn.Builder(elements);
        for (var e = 0; e < found.Count; e++)
        {
            builder.Set(e, found[e].Item1, found[e].Item2);
        }

        return new LoweredList(new(places.From, elements, offsets), new LoweredThing(builder.Build()));
    }

    /// <summary>The groups of a kind in the design: things, paths, and parts applied in place, but not values of attributes.</summary>
    private List<Group> GroupsOf(KindSymbol kind) => Design.Groups.Where(g => g.Kind.Is(kind) && (!g.IsAnonymous || g.Step is not null)).ToList();

    /// <summary>Everything of a kind in the design, parts applied in place among it.</summary>
    public LoweredList All(KindSymbol kind)
    {
        if (_all.TryGetValue(kind, out var known))
        {
            return known;
        }

        var groups = GroupsOf(kind);
        var elements = new Domain(kind.Name, groups.Sum(g => g.Count));
        RefColumn things;
        if (groups.Count == 1)
        {
            things = RefColumn.Of(groups[0], IndexMap.Identity(elements, groups[0].Domain));
        }
        else
        {
            var builder = new RefColumn.Builder(elements);
            var at = 0;
            foreach (var group in groups)
            {
                for (var m = 0; m < group.Count; m++)
                {
                    builder.Set(at++, group, m);
                }
            }

            things = builder.Build();
        }

        var list = new LoweredList(new(Domain.One, elements, new[] { 0, elements.Count }), new LoweredThing(things));
        if (PathsReady)
        {
            _all.Add(kind, list);
        }

        return list;
    }

    /// <summary>For each member of a group, the things of a kind on it, or the paths of a kind through it or ending at it.</summary>
    private sealed record InverseKey(Group Group, int Scope, KindSymbol Kind);

    private LoweredList Inverse(Group group, QueryScope scope, KindSymbol kind)
    {
        if (_inverse.TryGetValue(new(group, (int)scope, kind), out var known))
        {
            return known;
        }

        var found = new Found();
        foreach (var candidate in Design.Groups)
        {
            if (!candidate.Kind.Is(kind))
            {
                continue;
            }

            if (scope == QueryScope.On)
            {
                CollectMounted(group, candidate, found);
            }
            else if (candidate is PathGroup path)
            {
                CollectPaths(group, path, scope, found);
            }
        }

        return _inverse[new(group, (int)scope, kind)] = Sorted(group, found, kind);
    }

    // Who is found at which member. Lists of their own, since the generic code for structs is not compiled ahead of time.
    private sealed class Found
    {
        public List<int> Places { get; } = new();

        public List<Group> Things { get; } = new();

        public List<int> Members { get; } = new();

        public void Add(int place, Group thing, int member)
        {
            Places.Add(place);
            Things.Add(thing);
            Members.Add(member);
        }
    }

    private void CollectMounted(Group group, Group candidate, Found found)
    {
        var at = HostOf(RefColumn.Self(candidate));
        for (var level = 0; level < 64 && at.Targets.Count > 0; level++)
        {
            if (at.Targets.Contains(group))
            {
                for (var m = 0; m < candidate.Count; m++)
                {
                    if (at.At(m) is { } place && place.Group == group)
                    {
                        found.Add(place.Member, candidate, m);
                    }
                }
            }

            at = HostOf(at);
        }
    }

    private static void CollectPaths(Group group, PathGroup path, QueryScope scope, Found found)
    {
        var written = path.Written;
        if (scope == QueryScope.To && path.Mirrored)
        {
            return;
        }

        var steps = new List<RefColumn>();
        for (var k = scope == QueryScope.To ? written.Count - 1 : 0; k < written.Count; k++)
        {
            if (written[k].Things.Targets.Contains(group))
            {
                steps.Add(written[k].Things);
            }
        }

        // A path that passes a thing twice is through it once.
        var seen = steps.Count > 1 ? new HashSet<(int, int)>() : null;
        foreach (var step in steps)
        {
            for (var m = 0; m < path.Count; m++)
            {
                if (step.At(m) is { } place && place.Group == group && (seen is null || seen.Add((place.Member, m))))
                {
                    found.Add(place.Member, path, m);
                }
            }
        }
    }

    private static LoweredList Sorted(Group group, Found found, KindSymbol kind)
    {
        var offsets = new int[group.Count + 1];
        foreach (var place in found.Places)
        {
            offsets[place + 1]++;
        }

        for (var i = 0; i < group.Count; i++)
        {
            offsets[i + 1] += offsets[i];
        }

        var elements = new Domain(kind.Name, found.Places.Count);
        var next = new int[group.Count];
        Array.Copy(offsets, next, group.Count);
        var builder = new RefColumn.Builder(elements);
        for (var i = 0; i < found.Places.Count; i++)
        {
            builder.Set(next[found.Places[i]]++, found.Things[i], found.Members[i]);
        }

        return new(new(group.Domain, elements, offsets), new LoweredThing(builder.Build()));
    }

    private Lowered LowerIntrinsic(BoundIntrinsic call, Scope scope)
    {
        switch (call.Name)
        {
            case "first" or "last" or "previous" or "next":
                return LowerEnd(call, scope);
            case "common_host":
                return Things(call.Arguments[0], scope) is { } a && Things(call.Arguments[1], scope) is { } b
                    ? new LoweredThing(CommonHost(Spread(a, scope.Domain), Spread(b, scope.Domain))) : LoweredFailure.Instance;
            case "host_of":
                return Things(call.Arguments[0], scope) is { } x ? new LoweredThing(NearestHost(x, call.Kind!)) : LoweredFailure.Instance;
            case "distance" or "gap_between":
                return Things(call.Arguments[0], scope) is { } from && Things(call.Arguments[1], scope) is { } to
                    ? new LoweredNumber(Distance(Spread(from, scope.Domain), Spread(to, scope.Domain), call.Name == "gap_between", call.Location)) : LoweredFailure.Instance;
            case "offset":
                return Things(call.Arguments[0], scope) is { } here && Things(call.Arguments[1], scope) is { } there
                    ? Offset(Spread(here, scope.Domain), Spread(there, scope.Domain), call.Location) : LoweredFailure.Instance;
            case "solve_thermal":
                return LowerNetwork(call, scope);
            case "same":
                return Things(call.Arguments[0], scope) is { } p && Things(call.Arguments[1], scope) is { } q
                    ? new LoweredNumber(Flags(scope.Domain, Spread(p, scope.Domain).SameAs(Spread(q, scope.Domain)))) : LoweredFailure.Instance;
            case "count":
                return Count(Lower(call.Arguments[0], scope), call.Location);
            case "probability" or "deviation" or "quantile":
                return LowerOverSamples(call, scope);
            case "strand_landing" or "strand_leaves" or "strand_arrives" or "strand_wanted" or "strand_meets":
                return LowerStrand(call, scope);
            case "insertion_loss" or "return_loss" or "group_delay":
                return LowerChannel(call, scope);
            default:
                return LowerNumericIntrinsic(call, scope);
        }
    }

    private Lowered Count(Lowered list, SourceSpan location) => list switch
    {
        LoweredFailure => list,
        LoweredRow row => new LoweredNumber(Ir.Constant(row.Items.Count)),
        LoweredList many => new LoweredNumber(Ir.Reduce(OpCode.Count, Ir.Gather(new[] { Ir.Constant(1) }, IndexMap.Constant(many.Shape.Elements, Domain.One, 0), keep: true), many.Shape, location)),
        _ => new LoweredNumber(Ir.Constant(1)),
    };

    /// <summary>first(kind), last(kind) among the steps; first(list), last(list); previous(kind), next(kind) from a step.</summary>
    private Lowered LowerEnd(BoundIntrinsic call, Scope scope)
    {
        if (call.Arguments.Count > 0)
        {
            return Lower(call.Arguments[0], scope) switch
            {
                LoweredFailure f => f,
                LoweredRow { Items.Count: 0 } => new LoweredThing(RefColumn.Absent(scope.Domain)),
                LoweredRow row => row.Items[call.Name == "first" ? 0 : row.Items.Count - 1],
                LoweredList list => EndOf(list, call.Name == "first"),
                _ => Fail("ICX3121", call.Location, call.Name),
            };
        }

        return Outward(scope, at => at.Self is not null, at => NearestStep(at.Self!, call)) ?? Fail("ICX4016", call.Location, call.Name);
    }

    private Lowered EndOf(LoweredList list, bool first)
    {
        var members = new int[list.Shape.Owner.Count];
        for (var o = 0; o < members.Length; o++)
        {
            var (from, to) = (list.Shape.Offsets[o], list.Shape.Offsets[o + 1]);
            members[o] = from == to ? -1 : first ? from : to - 1;
        }

        return Through(list.Elements, IndexMap.Of(list.Shape.Owner, list.Shape.Elements, members));
    }

    private Lowered NearestStep(RefColumn things, BoundIntrinsic call)
    {
        if (call.Name is "first" or "last")
        {
            if (things.Single == Design.DesignGroup)
            {
                return PathsReady || !call.Kind!.IsPath ? EndOf(All(call.Kind!), call.Name == "first") : Fail("ICX3128", call.Location);
            }

            var steps = things.Targets.Any(t => t is not PathGroup) ? null : AllSteps(things);
            if (steps is null)
            {
                return Fail("ICX3126", call.Location, Design.ShortNameOf(things.Targets[0]));
            }

            var ordered = call.Name == "first" ? steps : Enumerable.Reverse(steps);
            return ordered.FirstOrDefault(s => s.Things.Targets.Any(g => g.Kind.Is(call.Kind!))) ?? new LoweredThing(RefColumn.Absent(things.From));
        }

        var forward = call.Name == "next";
        return OfStep(things, call.Location, (path, at) =>
        {
            for (var k = forward ? at + 1 : at - 1; k >= 0 && k < path.Steps.Count; k += forward ? 1 : -1)
            {
                if (path.Steps[k].Things.Targets.Any(g => g.Kind.Is(call.Kind!)))
                {
                    return path.Steps[k].Things;
                }
            }

            return null;
        });
    }

    private RefColumn NearestHost(RefColumn things, KindSymbol kind)
    {
        var builder = new RefColumn.Builder(things.From);
        var at = HostOf(things);
        for (var level = 0; level < 64 && at.Targets.Count > 0; level++)
        {
            if (at.Targets.All(t => t.Kind.Is(kind)) && !at.SomeAbsent && level == 0)
            {
                return at;
            }

            for (var i = 0; i < things.From.Count; i++)
            {
                if (!builder.IsSet(i) && at.At(i) is { } host && host.Group.Kind.Is(kind))
                {
                    builder.Set(i, host.Group, host.Member);
                }
            }

            at = HostOf(at);
        }

        return builder.Build();
    }

    /// <summary>The lowest carrier that both stand on, or that one is and the other stands on.</summary>
    private RefColumn CommonHost(RefColumn a, RefColumn b)
    {
        var carrier = Design.Compilation.FindKind("carrier");
        var above = Chain(a);
        var below = Chain(b);
        var builder = new RefColumn.Builder(a.From);
        var known = new Dictionary<HostPair, Place?>();
        for (var i = 0; i < a.From.Count; i++)
        {
            if (a.At(i) is not { } from || b.At(i) is not { } to)
            {
                continue;
            }

            var key = new HostPair(from.Group, from.Member, to.Group, to.Member);
            if (!known.TryGetValue(key, out var host))
            {
                known.Add(key, host = Meet(above, below, carrier, i));
            }

            if (host is not null)
            {
                builder.Set(i, host.Group, host.Member);
            }
        }

        return builder.Build();
    }

    private sealed record HostPair(Group A, int AMember, Group B, int BMember);

    private sealed record Place(Group Group, int Member);

    private static Place? Meet(List<RefColumn> above, List<RefColumn> below, KindSymbol? carrier, int member)
    {
        foreach (var level in above)
        {
            if (level.At(member) is { } host && (carrier is null || host.Group.Kind.Is(carrier))
                && below.Exists(c => c.At(member) is { } other && other.Group == host.Group && other.Member == host.Member))
            {
                return new(host.Group, host.Member);
            }
        }

        return null;
    }

    private List<RefColumn> Chain(RefColumn things)
    {
        var chain = new List<RefColumn>();
        for (var at = things; at.Targets.Count > 0 && chain.Count < 64; at = HostOf(at))
        {
            chain.Add(at);
        }

        return chain;
    }
}
