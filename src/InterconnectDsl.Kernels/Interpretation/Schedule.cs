using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>The values to compute for some roots, in order of number, and how often each is still to be read.</summary>
internal sealed class Schedule
{
    private readonly IReadOnlyList<Value> _roots;
    private readonly List<Value> _order = new();
    private readonly Regions _regions;
    private Dictionary<Value, int>? _reads;

    /// <summary>Plans what roots need.</summary>
    /// <param name="roots">The values asked for.</param>
    /// <param name="regions">The regions of fixed points.</param>
    /// <param name="known">Whether a value's column stands already.</param>
    /// <param name="given">Whether a value's number is given from outside, so that its arguments are not read.</param>
    public Schedule(IReadOnlyList<Value> roots, Regions regions, Func<Value, bool> known, Func<Value, bool> given)
    {
        _regions = regions;
        var seen = new HashSet<Value>();
        var open = new Stack<Value>(roots);
        while (open.Count > 0)
        {
            var value = open.Pop();
            if (!seen.Add(value) || known(value))
            {
                continue;
            }

            _order.Add(value);
            if (!given(value))
            {
                foreach (var input in regions.Inputs(value))
                {
                    open.Push(input);
                }
            }
        }

        _order.Sort((a, b) => a.Id.CompareTo(b.Id));
        _roots = roots;
    }

    /// <summary>The values, arguments before those that read them.</summary>
    public IReadOnlyList<Value> Order => _order;

    /// <summary>Notes that a value was computed, and gives those of this plan that nobody will read any more.</summary>
    public void Read(Value value, Action<Value> unread)
    {
        var reads = _reads ??= Count();
        foreach (var input in _regions.Inputs(value))
        {
            if (reads.TryGetValue(input, out var left))
            {
                reads[input] = left - 1;
                if (left == 1)
                {
                    unread(input);
                }
            }
        }
    }

    // Roots are counted once more than they are read, so that they stay.
    private Dictionary<Value, int> Count()
    {
        var counts = _order.ToDictionary(v => v, _ => 0);
        foreach (var input in _order.SelectMany(_regions.Inputs).Concat(_roots))
        {
            if (counts.TryGetValue(input, out var count))
            {
                counts[input] = count + 1;
            }
        }

        return counts;
    }
}
