namespace InterconnectDsl.Runtime;

/// <summary>
/// What the first two rounds are for all places of a stream with the same upper half: there half of each counter is the same, and only two of four products are
/// not.
/// </summary>
internal readonly struct PhiloxStart
{
    /// <summary>How many rounds are done.</summary>
    public const int Rounds = 2;

    private readonly ulong upper;

    public PhiloxStart(PhiloxKey key, ulong place, ulong stream)
    {
        upper = place >> 32;
        var q = (ulong)Numerics.Philox.SecondFactor * (uint)stream;
        Fourth = (ulong)Numerics.Philox.FirstFactor * (uint)((q >> 32) ^ upper ^ key.Rounds[0]);
        First = (stream >> 32) ^ key.Rounds[1];
        Second = q ^ key.Rounds[2];
        Third = (Fourth >> 32) ^ key.Rounds[3];
    }

    /// <summary>Goes to the upper half of the first round's product.</summary>
    public ulong First { get; }

    /// <summary>Goes to the upper half of the second round's product.</summary>
    public ulong Second { get; }

    /// <summary>Goes to the lower half of the first round's product.</summary>
    public ulong Third { get; }

    /// <summary>The last word.</summary>
    public ulong Fourth { get; }

    /// <summary>Whether a later place has the same upper half.</summary>
    public bool Serves(ulong place) => place >> 32 == upper;
}
