using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
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
        var meets = new RefColumn.Builder(scope.Domain);
        var numbers = new double[scope.Domain.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            var (path, member) = paths.At(i) is { Group: PathGroup group } at ? (group, at.Member) : (null, 0);
            numbers[i] = path is null || strands.Numbers(path, call.Name) is not { } known ? Absence.Absent : known[member];
            if (call.Name == "strand_meets" && path is not null && strands.Met(path, member) is { } met)
            {
                meets.Set(i, met.Path, met.Member);
            }
        }

        return call.Name == "strand_meets" ? new LoweredThing(meets.Build()) : new LoweredNumber(Flags(scope.Domain, numbers));
    }
}
