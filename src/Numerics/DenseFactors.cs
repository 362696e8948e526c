namespace InterconnectDsl.Numerics;

/// <summary>
/// A square matrix of up to 512 rows as P A = L U, by Gaussian elimination with row pivoting, for the small linear networks of thermal and power
/// models. Each solution is refined once with a residual in twice the precision.
/// </summary>
internal sealed class DenseFactors
{
    /// <summary>The largest number of unknowns.</summary>
    public const int Largest = 512;

    private readonly int _size;
    private readonly double[] _matrix;
    private readonly double[] _factors;
    private readonly int[] _rows;

    private DenseFactors(int size, double[] matrix, double[] factors, int[] rows)
    {
        _size = size;
        _matrix = matrix;
        _factors = factors;
        _rows = rows;
    }

    /// <summary>
    /// Factors a matrix given row by row; the array is not changed. Null when it is singular: a pivot is zero or not finite.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There are more than 512 rows, none, or not as many numbers as the square has.</exception>
    public static DenseFactors? Of(double[] matrix, int size)
    {
        if (size < 1 || size > Largest || matrix.Length != size * size)
        {
            throw new ArgumentOutOfRangeException(nameof(size), size, "from 1 to 512 rows, and as many numbers as the square has");
        }

        var factors = (double[])matrix.Clone();
        var rows = new int[size];
        for (var i = 0; i < size; i++)
        {
            rows[i] = i;
        }

        for (var k = 0; k < size; k++)
        {
            Pivot(factors, rows, size, k);
            var pivot = factors[(k * size) + k];
            if (pivot == 0.0 || !Floats.IsFinite(pivot))
            {
                return null;
            }

            Eliminate(factors, size, k, pivot);
        }

        return new(size, (double[])matrix.Clone(), factors, rows);
    }

    /// <summary>The x for which A x = b.</summary>
    public double[] Solve(double[] right)
    {
        var x = Substitute(right);
        var rest = new double[_size];
        for (var i = 0; i < _size; i++)
        {
            DoubleDouble sum = right[i];
            for (var j = 0; j < _size; j++)
            {
                sum -= DoubleDouble.Product(_matrix[(i * _size) + j], x[j]);
            }

            rest[i] = sum.High;
        }

        var correction = Substitute(rest);
        for (var i = 0; i < _size; i++)
        {
            x[i] += correction[i];
        }

        return x;
    }

    /// <summary>
    /// An estimate of 1 / (|A| |inverse of A|) in the norm of column sums, at least the true value and nearly always within a factor of 3: near 1 for
    /// a well-posed network, near 1e-16 for one whose solution has no digit left. Source: W. W. Hager, "Condition estimates", SIAM J. Sci. Stat.
    /// Comput. 5 (1984).
    /// </summary>
    public double ReciprocalCondition()
    {
        var x = new double[_size];
        for (var i = 0; i < _size; i++)
        {
            x[i] = 1.0 / _size;
        }

        var estimate = 0.0;
        for (var round = 0; round < 5; round++)
        {
            var y = Substitute(x);
            var norm = y.Sum(Math.Abs);
            if (round > 0 && norm <= estimate)
            {
                break;
            }

            estimate = norm;
            var z = SubstituteTransposed(Array.ConvertAll(y, v => v < 0.0 ? -1.0 : 1.0));
            var steepest = 0;
            for (var i = 1; i < _size; i++)
            {
                steepest = Math.Abs(z[i]) > Math.Abs(z[steepest]) ? i : steepest;
            }

            x = new double[_size];
            x[steepest] = 1.0;
        }

        return 1.0 / (estimate * Norm());
    }

    private static void Pivot(double[] a, int[] rows, int size, int k)
    {
        var best = k;
        for (var i = k + 1; i < size; i++)
        {
            best = Math.Abs(a[(i * size) + k]) > Math.Abs(a[(best * size) + k]) ? i : best;
        }

        if (best == k)
        {
            return;
        }

        (rows[k], rows[best]) = (rows[best], rows[k]);
        for (var j = 0; j < size; j++)
        {
            (a[(k * size) + j], a[(best * size) + j]) = (a[(best * size) + j], a[(k * size) + j]);
        }
    }

    private static void Eliminate(double[] a, int size, int k, double pivot)
    {
        for (var i = k + 1; i < size; i++)
        {
            var factor = a[(i * size) + k] / pivot;
            a[(i * size) + k] = factor;
            for (var j = k + 1; factor != 0.0 && j < size; j++)
            {
                a[(i * size) + j] -= factor * a[(k * size) + j];
            }
        }
    }

    private double[] Substitute(double[] right)
    {
        var x = new double[_size];
        for (var i = 0; i < _size; i++)
        {
            var sum = right[_rows[i]];
            for (var j = 0; j < i; j++)
            {
                sum -= _factors[(i * _size) + j] * x[j];
            }

            x[i] = sum;
        }

        for (var i = _size - 1; i >= 0; i--)
        {
            var sum = x[i];
            for (var j = i + 1; j < _size; j++)
            {
                sum -= _factors[(i * _size) + j] * x[j];
            }

            x[i] = sum / _factors[(i * _size) + i];
        }

        return x;
    }

    // The x for which the transpose of A times x is the right side.
    private double[] SubstituteTransposed(double[] right)
    {
        var y = (double[])right.Clone();
        for (var i = 0; i < _size; i++)
        {
            y[i] /= _factors[(i * _size) + i];
            for (var j = i + 1; j < _size; j++)
            {
                y[j] -= _factors[(i * _size) + j] * y[i];
            }
        }

        var x = new double[_size];
        for (var i = _size - 1; i >= 0; i--)
        {
            for (var j = 0; j < i; j++)
            {
                y[j] -= _factors[(i * _size) + j] * y[i];
            }

            x[_rows[i]] = y[i];
        }

        return x;
    }

    private double Norm()
    {
        var largest = 0.0;
        for (var j = 0; j < _size; j++)
        {
            var sum = 0.0;
            for (var i = 0; i < _size; i++)
            {
                sum += Math.Abs(_matrix[(i * _size) + j]);
            }

            largest = sum > largest ? sum : largest;
        }

        return largest;
    }
}
