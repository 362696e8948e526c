using System.Numerics;

namespace InterconnectDsl.Kernels.Channels;

/// <summary>
/// What a Touchstone file says of a network: its scattering parameters at rising frequencies. Other parameters (Z, Y, G, H) are turned into scattering
/// parameters when the file is read. Immutable.
/// </summary>
public sealed class TouchstoneFile
{
    private readonly double[] _real;
    private readonly double[] _imaginary;

    internal TouchstoneFile(int ports, double[] frequencies, double[] real, double[] imaginary, IReadOnlyList<Complex> reference, IReadOnlyList<string> modes)
    {
        Ports = ports;
        Frequencies = frequencies;
        _real = real;
        _imaginary = imaginary;
        Reference = reference;
        Modes = modes;
    }

    /// <summary>Number of ports.</summary>
    public int Ports { get; }

    /// <summary>The frequencies in Hz, rising, at least one.</summary>
    public double[] Frequencies { get; }

    /// <summary>The impedance each port is referred to, in ohms; where it differs by frequency, that at the first.</summary>
    public IReadOnlyList<Complex> Reference { get; }

    /// <summary>For each port its mode as <c>[Mixed-Mode Order]</c> writes it, <c>D1,2</c> or <c>C1,2</c> or <c>S3</c>; none where the ports are single-ended.</summary>
    public IReadOnlyList<string> Modes { get; }

    /// <summary>The wave that leaves a port for one that enters another; ports count from 0.</summary>
    /// <param name="point">The number of the frequency, from 0.</param>
    /// <param name="leaving">The port it leaves.</param>
    /// <param name="entering">The port it enters.</param>
    public Complex S(int point, int leaving, int entering)
    {
        var at = (((point * Ports) + leaving) * Ports) + entering;
        return new(_real[at], _imaginary[at]);
    }

    /// <summary>All parameters at one frequency, row by row.</summary>
    internal Complex[] Matrix(int point)
    {
        var matrix = new Complex[Ports * Ports];
        for (var i = 0; i < matrix.Length; i++)
        {
            matrix[i] = new(_real[(point * matrix.Length) + i], _imaginary[(point * matrix.Length) + i]);
        }

        return matrix;
    }
}
