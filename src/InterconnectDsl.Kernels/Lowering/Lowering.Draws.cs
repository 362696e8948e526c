using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Lowering;

/// <summary>
/// What stands behind <c>~</c> and <c>±</c>, as a formula of a Draw beside the nominal one. A param and a constant are drawn once for all, an attribute for
/// each thing on its own. What is set from outside, or overridden, is not drawn.
/// </summary>
internal sealed partial class Lowering
{
    private Dependence? _drawn;

    /// <summary>The sampled form of a param or a constant; null where it has none.</summary>
    private Value? DrawnOf(Symbol symbol, Formula formula, Value nominal) =>
        IsDrawn(formula, nominal) ? Drawn(formula, nominal, Scope.Plain(Domain.One), DrawKeys.Shared(ModuleOf(symbol) + "." + symbol.Name)) : null;

    /// <summary>A figure over samples: a number that whoever draws them puts in.</summary>
    private Lowered LowerOverSamples(BoundIntrinsic call, Scope scope)
    {
        var arguments = call.Arguments.Select(a => Number(a, scope)).ToList();
        if (arguments.Contains(null))
        {
            return LoweredFailure.Instance;
        }

        var result = Ir.Constant(Absence.Absent, new Origin(call.Name, null, call.Location, null, null, null, call.Type));
        Design.Note(new(call.Name, arguments[0]!, arguments.Count > 1 ? arguments[1] : null, result));
        return new LoweredNumber(result);
    }

    /// <summary>Gives an attribute's number its sampled form; then it is a number for each member, though the nominal one may be the same for all.</summary>
    private Lowered WithDraw(Lowered value, Formula formula, Origin origin, Group group, Scope scope)
    {
        if (value is not LoweredNumber { Value: var nominal } || !IsDrawn(formula, nominal))
        {
            return WithOrigin(value, origin);
        }

        var spread = nominal.Domain == Domain.One ? Ir.Gather(new[] { nominal }, IndexMap.Constant(group.Domain, Domain.One, 0), keep: true) : nominal;
        return Drawn(formula, spread, scope, KeysOf(group, origin.Name)) is { } drawn
            ? new LoweredNumber(Ir.Named(spread, origin, drawn))
            : WithOrigin(value, origin);
    }

    private static bool IsDrawn(Formula formula, Value nominal) =>
        formula.Bound.Distribution is BoundIntrinsic { Type: not NodeType } || (formula.Bound.Tolerance is not null && formula.Bound.Distribution is null && nominal.Domain.Count > 0);

    private Value? Drawn(Formula formula, Value nominal, Scope scope, DrawKeys keys)
    {
        var inner = scope.Nested();
        var share = new LocalSymbol("share", formula.Location, QuantityTypes.Real);
        inner.Set(share, new LoweredNumber(Ir.Draw(nominal.Domain, keys)));
        var at = new BoundLocal(share, formula.Location);
        if (formula.Bound.Distribution is BoundIntrinsic distribution)
        {
            return Number(DistributionQuantiles.Quantile(distribution, at), inner) is { } drawn
                ? formula.Syntax.Nominal is null ? drawn : Ir.Binary(OpCode.Add, nominal, drawn, formula.Location)
                : null;
        }

        // Evenly over the interval: the nominal value, and the tolerance times 2 u - 1.
        if (Number(formula.Bound.Tolerance!, scope) is not { } tolerance)
        {
            return null;
        }

        var twice = Ir.Binary(OpCode.Multiply, ((LoweredNumber)Lower(at, inner)).Value, Ir.Constant(2), formula.Location);
        var side = Ir.Binary(OpCode.Subtract, twice, Ir.Constant(1), formula.Location);
        return Ir.Binary(OpCode.Add, nominal, Ir.Binary(OpCode.Multiply, tolerance, side, formula.Location), formula.Location);
    }

    /// <summary>A value of mirrored copies: what rests on draws is drawn for them on their own.</summary>
    private Lowered FarOf(Lowered value, Domain domain) => value switch
    {
        LoweredNumber n when DependsOnDraws(n.Value) => new LoweredNumber(Far(n.Value, domain)),
        LoweredPair p when DependsOnDraws(p.First) || DependsOnDraws(p.Second) => new LoweredPair(Far(p.First, domain), Far(p.Second, domain)),
        LoweredThing t => new LoweredThing(t.Things.Far()),
        LoweredRow r => new LoweredRow(r.Items.Select(i => FarOf(i, domain)).ToList()),
        _ => value,
    };

    private Value Far(Value value, Domain domain) =>
        Ir.Far(new[] { value }, value.Domain == Domain.One ? IndexMap.Constant(domain, Domain.One, 0) : IndexMap.Identity(domain, value.Domain));

    private bool DependsOnDraws(Value value) => (_drawn ??= Sources.InstanceDraws()).Of(value);

    private string ModuleOf(Symbol symbol) =>
        Design.Compilation.AllModules.FirstOrDefault(m => ReferenceEquals(m.Tree.Text, symbol.Location.Text))?.Name ?? symbol.Location.Text.Path;

    private DrawKeys KeysOf(Group group, string attribute)
    {
        var runs = group.Extents.Select(extent => RunOf(group, extent, attribute)).ToList();
        return new(PathOf(group, group.Extents[0]) + "." + attribute, runs, false);
    }

    private DrawRun RunOf(Group group, Extent extent, string attribute)
    {
        var (counts, first) = (new List<int>(), new List<int>());
        for (var at = extent; at is not null; at = at.Parent)
        {
            if (at.Own != 1 || at.IsArray)
            {
                counts.Insert(0, at.Own);
                first.Insert(0, at.First);
            }
        }

        return new(DrawKeys.HashOf(PathOf(group, extent) + "." + attribute), DrawRun.Offset(first), counts);
    }

    // A part applied in place is named after the path, and counted among those of its name there. A thing that is mounted nowhere is named after its part, and
    // counted among those of its name in the design.
    private string PathOf(Group group, Extent extent)
    {
        if (group.Step is { } step)
        {
            var written = step.Path.Written.Take(step.Position).Count(s => s.IsInPlace && s.Things.Single!.Extents[0].Name == extent.Name);
            return Declared(extent.Parent!) + "/" + extent.Name + "#" + Whole(written);
        }

        if (group.IsAnonymous)
        {
            var before = Design.Groups.TakeWhile(g => g != group).Count(g => g.IsAnonymous && g.Step is null && g.Extents[0].Name == extent.Name);
            return extent.Name + "#" + Whole(before);
        }

        return Declared(extent);
    }

    // The path without indices; the design is not part of it, so that designs that are compared draw alike.
    private static string Declared(Extent extent) =>
        extent.Parent is null or { Symbol: DesignSymbol } ? extent.Name : Declared(extent.Parent) + "." + extent.Name;

    private static string Whole(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
