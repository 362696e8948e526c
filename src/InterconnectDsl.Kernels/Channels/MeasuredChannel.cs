using System.Numerics;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Channels;

/// <summary>
/// Loss, reflection and delay of a differential pair over frequency. Between two points of the file, each is read off the straight line between them: loss
/// and reflection in dB, delay in seconds.
/// </summary>
public sealed class MeasuredChannel
{
    /// <summary>The deepest that is told apart from nothing, 300 dB.</summary>
    private const double Least = 1e-15;

    private MeasuredChannel(Curve insertionLoss, Curve returnLoss, Curve groupDelay)
    {
        InsertionLoss = insertionLoss;
        ReturnLoss = returnLoss;
        GroupDelay = groupDelay;
    }

    /// <summary>-20 log10 |SDD21|, in dB over Hz.</summary>
    public Curve InsertionLoss { get; }

    /// <summary>-20 log10 of the larger of |SDD11| and |SDD22|, in dB over Hz: that of the worse end.</summary>
    public Curve ReturnLoss { get; }

    /// <summary>
    /// How fast the phase of SDD21 falls with the angular frequency, in seconds over Hz. From point to point the phase is taken to turn by less than half a
    /// turn, so points must lie closer together than half of one over the delay.
    /// </summary>
    public Curve GroupDelay { get; }

    /// <summary>The curves of a pair that is known at two frequencies or more.</summary>
    /// <param name="name">Of what, for messages.</param>
    /// <param name="frequencies">The frequencies in Hz.</param>
    /// <param name="pair">The pair.</param>
    public static MeasuredChannel Of(string name, double[] frequencies, DifferentialPair pair)
    {
        var (loss, reflection) = (new double[frequencies.Length], new double[frequencies.Length]);
        for (var point = 0; point < frequencies.Length; point++)
        {
            loss[point] = Decibels(Size(pair.Through(point)));
            reflection[point] = Decibels(Math.Max(Size(pair.NearReflection(point)), Size(pair.FarReflection(point))));
        }

        return new(new(name, frequencies, loss), new(name, frequencies, reflection), new(name, frequencies, Delay(frequencies, pair)));
    }

    // At a point, the mean of the slopes to its neighbours.
    private static double[] Delay(double[] frequencies, DifferentialPair pair)
    {
        var slopes = new double[frequencies.Length - 1];
        for (var i = 0; i < slopes.Length; i++)
        {
            var turn = pair.Through(i + 1) * Complex.Conjugate(pair.Through(i));
            slopes[i] = -ArcTangent.Atan2(turn.Imaginary, turn.Real) / (2 * Math.PI * (frequencies[i + 1] - frequencies[i]));
        }

        var delay = new double[frequencies.Length];
        for (var i = 0; i < delay.Length; i++)
        {
            delay[i] = (slopes[Math.Max(i - 1, 0)] + slopes[Math.Min(i, slopes.Length - 1)]) / 2;
        }

        return delay;
    }

    private static double Size(Complex wave) => Power.Hypot(wave.Real, wave.Imaginary);

    private static double Decibels(double size) => -2 * Logarithm.ToDecibel(Math.Max(size, Least));
}
