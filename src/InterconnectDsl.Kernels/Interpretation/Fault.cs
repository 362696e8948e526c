using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>What can go wrong in an operation on finite numbers.</summary>
public enum FaultKind
{
    /// <summary>A division, a remainder or a negative power of zero.</summary>
    DivisionByZero,

    /// <summary>The logarithm, or the decibels, of zero.</summary>
    LogarithmOfZero,

    /// <summary>The logarithm, or the decibels, of a negative number.</summary>
    LogarithmOfNegative,

    /// <summary>The square root of a negative number.</summary>
    RootOfNegative,

    /// <summary>A negative number to a power that is not whole.</summary>
    PowerOfNegative,

    /// <summary>An argument for which the function has no value.</summary>
    OutsideDomain,

    /// <summary>A result above 1.8e308 in size.</summary>
    Overflow,

    /// <summary>Heat that arises in a node from which no way leads to any surroundings.</summary>
    NoWayOut,

    /// <summary>A network whose conductances lie so far apart that its temperatures have no digit left.</summary>
    IllConditioned,

    /// <summary>A fixed point that was not reached within its limit of steps.</summary>
    NotConverged,
}

/// <summary>A failed operation, once for a value and not for each member.</summary>
/// <param name="Value">The operation.</param>
/// <param name="Kind">What went wrong with the first member concerned.</param>
/// <param name="Member">The first member concerned, from 0.</param>
/// <param name="Members">How many members the operation failed for; some of them may stand behind a condition that never asks for them.</param>
/// <param name="Arguments">The operation's arguments at that member; of a fixed point the last number tried and what the body made of it.</param>
public sealed record Fault(Value Value, FaultKind Kind, int Member, int Members, IReadOnlyList<double> Arguments);
