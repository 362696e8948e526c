namespace InterconnectDsl.Runtime;

/// <summary>A seed and the ten round keys that <see cref="Philox"/> makes of it.</summary>
public sealed class PhiloxKey
{
    /// <summary>The key of a seed: its lower 32 bits are the first word.</summary>
    public PhiloxKey(ulong seed)
    {
        Seed = seed;
        var (first, second) = ((uint)seed, (uint)(seed >> 32));
        for (var round = 0; round < Numerics.Philox.Rounds; round++)
        {
            Rounds[2 * round] = first;
            Rounds[(2 * round) + 1] = second;
            unchecked
            {
                first += Numerics.Philox.FirstStep;
                second += Numerics.Philox.SecondStep;
            }
        }
    }

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    // Two words for each round, each in 64 bits so that it can be broadcast.
    internal ulong[] Rounds { get; } = new ulong[2 * Numerics.Philox.Rounds];
}
