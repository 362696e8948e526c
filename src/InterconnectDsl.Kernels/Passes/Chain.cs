using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Passes;

/// <summary>A product of values and of inverses, or a sum of values and of negatives, whose order is free.</summary>
/// <param name="Constant">The factor or the term that is known.</param>
/// <param name="Plain">The values.</param>
/// <param name="Inverse">Those that divide, or are taken away.</param>
internal sealed record Chain(double Constant, IReadOnlyList<Value> Plain, IReadOnlyList<Value> Inverse)
{
    /// <summary>A single value as a chain.</summary>
    public static Chain Of(Value value, double constant) => new(constant, new[] { value }, Array.Empty<Value>());

    /// <summary>How many values there are.</summary>
    public int Count => Plain.Count + Inverse.Count;

    /// <summary>All values.</summary>
    public IEnumerable<Value> Values => Plain.Concat(Inverse);

    /// <summary>This chain and another behind it, whose constant was joined already.</summary>
    public Chain With(double constant, Chain other, bool inverse) => new(
        constant,
        Plain.Concat(inverse ? other.Inverse : other.Plain).ToList(),
        Inverse.Concat(inverse ? other.Plain : other.Inverse).ToList());

    /// <summary>What is in both, as often as in both; null where that is nothing.</summary>
    public Chain? Common(Chain other)
    {
        var common = new Chain(1.0, Shared(Plain, other.Plain), Shared(Inverse, other.Inverse));
        return common.Count == 0 ? null : common;
    }

    /// <summary>This chain without what another has, which must be part of it.</summary>
    public Chain Without(Chain part) => new(Constant, Left(Plain, part.Plain), Left(Inverse, part.Inverse));

    private static List<Value> Shared(IReadOnlyList<Value> these, IReadOnlyList<Value> those)
    {
        var left = those.ToList();
        return these.Where(left.Remove).ToList();
    }

    private static List<Value> Left(IReadOnlyList<Value> these, IReadOnlyList<Value> those)
    {
        var gone = those.ToList();
        return these.Where(v => !gone.Remove(v)).ToList();
    }
}
