using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Passes;

/// <summary>
/// A draw that is only read as a normal number is drawn as one: the runtime makes a whole column of them at a time, and the loops of the kernel read it. The
/// same function of the same number, so every bit stays.
/// </summary>
public sealed class NormalDraws : Pass
{
    private HashSet<Value> _otherwise = new();

    private protected override void Start(PassContext context)
    {
        _otherwise = new(context.Outputs);
        foreach (var value in context.Values.Where(v => v.Op != OpCode.NormalInverse))
        {
            _otherwise.UnionWith(value.Region is null ? value.Arguments : value.Arguments.Append(value.Region));
        }
    }

    private protected override Value Rewrite(Value value, PassContext context) =>
        value.Op == OpCode.NormalInverse && value.Arguments[0] is { Op: OpCode.Draw, Keys.IsNormal: false } draw && !_otherwise.Contains(draw)
            ? context.To.Draw(draw.Domain, draw.Keys! with { IsNormal = true })
            : context.Copy(value);
}
