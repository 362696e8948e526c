using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>
/// Computes single numbers anew, one member at a time, by the same operations in the same order as the interpreter and so to the same bits, and says
/// what each was computed from. Nothing here is recursive but fixed points within fixed points.
/// </summary>
public sealed class Replay
{
    /// <summary>
    /// Lists longer than this are read from the interpreter's columns; their elements are replayed only where a derivation lists them.
    /// </summary>
    internal const int LongList = 4096;

    private readonly Interpreter _interpreter;
    private readonly MemberRegions _regions;
    private readonly Dictionary<Cell, double> _numbers = new();
    private readonly Dictionary<Cell, Derivation> _derivations = new();
    private readonly Tracer _tracer;

    /// <summary>Replays what an interpreter evaluates, with the numbers that it replaces.</summary>
    /// <param name="interpreter">The interpreter.</param>
    /// <param name="listed">How many inputs a derivation lists at most; the others are counted.</param>
    public Replay(Interpreter interpreter, int listed = 16)
    {
        _interpreter = interpreter;
        _regions = new(interpreter.Regions);
        _tracer = new(this, listed);
    }

    /// <summary>The number of a value's member.</summary>
    /// <exception cref="InvalidOperationException">The value is part of a fixed point that was not replayed.</exception>
    public double Evaluate(Value value, int member)
    {
        var asked = new Cell(value, member);
        var open = new Stack<Cell>();
        open.Push(asked);
        while (open.Count > 0)
        {
            var cell = open.Peek();
            if (_numbers.ContainsKey(cell))
            {
                open.Pop();
                continue;
            }

            var waiting = open.Count;
            foreach (var input in Needed(cell))
            {
                if (!_numbers.ContainsKey(input))
                {
                    open.Push(input);
                }
            }

            if (open.Count == waiting)
            {
                _numbers[cell] = Compute(cell);
                open.Pop();
            }
        }

        return _numbers[asked];
    }

    /// <summary>The number of a value's member with what it was computed from.</summary>
    public Derivation Derive(Value value, int member)
    {
        var cell = new Cell(value, member);
        if (!_derivations.TryGetValue(cell, out var derivation))
        {
            _derivations.Add(cell, derivation = new(value, member, Evaluate(value, member), _tracer.Expand));
        }

        return derivation;
    }

    /// <summary>A cell's number; that of an element of a long list may come from the interpreter.</summary>
    internal double NumberOf(Cell cell) => _numbers.TryGetValue(cell, out var number) ? number : Evaluate(cell.Value, cell.Member);

    /// <summary>Whether a cell's number was given from outside.</summary>
    internal bool IsGiven(Value value) => _interpreter.Given(value) is not null;

    /// <summary>The elements of a long list, or null of a short one.</summary>
    internal Column? LongListOf(Cell cell)
    {
        var (value, owner) = cell;
        var isLong = value.Shape is { } shape && shape.Offsets[owner + 1] - shape.Offsets[owner] > LongList;
        return isLong && !_interpreter.Regions.IsOpen(value.Arguments[0]) ? _interpreter.Obtain(value.Arguments[0]) : null;
    }

    private IEnumerable<Cell> Needed(Cell cell) =>
        IsGiven(cell.Value) || cell.Value.Op == OpCode.Network || LongListOf(cell) is not null ? Array.Empty<Cell>() : _regions.Inputs(cell);

    private double Compute(Cell cell)
    {
        var (value, member) = cell;
        if (_interpreter.Given(value) is { } given)
        {
            return given;
        }

        switch (value.Op)
        {
            case OpCode.Constant:
                return value.Constant;
            case OpCode.Data:
                return value.Data![member];
            case OpCode.Input or OpCode.Named or OpCode.Gather:
                return First(cell);
            case >= OpCode.Sum and <= OpCode.All:
                return Reduce(cell);
            case OpCode.Network or OpCode.Draw:
                return _interpreter.Obtain(value)[member];
            case OpCode.Interpolate:
                return Semantics.Interpolate(value, _numbers[MemberInputs.At(value.Arguments[0], member)], out _);
            case OpCode.Solve:
                return Solve(cell);
            case OpCode.Unknown:
                throw new InvalidOperationException($"{value} is read outside its fixed point");
            default:
                double At(int i) => i < value.Arguments.Length ? _numbers[MemberInputs.At(value.Arguments[i], member)] : 0.0;
                return Semantics.Apply(value.Op, value.Blame, At(0), At(1), At(2), out _);
        }
    }

    private double First(Cell cell)
    {
        foreach (var input in MemberInputs.Of(cell))
        {
            return _numbers[input];
        }

        return Absence.Absent;
    }

    private double Reduce(Cell cell)
    {
        var reduction = new Reduction(cell.Value.Op);
        var column = LongListOf(cell);
        foreach (var element in MemberInputs.Of(cell))
        {
            reduction.Take(column is null ? _numbers[element] : column[element.Member]);
        }

        return reduction.Result(cell.Value.Blame, out _);
    }

    // In step with all members that the body reads, as the interpreter does; the numbers of the last step stay for derivations.
    private double Solve(Cell cell)
    {
        var solve = cell.Value;
        var region = _regions.Of(cell);
        var lanes = Array.ConvertAll(region.Members, m => new FixedPointLane(Argument(solve, 0, m), Argument(solve, 1, m), Argument(solve, 2, m)));
        var moving = true;
        for (var step = 1; moving; step++)
        {
            for (var i = 0; i < lanes.Length; i++)
            {
                _numbers[new(solve.Unknown!, region.Members[i])] = lanes[i].X;
            }

            foreach (var inside in region.Inside)
            {
                _numbers[inside] = Compute(inside);
            }

            moving = false;
            for (var i = 0; i < lanes.Length; i++)
            {
                lanes[i].Step(_numbers[MemberInputs.At(solve.Region!, region.Members[i])], step, solve.Blame);
                moving |= !lanes[i].Resting && !lanes[i].Failed;
            }
        }

        return lanes[Array.IndexOf(region.Members, cell.Member)].Result;
    }

    private double Argument(Value solve, int i, int member) => _numbers[MemberInputs.At(solve.Arguments[i], member)];
}
