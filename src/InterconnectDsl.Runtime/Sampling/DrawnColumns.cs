namespace InterconnectDsl.Runtime;

/// <summary>
/// Columns of a kernel that take numbers evenly spread between 0 and 1, another one for each sample: one column for each thing that draws. Each has a stream
/// of its own, whose key is made of a hash and of the thing's indices: the innermost times 1, the next times 2^20, then 2^40.
/// </summary>
/// <param name="First">The first column.</param>
/// <param name="Hash">The hash of what is drawn, plus what the first indices add.</param>
/// <param name="Counts">The sizes of the arrays, the outermost first; the innermost index runs fastest.</param>
public sealed record DrawnColumns(int First, ulong Hash, params int[] Counts)
{
    /// <summary>Whether they take normal numbers, of mean 0 and deviation 1, in the place of those between 0 and 1 whose quantiles they are.</summary>
    public bool IsNormal { get; init; }

    /// <summary>The number of columns.</summary>
    public int Count => Counts.Aggregate(1, (all, own) => all * own);

    /// <summary>The key of the stream of a column.</summary>
    /// <param name="member">The number of the column, from 0.</param>
    public ulong KeyOf(int member)
    {
        var (key, left) = (Hash, member);
        for (var level = 0; level < Counts.Length; level++)
        {
            var own = Counts[^(level + 1)];
            key = unchecked(key + ((ulong)(left % own) << (20 * level)));
            left /= own;
        }

        return key;
    }
}
