using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Elaboration;

/// <summary>Values with everything that is behind them.</summary>
internal sealed class Reach
{
    private readonly HashSet<Value> _values = new();

    /// <summary>Whether a value is one of those, or behind one.</summary>
    public bool Contains(Value value) => _values.Contains(value);

    /// <summary>Some values and all they are computed from.</summary>
    public static Reach Behind(IEnumerable<Value> values)
    {
        var reach = new Reach();
        var open = new Stack<Value>(values);
        while (open.Count > 0)
        {
            var value = open.Pop();
            if (!reach._values.Add(value))
            {
                continue;
            }

            foreach (var argument in value.Arguments)
            {
                open.Push(argument);
            }

            if (value.Region is { } region)
            {
                open.Push(region);
            }
        }

        return reach;
    }
}
