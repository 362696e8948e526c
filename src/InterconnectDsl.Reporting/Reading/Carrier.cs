using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Reporting.Reading;

/// <summary>
/// Follows a number that is handed on unchanged (through names, references and conditions) to where it was made: a reader wants the data sheet behind
/// <c>if back_worse then rx.er else tx.er</c>, not that line.
/// </summary>
internal static class Carrier
{
    /// <summary>The origin of the number of a member; the nearest one that states a source, or else the farthest that only hands it on.</summary>
    public static Origin? Find(ElaboratedDesign design, Value value, int member)
    {
        Origin? found = null;
        while (true)
        {
            if (value.Origin is { } origin)
            {
                found = origin;
                if (origin.Source is not null || origin.Confidence is not null)
                {
                    return found;
                }
            }

            if (Next(design, value, member) is not var (next, index))
            {
                return found;
            }

            (value, member) = (next, index);
        }
    }

    private static (Value Value, int Member)? Next(ElaboratedDesign design, Value value, int member)
    {
        double At(Value argument) => design.Interpreter.Evaluate(argument)[argument.Domain == Domain.One ? 0 : member];
        switch (value.Op)
        {
            case OpCode.Named or OpCode.Input:
                return (value.Arguments[0], In(value.Arguments[0], member));
            case OpCode.Gather:
                return Gathered(value, member);
            case OpCode.Select:
                var condition = At(value.Arguments[0]);
                var side = value.Arguments[condition != 0 ? 1 : 2];
                return double.IsNaN(condition) ? null : (side, In(side, member));
            case OpCode.Otherwise:
                var taken = value.Arguments[Absence.IsAbsent(At(value.Arguments[0])) ? 1 : 0];
                return (taken, In(taken, member));
            default:
                return null;
        }
    }

    private static int In(Value value, int member) => value.Domain == Domain.One ? 0 : member;

    private static (Value, int)? Gathered(Value value, int member)
    {
        var at = value.Map![member];
        foreach (var argument in value.Arguments)
        {
            if (at < 0)
            {
                return null;
            }

            if (at < argument.Domain.Count)
            {
                return (argument, at);
            }

            at -= argument.Domain.Count;
        }

        return null;
    }
}
