using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace InterconnectDsl.Runtime;

/// <summary>
/// The sums of up to <see cref="Length"/> consecutive samples, in eight virtual lanes: sample i belongs to lane i modulo 8, however many lanes the processor
/// has. Sums are taken of the distances from the first number, which is as close to the mean as any other, so that the variance keeps its digits.
/// </summary>
internal sealed class MomentBlock
{
    /// <summary>How many samples make a block.</summary>
    public const int Length = 4096;

    private const int Lanes = 8;
    private const int Sums = 0;
    private const int Squares = Lanes;
    private const int Minima = 2 * Lanes;
    private const int Maxima = 3 * Lanes;

    private readonly double[] state = new double[4 * Lanes];
    private double origin = double.NaN;
    private long missing;

    /// <summary>One without samples.</summary>
    public MomentBlock()
    {
        state.AsSpan(Minima, Lanes).Fill(double.PositiveInfinity);
        state.AsSpan(Maxima, Lanes).Fill(double.NegativeInfinity);
    }

    /// <summary>One with the samples of another.</summary>
    public MomentBlock(MomentBlock other)
    {
        other.state.CopyTo(state, 0);
        (origin, missing, Filled) = (other.origin, other.missing, other.Filled);
    }

    /// <summary>How many samples have been added.</summary>
    public int Filled { get; private set; }

    /// <summary>Adds samples; the block must have room for them.</summary>
    public void Add(ReadOnlySpan<double> samples)
    {
        switch (LaneWidth.Best)
        {
            case 8:
                Add<Lanes8>(samples);
                break;
            case 4:
                Add<Lanes4>(samples);
                break;
            case 2:
                Add<Lanes2>(samples);
                break;
            default:
                Add<Lanes1>(samples);
                break;
        }
    }

    /// <summary>The same with lanes of this kind.</summary>
    public void Add<T>(ReadOnlySpan<double> samples)
        where T : struct, ILanes<T>
    {
        if (double.IsNaN(origin))
        {
            origin = FirstNumber(samples);
        }

        var before = Math.Min(samples.Length, (Lanes - (Filled % Lanes)) % Lanes);
        AddSome(samples[..before]);
        samples = samples[before..];
        var whole = samples.Length & -Lanes;
        if (whole > 0 && !double.IsNaN(origin))
        {
            for (var lane = 0; lane < Lanes; lane += T.Count)
            {
                AddLanes<T>(samples[..whole], lane);
            }
        }
        else
        {
            missing += whole;
        }

        Filled += whole;
        AddSome(samples[whole..]);
    }

    /// <summary>What all lanes have together, in their order.</summary>
    public Moment Total()
    {
        var count = Filled - missing;
        if (count == 0)
        {
            return Moment.None;
        }

        var (sum, squares) = (state[Sums], state[Squares]);
        var (minimum, maximum) = (state[Minima], state[Maxima]);
        for (var lane = 1; lane < Lanes; lane++)
        {
            sum += state[Sums + lane];
            squares += state[Squares + lane];
            minimum = state[Minima + lane] < minimum ? state[Minima + lane] : minimum;
            maximum = state[Maxima + lane] > maximum ? state[Maxima + lane] : maximum;
        }

        var spread = squares - (sum * sum / count);
        return new(count, origin + (sum / count), spread < 0.0 ? 0.0 : spread, minimum, maximum);
    }

    private static double FirstNumber(ReadOnlySpan<double> samples)
    {
        foreach (var sample in samples)
        {
            if (double.IsFinite(sample))
            {
                return sample;
            }
        }

        // An infinite sample makes mean and variance NaN, but the extremes stand.
        return samples.ContainsAnyExcept(double.NaN) ? 0.0 : double.NaN;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddLanes<T>(ReadOnlySpan<double> samples, int lane)
        where T : struct, ILanes<T>
    {
        ref var first = ref MemoryMarshal.GetReference(samples);
        ref var kept = ref state[lane];
        var middle = T.Of(origin);
        var (sum, squares) = (T.Load(in kept, Sums), T.Load(in kept, Squares));
        var (minimum, maximum) = (T.Load(in kept, Minima), T.Load(in kept, Maxima));
        long numbers = 0;
        for (nint i = lane; i < samples.Length; i += Lanes)
        {
            var x = T.Load(in first, i);
            var there = T.Equal(x, x);
            var distance = (x - middle) & there;
            sum += distance;
            squares = T.MultiplyAdd(distance, distance, squares);
            minimum = T.Minimum(minimum, x);
            maximum = T.Maximum(maximum, x);
            numbers += T.CountOf(there);
        }

        T.Store(sum, ref kept, Sums);
        T.Store(squares, ref kept, Squares);
        T.Store(minimum, ref kept, Minima);
        T.Store(maximum, ref kept, Maxima);
        missing += (samples.Length / Lanes * T.Count) - numbers;
    }

    // Samples of some lanes, the next ones.
    private void AddSome(ReadOnlySpan<double> samples)
    {
        foreach (var x in samples)
        {
            var lane = Filled++ % Lanes;
            if (double.IsNaN(x))
            {
                missing++;
                continue;
            }

            var distance = x - origin;
            state[Sums + lane] += distance;
            state[Squares + lane] = Math.FusedMultiplyAdd(distance, distance, state[Squares + lane]);
            state[Minima + lane] = x < state[Minima + lane] ? x : state[Minima + lane];
            state[Maxima + lane] = x > state[Maxima + lane] ? x : state[Maxima + lane];
        }
    }
}
