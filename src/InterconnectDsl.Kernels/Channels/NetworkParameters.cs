using System.Numerics;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Channels;

/// <summary>
/// Turns impedance, admittance and hybrid parameters into scattering parameters. All say P v + Q i = 0 of the voltages and currents at the ports; with
/// v = sqrt(z) (a + b) and i = (a - b) / sqrt(z), z the reference, the waves are b = -(P sqrt(z) - Q / sqrt(z))^-1 (P sqrt(z) + Q / sqrt(z)) a.
/// </summary>
internal static class NetworkParameters
{
    /// <summary>Scattering parameters, row by row; null where there are none at this frequency.</summary>
    /// <param name="parameter">Z, Y, or, with two ports, H or G.</param>
    /// <param name="given">The parameters given, row by row.</param>
    /// <param name="reference">The reference of each port in the unit of the parameters: ohms, or 1 where they are normalized.</param>
    public static Complex[]? ToScattering(char parameter, Complex[] given, IReadOnlyList<Complex> reference)
    {
        var size = reference.Count;
        var (p, q) = Relation(parameter, given, size);
        var left = new Complex[size * size];
        var right = new Complex[size * size];
        for (var i = 0; i < left.Length; i++)
        {
            var root = Complex.Sqrt(reference[i % size]);
            left[i] = (p[i] * root) - (q[i] / root);
            right[i] = -((p[i] * root) + (q[i] / root));
        }

        return ComplexMatrix.Solve(left, right, size) is { } s && Array.TrueForAll(s, x => Floats.IsFinite(x.Real) && Floats.IsFinite(x.Imaginary)) ? s : null;
    }

    private static (Complex[] P, Complex[] Q) Relation(char parameter, Complex[] m, int size)
    {
        var one = new Complex[size * size];
        for (var i = 0; i < size; i++)
        {
            one[(i * size) + i] = Complex.One;
        }

        return parameter switch
        {
            'Z' => (one, Array.ConvertAll(m, x => -x)),
            'Y' => (Array.ConvertAll(m, x => -x), one),

            // v1 = h11 i1 + h12 v2, i2 = h21 i1 + h22 v2
            'H' => (new[] { Complex.One, -m[1], Complex.Zero, -m[3] }, new[] { -m[0], Complex.Zero, -m[2], Complex.One }),

            // i1 = g11 v1 + g12 i2, v2 = g21 v1 + g22 i2
            'G' => (new[] { -m[0], Complex.Zero, -m[2], Complex.One }, new[] { Complex.One, -m[1], Complex.Zero, -m[3] }),
            _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "Z, Y, H or G"),
        };
    }
}
