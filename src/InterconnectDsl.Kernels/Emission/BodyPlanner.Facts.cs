using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <content>What is known of values whatever the inputs are.</content>
internal sealed partial class BodyPlanner
{
    private const double SmallWhole = 1048576.0;

    private readonly Dictionary<Value, Known> _facts = new();
    private readonly Dictionary<int, StageChecks> _checks = new();

    /// <summary>Whether a value may be absent.</summary>
    public bool MayBeAbsent(Value value) => FactsOf(value).Absent;

    /// <summary>Whether a value may be infinite or failed.</summary>
    public bool MayFail(Value value) => FactsOf(value).Fails;

    /// <summary>Whether a value belongs to a fixed point, which is computed again and again: there each value is checked for itself.</summary>
    public bool IsInside(Value value) => interpreter.Regions.IsOpen(value);

    /// <summary>What the stage of a value outside of fixed points checks.</summary>
    public StageChecks ChecksOf(int stage)
    {
        if (!_checks.TryGetValue(stage, out var checks))
        {
            _checks.Add(stage, checks = new(this, needed.Varying.Where(v => stageOf(v) == stage).ToList()));
        }

        return checks;
    }

    /// <summary>The largest size of a constant's numbers; infinite where the value is none, or one of them is.</summary>
    public double LargestOf(Value value)
    {
        value = needed.Resolve(value);
        if (needed.InputOf(value) is not null || !needed.IsConstant(value))
        {
            return double.PositiveInfinity;
        }

        var column = interpreter.Obtain(value);
        var largest = 0.0;
        for (var c = 0; c < column.Classes.ClassCount; c++)
        {
            largest = Math.Max(largest, Math.Abs(column.OfClass(c)));
        }

        return double.IsNaN(largest) ? double.PositiveInfinity : largest;
    }

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
