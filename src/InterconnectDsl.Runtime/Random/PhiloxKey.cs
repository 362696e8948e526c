namespace InterconnectDsl.Runtime;

/// <summary>A seed and the ten round keys that <see cref="Philox"/> makes of it.</summary>
public sealed class PhiloxKey
{
    private const uint FirstStep = 0x9E3779B9; // the golden ratio and the square root of 3, less 1, in 32 bits
    private const uint SecondStep = 0xBB67AE85;

    /// <summary>The key of a seed: its lower 32 bits are the first word.</summary>
    public PhiloxKey(ulong seed)
    {
        Seed = seed;
        var (first, second) = ((uint)seed, (uint)(seed >> 32));
        for (var round = 0; round < Philox.Rounds; round++)
        {
            Rounds[2 * round] = first;
            Rounds[(2 * round) + 1] = second;
            unchecked
            {
                first += FirstStep;
                second += SecondStep;
            }
        }
    }

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    // Two words for each round, each in 64 bits so that it can be broadcast.
    internal ulong[] Rounds { get; } = new ulong[2 * Philox.Rounds];
}
