using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>
/// Which members of a value have the same number whatever the inputs are: members are alike whose data are equal and who read alike members through their
/// maps and lists. Numbers that depend on an input play no part.
/// </summary>
internal sealed class StructuralClasses(Interpreter interpreter, Needed needed)
{
    private readonly ClassMaps _maps = interpreter.Maps;
    private readonly Dictionary<Value, ClassMap> _known = new();

    /// <summary>The classes of a value.</summary>
    public ClassMap Of(Value value)
    {
        value = needed.Resolve(value);
        if (!_known.TryGetValue(value, out var classes))
        {
            _known[value] = classes = Find(value);
        }

        return classes;
    }

    /// <summary>For each class of a map the class of a value's own that it reads; null where they agree.</summary>
    public int[]? Index(ClassMap classes, Value value)
    {
        var own = Of(value);
        return own.ClassCount == classes.ClassCount && (own == classes || own.ClassCount == 1) ? null
            : own.IsUniform ? new int[classes.ClassCount]
            : _maps.Index(classes, own);
    }

    /// <summary>How a value read through a map comes from the classes of its sources.</summary>
    public Read Read(Value gather) => interpreter.Reads.Plan(Array.ConvertAll(gather.Arguments, Of), gather.Map!);

    /// <summary>Finds the classes of everything in a fixed point; the body may tell members apart that start alike.</summary>
    public void Settle(Value solve)
    {
        var classes = _maps.Uniform(solve.Domain.Count);
        foreach (var argument in solve.Arguments.Where(a => a.Domain.Count != 1))
        {
            classes = _maps.Combine(classes, Of(argument));
        }

        while (true)
        {
            _known[solve.Unknown!] = classes;
            foreach (var value in needed.Inside(solve))
            {
                Set(value);
            }

            var body = Of(solve.Region!);
            var refined = body.Count == 1 ? classes : _maps.Combine(classes, body);
            if (refined == classes)
            {
                break;
            }

            classes = refined;
        }

        _known[solve] = classes;
    }

    private void Set(Value value)
    {
        if (value.Op == OpCode.Solve)
        {
            Settle(value);
        }
        else
        {
            _known[value] = Find(value);
        }
    }

    private ClassMap Find(Value value)
    {
        if (value.Op == OpCode.Draw)
        {
            return _maps.Identity(value.Domain.Count);
        }

        if (needed.InputOf(value) is not null)
        {
            return _maps.Uniform(value.Domain.Count);
        }

        if (needed.IsConstant(value))
        {
            return interpreter.Obtain(value).Classes;
        }

        switch (value.Op)
        {
            case OpCode.Gather:
                return Read(value).Classes;
            case >= OpCode.Sum and <= OpCode.All:
                return _maps.Owners(value.Shape!, Of(value.Arguments[0]));
            case OpCode.Solve:
                Settle(value);
                return _known[value];
            default:
                return value.Arguments.Where(a => a.Domain.Count != 1)
                    .Aggregate(_maps.Uniform(value.Domain.Count), (classes, a) => _maps.Combine(classes, Of(a)));
        }
    }
}
