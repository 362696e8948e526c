namespace InterconnectDsl.Numerics;

/// <summary>
/// The counter-based random numbers Philox4x32-10 under a seed, and the place of each draw among them: the one description that the interpreter, the vector
/// code of the runtime and their tests share. Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3",
/// SC11 (2011).
/// </summary>
internal static class Philox
{
    public const int Rounds = 10;
    public const uint FirstFactor = 0xD2511F53;
    public const uint SecondFactor = 0xCD9E8D57;

    // The golden ratio and the square root of 3, less 1, in 32 bits.
    public const uint FirstStep = 0x9E3779B9;
    public const uint SecondStep = 0xBB67AE85;

    /// <summary>Samples that share the words of a run of counters.</summary>
    public const int Unit = 64;

    /// <summary>Counters of a unit; each gives four words.</summary>
    public const int Counters = Unit / 4;

    private const double Step = 1.0 / 4294967296.0;

    /// <summary>The four words of a counter of 128 bits: the number of a place in the stream, and the stream.</summary>
    public static (uint First, uint Second, uint Third, uint Fourth) Words(ulong seed, ulong place, ulong stream)
    {
        var (a, b, c, d) = ((uint)place, (uint)(place >> 32), (uint)stream, (uint)(stream >> 32));
        var (first, second) = ((uint)seed, (uint)(seed >> 32));
        for (var round = 0; round < Rounds; round++)
        {
            var p = (ulong)FirstFactor * a;
            var q = (ulong)SecondFactor * c;
            a = (uint)(q >> 32) ^ b ^ first;
            c = (uint)(p >> 32) ^ d ^ second;
            b = (uint)q;
            d = (uint)p;
            unchecked
            {
                first += FirstStep;
                second += SecondStep;
            }
        }

        return (a, b, c, d);
    }

    /// <summary>
    /// The number of a sample, between 0 and 1: sample s takes word (s modulo 64) / 16 of place 16 (s / 64) + s modulo 16 in the stream that the key names.
    /// So a draw needs no other draw beside it, and wastes no word.
    /// </summary>
    public static double Draw(ulong seed, ulong sample, ulong key)
    {
        var words = Words(seed, (sample / Unit * Counters) + (sample % Counters), key);
        return Uniform((sample % Unit / Counters) switch { 0 => words.First, 1 => words.Second, 2 => words.Third, _ => words.Fourth });
    }

    /// <summary>(word + 1/2) / 2^32, exact: the smallest is 2^-33 and the largest 1 - 2^-33.</summary>
    public static double Uniform(uint word) => (word + 0.5) * Step;
}
