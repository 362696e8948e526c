using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Strands;
using InterconnectDsl.Language.Binding;

namespace InterconnectDsl.Kernels.Lowering;

/// <summary>strand_landing, strand_leaves, strand_arrives, strand_wanted, strand_meets: what was found for the strands of each path.</summary>
internal sealed partial class Lowering
{
    private bool _tracing;

    private Lowered LowerStrand(BoundIntrinsic call, Scope scope)
    {
        if (!PathsReady || _tracing)
        {
            return Fail("ICX3128", call.Location);
        }

        if (Things(call.Arguments[0], scope) is not { } paths)
        {
            return LoweredFailure.Instance;
        }

        _tracing = true;
        var strands = Design.Strands;
        _tracing = false;
        paths = Spread(paths, scope.Domain);
        return call.Name == "strand_meets" ? new LoweredThing(Met(paths, strands)) : new LoweredNumber(Numbers(paths, strands, call.Name));
    }

    private Value Numbers(RefColumn paths, StrandMap strands, string function)
    {
        // Mostly a group asks for itself, and all its paths agree.
        if (paths.Single is PathGroup { Count: > 0 } own && paths.Map.IsIdentity && (strands.Numbers(own, function) is not { } found || Array.TrueForAll(found, n => n.Equals(found[0]))))
        {
            return Ir.Constant(strands.Numbers(own, function)?[0] ?? Absence.Absent);
        }

        var numbers = new double[paths.From.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = paths.At(i) is { Group: PathGroup path } at && strands.Numbers(path, function) is { } known ? known[at.Member % known.Length] : Absence.Absent;
        }

        return Flags(paths.From, numbers);
    }

    private static RefColumn Met(RefColumn paths, StrandMap strands)
    {
        var meets = new RefColumn.Builder(paths.From);
        for (var i = 0; i < paths.From.Count; i++)
        {
            if (paths.At(i) is { Group: PathGroup path } at && strands.Met(path, at.Member) is { } met)
            {
                meets.Set(i, met.Path, met.Member);
            }
        }

        return meets.Build();
    }
}
