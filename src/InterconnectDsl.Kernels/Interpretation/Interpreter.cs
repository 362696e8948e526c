using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>
/// Evaluates values of the IR, one column for each: the reference that every other reader of the IR must agree with. Values may be added to the
/// builder between two calls. What was computed is remembered, identical members are computed once, and the result does not depend on either. Not
/// safe for use by two threads.
/// </summary>
public sealed class Interpreter
{
    private readonly IrBuilder _builder;
    private readonly Interpreter? _original;
    private readonly Overrides _overrides;
    private readonly ClassMaps _maps;
    private readonly Reads _reads;
    private readonly ColumnStore _columns = new();
    private readonly FaultLog _faults;
    private readonly ColumnOperations _operations;

    /// <summary>Makes an interpreter of a builder's values.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="fold">Whether identical members are computed once; without it the numbers are the same, only later.</param>
    public Interpreter(IrBuilder builder, bool fold = true)
    {
        _builder = builder;
        _maps = new(fold);
        _reads = new(_maps);
        Regions = new();
        _overrides = new(Regions, null, null, null);
        _faults = new(this, null);
        _operations = new(_maps, _reads, _columns.Buffers, _faults, Read);
    }

    private Interpreter(Interpreter original, Overrides overrides)
    {
        _builder = original._builder;
        _original = original;
        _overrides = overrides;
        _maps = original._maps;
        _reads = original._reads;
        Regions = original.Regions;
        _faults = new(this, original._faults);
        _operations = new(_maps, _reads, _columns.Buffers, _faults, Read);
    }

    /// <summary>
    /// The operations whose failure reached a value that was asked for, in the order in which it did. A failure behind a condition that does not ask
    /// for it is not among them.
    /// </summary>
    public IReadOnlyList<Fault> Faults => _faults.Reached;

    /// <summary>The regions of the fixed points.</summary>
    internal Regions Regions { get; }

    /// <summary>The values it evaluates.</summary>
    public IrBuilder Builder => _builder;

    /// <summary>Its class maps, which a plan of a kernel shares.</summary>
    internal ClassMaps Maps => _maps;

    /// <summary>Its reads through index maps.</summary>
    internal Reads Reads => _reads;

    /// <summary>The column of a value; computes what is missing.</summary>
    /// <exception cref="InvalidOperationException">The value is part of a fixed point and has no number outside it.</exception>
    public Column Evaluate(Value value, CancellationToken cancellation = default)
    {
        var column = Obtain(value, cancellation);
        _faults.Report(value, column);
        return column;
    }

    /// <summary>Computes the columns of values that are missing.</summary>
    /// <param name="roots">The values asked for.</param>
    /// <param name="keepIntermediates">
    /// Whether what they are computed from is remembered too; otherwise its memory is used again along the way.
    /// </param>
    /// <param name="cancellation">Looked at between two values.</param>
    /// <exception cref="InvalidOperationException">A value is part of a fixed point and has no number outside it.</exception>
    public void EvaluateAll(IReadOnlyList<Value> roots, bool keepIntermediates, CancellationToken cancellation = default)
    {
        Run(roots, keepIntermediates, cancellation);
        foreach (var root in roots)
        {
            _faults.Report(root, Read(root));
        }
    }

    /// <summary>Forgets the columns of all values that have no name: what was computed on the way. Asked for again, they are computed again.</summary>
    public void ReleaseUnnamed()
    {
        foreach (var value in _builder.Values.Where(v => v.Origin is null))
        {
            if (_columns.Find(value) is { } column)
            {
                _faults.Forget(column);
                _columns.Drop(value);
            }
        }

        _columns.Buffers.Clear();
    }

    /// <summary>Forgets the columns of values whose numbers were replaced, and of everything that reads them.</summary>
    internal void Forget(IReadOnlyCollection<Value> changed)
    {
        var values = _builder.Values;
        var reached = new bool[values.Count];
        foreach (var value in changed)
        {
            reached[value.Id] = true;
        }

        foreach (var value in values)
        {
            reached[value.Id] |= Array.Exists(value.Arguments, a => reached[a.Id]) || (value.Region is { } region && reached[region.Id]);
            if (reached[value.Id] && _columns.Find(value) is not null)
            {
                _columns.Drop(value);
            }
        }

        _faults.Restart();
    }

    /// <summary>
    /// An interpreter in which some values have other numbers, the same for all members. What does not depend on them is shared with this one.
    /// </summary>
    public Interpreter With(IReadOnlyDictionary<Value, double> replaced) => new(this, new(Regions, _overrides, replaced, null));

    /// <summary>An interpreter in which some params have other numbers. What does not depend on them is shared with this one.</summary>
    public Interpreter With(IReadOnlyDictionary<ParamSymbol, double> replaced) => new(this, new(Regions, _overrides, null, replaced));

    /// <summary>An interpreter in which Draws have numbers, one for each member. What does not depend on them is shared with this one.</summary>
    public Interpreter With(IReadOnlyDictionary<Value, double[]> draws) => new(this, new(Regions, _overrides, null, null, draws));

    /// <summary>
    /// An interpreter of one sample: its Draws have the numbers of their streams there, by Philox4x32-10. The values must be those of a
    /// <see cref="Passes.Sampling"/>.
    /// </summary>
    /// <param name="seed">The seed of the study.</param>
    /// <param name="sample">The number of the sample.</param>
    public Interpreter AtSample(ulong seed, ulong sample) => With(
        _builder.Values.Where(v => v.Op == OpCode.Draw)
            .ToDictionary(v => v, v => v.Keys!.At(seed, sample)));

    /// <summary>The number that a value is given from outside, or null.</summary>
    internal double? Given(Value value) => _overrides.Find(value);

    /// <summary>The column of a value, without a look at its failures.</summary>
    internal Column Obtain(Value value, CancellationToken cancellation = default)
    {
        if (Known(value) is { } column)
        {
            return column;
        }

        Run(new[] { value }, true, cancellation);
        return Read(value);
    }

    private void Run(IReadOnlyList<Value> roots, bool keepIntermediates, CancellationToken cancellation)
    {
        _columns.Grow(_builder.Values.Count);
        var schedule = new Schedule(roots, Regions, v => Known(v) is not null, v => Unchanged(v) || Given(v) is not null);
        foreach (var value in schedule.Order)
        {
            cancellation.ThrowIfCancellationRequested();
            _columns.Store(value, Unchanged(value) ? _original!.Obtain(value, cancellation) : Compute(value, cancellation));
            if (!keepIntermediates)
            {
                schedule.Read(value, _columns.Drop);
            }
        }

        _columns.Buffers.Clear();
    }

    // A column that stands already, here or in an interpreter that this one is derived from.
    private Column? Known(Value value) => _columns.Find(value) ?? (Unchanged(value) ? _original!.Known(value) : null);

    private bool Unchanged(Value value) => _original is not null && !_overrides.Reaches(value);

    private Column Read(Value value) =>
        Known(value) ?? throw new InvalidOperationException($"{value} is read outside its fixed point");

    private Column Compute(Value value, CancellationToken cancellation) => Given(value) is { } number
        ? _operations.Uniform(value, number)
        : value.Op switch
        {
            OpCode.Constant => _operations.Uniform(value, value.Constant),
            OpCode.Input or OpCode.Named => Read(value.Arguments[0]),
            OpCode.Data => DataColumns.Of(value.Data!, _maps),
            OpCode.Draw => DataColumns.Of(_overrides.DrawsOf(value) ?? throw new InvalidOperationException($"{value} is read outside of a sample"), _maps),
            OpCode.Gather => _operations.Gather(value),
            OpCode.Network => _operations.Network(value),
            OpCode.Interpolate => _operations.Interpolate(value),
            >= OpCode.Sum and <= OpCode.All => _operations.Reduce(value),
            OpCode.Solve => Solve(value, cancellation),
            OpCode.Unknown => throw new InvalidOperationException($"{value} is read outside its fixed point"),
            _ => _operations.Elementwise(value),
        };

    private Column Solve(Value value, CancellationToken cancellation)
    {
        var region = Regions.Of(value);
        var run = new FixedPoint(value, Read, _maps);
        try
        {
            var column = run.Run(Evaluate, cancellation);
            _faults.Note(run.Fault);
            return column;
        }
        finally
        {
            Clear();
        }

        Column Evaluate(Column tried)
        {
            Clear();
            _columns.Store(value.Unknown!, tried);
            foreach (var inside in region.Inside)
            {
                _columns.Store(inside, Compute(inside, cancellation));
            }

            return Read(value.Region!);
        }

        void Clear()
        {
            foreach (var inside in region.Inside)
            {
                _columns.Drop(inside);
            }

            _columns.Drop(value.Unknown!);
        }
    }
}
