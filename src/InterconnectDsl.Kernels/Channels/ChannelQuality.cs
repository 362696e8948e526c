using System.Numerics;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Channels;

/// <summary>Whether a network could be one of copper and plastic.</summary>
public static class ChannelQuality
{
    /// <summary>How far above 1 a gain is taken for rounding of the digits in a file.</summary>
    public const double PassivityAllowance = 1e-6;

    /// <summary>
    /// The largest power gain the network has for any waves that enter it, as the largest singular value of S, and the frequency where. A passive network
    /// has 1 at most.
    /// </summary>
    public static (double Gain, double Frequency) LargestGain(TouchstoneFile file)
    {
        var (gain, frequency) = (0.0, file.Frequencies[0]);
        for (var point = 0; point < file.Frequencies.Length; point++)
        {
            var s = file.Matrix(point);
            if (Bound(s, file.Ports) <= gain)
            {
                continue;
            }

            var here = ComplexMatrix.LargestSingularValue(s, file.Ports);
            (gain, frequency) = here > gain ? (here, file.Frequencies[point]) : (gain, frequency);
        }

        return (gain, frequency);
    }

    /// <summary>
    /// The share of clockwise turning in the path the through wave takes in the complex plane, from 0 to 1. What comes later turns clockwise with rising
    /// frequency; turning the other way is an answer before its question, or a path between points that lie too far apart. Null with fewer than 16 points.
    /// Source: the causality measure of IEEE 370-2020, which calls 80 % good and below 50 % inconclusive.
    /// </summary>
    public static double? ClockwiseShare(TouchstoneFile file, DifferentialPair pair)
    {
        if (file.Frequencies.Length < 16)
        {
            return null;
        }

        var (clockwise, all) = (0.0, 0.0);
        var step = pair.Through(1) - pair.Through(0);
        for (var point = 2; point < file.Frequencies.Length; point++)
        {
            var next = pair.Through(point) - pair.Through(point - 1);
            var turn = (next.Real * step.Imaginary) - (next.Imaginary * step.Real);
            clockwise += Math.Max(turn, 0.0);
            all += Math.Abs(turn);
            step = next;
        }

        return all == 0.0 ? 1.0 : clockwise / all;
    }

    // The root of the largest row sum times the largest column sum is no less than the largest singular value.
    private static double Bound(Complex[] s, int size)
    {
        var (rows, columns) = (new double[size], new double[size]);
        for (var i = 0; i < s.Length; i++)
        {
            var length = Power.Hypot(s[i].Real, s[i].Imaginary);
            rows[i / size] += length;
            columns[i % size] += length;
        }

        return Math.Sqrt(rows.Max() * columns.Max());
    }
}
