using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Ir;

/// <summary>
/// The streams that the members of a Draw take their numbers from. A stream's key is made of the name of what is drawn and of nothing else, so no other draw
/// moves it: of a param its module and name, of an attribute the path of the thing without its indices, a dot and the attribute (<c>sw.oe.optical_loss</c>).
/// To the hash of that name the indices are added, the innermost times 1, the next times 2^20, then 2^40. A mirrored copy takes the complement of the hash.
/// </summary>
/// <param name="Name">What is drawn, for readers.</param>
/// <param name="Runs">Members that were declared together, in order.</param>
/// <param name="IsShared">Whether all things share the draw, as they do that of a param.</param>
public sealed record DrawKeys(string Name, IReadOnlyList<DrawRun> Runs, bool IsShared)
{
    /// <summary>Whether the numbers are normal ones, of mean 0 and deviation 1, in the place of those between 0 and 1 whose quantiles they are.</summary>
    public bool IsNormal { get; init; }

    /// <summary>The numbers of the members at a sample, by Philox4x32-10.</summary>
    /// <param name="seed">The seed of the study.</param>
    /// <param name="sample">The number of the sample.</param>
    public double[] At(ulong seed, ulong sample)
    {
        var shares = All().Select(key => Philox.Draw(seed, sample, key));
        return (IsNormal ? shares.Select(NormalDistribution.Inverse) : shares).ToArray();
    }

    /// <summary>The keys of a param or a constant.</summary>
    public static DrawKeys Shared(string name) => new(name, new[] { new DrawRun(HashOf(name), 0, new[] { 1 }) }, true);

    /// <summary>The keys of the mirrored copies.</summary>
    public DrawKeys Far() => this with { Name = "far " + Name, Runs = Runs.Select(r => r with { Hash = ~r.Hash }).ToList() };

    /// <summary>The key of each member.</summary>
    public IEnumerable<ulong> All() => Runs.SelectMany(r => r.Keys());

    /// <summary>FNV-1a over the characters (Fowler, Noll, Vo), then the finalizer of MurmurHash3 (Appleby) to spread close names.</summary>
    public static ulong HashOf(string name)
    {
        unchecked
        {
            var hash = 0xCBF29CE484222325UL;
            foreach (var c in name)
            {
                hash = (hash ^ c) * 0x100000001B3UL;
            }

            hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL;
            hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53UL;
            return hash ^ (hash >> 33);
        }
    }
}

/// <summary>The keys of members that were declared together.</summary>
/// <param name="Hash">The hash of their name.</param>
/// <param name="First">What the first indices of the arrays add to it.</param>
/// <param name="Counts">The sizes of the arrays they stand in, the outermost first; the innermost index runs fastest.</param>
public sealed record DrawRun(ulong Hash, ulong First, IReadOnlyList<int> Counts)
{
    private const int Level = 20;

    /// <summary>The key of each member, in order.</summary>
    public IEnumerable<ulong> Keys()
    {
        var count = Counts.Aggregate(1, (all, own) => all * own);
        for (var member = 0; member < count; member++)
        {
            var (key, left) = (unchecked(Hash + First), member);
            for (var level = Counts.Count - 1; level >= 0; level--)
            {
                key = unchecked(key + ((ulong)(left % Counts[level]) << (Level * (Counts.Count - 1 - level))));
                left /= Counts[level];
            }

            yield return key;
        }
    }

    /// <summary>What first indices add, the outermost first.</summary>
    public static ulong Offset(IReadOnlyList<int> first)
    {
        var offset = 0UL;
        for (var level = 0; level < first.Count; level++)
        {
            offset = unchecked(offset + ((ulong)first[level] << (Level * (first.Count - 1 - level))));
        }

        return offset;
    }
}
