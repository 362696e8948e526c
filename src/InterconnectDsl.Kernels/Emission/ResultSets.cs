using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>Which results each value is needed for: a kernel that is asked for some of them leaves out what only others need.</summary>
internal sealed class ResultSets
{
    private const int Word = 64;

    private readonly Dictionary<Value, ulong[]> _results = new();
    private readonly int _words;

    /// <summary>Looks at all that results need.</summary>
    public ResultSets(IReadOnlyList<Value> results)
    {
        _words = (results.Count + Word - 1) / Word;
        for (var r = 0; r < results.Count; r++)
        {
            Of(results[r])[r / Word] |= 1UL << (r % Word);
        }

        foreach (var value in Reached(results).OrderByDescending(v => v.Id))
        {
            var own = Of(value);
            foreach (var part in Sources.Parts(value))
            {
                Add(Of(part), own);
            }
        }
    }

    /// <summary>Whether the other value is computed whenever this one is: all results that need this one need it.</summary>
    public bool AreWithin(Value value, Value other)
    {
        var (these, those) = (_results[value], _results[other]);
        for (var w = 0; w < _words; w++)
        {
            if ((these[w] & ~those[w]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private ulong[] Of(Value value)
    {
        if (!_results.TryGetValue(value, out var set))
        {
            _results.Add(value, set = new ulong[_words]);
        }

        return set;
    }

    private static void Add(ulong[] to, ulong[] from)
    {
        for (var w = 0; w < to.Length; w++)
        {
            to[w] |= from[w];
        }
    }

    private static HashSet<Value> Reached(IEnumerable<Value> results)
    {
        var seen = new HashSet<Value>();
        var open = new Stack<Value>(results);
        while (open.Count > 0)
        {
            var value = open.Pop();
            if (seen.Add(value))
            {
                foreach (var part in Sources.Parts(value))
                {
                    open.Push(part);
                }
            }
        }

        return seen;
    }
}
