namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>Numbers keys from 0 in the order in which they are first met.</summary>
internal sealed class ClassNumbers
{
    private const int LargestTable = 1 << 20;

    private readonly int[]? _table;
    private readonly Dictionary<long, int>? _known;

    /// <summary>Prepares for keys from 0 to below a limit.</summary>
    public ClassNumbers(long limit)
    {
        if (limit <= LargestTable)
        {
            _table = new int[limit];
        }
        else
        {
            _known = new();
        }
    }

    /// <summary>How many keys were met.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a key.</summary>
    public int Of(long key)
    {
        if (_table is not null)
        {
            if (_table[key] == 0)
            {
                _table[key] = ++Count;
            }

            return _table[key] - 1;
        }

        if (!_known!.TryGetValue(key, out var number))
        {
            _known.Add(key, number = Count++);
        }

        return number;
    }
}
