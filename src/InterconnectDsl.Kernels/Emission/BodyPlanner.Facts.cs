using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <content>What is known of values whatever the inputs are.</content>
internal sealed partial class BodyPlanner
{
    private const double SmallWhole = 1048576.0;

    private readonly Dictionary<Value, Known> _facts = new();

    /// <summary>Whether a value may be absent.</summary>
    public bool MayBeAbsent(Value value) => FactsOf(value).Absent;

    /// <summary>Whether a value may be infinite or failed.</summary>
    public bool MayFail(Value value) => FactsOf(value).Fails;

    /// <summary>Whether a value's numbers, where they are there, are whole and so small that a sum of them is exact in any order.</summary>
    public bool IsSmallWhole(Value value)
    {
        value = needed.Resolve(value);
        return needed.InputOf(value) is null && value.Op switch
        {
            OpCode.Constant => Math.Abs(value.Constant) <= SmallWhole && value.Constant % 1.0 == 0.0,
            OpCode.Select => IsSmallWhole(value.Arguments[1]) && IsSmallWhole(value.Arguments[2]),
            _ => value.Op is (>= OpCode.Less and <= OpCode.Or) or OpCode.Not or OpCode.Exists,
        };
    }

    private Known FactsOf(Value value)
    {
        value = needed.Resolve(value);
        if (_facts.TryGetValue(value, out var facts))
        {
            return facts;
        }

        if (needed.InputOf(value) is not null || value.Op == OpCode.Draw)
        {
            facts = new(false, false);
        }
        else if (needed.IsConstant(value))
        {
            var column = interpreter.Obtain(value);
            facts = new(Facts.HasAbsent(column), Facts.HasFailed(column));
        }
        else if (value.Op is OpCode.Solve or OpCode.Unknown)
        {
            facts = new(true, true);
        }
        else
        {
            facts = new(Facts.MayBeAbsent(value, MayBeAbsent), !Facts.StaysFinite(value.Op) || Array.Exists(value.Arguments, MayFail));
        }

        _facts.Add(value, facts);
        return facts;
    }

    private sealed record Known(bool Absent, bool Fails);
}
