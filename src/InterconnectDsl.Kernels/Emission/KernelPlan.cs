using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Passes;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>A number that a kernel is given.</summary>
/// <param name="Name">Its name: an identifier.</param>
/// <param name="Value">The value whose number it replaces, mostly the Input of a param.</param>
public sealed record KernelInput(string Name, Value Value)
{
    /// <summary>Whether it is drawn where it is sampled, unless it is held at the number given: see <see cref="Sampling"/>.</summary>
    public bool IsDrawn { get; init; }

    /// <summary>Whether it says of another that it is held: 1, or drawn: 0.</summary>
    public bool IsFlag { get; init; }
}

/// <summary>A result that a kernel computes.</summary>
/// <param name="Name">Its name: an identifier.</param>
/// <param name="Value">Its value; one number for each member of its domain.</param>
public sealed record KernelOutput(string Name, Value Value);

/// <summary>
/// What a kernel computes and in which order, before it becomes C# or IL. Numbers lie in columns, one number for each point: column 0 takes flags, then come
/// the inputs, constants, and what stages leave for others. Identical members have one column.
/// </summary>
/// <param name="Inputs">The inputs; input k is column 1 + k.</param>
/// <param name="Outputs">The results.</param>
/// <param name="Constants">Numbers that are read as columns.</param>
/// <param name="Stages">The stages, in order.</param>
/// <param name="Columns">The number of columns.</param>
/// <param name="TilePoints">Points a column holds at a time.</param>
public sealed record KernelPlan(
    IReadOnlyList<KernelInput> Inputs,
    IReadOnlyList<OutputColumns> Outputs,
    IReadOnlyList<KernelConstant> Constants,
    IReadOnlyList<KernelStage> Stages,
    int Columns,
    int TilePoints)
{
    /// <summary>The number of columns that the search for a fixed point takes for each class; the runtime's <c>FixedPoints.Fields</c>.</summary>
    public const int SearchFields = 9;

    private const int MostLanes = 8;

    /// <summary>How far apart rows of members are: a whole number of vectors. What is behind the last member repeats it.</summary>
    public static int Pitch(int members) => (members + MostLanes - 1) / MostLanes * MostLanes;

    /// <summary>The numbers that a column has where points lie side by side; the runtime's <c>KernelLayout.Stride</c>.</summary>
    public int Stride => TilePoints + MostLanes;

    /// <summary>The numbers that a tile goes through for each of its points, along whichever axis of a sweep these are most.</summary>
    public int NumbersPerPoint { get; internal init; }

    /// <summary>What is drawn for each sample; together it counts as an input behind the others.</summary>
    public IReadOnlyList<PlannedDraw> Draws { get; init; } = Array.Empty<PlannedDraw>();

    /// <summary>The inputs and the draws: what masks before those of the stages are for.</summary>
    public int Sources => Inputs.Count + (Draws.Count > 0 ? 1 : 0);

    /// <summary>The numbers of the inputs that are flags.</summary>
    public IEnumerable<int> Flags => Enumerable.Range(0, Inputs.Count).Where(i => Inputs[i].IsFlag);

    /// <summary>What passes left of the values.</summary>
    public KernelProgram Program { get; private init; } = null!;

    /// <summary>The plan for reduced precision, whose operations round differently; made when it is first asked for, and this one where nothing differs.</summary>
    public KernelPlan Reduced => OwnReduced?.Value ?? this;

    private Lazy<KernelPlan?>? OwnReduced { get; init; }

    /// <summary>
    /// Tells which values a kernel can compute. It cannot where a value rests on the temperatures of a network or on a measured curve: these the
    /// interpreter alone computes. What was told of a value is remembered.
    /// </summary>
    public static Func<Value, bool> Computable()
    {
        var beyond = new Dependence(Ir.Sources.Parts, v => v.Op is OpCode.Network or OpCode.Interpolate ? true : null);
        return value => !beyond.Of(value);
    }

    /// <summary>Plans a kernel.</summary>
    /// <param name="interpreter">The interpreter of the values; it gives the numbers that depend on no input.</param>
    /// <param name="inputs">What is given. A param that is not among them keeps its nominal value.</param>
    /// <param name="outputs">What is asked for.</param>
    /// <exception cref="ArgumentException">An input is not a single number, or stands in a fixed point.</exception>
    public static KernelPlan Of(Interpreter interpreter, IReadOnlyList<KernelInput> inputs, IReadOnlyList<KernelOutput> outputs)
    {
        foreach (var input in inputs)
        {
            if (input.Value.Domain != Domain.One || interpreter.Regions.IsOpen(input.Value))
            {
                throw new ArgumentException($"{input.Name} is not a single number outside of fixed points", nameof(inputs));
            }
        }

        var program = KernelPasses.Exact(new(interpreter.Builder, inputs, outputs), interpreter);
        return Of(program) with { OwnReduced = new(() => Differing(KernelPasses.Reduced(program), program)) };
    }

    private static KernelPlan Of(KernelProgram program) =>
        new KernelPlanner(new(program.Ir), program.Inputs, program.Outputs).Plan() with { Program = program };

    private static KernelPlan? Differing(KernelProgram reduced, KernelProgram exact) => reduced.Says(exact) ? null : Of(reduced);
}

/// <summary>Columns of draws.</summary>
/// <param name="First">The first column.</param>
/// <param name="Run">The keys of their streams.</param>
/// <param name="IsNormal">Whether they take normal numbers.</param>
public sealed record PlannedDraw(int First, DrawRun Run, bool IsNormal);

/// <summary>Where a result lies.</summary>
/// <param name="Output">The result.</param>
/// <param name="Source">The mask of its columns: 0 for constants, 1 + k for input k, behind them the stages.</param>
/// <param name="Columns">The column of each member.</param>
public sealed record OutputColumns(KernelOutput Output, int Source, IndexForm Columns);

/// <summary>What depends on the same inputs, and is therefore computed equally often.</summary>
/// <param name="Inputs">The numbers of those inputs.</param>
/// <param name="Steps">What is computed, in order.</param>
public sealed record KernelStage(IReadOnlyList<int> Inputs, IReadOnlyList<KernelStep> Steps);

/// <summary>A part of a stage.</summary>
public abstract record KernelStep;

/// <summary>A loop over classes of members; in it, loops over points.</summary>
/// <param name="Name">The domain, for readers.</param>
/// <param name="Classes">How many classes there are.</param>
/// <param name="Bodies">What is done for each class, one loop over points after the other.</param>
public sealed record KernelLoop(string Name, int Classes, IReadOnlyList<KernelBody> Bodies) : KernelStep;

/// <summary>A fixed point: <paramref name="Start"/> once, then <paramref name="Region"/> and <paramref name="Next"/> until nothing moves.</summary>
/// <param name="Start">Starts the searches.</param>
/// <param name="Region">Computes what the unknown is fed with.</param>
/// <param name="Next">Takes a step of each search; its only body ends in a <see cref="Instruction.SolveNext"/>.</param>
public sealed record KernelFixedPoint(KernelLoop Start, IReadOnlyList<KernelStep> Region, KernelLoop Next) : KernelStep;

/// <summary>The body of a loop over points, which lie side by side in vectors, or of a loop over members that do, at one point after the other.</summary>
/// <param name="Instructions">What is done, in order. Each local is set once.</param>
public sealed record KernelBody(IReadOnlyList<Instruction> Instructions)
{
    /// <summary>How many members lie side by side; 0 where points do.</summary>
    public int Members { get; init; }

    /// <summary>What is done at a point behind its last member; each local has the same number in every lane.</summary>
    public IReadOnlyList<Instruction> Finish { get; init; } = Array.Empty<Instruction>();
}

/// <summary>One thing that the body of a loop does. A local is a register with a number for each lane.</summary>
public abstract record Instruction
{
    /// <summary>A local is read from a column.</summary>
    /// <param name="Local">The local.</param>
    /// <param name="Column">The column of each class.</param>
    /// <param name="Source">The mask of each class's column; see <see cref="OutputColumns.Source"/>.</param>
    public sealed record Load(Local Local, IndexForm Column, IndexForm Source) : Instruction;

    /// <summary>A local is a constant of the class.</summary>
    /// <param name="Local">The local.</param>
    /// <param name="Numbers">A number for each class, or a single one for all.</param>
    public sealed record Number(Local Local, IReadOnlyList<double> Numbers) : Instruction;

    /// <summary>A local is the result of an operation.</summary>
    /// <param name="Local">The local.</param>
    /// <param name="Operation">The method of ILaneOperations.</param>
    /// <param name="Arguments">Its arguments.</param>
    /// <param name="Id">The number that a failure carries; null where the method takes none.</param>
    public sealed record Apply(Local Local, string Operation, IReadOnlyList<Local> Arguments, int? Id) : Instruction;

    /// <summary>A local is what the elements of a class's list come to.</summary>
    /// <param name="Local">The local.</param>
    /// <param name="Op">The reduction.</param>
    /// <param name="Runs">Where the runs of each class start; one entry more than classes.</param>
    /// <param name="Column">The column of each run's element.</param>
    /// <param name="Repeats">How often it is in the list, one after the other.</param>
    /// <param name="Source">The mask of the columns.</param>
    /// <param name="SomeAbsent">Whether elements may be absent.</param>
    /// <param name="Checked">Whether elements must be checked, because the reduction would hide what is not finite.</param>
    /// <param name="Id">The number that a failure carries.</param>
    public sealed record Reduce(
        Local Local, OpCode Op, IndexForm Runs, IndexForm Column, IndexForm Repeats, int Source, bool SomeAbsent, bool Checked, int Id) : Instruction;

    /// <summary>The points at which a local is not finite are flagged.</summary>
    /// <param name="Local">The local.</param>
    /// <param name="MayBeAbsent">Whether an absent number may pass.</param>
    public sealed record Check(Local Local, bool MayBeAbsent) : Instruction;

    /// <summary>A local is written to a column.</summary>
    /// <param name="Local">The local.</param>
    /// <param name="Column">The column of each class.</param>
    public sealed record Store(Local Local, IndexForm Column) : Instruction;

    /// <summary>A local is read from the rows of a value, which has the members of a point side by side.</summary>
    /// <param name="Local">The local.</param>
    /// <param name="First">The column at which the rows begin.</param>
    /// <param name="Pitch">How far apart rows are.</param>
    /// <param name="Source">Their mask.</param>
    /// <param name="Places">The place of each member in a row; null for one after the other.</param>
    public sealed record LoadRow(Local Local, int First, int Pitch, int Source, int[]? Places) : Instruction;

    /// <summary>A local is written to the rows of a value.</summary>
    /// <param name="Local">The local.</param>
    /// <param name="First">The column at which the rows begin.</param>
    public sealed record StoreRow(Local Local, int First) : Instruction;

    /// <summary>The members side by side are taken into a state of a reduction, which starts anew at each point.</summary>
    /// <param name="State">The number of the state in the body.</param>
    /// <param name="Step">How.</param>
    /// <param name="Element">The members.</param>
    /// <param name="InOrder">Whether in their order, into a single number.</param>
    /// <param name="SomeAbsent">Whether some may be absent.</param>
    public sealed record Take(int State, ReductionStep Step, Local Element, bool InOrder, bool SomeAbsent) : Instruction;

    /// <summary>A local is what a state has become.</summary>
    /// <param name="Local">The local.</param>
    /// <param name="Of">What was taken.</param>
    public sealed record Taken(Local Local, Take Of) : Instruction;

    /// <summary>A search starts.</summary>
    /// <param name="Start">Where.</param>
    /// <param name="Tolerance">How near is near enough.</param>
    /// <param name="Limit">How many steps it may take.</param>
    /// <param name="First">The column of the first field of each class.</param>
    /// <param name="Pitch">How many columns the fields are apart.</param>
    public sealed record SolveStart(Local Start, Local Tolerance, Local Limit, IndexForm First, int Pitch) : Instruction;

    /// <summary>A search takes a step.</summary>
    /// <param name="Body">What the body made of the number tried.</param>
    /// <param name="First">The column of the first field of each class.</param>
    /// <param name="Pitch">How many columns the fields are apart.</param>
    /// <param name="Id">The number that a failure carries.</param>
    public sealed record SolveNext(Local Body, IndexForm First, int Pitch, int Id) : Instruction;
}

/// <summary>A local of a loop's body.</summary>
/// <param name="Number">Its number in the body, from 0.</param>
/// <param name="Name">What the design calls it, or null.</param>
public sealed record Local(int Number, string? Name);

/// <summary>A number that is read as a column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Number">The number; it may be absent or failed.</param>
public sealed record KernelConstant(int Column, double Number);
