using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>Other numbers for some values or params, and which values depend on them.</summary>
internal sealed class Overrides(Regions regions, IReadOnlyDictionary<Value, double>? values, IReadOnlyDictionary<ParamSymbol, double>? parameters)
{
    /// <summary>No other numbers.</summary>
    public static readonly Overrides None = new(new(), null, null);

    private readonly Dictionary<Value, bool> _reached = new();

    /// <summary>Whether a value has another number.</summary>
    public bool Has(Value value) => Find(value) is not null;

    /// <summary>The other number of a value, or null.</summary>
    public double? Find(Value value)
    {
        if (values is not null && values.TryGetValue(value, out var number))
        {
            return number;
        }

        return parameters is not null && value.Param is { } param && parameters.TryGetValue(param, out number) ? number : null;
    }

    /// <summary>Whether a value has another number or depends on one that does.</summary>
    public bool Reaches(Value value)
    {
        if (_reached.TryGetValue(value, out var known))
        {
            return known;
        }

        // Arguments first, on a stack of our own: chains are long.
        var open = new Stack<Value>();
        open.Push(value);
        while (open.Count > 0)
        {
            var next = open.Peek();
            if (_reached.ContainsKey(next) || Settle(next, open))
            {
                open.Pop();
            }
        }

        return _reached[value];
    }

    private bool Settle(Value value, Stack<Value> open)
    {
        var reached = Has(value);
        var settled = true;
        foreach (var input in regions.Inputs(value))
        {
            if (!_reached.TryGetValue(input, out var inputReached))
            {
                open.Push(input);
                settled = false;
            }

            reached |= inputReached;
        }

        if (settled)
        {
            _reached.Add(value, reached);
        }

        return settled;
    }
}
