using InterconnectDsl.Kernels.Interpretation;

namespace InterconnectDsl.Kernels.Ir;

/// <summary>What values rest on where they are sampled.</summary>
internal static class Sources
{
    /// <summary>Tells which values rest on the draws of things. An unknown counts as one, since each fixed point has its own.</summary>
    public static Dependence InstanceDraws() =>
        new(v => SampledParts(v), v => v.Op == OpCode.Unknown ? true : v.Op == OpCode.Draw ? !v.Keys!.IsShared : null);

    /// <summary>Tells which values rest on any draw.</summary>
    public static Dependence Draws() => new(v => SampledParts(v), v => v.Op == OpCode.Draw ? true : null);

    /// <summary>What a value is made of, at the nominal point.</summary>
    public static IEnumerable<Value> Parts(Value value) => value.Region is { } region ? value.Arguments.Append(region) : value.Arguments;

    /// <summary>What a value is made of where it is sampled.</summary>
    public static IEnumerable<Value> SampledParts(Value value) =>
        value.Drawn is { } drawn ? new[] { drawn }
        : value.Op == OpCode.Solve ? value.Arguments.Append(value.Unknown!).Append(value.Region!)
        : value.Arguments;
}
