using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>Other numbers for some values or params, on top of those of another set, and which values they change.</summary>
internal sealed class Overrides
{
    private readonly Overrides? _inherited;
    private readonly IReadOnlyDictionary<Value, double>? _values;
    private readonly IReadOnlyDictionary<ParamSymbol, double>? _params;
    private readonly IReadOnlyDictionary<Value, double[]>? _draws;
    private readonly Dependence _reached;

    /// <summary>Makes a set.</summary>
    public Overrides(
        Regions regions, Overrides? inherited, IReadOnlyDictionary<Value, double>? values, IReadOnlyDictionary<ParamSymbol, double>? parameters,
        IReadOnlyDictionary<Value, double[]>? draws = null)
    {
        _draws = draws;
        _inherited = inherited;
        _values = values;
        _params = parameters;
        _reached = new(regions.Parts, v => Own(v) is not null || draws?.ContainsKey(v) == true ? true : Find(v) is not null ? false : null);
    }

    /// <summary>The other number of a value, or null.</summary>
    public double? Find(Value value) => Own(value) ?? _inherited?.Find(value);

    /// <summary>The numbers of a Draw, or null.</summary>
    public double[]? DrawsOf(Value value) => _draws is not null && _draws.TryGetValue(value, out var draws) ? draws : _inherited?.DrawsOf(value);

    /// <summary>Whether a value has another number than without this set: it is replaced here, or depends on one that is.</summary>
    public bool Reaches(Value value) => _reached.Of(value);

    private double? Own(Value value)
    {
        if (_values is not null && _values.TryGetValue(value, out var number))
        {
            return number;
        }

        return _params is not null && value.Param is { } param && _params.TryGetValue(param, out number) ? number : null;
    }
}
