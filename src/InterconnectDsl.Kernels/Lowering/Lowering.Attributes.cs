using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Lowering;

/// <summary>Attributes: which formula a group has for one, and its value.</summary>
internal sealed partial class Lowering
{
    private readonly Dictionary<(Group, string), Lowered> _attributes = new();
    private readonly List<Pending> _inProgress = new();

    private sealed record Pending(Group Group, string Name, SourceSpan Location);

    /// <summary>The attribute of all members of a group; absent where the kind has no such attribute or nothing gives it.</summary>
    public Lowered Attribute(Group group, string name)
    {
        if (_attributes.TryGetValue((group, name), out var known))
        {
            return known;
        }

        for (var i = 0; i < _inProgress.Count; i++)
        {
            if (_inProgress[i].Group == group && _inProgress[i].Name == name)
            {
                return ReportRing(i);
            }
        }

        var attribute = group.Kind.FindAttribute(name);
        if (attribute is null)
        {
            return Absent();
        }

        _inProgress.Add(new(group, name, LocationOf(group, attribute)));
        var depth = _inProgress.Count;
        var lowered = LowerFormula(group, attribute);
        _inProgress.RemoveAt(depth - 1);
        _attributes[(group, name)] = lowered;
        return lowered;
    }

    private LoweredNumber Absent() => new(AbsentNumber);

    private static SourceSpan LocationOf(Group group, AttributeSymbol attribute)
    {
        var stated = group.Extents.Count > 0 ? Statement(group.Extents[0], attribute).Formula : null;
        return stated?.Location ?? attribute.Location;
    }

    private LoweredFailure ReportRing(int start)
    {
        var ring = _inProgress.Skip(start).Select(p => Design.ShortNameOf(p.Group) + "." + p.Name).ToList();
        ring.Add(ring[0]);
        return Fail("ICX4001", _inProgress[start].Location, string.Join(" -> ", ring));
    }

    /// <summary>The formula that gives an extent's members an attribute: from its braces, its part, or its kind.</summary>
    public static (Formula? Formula, PartSymbol? Part, bool InBraces) Statement(Extent extent, AttributeSymbol attribute)
    {
        // What a design says of its architecture is a claim: it is held against the formula and never takes its place.
        var claim = extent.Symbol is DesignSymbol && attribute.Name == "architecture";
        if (!claim && extent.Body is { } body && body.Overrides.TryGetValue(attribute.Name, out var formula))
        {
            return (formula, null, true);
        }

        for (var part = extent.Part?.Part; part is not null; part = part.Base)
        {
            if (part.Body.Overrides.TryGetValue(attribute.Name, out var given))
            {
                return (given, part, false);
            }
        }

        return (extent.Group.Kind.DefaultOf(attribute), null, false);
    }

    private Lowered LowerFormula(Group group, AttributeSymbol attribute)
    {
        var (formula, part, inBraces) = Statement(group.Extents[0], attribute);
        Lowered value;
        if (formula is null && attribute.Name == "reference" && group is PathGroup { Written: { Count: > 0 } written } && written[written.Count - 1].Value is { } end)
        {
            // A path that ends in a plain value, as heat does in a temperature, gives it to this attribute.
            var path = group.Extents[0].Symbol!;
            value = new LoweredNumber(Ir.Named(end, new(attribute.Name, group, path.Location, null, null, null, attribute.Type)));
        }
        else if (formula is null)
        {
            value = attribute.Type is NodeType ? new LoweredThing(RefColumn.Absent(group.Domain)) : Absent();
        }
        else if (inBraces)
        {
            value = LowerStated(group, attribute);
        }
        else
        {
            var stated = _confirmed.TryGetValue((part, attribute), out var confirmed) ? confirmed : formula;
            value = stated.Bound.Nominal is { } nominal ? Lower(nominal, ScopeOf(group, part)) : Missing(attribute);
            value = WithDraw(value, stated, OriginOf(attribute.Name, group, stated, attribute.Type, attribute), group, ScopeOf(group, part));
        }

        if (group.Amendments.Count > 0)
        {
            value = Amend(group, attribute, value);
        }

        Design.Plausibility.Note(group, attribute, formula, value);
        return value;
    }

    private Lowered Missing(AttributeSymbol attribute) => attribute.Type is ErrorType ? LoweredFailure.Instance : Absent();

    /// <summary>Lowers what the braces of the group's extents say; extents of one group say the same, or each a number or a thing of its own.</summary>
    private Lowered LowerStated(Group group, AttributeSymbol attribute)
    {
        var formulas = group.Extents.Select(e => e.Body!.Overrides[attribute.Name]).ToList();
        var origin = OriginOf(attribute.Name, group, formulas[0], attribute.Type, attribute);
        if (formulas.Any(f => f.Bound.Nominal is null))
        {
            return Missing(attribute);
        }

        var all = formulas.Select(f => f.Bound.Nominal!).ToList();
        return WithDraw(LowerPerExtent(group, all, attribute.Type), formulas[0], origin, group, ScopeOf(group, null));
    }

    /// <summary>One expression per extent, lowered as one: the same for all, a number each, a list of numbers over the array, or a thing each.</summary>
    private Lowered LowerPerExtent(Group group, IReadOnlyList<BoundExpression> all, IcxType type)
    {
        if (all[0] is BoundList list && type is not ListType)
        {
            return LowerMembers(group, all.Cast<BoundList>().ToList(), list.Location);
        }

        if (all.All(e => ReferenceEquals(e, all[0])))
        {
            return Lower(all[0], ScopeOf(group, null));
        }

        if (all.All(e => Literal(e) is not null))
        {
            return new LoweredNumber(NumberPerExtent(group, all));
        }

        return type is NodeType && all.Any(e => e is not BoundPart) ? ThingPerExtent(group, all) : Lower(all[0], ScopeOf(group, null));
    }

    private Value NumberPerExtent(Group group, IReadOnlyList<BoundExpression> all)
    {
        var numbers = new double[group.Count];
        for (var e = 0; e < all.Count; e++)
        {
            var extent = group.Extents[e];
            var number = Literal(all[e])!.Value;
            for (var m = 0; m < extent.Count; m++)
            {
                numbers[extent.Offset + m] = number;
            }
        }

        if (Literals is null || all[0].Type is not QuantityType)
        {
            return Flags(group.Domain, numbers);
        }

        var data = Ir.Data(group.Domain, numbers);
        for (var e = 0; e < all.Count; e++)
        {
            Literals.Note(all[e], data, group.Extents[e].Offset, group.Extents[e].Count);
        }

        return data;
    }

    private Lowered ThingPerExtent(Group group, IReadOnlyList<BoundExpression> all)
    {
        var builder = new RefColumn.Builder(group.Domain);
        for (var e = 0; e < all.Count; e++)
        {
            var extent = group.Extents[e];
            var domain = new Domain(extent.Name, extent.Count);
            if (Things(all[e], Scope.Of(extent, domain, null)) is not { } things)
            {
                return LoweredFailure.Instance;
            }

            for (var m = 0; m < extent.Count; m++)
            {
                if (things.At(things.From == Domain.One ? 0 : m) is { } thing)
                {
                    builder.Set(extent.Offset + m, thing.Group, thing.Member);
                }
            }
        }

        return new LoweredThing(builder.Build());
    }

    private Lowered LowerMembers(Group group, IReadOnlyList<BoundList> lists, SourceSpan location)
    {
        var numbers = new double[group.Count];
        for (var e = 0; e < lists.Count; e++)
        {
            var extent = group.Extents[e];
            if (lists[e].Items.Count != extent.Own)
            {
                return Fail("ICX3120", lists[e].Location, extent.Name, extent.Own, lists[e].Items.Count);
            }

            for (var k = 0; k < extent.Own; k++)
            {
                if (Number(lists[e].Items[k], Scope.Plain(Domain.One)) is not { } item)
                {
                    return LoweredFailure.Instance;
                }

                var number = Design.Decide(item)[0];
                for (var m = k; m < extent.Count; m += extent.Own)
                {
                    numbers[extent.Offset + m] = number;
                }
            }
        }

        return new LoweredNumber(Flags(group.Domain, numbers));
    }

    /// <summary>The number of a literal, perhaps negative; null for anything else.</summary>
    internal static double? Literal(BoundExpression expression) => expression switch
    {
        BoundNumber n => n.Value,
        BoundUnary { Operator: UnaryOperator.Negate, Operand: BoundNumber n } => -n.Value,
        _ => null,
    };

    private Lowered Amend(Group group, AttributeSymbol attribute, Lowered value)
    {
        foreach (var (members, body, extent) in group.Amendments)
        {
            if (!body.Overrides.TryGetValue(attribute.Name, out var formula) || formula.Bound.Nominal is not { } nominal)
            {
                continue;
            }

            var origin = OriginOf(attribute.Name, group, formula, attribute.Type, attribute);
            var amended = WithDraw(Lower(nominal, ScopeOf(group, null)), formula, origin, group, ScopeOf(group, null));
            var mask = new double[group.Count];
            foreach (var member in members)
            {
                mask[member] = 1;
            }

            var flags = Flags(group.Domain, mask);
            value = (amended, value) switch
            {
                (LoweredFailure, _) => amended,
                (LoweredNumber a, LoweredNumber b) => new LoweredNumber(Ir.Ternary(OpCode.Select, flags, a.Value, b.Value, formula.Location)),
                (LoweredPair a, LoweredPair b) => new LoweredPair(Ir.Ternary(OpCode.Select, flags, a.First, b.First, formula.Location),
                    Ir.Ternary(OpCode.Select, flags, a.Second, b.Second, formula.Location)),
                (LoweredPair, LoweredNumber) or (LoweredText, _) => amended,
                (LoweredThing a, LoweredThing b) => new LoweredThing(Choose(flags, a.Things, b.Things, group.Domain)),
                _ => value,
            };
            _ = extent;
        }

        return value;
    }

    /// <summary>The scope of a formula of a group; with a part, that part's parameters are in it.</summary>
    private Scope ScopeOf(Group group, PartSymbol? part) =>
        part is null || part.Parameters.Count == 0 ? Scope.Of(group) : Scope.Of(group, local => ParameterOf(group, part, local));

    private readonly Dictionary<(Group, LocalSymbol), Lowered> _parameters = new();

    /// <summary>The argument a group's parts were given for a parameter of the part or of one it builds on.</summary>
    private Lowered? ParameterOf(Group group, PartSymbol part, LocalSymbol local)
    {
        var index = IndexIn(part.Parameters, local);
        if (index < 0)
        {
            return null;
        }

        if (_parameters.TryGetValue((group, local), out var known))
        {
            return known;
        }

        _parameters[(group, local)] = LoweredFailure.Instance;
        known = LowerArgument(group, part, index);
        known = WithOrigin(known, new(local.Name, group, local.Location, null, null, null, local.Type));
        Design.NoteParameter(group, local, known);
        return _parameters[(group, local)] = known;
    }

    /// <summary>Evaluates every argument a group's part was given, asked for or not.</summary>
    public void Arguments(Group group)
    {
        for (var part = group.Extents.Count == 0 ? null : group.Extents[0].Part?.Part; part is not null; part = part.Base)
        {
            foreach (var parameter in part.Parameters)
            {
                ParameterOf(group, part, parameter);
            }
        }
    }

    private Lowered LowerArgument(Group group, PartSymbol part, int index)
    {
        var outermost = group.Extents[0].Part!.Part;
        var parameter = part.Parameters[index];
        if (!ReferenceEquals(outermost, part))
        {
            var derived = outermost;
            while (!ReferenceEquals(derived.Base, part))
            {
                derived = derived.Base!;
            }

            return Lower(derived.BaseArguments[index], ScopeOf(group, derived));
        }

        var all = group.Extents.Select(e => e.Part!.Arguments[index]).ToList();
        if (ReferenceEquals(all[0], parameter.Default))
        {
            return Lower(all[0], ScopeOf(group, part));
        }

        return all.All(e => ReferenceEquals(e, all[0])) ? Lower(all[0], UseScope(group)) : LowerPerExtent(group, all, parameter.Type);
    }

    /// <summary>Where the arguments of a part were written: for a step, in the path; else around the thing.</summary>
    private static Scope UseScope(Group group) => group.Step is { } step ? Scope.Of(step.Path) : Scope.Of(group);

    private static int IndexIn(IReadOnlyList<LocalSymbol> parameters, LocalSymbol local)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (ReferenceEquals(parameters[i], local))
            {
                return i;
            }
        }

        return -1;
    }

    private Lowered LowerAttribute(BoundAttribute attribute, Scope scope)
    {
        if (attribute.Target is null)
        {
            return Outward(scope, at => at.Self is not null, at => AttributeOf(at.Self!, attribute)) ?? Fail("ICX4016", attribute.Location, attribute.Name);
        }

        return Lower(attribute.Target, scope) switch
        {
            LoweredFailure f => f,
            LoweredThing t => AttributeOf(t.Things, attribute),
            LoweredRow r => new LoweredRow(r.Items.OfType<LoweredThing>().Select(i => AttributeOf(i.Things, attribute)).ToList()),
            LoweredList { Elements: LoweredThing t } l => AttributeOf(t.Things, attribute) is var elements && elements is LoweredFailure
                ? elements : new LoweredList(l.Shape, elements),
            LoweredNumber n when n.Value.Op == OpCode.Constant => Absent(),
            _ => Fail("ICX4013", attribute.Location, attribute.Target.Type.Display),
        };
    }

    /// <summary>Lowers something in the nearest scope that can say it, and brings it here.</summary>
    private Lowered? Outward(Scope scope, Func<Scope, bool> can, Func<Scope, Lowered?> lower)
    {
        for (var at = scope; at is not null; at = at.Outer)
        {
            if (can(at))
            {
                return lower(at) is { } found ? Rebase(found, at, scope) : null;
            }
        }

        return null;
    }

    /// <summary>The attribute of the things of a column.</summary>
    public Lowered AttributeOf(RefColumn things, BoundAttribute attribute) => AttributeOf(things, attribute.Name, attribute.Type);

    /// <summary>The attribute of the things of a column; where a thing's kind has none, absent.</summary>
    public Lowered AttributeOf(RefColumn things, string name, IcxType type)
    {
        if (things.Targets.Count == 0)
        {
            return type is NodeType ? new LoweredThing(things) : Absent();
        }

        if (things.Single is { } single)
        {
            var value = Attribute(single, name, things);
            return value is LoweredNumber { Value: { Op: OpCode.Constant } c } && double.IsNaN(c.Constant) ? value
                : things.SomeAbsent || things.From != single.Domain || !things.Map.IsIdentity ? Read(value, things) : value;
        }

        return Join(things, things.Targets.Select(t => Attribute(t, name, things)).ToList(), type);
    }

    private Lowered Attribute(Group group, string name, RefColumn things) => things.IsFar ? FarOf(Attribute(group, name), group.Domain) : Attribute(group, name);

    private Lowered Read(Lowered value, RefColumn things)
    {
        if (!things.SomeAbsent)
        {
            return Through(value, things.Map);
        }

        // What is the same for all members is not the same for all that refer to one: some refer to nothing.
        return value switch
        {
            LoweredNumber { Value: var v } when v.Domain == Domain.One => new LoweredNumber(PresentOnly(v, things)),
            LoweredPair p when p.First.Domain == Domain.One || p.Second.Domain == Domain.One =>
                new LoweredPair(p.First.Domain == Domain.One ? PresentOnly(p.First, things) : Through(p.First, things.Map),
                    p.Second.Domain == Domain.One ? PresentOnly(p.Second, things) : Through(p.Second, things.Map)),
            LoweredThing { Things: var t } when t.From == Domain.One => new LoweredThing(t.Through(IndexMap.Constant(things.Single!.Domain, Domain.One, 0)).Through(things.Map)),
            _ => Through(value, things.Map),
        };
    }

    private Value PresentOnly(Value value, RefColumn things) =>
        Ir.Ternary(OpCode.Select, Flags(things.From, things.Present()), value, AbsentNumber, default);

    private Lowered Join(RefColumn things, IReadOnlyList<Lowered> values, IcxType type)
    {
        if (values.Any(v => v is LoweredFailure))
        {
            return LoweredFailure.Instance;
        }

        if (type is NodeType)
        {
            return new LoweredThing(JoinThings(things, values));
        }

        if (values.Any(v => v is LoweredPair))
        {
            var map = things.Joined();
            return new LoweredPair(JoinNumbers(things, map, values.Select(v => (v as LoweredPair)?.First ?? AbsentNumber)),
                JoinNumbers(things, map, values.Select(v => (v as LoweredPair)?.Second ?? AbsentNumber)));
        }

        return values.All(v => v is LoweredNumber)
            ? new LoweredNumber(JoinNumbers(things, things.Joined(), values.Select(v => ((LoweredNumber)v).Value)))
            : Fail("ICX4014", default, type.Display);
    }

    private Value JoinNumbers(RefColumn things, IndexMap map, IEnumerable<Value> values)
    {
        var sources = values.Zip(things.Targets, (v, g) => v.Domain == g.Domain ? v : Ir.Gather(new[] { v }, IndexMap.Constant(g.Domain, Domain.One, 0), keep: true)).ToArray();
        return Ir.Gather(sources, map);
    }

    private static RefColumn JoinThings(RefColumn things, IReadOnlyList<Lowered> values)
    {
        var builder = new RefColumn.Builder(things.From);
        for (var i = 0; i < things.From.Count; i++)
        {
            if (things.At(i) is not { } at)
            {
                continue;
            }

            var index = 0;
            while (things.Targets[index] != at.Group)
            {
                index++;
            }

            if (values[index] is LoweredThing { Things: var column } && column.At(column.From == Domain.One ? 0 : at.Member) is { } thing)
            {
                builder.Set(i, thing.Group, thing.Member);
            }
        }

        return builder.Build();
    }

    private readonly Dictionary<(PartSymbol, string), Group> _singletons = new();

    /// <summary>A part as a value: one anonymous thing, or, when its arguments depend on who asks, one for each.</summary>
    private Lowered LowerPartValue(BoundPart value, Scope scope)
    {
        var use = value.Use;
        var alone = use.Arguments.All(a => !DependsOnSurroundings(a));
        if (!alone)
        {
            var own = Design.AddAnonymous(use, scope.Domain);
            for (var i = 0; i < use.Arguments.Count; i++)
            {
                _parameters[(own, use.Part.Parameters[i])] = Lower(use.Arguments[i], scope);
            }

            return new LoweredThing(RefColumn.Of(own, IndexMap.Identity(scope.Domain, own.Domain)));
        }

        var key = (use.Part, string.Join(",", use.Arguments.Select(a => a.Location.Text is null ? "" : a.Location.Text.Slice(a.Location.Span))));
        if (!_singletons.TryGetValue(key, out var group))
        {
            _singletons.Add(key, group = Design.AddAnonymous(use, new Domain(use.Part.Name, 1)));
        }

        return new LoweredThing(RefColumn.Of(group, IndexMap.Constant(scope.Domain, group.Domain, 0)));
    }
}
