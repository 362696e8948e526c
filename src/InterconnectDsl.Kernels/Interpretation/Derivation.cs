using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>One number with what it was computed from, as far back as one asks.</summary>
public sealed class Derivation
{
    private readonly Func<Derivation, (IReadOnlyList<Contribution> Listed, int Further)> _expand;
    private (IReadOnlyList<Contribution> Listed, int Further)? _inputs;

    internal Derivation(Value value, int member, double number, Func<Derivation, (IReadOnlyList<Contribution> Listed, int Further)> expand)
    {
        Value = value;
        Member = member;
        Number = number;
        _expand = expand;
    }

    /// <summary>The value.</summary>
    public Value Value { get; }

    /// <summary>Where it comes from; null only for a value that was asked for and has none.</summary>
    public Origin? Origin => Value.Origin;

    /// <summary>The member of the value's domain, from 0.</summary>
    public int Member { get; }

    /// <summary>Its number, the same to the last bit as the interpreter's.</summary>
    public double Number { get; }

    /// <summary>
    /// The nearest values with an origin that it was computed from, in order of the formula; of a least or greatest the one that decided comes first,
    /// of a condition only the side that was taken is there.
    /// </summary>
    public IReadOnlyList<Contribution> Inputs => (_inputs ??= _expand(this)).Listed;

    /// <summary>How many more there are, counted with their multiplicity.</summary>
    public int Rest => (_inputs ??= _expand(this)).Further;
}

/// <summary>A number that another was computed from.</summary>
/// <param name="From">The number; of several equal ones of one value the first.</param>
/// <param name="Count">How many elements of a list it stands for, at least 1.</param>
public readonly record struct Contribution(Derivation From, int Count);
