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
    private readonly Regions _regions;
    private readonly Buffers _buffers = new();
    private readonly Dictionary<int, Fault> _failures = new();
    private readonly List<Fault> _faults = new();
    private readonly HashSet<int> _reported = new();
    private Column?[] _columns = Array.Empty<Column?>();

    /// <summary>Makes an interpreter of a builder's values.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="fold">Whether identical members are computed once; without it the numbers are the same, only later.</param>
    public Interpreter(IrBuilder builder, bool fold = true)
    {
        _builder = builder;
        _maps = new(fold);
        _reads = new(_maps);
        _regions = new();
        _overrides = new(_regions, null, null, null);
    }

    private Interpreter(Interpreter original, Overrides overrides)
    {
        _builder = original._builder;
        _original = original;
        _overrides = overrides;
        _maps = original._maps;
        _reads = original._reads;
        _regions = original._regions;
    }

    /// <summary>
    /// The operations whose failure reached a value that was asked for, in the order in which it did. A failure behind a condition that does not ask
    /// for it is not among them.
    /// </summary>
    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>The column of a value; computes what is missing.</summary>
    /// <exception cref="InvalidOperationException">The value is part of a fixed point and has no number outside it.</exception>
    public Column Evaluate(Value value, CancellationToken cancellation = default)
    {
        var column = Obtain(value, cancellation);
        Report(value, column);
        return column;
    }

    /// <summary>Computes the columns of values that are missing.</summary>
    /// <param name="roots">The values asked for.</param>
    /// <param name="keepIntermediates">Whether what they are computed from is remembered too; otherwise its memory is used again along the
    /// way.</param>
    /// <param name="cancellation">Looked at between two values.</param>
    /// <exception cref="InvalidOperationException">A value is part of a fixed point and has no number outside it.</exception>
    public void EvaluateAll(IReadOnlyList<Value> roots, bool keepIntermediates, CancellationToken cancellation = default)
    {
        Run(roots, keepIntermediates, cancellation);
        foreach (var root in roots)
        {
            Report(root, Read(root));
        }
    }

    /// <summary>
    /// An interpreter in which some values have other numbers, the same for all members. What does not depend on them is shared with this one.
    /// </summary>
    public Interpreter With(IReadOnlyDictionary<Value, double> replaced) => new(this, new(_regions, _overrides, replaced, null));

    /// <summary>An interpreter in which some params have other numbers. What does not depend on them is shared with this one.</summary>
    public Interpreter With(IReadOnlyDictionary<ParamSymbol, double> replaced) => new(this, new(_regions, _overrides, null, replaced));

    /// <summary>The regions of the fixed points.</summary>
    internal Regions Regions => _regions;

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
        return _columns[value.Id]!;
    }

    private void Run(IReadOnlyList<Value> roots, bool keepIntermediates, CancellationToken cancellation)
    {
        Grow();
        var schedule = new Schedule(roots, _regions, v => Known(v) is not null, v => Unchanged(v) || _overrides.Find(v) is not null);
        foreach (var value in schedule.Order)
        {
            cancellation.ThrowIfCancellationRequested();
            Store(value, Unchanged(value) ? _original!.Obtain(value, cancellation) : Compute(value, cancellation));
            if (!keepIntermediates)
            {
                schedule.Read(value, Drop);
            }
        }

        _buffers.Clear();
    }

    // A column that stands already, here or in an interpreter that this one is derived from.
    private Column? Known(Value value) =>
        value.Id < _columns.Length && _columns[value.Id] is { } column ? column : Unchanged(value) ? _original!.Known(value) : null;

    private bool Unchanged(Value value) => _original is not null && !_overrides.Reaches(value);

    private void Grow()
    {
        if (_columns.Length < _builder.Values.Count)
        {
            Array.Resize(ref _columns, Math.Max(_builder.Values.Count, _columns.Length * 2));
        }
    }

    private Column Read(Value value) =>
        Known(value) ?? throw new InvalidOperationException($"{value} is read outside its fixed point");

    private void Store(Value value, Column column)
    {
        column.Holders++;
        _columns[value.Id] = column;
    }

    private void Drop(Value value)
    {
        if (_columns[value.Id] is { } column)
        {
            _columns[value.Id] = null;
            if (--column.Holders == 0 && column.Owned)
            {
                _buffers.Return(column.Numbers);
            }
        }
    }

    private void Report(Value root, Column column)
    {
        for (var c = 0; !column.Clean && c < column.Classes.ClassCount; c++)
        {
            var number = column.Numbers[c];
            if (Absence.IsFailed(number) && _reported.Add(Absence.ValueOf(number)) && FailureOf(Absence.ValueOf(number)) is { } fault)
            {
                _faults.Add(At(fault, root, column.Classes.FirstMember(c)));
            }
        }
    }

    // A failure may have been noted first at a member that stands behind a condition: the one that reached the root is found by going back from
    // there.
    private Fault At(Fault fault, Value root, int member)
    {
        var replay = new Replay(this);
        if (replay.SourceOf(root, member) is not { } source || source.Member == fault.Member)
        {
            return fault;
        }

        var arguments = replay.ArgumentsOf(source);
        return arguments is null ? fault with { Member = source.Member } : fault with { Member = source.Member, Arguments = arguments };
    }

    private Fault? FailureOf(int id) => _failures.TryGetValue(id, out var fault) ? fault : _original?.FailureOf(id);

    private Column Compute(Value value, CancellationToken cancellation)
    {
        if (_overrides.Find(value) is { } number)
        {
            return Uniform(value, number);
        }

        switch (value.Op)
        {
            case OpCode.Constant:
                return Uniform(value, value.Constant);
            case OpCode.Input or OpCode.Named:
                return Read(value.Arguments[0]);
            case OpCode.Data:
                return DataColumns.Of(value.Data!, _maps);
            case OpCode.Gather:
                return Gather(value);
            case >= OpCode.Sum and <= OpCode.All:
                return Reduce(value);
            case OpCode.Solve:
                return Solve(value, cancellation);
            case OpCode.Unknown:
                throw new InvalidOperationException($"{value} is read outside its fixed point");
            default:
                return Elementwise(value);
        }
    }

    private Column Uniform(Value value, double number)
    {
        var classes = _maps.Uniform(value.Domain.Count);
        var numbers = new double[Math.Max(1, classes.ClassCount)];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = number;
        }

        return new(numbers, classes, !double.IsNaN(number), owned: false);
    }

    private Column Elementwise(Value value)
    {
        var classes = _maps.Uniform(value.Domain.Count);
        foreach (var argument in value.Arguments)
        {
            classes = argument.Domain.Count == 1 ? classes : _maps.Combine(classes, Read(argument).Classes);
        }

        var operands = new Operand[3];
        for (var i = 0; i < value.Arguments.Length; i++)
        {
            operands[i] = new(Read(value.Arguments[i]), classes, _maps);
        }

        var run = new Elementwise(value, classes, operands[0], operands[1], operands[2]);
        var results = _buffers.Rent(classes.ClassCount);
        run.Run(results);
        Note(run.Fault);
        return new(results, classes, run.Clean);
    }

    private Column Gather(Value value)
    {
        var sources = Array.ConvertAll(value.Arguments, Read);
        var read = _reads.Plan(Array.ConvertAll(sources, s => s.Classes), value.Map!);
        var results = _buffers.Rent(read.Classes.ClassCount);
        for (var c = 0; c < read.Class.Length; c++)
        {
            results[c] = read.Class[c] < 0 ? Absence.Absent : sources[read.Source is null ? 0 : read.Source[c]].Numbers[read.Class[c]];
        }

        return new(results, read.Classes, !read.AnyAbsent && Array.TrueForAll(sources, s => s.Clean));
    }

    private Column Reduce(Value value)
    {
        var elements = Read(value.Arguments[0]);
        var owners = _maps.Owners(value.Shape!, elements.Classes);
        var run = new Reductions(value, elements, owners);
        var results = _buffers.Rent(owners.ClassCount);
        run.Run(results);
        Note(run.Fault);
        return new(results, owners, run.Clean);
    }

    private Column Solve(Value value, CancellationToken cancellation)
    {
        var region = _regions.Of(value);
        var run = new FixedPoint(value, Read, _maps);
        var column = run.Run(Evaluate, cancellation);
        Clear(region);
        Note(run.Fault);
        return column;

        Column Evaluate(Column tried)
        {
            Clear(region);
            Store(value.Unknown!, tried);
            foreach (var inside in region.Inside)
            {
                Store(inside, Compute(inside, cancellation));
            }

            return Read(value.Region!);
        }

        void Clear(Region cleared)
        {
            foreach (var inside in cleared.Inside)
            {
                Drop(inside);
            }

            Drop(value.Unknown!);
        }
    }

    private void Note(Fault? fault)
    {
        if (fault is not null)
        {
            _failures[fault.Value.Id] = fault;
        }
    }
}
