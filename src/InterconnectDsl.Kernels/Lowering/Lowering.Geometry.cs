using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Kernels.Lowering;

/// <summary>Where things are: a placed thing is known relative to the lowest thing on its mount chain that is not placed itself, its frame.</summary>
internal sealed partial class Lowering
{
    private readonly Dictionary<Group, Frame> _frames = new();

    /// <summary>The frame of each member of a group, and the middle of each in it.</summary>
    private sealed record Frame(RefColumn Root, Value X, Value Y);

    private Frame FrameOf(Group group)
    {
        if (_frames.TryGetValue(group, out var known))
        {
            return known;
        }

        var still = new Frame(RefColumn.Self(group), Ir.Constant(0), Ir.Constant(0));
        _frames[group] = still;
        if (group.Host is null || PlaceOf(group) is not { } place)
        {
            return still;
        }

        var root = new RefColumn.Builder(group.Domain);
        var frames = group.Host.Targets.Select(FrameOf).ToList();
        for (var i = 0; i < group.Count; i++)
        {
            if (group.Host.At(i) is { } host && frames[IndexOf(group.Host.Targets, host.Group)].Root.At(host.Member) is { } top)
            {
                root.Set(i, top.Group, top.Member);
            }
        }

        var x = HostCoordinate(group, frames.Select(f => f.X).ToList());
        var y = HostCoordinate(group, frames.Select(f => f.Y).ToList());
        return _frames[group] = new(root.Build(), Ir.Binary(OpCode.Add, x, place.First, default), Ir.Binary(OpCode.Add, y, place.Second, default));
    }

    private Value HostCoordinate(Group group, List<Value> values) =>
        group.Host!.Single is not null && !group.Host.SomeAbsent
            ? Through(values[0], group.Host.Map)
            : ((LoweredNumber)(values.Count == 1 ? Read(new LoweredNumber(values[0]), group.Host) : Join(group.Host, values.Select(v => (Lowered)new LoweredNumber(v)).ToList(), Language.Units.IntType.Instance))).Value;

    private LoweredPair? PlaceOf(Group group)
    {
        if (group.Extents[0].Symbol is not InstanceSymbol { Place: { } place })
        {
            return null;
        }

        return Lower(place, Scope.Of(group)) as LoweredPair;
    }

    private Lowered GapOfStep(RefColumn things, SourceSpan location)
    {
        if (things.Single is not { Step: { } step } group)
        {
            return Fail("ICX3125", location, things.Targets.Count == 0 ? "this" : Design.ShortNameOf(things.Targets[0]));
        }

        var steps = step.Path.Steps;
        if (step.Position == 0 || step.Position + 1 >= steps.Count)
        {
            return Absent();
        }

        var gap = Distance(steps[step.Position - 1].Things, steps[step.Position + 1].Things, edges: true, location);
        _ = group;
        return Through(new LoweredNumber(gap), things.Map);
    }

    /// <summary>
    /// Between middles: hypot of the offsets. Between nearest edges: along x plus along y, since traces run square. Absent where the two do not share a frame,
    /// or, for edges, where a size is missing.
    /// </summary>
    private Value Distance(RefColumn a, RefColumn b, bool edges, SourceSpan location)
    {
        if (a.Targets.Count == 0 || b.Targets.Count == 0)
        {
            return AbsentNumber;
        }

        var dx = Ir.Binary(OpCode.Subtract, Coordinate(a, f => f.X), Coordinate(b, f => f.X), location);
        var dy = Ir.Binary(OpCode.Subtract, Coordinate(a, f => f.Y), Coordinate(b, f => f.Y), location);
        Value apart;
        if (edges)
        {
            var sizeA = SizeOf(a);
            var sizeB = SizeOf(b);
            apart = Ir.Binary(OpCode.Add, Clear(dx, sizeA.First, sizeB.First, location), Clear(dy, sizeA.Second, sizeB.Second, location), location);
        }
        else
        {
            apart = Ir.Binary(OpCode.Hypot, dx, dy, location);
        }

        var shared = Flags(a.From, RootOf(a).SameAs(RootOf(b)));
        return shared.Op == OpCode.Constant ? (shared.Constant != 0 ? apart : AbsentNumber) : Ir.Ternary(OpCode.Select, shared, apart, AbsentNumber, location);
    }

    /// <summary>From the middle of one to that of the other; absent where the two do not share a frame.</summary>
    private Lowered Offset(RefColumn a, RefColumn b, SourceSpan location)
    {
        if (a.Targets.Count == 0 || b.Targets.Count == 0)
        {
            return new LoweredPair(AbsentNumber, AbsentNumber);
        }

        var shared = Flags(a.From, RootOf(a).SameAs(RootOf(b)));
        Value Along(Func<Frame, Value> pick) => Ir.Ternary(
            OpCode.Select, shared, Ir.Binary(OpCode.Subtract, Coordinate(b, pick), Coordinate(a, pick), location), AbsentNumber, location);
        return new LoweredPair(Along(f => f.X), Along(f => f.Y));
    }

    private Value Clear(Value offset, Value sizeA, Value sizeB, SourceSpan location)
    {
        var half = Ir.Binary(OpCode.Divide, Ir.Binary(OpCode.Add, sizeA, sizeB, location), Ir.Constant(2), location);
        return Ir.Binary(OpCode.Maximum, Ir.Binary(OpCode.Subtract, Ir.Unary(OpCode.Abs, offset, location), half, location), Ir.Constant(0), location);
    }

    private LoweredPair SizeOf(RefColumn things) =>
        AttributeOf(things, "size", Language.Units.ExtentType.Instance) as LoweredPair ?? new LoweredPair(AbsentNumber, AbsentNumber);

    private Value Coordinate(RefColumn things, Func<Frame, Value> pick) =>
        ((LoweredNumber)(things.Single is { } single
            ? Read(new LoweredNumber(pick(FrameOf(single))), things)
            : Join(things, things.Targets.Select(t => (Lowered)new LoweredNumber(pick(FrameOf(t)))).ToList(), Language.Units.IntType.Instance))).Value;

    private RefColumn RootOf(RefColumn things) => things.Single is { } single
        ? FrameOf(single).Root.Through(things.Map)
        : JoinThings(things, things.Targets.Select(t => (Lowered)new LoweredThing(FrameOf(t).Root)).ToList());

    /// <summary>The placement of a group's members on their host, for drawings: x, y, or null when they are not placed.</summary>
    public LoweredPair? Placement(Group group) => PlaceOf(group);

    /// <summary>A text; its pieces are lowered in the scope at hand.</summary>
    private Lowered LowerText(BoundText text, Scope scope)
    {
        var parts = new List<LoweredTextPart>();
        foreach (var part in text.Parts)
        {
            if (part.Expression is null)
            {
                parts.Add(new(part.Literal, null, null, null, null));
                continue;
            }

            var value = Lower(part.Expression, scope);
            if (value is LoweredFailure)
            {
                return value;
            }

            parts.Add(new(null, value, part.Expression.Type, part.Unit, part.Digits));
        }

        return new LoweredText(parts) { Location = text.Location };
    }
}
