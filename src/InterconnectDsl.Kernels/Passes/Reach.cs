using InterconnectDsl.Kernels.Emission;

namespace InterconnectDsl.Kernels.Passes;

/// <summary>How often a value is computed in a sweep: once for each value of the inputs it depends on, and for each member where it has many.</summary>
/// <param name="Inputs">The inputs.</param>
/// <param name="Many">Whether it has a number for each member of a domain.</param>
internal readonly record struct Reach(InputSet Inputs, bool Many)
{
    /// <summary>A single number that depends on nothing.</summary>
    public static readonly Reach None = new(InputSet.Empty, false);

    /// <summary>What depends on either.</summary>
    public Reach With(Reach other) => new(Inputs.With(other.Inputs), Many || other.Many);

    /// <summary>Whether the other is computed for all that this is.</summary>
    public bool IsWithin(Reach other) => (other.Many || !Many) && other.Inputs.With(Inputs).Equals(other.Inputs);
}
