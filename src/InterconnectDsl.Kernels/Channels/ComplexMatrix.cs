using System.Numerics;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Channels;

/// <summary>Square complex matrices of a few rows, row by row in one array.</summary>
internal static class ComplexMatrix
{
    /// <summary>The X for which A X = B; null when A is singular. Elimination with row pivoting; both arrays are used up.</summary>
    public static Complex[]? Solve(Complex[] a, Complex[] b, int size)
    {
        for (var k = 0; k < size; k++)
        {
            var best = k;
            for (var i = k + 1; i < size; i++)
            {
                best = Size(a[(i * size) + k]) > Size(a[(best * size) + k]) ? i : best;
            }

            for (var j = 0; j < size; j++)
            {
                (a[(k * size) + j], a[(best * size) + j]) = (a[(best * size) + j], a[(k * size) + j]);
                (b[(k * size) + j], b[(best * size) + j]) = (b[(best * size) + j], b[(k * size) + j]);
            }

            var pivot = a[(k * size) + k];
            if (Size(pivot) == 0.0 || !Floats.IsFinite(Size(pivot)))
            {
                return null;
            }

            for (var i = 0; i < size; i++)
            {
                var factor = i == k ? Complex.Zero : a[(i * size) + k] / pivot;
                for (var j = 0; j < size && factor != Complex.Zero; j++)
                {
                    a[(i * size) + j] -= factor * a[(k * size) + j];
                    b[(i * size) + j] -= factor * b[(k * size) + j];
                }
            }
        }

        for (var i = 0; i < size * size; i++)
        {
            b[i] /= a[((i / size) * size) + (i / size)];
        }

        return b;
    }

    /// <summary>
    /// The largest singular value: columns are turned against each other until all stand at right angles; the longest then has that length. (The one-sided
    /// Jacobi method, M. R. Hestenes, J. SIAM 6 (1958), for complex columns.) The array is used up.
    /// </summary>
    public static double LargestSingularValue(Complex[] a, int size)
    {
        const int Sweeps = 30;
        var isTurned = true;
        for (var sweep = 0; sweep < Sweeps && isTurned; sweep++)
        {
            isTurned = false;
            for (var p = 0; p < size; p++)
            {
                for (var q = p + 1; q < size; q++)
                {
                    isTurned |= Turn(a, size, p, q);
                }
            }
        }

        var largest = 0.0;
        for (var j = 0; j < size; j++)
        {
            largest = Math.Max(largest, Product(a, size, j, j).Real);
        }

        return Math.Sqrt(largest);
    }

    private static bool Turn(Complex[] a, int size, int p, int q)
    {
        var (x, y, cross) = (Product(a, size, p, p).Real, Product(a, size, q, q).Real, Product(a, size, p, q));
        var length = Size(cross);
        if (length <= 1e-15 * Math.Sqrt(x * y) || length == 0.0)
        {
            return false;
        }

        // The second column first takes the phase that makes the product real; then a plain rotation ends it.
        var phase = Complex.Conjugate(cross) / length;
        var zeta = (y - x) / (2 * length);
        var tangent = (zeta < 0 ? -1 : 1) / (Math.Abs(zeta) + Math.Sqrt(1 + (zeta * zeta)));
        var cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
        var sine = cosine * tangent;
        for (var i = 0; i < size; i++)
        {
            var (u, v) = (a[(i * size) + p], a[(i * size) + q] * phase);
            a[(i * size) + p] = (cosine * u) - (sine * v);
            a[(i * size) + q] = (sine * u) + (cosine * v);
        }

        return true;
    }

    private static Complex Product(Complex[] a, int size, int p, int q)
    {
        var sum = Complex.Zero;
        for (var i = 0; i < size; i++)
        {
            sum += Complex.Conjugate(a[(i * size) + p]) * a[(i * size) + q];
        }

        return sum;
    }

    // Without the library's own Abs, which differs between runtimes in the last place.
    private static double Size(Complex z) => Power.Hypot(z.Real, z.Imaginary);
}
