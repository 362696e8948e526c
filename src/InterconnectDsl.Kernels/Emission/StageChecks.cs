using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>
/// Which values of a stage are checked for what is not finite. A point at which one check fails is computed anew with all of its stage, carefully: so a value
/// needs no check where that of another shows its failure, and none where it fails only if something fails that is checked.
/// </summary>
internal sealed class StageChecks
{
    private const double Negligible = 1e290; // less than half the distance of the largest double to its neighbour: adding it overflows nothing

    private readonly BodyPlanner _planner;
    private readonly HashSet<Value> _own;
    private readonly HashSet<Value> _checked = new();
    private readonly HashSet<Value> _covered = new();
    private readonly Dictionary<Value, bool> _safe = new();
    private readonly ILookup<Value, Value> _hiders;

    /// <summary>Decides for the values of a stage, which are in order and outside of fixed points.</summary>
    public StageChecks(BodyPlanner planner, IReadOnlyList<Value> values)
    {
        _planner = planner;
        _own = new(values);
        _hiders = values.SelectMany(v => HiddenBy(v, planner).Select(hidden => (hidden, v))).ToLookup(h => h.hidden, h => h.v);

        // The last of what an operation hides shows the failure of most before it.
        foreach (var value in _hiders.Select(h => h.Key).OrderByDescending(v => v.Id).ToList())
        {
            Require(value);
        }

        foreach (var value in values.Where(v => planner.Uses.LeavesStage(v) && Computes(v)))
        {
            Require(value);
        }
    }

    /// <summary>Whether the stage checks a value: where it is computed, or where it is read if another stage computes it.</summary>
    public bool Has(Value value) => _checked.Contains(value);

    /// <summary>Whether the stage computes a value.</summary>
    public bool Computes(Value value) => _own.Contains(value) && value.Op != OpCode.Solve;

    /// <summary>The arguments whose failure an operation may hide.</summary>
    public static IEnumerable<Value> HiddenBy(Value value, BodyPlanner planner) =>
        value.Op == OpCode.Gather ? Array.Empty<Value>()
            : Enumerable.Range(0, value.Arguments.Length).Where(i => Hides(value, i, planner)).Select(i => planner.Resolve(value.Arguments[i]));

    // What is absent would hide what failed, but for the operations that choose.
    private static bool Hides(Value value, int argument, BodyPlanner planner) =>
        !Facts.Shows(value.Op, argument)
        || (value.Op is not (OpCode.Select or OpCode.Otherwise) && value.Arguments.Where((_, other) => other != argument).Any(planner.MayBeAbsent));

    private void Require(Value value)
    {
        if (IsSafe(value))
        {
            return;
        }

        var behind = CheckedBefore(value);
        if (behind.Count > 0)
        {
            behind.ForEach(Require);
            return;
        }

        // What another stage computes is checked where it is hidden.
        _checked.Add(value);
        foreach (var place in Computes(value) ? new[] { value } : _hiders[value])
        {
            Cover(value, place);
        }

        _safe.Clear();
    }

    // What is to be checked in the place of a value that fails only if something before it does: one argument, or such as are checked anyway.
    private List<Value> CheckedBefore(Value value)
    {
        if (!Computes(value) || IsList(value) || value.Op is OpCode.Select or OpCode.Otherwise || !StaysFinite(value))
        {
            return new();
        }

        var open = value.Arguments.Select(_planner.Resolve).Where(a => !IsSafe(a)).Distinct().ToList();
        return open.All(Computes) && (open.Count == 1 || open.All(_hiders.Contains)) ? open : new();
    }

    // A failure of the value is flagged, whatever results are asked for; so is one of its arguments that the value shows.
    private void Cover(Value value, Value place)
    {
        if (!_planner.Uses.Results.AreWithin(value, place) || !_covered.Add(value) || !Computes(value) || value.Domain.Count == 0 || IsList(value) || value.Op is OpCode.Select or OpCode.Otherwise)
        {
            return;
        }

        for (var i = 0; i < value.Arguments.Length; i++)
        {
            if (!Hides(value, i, _planner))
            {
                Cover(_planner.Resolve(value.Arguments[i]), place);
            }
        }
    }

    // Whether the value is finite wherever no check fails.
    private bool IsSafe(Value value)
    {
        value = _planner.Resolve(value);
        if (_covered.Contains(value) || !_planner.MayFail(value))
        {
            return true;
        }

        if (!_safe.TryGetValue(value, out var safe))
        {
            _safe.Add(value, safe = Computes(value) && StaysFinite(value) && Array.TrueForAll(value.Arguments, IsSafe));
        }

        return safe;
    }

    private bool StaysFinite(Value value) => Facts.StaysFinite(value.Op) || value.Op switch
    {
        OpCode.Multiply => IsWithin(value.Arguments[0], 1.0) || IsWithin(value.Arguments[1], 1.0),
        OpCode.Add or OpCode.Subtract => IsWithin(value.Arguments[0], Negligible) || IsWithin(value.Arguments[1], Negligible),
        OpCode.MultiplyAdd or OpCode.NegatedMultiplyAdd =>
            (IsWithin(value.Arguments[0], 1.0) || IsWithin(value.Arguments[1], 1.0)) && IsWithin(value.Arguments[2], Negligible),
        _ => false,
    };

    private bool IsWithin(Value value, double bound) => _planner.LargestOf(value) <= bound;

    private static bool IsList(Value value) => value.Op is OpCode.Gather or (>= OpCode.Sum and <= OpCode.All);
}
