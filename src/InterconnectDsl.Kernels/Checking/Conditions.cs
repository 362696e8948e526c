using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Checking;

/// <summary>
/// Sees without evaluating that a rule's condition holds for no member, because an attribute it asks for has no value in the whole group. What the rule
/// requires is then not lowered, so that rules about what a design does not speak of cost nothing.
/// </summary>
internal static class Conditions
{
    /// <summary>Whether a condition is false or absent for every member; false when that takes an evaluation to know.</summary>
    public static bool NeverHolds(Value condition) => condition.Op switch
    {
        OpCode.Constant => condition.Constant == 0 || Absence.IsAbsent(condition.Constant),
        OpCode.And => NeverHolds(condition.Arguments[0]) || NeverHolds(condition.Arguments[1]),
        OpCode.Exists => IsAbsent(condition.Arguments[0]),
        OpCode.Otherwise => NeverHolds(condition.Arguments[0]) && NeverHolds(condition.Arguments[1]),
        OpCode.Named or OpCode.Gather when condition.Arguments.Length == 1 => NeverHolds(condition.Arguments[0]),
        _ => false,
    };

    private static bool IsAbsent(Value value) => value.Op switch
    {
        OpCode.Constant => Absence.IsAbsent(value.Constant),
        OpCode.Named or OpCode.Gather when value.Arguments.Length == 1 => IsAbsent(value.Arguments[0]),
        _ => false,
    };
}
