using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>Solves a fixed point for all members at once; each goes its own way and rests when it is there.</summary>
internal sealed class FixedPoint(Value solve, Func<Value, Column> read, ClassMaps maps)
{
    private readonly double[] _arguments = new double[2];
    private int _first = -1;
    private int _members;

    /// <summary>What went wrong, or null.</summary>
    public Fault? Fault => _first < 0 ? null : new(solve, FaultKind.NotConverged, _first, _members, _arguments);

    /// <summary>
    /// Computes the column. <paramref name="evaluate"/> puts a column in the unknown's place and gives that of the body.
    /// </summary>
    public Column Run(Func<Column, Column> evaluate, CancellationToken cancellation)
    {
        var start = read(solve.Arguments[0]);
        var tolerance = read(solve.Arguments[1]);
        var limit = read(solve.Arguments[2]);
        var classes = maps.Uniform(solve.Domain.Count);
        foreach (var argument in new[] { start, tolerance, limit })
        {
            classes = argument.Count == 1 ? classes : maps.Combine(classes, argument.Classes);
        }

        // The body may tell members apart that start alike: the classes are refined until it does not.
        var lanes = Lanes(classes, start, tolerance, limit);
        var body = evaluate(Tried(lanes, classes));
        while (body.Count != 1 && maps.Combine(classes, body.Classes) != classes)
        {
            classes = maps.Combine(classes, body.Classes);
            lanes = Lanes(classes, start, tolerance, limit);
            body = evaluate(Tried(lanes, classes));
        }

        for (var step = 1; Step(lanes, classes, body, step); step++)
        {
            cancellation.ThrowIfCancellationRequested();
            body = evaluate(Tried(lanes, classes));
        }

        return Results(lanes, classes);
    }

    private FixedPointLane[] Lanes(ClassMap classes, Column start, Column tolerance, Column limit)
    {
        var lanes = new FixedPointLane[classes.ClassCount];
        for (var c = 0; c < lanes.Length; c++)
        {
            var member = classes.FirstMember(c);
            lanes[c] = new(Of(start, member), Of(tolerance, member), Of(limit, member));
        }

        return lanes;
    }

    private static double Of(Column column, int member) => column.Count == 1 ? column[0] : column[member];

    private static Column Tried(FixedPointLane[] lanes, ClassMap classes)
    {
        var numbers = new double[lanes.Length];
        var clean = true;
        for (var c = 0; c < numbers.Length; c++)
        {
            numbers[c] = lanes[c].X;
            clean &= !double.IsNaN(numbers[c]);
        }

        return new(numbers, classes, clean, owned: false);
    }

    // Whether some member is still on its way.
    private bool Step(FixedPointLane[] lanes, ClassMap classes, Column body, int step)
    {
        var moving = false;
        for (var c = 0; c < lanes.Length; c++)
        {
            var tried = lanes[c].X;
            var made = Of(body, classes.FirstMember(c));
            lanes[c].Step(made, step, solve.Blame);
            moving |= !lanes[c].Resting && !lanes[c].Failed;
            if (lanes[c].Failed && !double.IsNaN(tried))
            {
                Note(classes, c, tried, made);
            }
        }

        return moving;
    }

    private void Note(ClassMap classes, int ofClass, double tried, double made)
    {
        if (_first < 0)
        {
            _first = classes.FirstMember(ofClass);
            _arguments[0] = tried;
            _arguments[1] = made;
        }

        _members += classes.Size(ofClass);
    }

    private static Column Results(FixedPointLane[] lanes, ClassMap classes)
    {
        var numbers = new double[lanes.Length];
        var clean = true;
        for (var c = 0; c < numbers.Length; c++)
        {
            numbers[c] = lanes[c].Result;
            clean &= !double.IsNaN(numbers[c]);
        }

        return new(numbers, classes, clean);
    }
}
