using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>Builds the instructions of one body.</summary>
internal sealed partial class BodyBuilder
{
    private readonly BodyPlanner _planner;
    private readonly ClassMap _classes;
    private readonly HashSet<Value> _own;
    private readonly HashSet<Value> _hidden = new();
    private readonly Dictionary<Value, Local> _locals = new();
    private readonly List<Instruction> _instructions = new();
    private readonly int _members;
    private readonly StageChecks? _checks;
    private int _unnamed;

    /// <summary>Starts a body.</summary>
    /// <param name="planner">Who knows where values lie.</param>
    /// <param name="classes">What the loop goes over.</param>
    /// <param name="values">What it computes.</param>
    /// <param name="members">How many members lie side by side; 0 where points do.</param>
    public BodyBuilder(BodyPlanner planner, ClassMap classes, IReadOnlyList<Value> values, int members = 0)
    {
        _members = members;
        (_planner, _classes, _own) = (planner, classes, new(values));
        _hidden.UnionWith(values.Where(v => v.Op is not (>= OpCode.Sum and <= OpCode.All)).SelectMany(v => StageChecks.HiddenBy(v, planner)));
        _checks = values.Count == 0 || planner.IsInside(values[0]) ? null : planner.ChecksOf(planner.StageOf(values[0]));
    }

    /// <summary>The body.</summary>
    public KernelBody Build() => new(_instructions);

    /// <summary>Adds an instruction.</summary>
    public BodyBuilder Add(Instruction instruction)
    {
        _instructions.Add(instruction);
        return this;
    }

    /// <summary>The local that holds a value, which is read where it is not computed here.</summary>
    public Local Read(Value value)
    {
        value = _planner.Resolve(value);
        if (_locals.TryGetValue(value, out var local))
        {
            return local;
        }

        if (_own.Contains(value))
        {
            throw new InvalidOperationException($"{value} is read before it is computed");
        }

        local = New(value);
        if (_planner.NumbersOf(value, _classes) is { } numbers)
        {
            Add(new Instruction.Number(local, numbers));
        }
        else if (_planner.RowOf(value) is { } row)
        {
            var places = _planner.IsStraight(value, _classes) ? null : _planner.Index(value, _classes);
            Add(new Instruction.LoadRow(local, row.First, row.Pitch, row.Source, places));
        }
        else
        {
            var (source, columnOf) = _planner.Place(value);
            var index = _planner.Index(value, _classes);
            Add(new Instruction.Load(local, IndexForm.Of(index.Length, c => columnOf(index[c])), IndexForm.Constant(source)));
        }

        if (_hidden.Contains(value) && (_checks is null || (_checks.Has(value) && !_checks.Computes(value))))
        {
            Check(value, local);
        }

        return local;
    }

    /// <summary>Computes a value, checks it where that is needed, and writes it where others read it.</summary>
    public void Compute(Value value)
    {
        var local = value.Op switch
        {
            OpCode.Gather => Gather(value),
            >= OpCode.Sum and <= OpCode.All => Reduce(value),
            _ => Apply(value),
        };
        Leave(value, local);
    }

    // Checks a value where that is needed, and writes it where others read it.
    private void Leave(Value value, Local local)
    {
        if (_planner.IsInside(value) ? _hidden.Contains(value) || _planner.Uses.LeavesStage(value) : _planner.ChecksOf(_planner.StageOf(value)).Has(value))
        {
            Check(value, local);
        }

        if (_planner.Uses.IsStored(value) && _planner.RowOf(value) is { } row)
        {
            Add(new Instruction.StoreRow(local, row.First));
        }
        else if (_planner.Uses.IsStored(value))
        {
            var (_, columnOf) = _planner.Place(value);
            Add(new Instruction.Store(local, IndexForm.From(columnOf(0))));
        }
    }

    private Local New(Value value) => _locals[value] = new(_locals.Count, _planner.NameOf(value));

    private void Check(Value value, Local local)
    {
        if (_planner.MayFail(value))
        {
            Add(new Instruction.Check(local, _planner.MayBeAbsent(value)));
        }
    }

    private Local Apply(Value value)
    {
        if (value.Op == OpCode.Select && _planner.IsFlag(value.Arguments[0]))
        {
            var choice = value.Arguments.Select(Read).ToList();
            Add(new Instruction.Apply(New(value), "Held", choice, value.Blame));
            return _locals[value];
        }

        if (value.Op == OpCode.Select && Compared(value) is { } compared)
        {
            return compared;
        }

        var arguments = value.Arguments.Select(Read).ToList();
        var absent = value.Arguments.Where(_planner.MayBeAbsent).Select(Read).Distinct().ToList();
        if (value.Op == OpCode.Select)
        {
            absent = absent.Where(l => l == arguments[0]).ToList();
        }

        var local = New(value);
        if (Facts.CarriesAbsence(value.Op) || absent.Count == 0)
        {
            Add(new Instruction.Apply(local, Facts.OperationOf(value.Op, absent.Count > 0), arguments, value.Blame));
            return local;
        }

        // The argument asked about last decides, and all say the same: absent.
        var result = Unnamed();
        Add(new Instruction.Apply(result, value.Op.ToString(), arguments, value.Blame));
        for (var i = 0; i < absent.Count; i++)
        {
            var next = i == absent.Count - 1 ? local : Unnamed();
            Add(new Instruction.Apply(next, "UnlessAbsent", new[] { absent[i], result }, null));
            result = next;
        }

        return local;
    }

    // A choice by a comparison of the same body in one operation; null where the condition is another, or may be absent.
    private Local? Compared(Value value)
    {
        var condition = _planner.Resolve(value.Arguments[0]);
        if (condition.Op is not (OpCode.Less or OpCode.LessOrEqual or OpCode.Greater or OpCode.GreaterOrEqual) || !_own.Contains(condition)
            || _planner.MayBeAbsent(condition))
        {
            return null;
        }

        var arguments = condition.Arguments.Concat(value.Arguments.Skip(1)).Select(Read).ToList();
        var local = New(value);
        Add(new Instruction.Apply(local, "Select" + condition.Op, arguments, value.Blame));
        return local;
    }

    // Numbers of locals without a value are negative.
    private Local Unnamed() => new(--_unnamed, null);

    private Local Gather(Value value)
    {
        var read = _planner.ReadOf(value);
        var sources = Array.ConvertAll(value.Arguments, v => _planner.Place(_planner.Resolve(v)));
        var columns = new int[_classes.ClassCount];
        var masks = new int[_classes.ClassCount];
        for (var c = 0; c < columns.Length; c++)
        {
            var (mask, columnOf) = sources[read.Source is null || read.Class[c] < 0 ? 0 : read.Source[c]];
            columns[c] = read.Class[c] < 0 ? _planner.OfConstant(Absence.Absent) : columnOf(read.Class[c]);
            masks[c] = read.Class[c] < 0 ? 0 : mask;
        }

        var local = New(value);
        Add(new Instruction.Load(local, IndexForm.Of(columns), IndexForm.Of(masks)));
        return local;
    }
}
