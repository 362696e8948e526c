using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Kernels.Checking;

/// <summary>Finds where a number that could not be computed went wrong, and reports it at the formula. A branch not taken is not to blame.</summary>
internal sealed class Faults(ElaboratedDesign design)
{
    private readonly HashSet<Value> _seen = new();

    /// <summary>Reports the origin of every failure among these values.</summary>
    public void Report(IEnumerable<Value> roots)
    {
        foreach (var root in roots)
        {
            var column = design.Interpreter.Evaluate(root);
            for (var c = 0; c < column.Classes.ClassCount; c++)
            {
                if (Absence.IsFailed(column.OfClass(c)))
                {
                    Blame(root, column.Classes.FirstMember(c));
                    break;
                }
            }
        }
    }

    private void Blame(Value value, int member)
    {
        Origin? origin = null;
        var at = (Value: value, Member: member);
        while (true)
        {
            origin = at.Value.Origin ?? origin;
            if (Cause(at.Value, at.Member) is not { } cause)
            {
                break;
            }

            at = cause;
        }

        if (_seen.Add(at.Value))
        {
            var location = at.Value.Location.Text is null ? origin?.Location ?? design.Symbol.Location : at.Value.Location;
            var name = origin?.Owner is Group group && at.Member < group.Count ? group.NameOf(at.Member) + "." + origin.Name : origin?.Name ?? design.Symbol.Name;
            Tell(at.Value, location, name);
        }
    }

    private void Tell(Value value, SourceSpan location, string name)
    {
        var code = value.Op switch
        {
            OpCode.Divide or OpCode.IntegerDivide or OpCode.Modulo => "ICX4002",
            OpCode.Ln or OpCode.Log10 or OpCode.Log2 or OpCode.ToDecibel or OpCode.Sqrt or OpCode.Ln1P or OpCode.LnGamma => "ICX4003",
            OpCode.Solve => "ICX4006",
            _ => "ICX4004",
        };
        design.Lowering.Fail(code, location, name, location.Text.Slice(location.Span));
    }

    /// <summary>The argument that had failed already, with the member it was read at; null when this operation is the first.</summary>
    private (Value Value, int Member)? Cause(Value value, int member)
    {
        if (value.Shape is { } shape)
        {
            for (var e = shape.Offsets[member]; e < shape.Offsets[member + 1]; e++)
            {
                if (IsFailed(value.Arguments[0], e))
                {
                    return (value.Arguments[0], value.Arguments[0].Domain == Domain.One ? 0 : e);
                }
            }

            return null;
        }

        if (value.Op == OpCode.Gather)
        {
            return Source(value, member);
        }

        if (value.Op == OpCode.Solve && IsFailed(value.Region!, member) && value.Arguments.All(a => !IsFailed(a, member)))
        {
            return null;
        }

        foreach (var argument in Taken(value, member))
        {
            if (IsFailed(argument, member))
            {
                return (argument, argument.Domain == Domain.One ? 0 : member);
            }
        }

        return null;
    }

    private IEnumerable<Value> Taken(Value value, int member)
    {
        if (value.Op != OpCode.Select)
        {
            return value.Arguments;
        }

        var condition = NumberAt(value.Arguments[0], member);
        return double.IsNaN(condition) ? new[] { value.Arguments[0] } : new[] { value.Arguments[condition != 0 ? 1 : 2] };
    }

    private (Value, int)? Source(Value value, int member)
    {
        var at = value.Map![member];
        foreach (var argument in value.Arguments)
        {
            if (at < argument.Domain.Count)
            {
                return at >= 0 && IsFailed(argument, at) ? (argument, at) : null;
            }

            at -= argument.Domain.Count;
        }

        return null;
    }

    private bool IsFailed(Value value, int member) => Absence.IsFailed(NumberAt(value, member));

    private double NumberAt(Value value, int member) => design.Interpreter.Evaluate(value)[value.Domain == Domain.One ? 0 : member];
}
