using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>Plans the bodies of loops, and knows where each value lies.</summary>
internal sealed partial class BodyPlanner(
    Interpreter interpreter, Needed needed, StructuralClasses classes, BlockScheduler scheduler, Uses uses, Columns columns, Rows rows,
    Func<Value, int> stageOf, IReadOnlyList<KernelInput> inputs)
{
    /// <summary>The values that stand in columns.</summary>
    public Uses Uses => uses;

    /// <summary>The body that computes these values, and gives those that reductions take.</summary>
    public KernelBody Body(ClassMap of, IReadOnlyList<Value> values, IReadOnlyList<Value> reductions)
    {
        var body = new BodyBuilder(this, of, values);
        foreach (var value in values)
        {
            body.Compute(value);
            foreach (var reduction in reductions.Where(r => needed.Resolve(r.Arguments[0]) == value))
            {
                body.Take(reduction, StatesOf(reduction));
            }
        }

        return body.Build();
    }

    /// <summary>The body that computes these values with members side by side, and what reductions of them come to.</summary>
    public KernelBody SideBySide(ClassMap of, IReadOnlyList<Value> values, IReadOnlyList<Value> reductions)
    {
        var body = new BodyBuilder(this, of, values, of.ClassCount);
        var taken = new List<(Value Reduction, IReadOnlyList<Instruction.Take> Takes)>();
        foreach (var value in values)
        {
            body.Compute(value);
            taken.AddRange(reductions.Where(r => needed.Resolve(r.Arguments[0]) == value).Select(r => (r, body.TakeSideBySide(r))));
        }

        return body.Build(taken);
    }

    /// <summary>The body that starts reductions.</summary>
    public KernelBody Before(IReadOnlyList<Value> reductions)
    {
        var body = new BodyBuilder(this, scheduler.KeyOf(reductions[0]), Array.Empty<Value>());
        foreach (var reduction in reductions)
        {
            body.Start(reduction, StatesOf(reduction));
        }

        return body.Build();
    }

    /// <summary>The body that gives what reductions come to.</summary>
    public KernelBody After(IReadOnlyList<Value> reductions)
    {
        var body = new BodyBuilder(this, scheduler.KeyOf(reductions[0]), Array.Empty<Value>());
        foreach (var reduction in reductions)
        {
            body.Finish(reduction, StatesOf(reduction));
        }

        return body.Build();
    }

    private int StatesOf(Value reduction) => columns.OfStates(reduction, ReductionSteps.Of(reduction.Op).Takes.Length);

    /// <summary>The body that starts the searches of a fixed point.</summary>
    public KernelBody Start(ClassMap of, Value solve)
    {
        var body = new BodyBuilder(this, of, Array.Empty<Value>());
        var (first, pitch) = Search(solve);
        var arguments = solve.Arguments.Select(body.Read).ToArray();
        return body.Add(new Instruction.SolveStart(arguments[0], arguments[1], arguments[2], IndexForm.From(first), pitch)).Build();
    }

    /// <summary>The body that takes a step of each search.</summary>
    public KernelBody Next(ClassMap of, Value solve)
    {
        var body = new BodyBuilder(this, of, Array.Empty<Value>());
        var (first, pitch) = Search(solve);
        var made = body.Read(solve.Region!);
        return body.Add(new Instruction.SolveNext(made, IndexForm.From(first), pitch, solve.Blame)).Build();
    }

    /// <summary>Where a value lies: the mask of its columns, and the column of each of its classes.</summary>
    public (int Source, Func<int, int> ColumnOf) Place(Value value)
    {
        if (needed.InputOf(value) is { } input)
        {
            return (1 + input, _ => 1 + input);
        }

        if (value.Op == OpCode.Draw)
        {
            var draw = columns.Of(value, value.Domain.Count, passing: false);
            return (1 + needed.Inputs, c => draw + c);
        }

        if (needed.IsConstant(value))
        {
            var column = interpreter.Obtain(value);
            return (0, c => columns.OfConstant(column.OfClass(c)));
        }

        if (rows.Have(value))
        {
            throw new InvalidOperationException($"{value} lies in rows");
        }

        var first = value.Op == OpCode.Unknown ? UnknownColumn(value) : value.Op == OpCode.Solve ? Search(value).First + Search(value).Pitch
            : columns.Of(value, classes.Of(value).ClassCount, IsPassing(value));
        return (stageOf(value), c => first + c);
    }

    /// <summary>Where the rows of a value begin, how far apart they are and which mask they have; null where it lies in columns.</summary>
    public (int First, int Pitch, int Source)? RowOf(Value value)
    {
        if (!rows.Have(value))
        {
            return null;
        }

        var pitch = KernelPlan.Pitch(classes.Of(value).ClassCount);
        return (columns.Of(value, pitch, IsPassing(value)), pitch, stageOf(value));
    }

    private bool IsPassing(Value value) => !uses.LeavesStage(value);

    /// <summary>The numbers of a constant in the classes of a loop; null where the value is none.</summary>
    public double[]? NumbersOf(Value value, ClassMap of)
    {
        if (needed.InputOf(value) is not null || !needed.IsConstant(value))
        {
            return null;
        }

        var column = interpreter.Obtain(value);
        var index = classes.Index(of, value);
        var numbers = new double[of.ClassCount];
        for (var c = 0; c < numbers.Length; c++)
        {
            numbers[c] = column.OfClass(index is null ? c : index[c]);
        }

        return Array.TrueForAll(numbers, n => Bits(n) == Bits(numbers[0])) ? new[] { numbers[0] } : numbers;
    }

    /// <summary>The class of a value that each class of a loop reads.</summary>
    public int[] Index(Value value, ClassMap of) => classes.Index(of, value) ?? Enumerable.Range(0, of.ClassCount).ToArray();

    /// <summary>Whether two values have the same classes, so that nothing is looked up.</summary>
    public bool IsStraight(Value value, ClassMap of) => classes.Index(of, value) is null;

    /// <summary>How a value is read through its map.</summary>
    public Read ReadOf(Value gather) => classes.Read(gather);

    /// <summary>The classes of a value.</summary>
    public ClassMap ClassesOf(Value value) => scheduler.KeyOf(value);

    /// <summary>The classes of a value's own members.</summary>
    public ClassMap MembersOf(Value value) => classes.Of(value);

    /// <summary>A value behind its names.</summary>
    public Value Resolve(Value value) => needed.Resolve(value);

    /// <summary>What the design calls a value.</summary>
    public string? NameOf(Value value) => needed.NameOf(value);

    /// <summary>Whether a value is a flag that says of an input whether it is held.</summary>
    public bool IsFlag(Value value) => needed.InputOf(needed.Resolve(value)) is { } input && inputs[input].IsFlag;

    /// <summary>The mask of the stage that a value belongs to.</summary>
    public int StageOf(Value value) => stageOf(value);

    /// <summary>The column of a constant.</summary>
    public int OfConstant(double number) => columns.OfConstant(number);

    private readonly Dictionary<Value, Value> _solves = new();

    private (int First, int Pitch) Search(Value solve)
    {
        _solves[solve.Unknown!] = solve;
        var count = classes.Of(solve).ClassCount;
        return (columns.OfSearch(solve, count), count);
    }

    private int UnknownColumn(Value unknown) => Search(_solves[unknown]).First;

    private static long Bits(double number) => BitConverter.DoubleToInt64Bits(number);
}
