using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>Whether values depend on certain others, asked of many values and remembered. Long chains are walked on a stack of our own.</summary>
/// <param name="inputs">What a value depends on directly.</param>
/// <param name="decide">Whether a value is one of those others; null leaves it to what it depends on.</param>
internal sealed class Dependence(Func<Value, IEnumerable<Value>> inputs, Func<Value, bool?> decide)
{
    private readonly Dictionary<Value, bool> _known = new();

    /// <summary>Whether a value is one of those others or depends on one.</summary>
    public bool Of(Value value)
    {
        if (_known.TryGetValue(value, out var known))
        {
            return known;
        }

        var open = new Stack<Value>();
        open.Push(value);
        while (open.Count > 0)
        {
            var next = open.Peek();
            if (_known.ContainsKey(next) || Settle(next, open))
            {
                open.Pop();
            }
        }

        return _known[value];
    }

    private bool Settle(Value value, Stack<Value> open)
    {
        var decided = decide(value);
        var depends = decided ?? false;
        var settled = true;
        foreach (var input in decided is null ? inputs(value) : Array.Empty<Value>())
        {
            if (!_known.TryGetValue(input, out var known))
            {
                open.Push(input);
                settled = false;
            }

            depends |= known;
        }

        if (settled)
        {
            _known.Add(value, depends);
        }

        return settled;
    }
}
