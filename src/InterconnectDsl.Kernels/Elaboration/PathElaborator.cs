using System.Globalization;
using System.Text;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Lowering;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Kernels.Elaboration;

/// <summary>Lays paths through things that are already in place, and gathers paths of one shape into groups.</summary>
internal sealed class PathElaborator(ElaboratedDesign design, CancellationToken cancellation)
{
    private readonly Dictionary<string, List<Laid>> _shapes = new(StringComparer.Ordinal);
    private readonly List<string> _order = new();
    private readonly Grouping _grouping = new(design);

    private sealed record Laid(Extent Extent, Domain Domain, LaidStep[] Steps);

    /// <summary>A step of one declaration: things, a part in place, or a plain value.</summary>
    private sealed record LaidStep(RefColumn? Things, PartUse? Part, Body? Body, Value? Value, Value? Position);

    /// <summary>Lays the paths an extent holds.</summary>
    public void Lay(Extent parent, ref long count)
    {
        foreach (var body in Elaborator.BodiesOf(parent))
        {
            foreach (var symbol in body.Paths)
            {
                cancellation.ThrowIfCancellationRequested();
                if (ArraySize.Of(design, parent, symbol.Array, symbol.Location) is not { } size)
                {
                    continue;
                }

                count += (long)size.Own * parent.Count;
                if (count > Elaborator.InstanceLimit)
                {
                    design.Lowering.Fail("ICX3130", symbol.Location, symbol.Name, count, Elaborator.InstanceLimit);
                    return;
                }

                LayOne(new(symbol.Name, symbol, symbol.Body, null, parent, size.Own, size.First), symbol);
            }
        }
    }

    private void LayOne(Extent extent, PathSymbol symbol)
    {
        var domain = new Domain(symbol.Name, extent.Count);
        var scope = Scope.Of(extent, domain, null);
        var steps = new LaidStep[symbol.Steps.Count];
        for (var k = 0; k < steps.Length; k++)
        {
            if (Lay(symbol.Steps[k], scope) is not { } step)
            {
                return;
            }

            steps[k] = step;
        }

        extent.Parent!.Adopt(extent);
        var key = KeyOf(extent, symbol, steps);
        if (!_shapes.TryGetValue(key, out var shape))
        {
            _shapes.Add(key, shape = new());
            _order.Add(key);
        }

        shape.Add(new(extent, domain, steps));
    }

    private LaidStep? Lay(PathStep step, Scope scope)
    {
        if (step.Value is BoundPart part)
        {
            return new(null, part.Use, step.Body, null, null);
        }

        Value? position = null;
        if (step.Value is BoundPosition at && (position = design.Lowering.Number(at.Position, scope)) is null)
        {
            return null;
        }

        return design.Lowering.Lower(step.Value, scope) switch
        {
            LoweredThing thing => new(Spread(thing.Things, scope.Domain), null, null, null, position),
            LoweredNumber number => new(null, null, null, number.Value, null),
            LoweredFailure => null,
            _ => Refuse(step),
        };
    }

    private static RefColumn Spread(RefColumn things, Domain domain) =>
        things.From == domain ? things : things.Through(IndexMap.Constant(domain, things.From, 0));

    private LaidStep? Refuse(PathStep step)
    {
        design.Lowering.Fail("ICX3135", step.Value.Location, step.Value.Type.Display);
        return null;
    }

    private string KeyOf(Extent extent, PathSymbol symbol, LaidStep[] steps)
    {
        var key = new StringBuilder(symbol.Kind.Name).Append(symbol.Mirrored ? " mirror" : "").Append(symbol.BothDirections ? " both" : "");
        var free = true;
        foreach (var step in steps)
        {
            key.Append(" -> ");
            if (step.Things is { } things)
            {
                key.Append('g').Append(string.Join("+", things.Targets.Select(t => t.Id.ToString(CultureInfo.InvariantCulture))));
                free &= step.Position is null;
            }
            else
            {
                free &= step.Part is not null && _grouping.AppendPart(key, step.Part) && (step.Body is null || Grouping.AppendBody(key, step.Body));
            }
        }

        free &= Grouping.AppendBody(key, symbol.Body);
        return free ? key.ToString() : _grouping.Id(symbol) + "/" + extent.Parent!.Group.Id.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Closes the groups of paths, and makes a group of every part applied in place.</summary>
    public void Close()
    {
        foreach (var key in _order)
        {
            var shape = _shapes[key];
            var symbol = (PathSymbol)shape[0].Extent.Symbol!;
            var group = new PathGroup(design.NextGroup, symbol.Kind, symbol.BothDirections, symbol.Mirrored);
            shape.ForEach(s => group.Append(s.Extent));
            if (shape.Count == 1)
            {
                group.Close(shape[0].Domain);
            }
            else
            {
                group.Close();
            }

            design.Add(group);
            group.Written = shape[0].Steps.Select((_, k) => Column(group, shape, k)).ToList();
            group.Steps = Mirror(group);
        }
    }

    private StepColumn Column(PathGroup group, List<Laid> shape, int k)
    {
        var first = shape[0].Steps[k];
        if (first.Part is { } part)
        {
            return new(RefColumn.Self(Apply(group, shape, k, part)), IsFar: false, IsInPlace: true, k);
        }

        if (first.Value is not null)
        {
            return new(RefColumn.Absent(group.Domain), IsFar: false, IsInPlace: false, k) { Value = first.Value };
        }

        return new(shape.Count == 1 ? first.Things! : Joined(group, shape, k), IsFar: false, IsInPlace: false, k) { Position = first.Position };
    }

    private static RefColumn Joined(PathGroup group, List<Laid> shape, int k)
    {
        var builder = new RefColumn.Builder(group.Domain);
        foreach (var laid in shape)
        {
            for (var m = 0; m < laid.Domain.Count; m++)
            {
                if (laid.Steps[k].Things!.At(m) is { } thing)
                {
                    builder.Set(laid.Extent.Offset + m, thing.Group, thing.Member);
                }
            }
        }

        return builder.Build();
    }

    private Group Apply(PathGroup path, List<Laid> shape, int k, PartUse part)
    {
        var group = new Group(design.NextGroup, part.Part.Kind) { IsAnonymous = true, Step = (path, k) };
        foreach (var laid in shape)
        {
            var step = laid.Steps[k];
            group.Append(new(step.Part!.Part.Name, null, step.Body, step.Part, laid.Extent, 1, 0));
        }

        group.Close(path.Domain);
        design.Add(group);
        return group;
    }

    /// <summary>The whole chain: the near half, the span in the middle, and the near half reversed.</summary>
    private static IReadOnlyList<StepColumn> Mirror(PathGroup group)
    {
        if (!group.Mirrored)
        {
            return group.Written;
        }

        var far = group.Written.Take(group.Written.Count - 1).Reverse().Select(s => s with { IsFar = true, Things = s.Things.Far() });
        return group.Written.Concat(far).ToList();
    }
}
