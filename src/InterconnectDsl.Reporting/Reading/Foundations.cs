using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Reporting.Reading;

/// <summary>The constants that values rest on, by walking the IR down from them.</summary>
internal sealed class Foundations(ElaboratedDesign design)
{
    private readonly Dictionary<Value, Confidence?> _lowest = new();

    /// <summary>The lowest confidence among the constants a value rests on: U below C below B below A. Null when none states one.</summary>
    public Confidence? Lowest(Value value)
    {
        if (_lowest.TryGetValue(value, out var known))
        {
            return known;
        }

        foreach (var below in Below(value))
        {
            known = Lower(known, below.Origin?.Confidence);
        }

        return _lowest[value] = known;
    }

    /// <summary>
    /// What the library says and no file of the user's does, among all that values rest on: constants, and formulas with a source of their own. Each once.
    /// </summary>
    public IReadOnlyList<Value> Defaults(IEnumerable<Value> values)
    {
        var seen = new HashSet<Value>();
        var places = new HashSet<(SourceSpan, Symbol)>();
        var defaults = new List<Value>();
        foreach (var value in values.SelectMany(v => Below(v, seen)))
        {
            // A parameter of a part has no symbol here: what it is was said where the part is used.
            if (value.Origin is { Written: false, Symbol: { } symbol } origin && IsConstant(value, origin) && places.Add((origin.Location, symbol)))
            {
                defaults.Add(value);
            }
        }

        return defaults;
    }

    /// <summary>The number of a constant, of its first member.</summary>
    public double NumberOf(Value value) => design.Interpreter.Evaluate(value) is { Count: > 0 } column ? column[0] : double.NaN;

    private static bool IsConstant(Value value, Origin origin) =>
        value.Op is OpCode.Named or OpCode.Constant or OpCode.Input && (origin.Source is not null || origin.Confidence is not null || !RestsOnNames(value));

    /// <summary>Whether some value with a name of its own, or data of the design's structure, lies below.</summary>
    private static bool RestsOnNames(Value value)
    {
        var open = new Stack<Value>(value.Arguments);
        while (open.Count > 0)
        {
            var at = open.Pop();
            if (at.Origin is not null || at.Op is OpCode.Data or OpCode.Input or OpCode.Unknown || at.Shape is not null || at.Map is not null)
            {
                return true;
            }

            foreach (var argument in at.Arguments)
            {
                open.Push(argument);
            }
        }

        return false;
    }

    private static IEnumerable<Value> Below(Value value, HashSet<Value>? seen = null)
    {
        seen ??= new();
        var open = new Stack<Value>();
        open.Push(value);
        while (open.Count > 0)
        {
            var at = open.Pop();
            if (!seen.Add(at))
            {
                continue;
            }

            yield return at;
            foreach (var argument in at.Arguments)
            {
                open.Push(argument);
            }

            if (at.Region is { } region)
            {
                open.Push(region);
            }
        }
    }

    private static Confidence? Lower(Confidence? a, Confidence? b) => a is null ? b : b is null ? a : (Confidence)Math.Max((int)a, (int)b);
}
