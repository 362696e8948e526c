using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>Computes the column of a value from those of its arguments.</summary>
internal sealed class ColumnOperations(ClassMaps maps, Reads reads, Buffers buffers, FaultLog faults, Func<Value, Column> argument)
{
    /// <summary>One number for all members.</summary>
    public Column Uniform(Value value, double number)
    {
        var classes = maps.Uniform(value.Domain.Count);
        var numbers = new double[Math.Max(1, classes.ClassCount)];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = number;
        }

        return new(numbers, classes, !double.IsNaN(number), owned: false);
    }

    /// <summary>An operation member by member, in the classes that its arguments tell apart.</summary>
    public Column Elementwise(Value value)
    {
        var classes = maps.Uniform(value.Domain.Count);
        foreach (var read in value.Arguments)
        {
            classes = read.Domain.Count == 1 ? classes : maps.Combine(classes, argument(read).Classes);
        }

        var operands = new Operand[3];
        for (var i = 0; i < value.Arguments.Length; i++)
        {
            operands[i] = new(argument(value.Arguments[i]), classes, maps);
        }

        var run = new Elementwise(value, classes, operands[0], operands[1], operands[2]);
        var results = buffers.Rent(classes.ClassCount);
        run.Run(results);
        faults.Note(run.Fault);
        return new(results, classes, run.Clean);
    }

    /// <summary>A read through an index map.</summary>
    public Column Gather(Value value)
    {
        var sources = Array.ConvertAll(value.Arguments, v => argument(v));
        var read = reads.Plan(Array.ConvertAll(sources, s => s.Classes), value.Map!);
        var results = buffers.Rent(read.Classes.ClassCount);
        for (var c = 0; c < results.Length; c++)
        {
            var source = sources[read.Source is null || read.Class[c] < 0 ? 0 : read.Source[c]];
            results[c] = read.Class[c] < 0 ? Absence.Absent : source.Numbers[read.Class[c]];
        }

        return new(results, read.Classes, !read.AnyAbsent && Array.TrueForAll(sources, s => s.Clean));
    }

    /// <summary>A curve read at each number.</summary>
    public Column Interpolate(Value value)
    {
        var points = argument(value.Arguments[0]);
        var results = buffers.Rent(points.Classes.ClassCount);
        var (clean, failed, first) = (true, 0, -1);
        for (var c = 0; c < results.Length; c++)
        {
            results[c] = Semantics.Interpolate(value, points.OfClass(c), out var fault);
            clean &= !double.IsNaN(results[c]);
            first = fault is not null && first < 0 ? c : first;
            failed += fault is null ? 0 : points.Classes.Size(c);
        }

        faults.Note(first < 0 ? null : new(value, FaultKind.OutsideDomain, points.Classes.FirstMember(first), failed, new[] { points.OfClass(first) }));
        return new(results, points.Classes, clean);
    }

    /// <summary>The temperatures of a network.</summary>
    public Column Network(Value value)
    {
        var given = Array.ConvertAll(value.Arguments, a => argument(a).ToArray());
        var network = new HeatNetwork(value, given[0], given[1], given[2], given[3]);
        var results = network.Solve();
        faults.Note(network.Fault);
        return new(results, maps.Identity(results.Length), Array.TrueForAll(results, t => !double.IsNaN(t)), owned: false);
    }

    /// <summary>A reduction of lists, once for each class of owners.</summary>
    public Column Reduce(Value value)
    {
        var elements = argument(value.Arguments[0]);
        var owners = maps.Owners(value.Shape!, elements.Classes);
        var run = new Reductions(value, elements, owners);
        var results = buffers.Rent(owners.ClassCount);
        run.Run(results);
        faults.Note(run.Fault);
        return new(results, owners, run.Clean);
    }
}
