namespace InterconnectDsl.Numerics;

/// <summary>
/// Binomial coefficients and tails. A term C(n, i) p^i q^(n-i) is computed from its deviance, so that neither a large coefficient nor a small power
/// loses digits (the form is that of C. Loader, "Fast and accurate computation of binomial probabilities", 2000), in about 100 bits.
/// </summary>
internal static class Binomial
{
    private const double LnTwoPi = 1.8378770664093456;

    /// <summary>
    /// ln of the number of ways to choose k of n; minus infinity where there is none. Within 10 units in the last place for whole k; n and k need not
    /// be whole, but where the smaller of k and n - k is below 17 and not whole the error is 1e-13 absolute.
    /// </summary>
    public static double LnChoose(double n, double k)
    {
        var m = n - k;
        if (!Floats.IsFinite(n) || !Floats.IsFinite(k) || n < 0.0)
        {
            return double.NaN;
        }

        if (k < 0.0 || m < 0.0)
        {
            return double.NegativeInfinity;
        }

        var small = k < m ? k : m;
        if (small == 0.0)
        {
            return 0.0;
        }

        if (small <= 32.0 && Math.Floor(small) == small)
        {
            return Logarithm.Ln(FewOf(n, (int)small));
        }

        if (small < 17.0)
        {
            return LogGamma.Of(n + 1.0) - LogGamma.Of(k + 1.0) - LogGamma.Of(m + 1.0);
        }

        var rest = LogGamma.Remainder(n) - LogGamma.Remainder(k) - LogGamma.Remainder(m);
        var root = 0.5 * (Logarithm.Ln((n / k) / m) - LnTwoPi);
        return (k * Logarithm.Ln(n / k)) + (m * Logarithm.Ln1P(k / m)) + (root + rest);
    }

    /// <summary>
    /// The probability that at least k of n parts work when each works with probability r; within 20 units in the last place down to 1e-300. NaN
    /// unless k and n are whole, n is not negative and r is from 0 to 1.
    /// </summary>
    public static double AtLeast(double k, double n, double r) =>
        r >= 0.0 && r <= 1.0 ? Upper(k, n, r, DoubleDouble.Sum(1.0, -r)) : double.NaN;

    /// <summary>
    /// The probability that a Reed-Solomon codeword of n symbols of 10 bits has more than t wrong ones at an independent bit error ratio, within 20
    /// units in the last place down to 1e-300: ps = 1 - (1 - b)^10, sum over j above t of C(n, j) ps^j (1 - ps)^(n-j). NaN for impossible arguments.
    /// </summary>
    public static double RsUncorrectable(double n, double t, double ber)
    {
        if (!(ber >= 0.0 && ber <= 1.0))
        {
            return double.NaN;
        }

        // 1 - (1 - b)^10 as b times the sum of the powers of 1 - b, which keeps its digits for small b.
        var right = DoubleDouble.Sum(1.0, -ber);
        DoubleDouble sum = 1.0;
        DoubleDouble power = 1.0;
        for (var i = 1; i < 10; i++)
        {
            power *= right;
            sum += power;
        }

        return Upper(t + 1.0, n, sum * ber, power * right);
    }

    private static double Upper(double k, double n, DoubleDouble p, DoubleDouble q)
    {
        if (!Floats.IsWhole(k) || !Floats.IsWhole(n) || n < 0.0)
        {
            return double.NaN;
        }

        if (k <= 0.0)
        {
            return 1.0;
        }

        if (k > n || p.High == 0.0)
        {
            return 0.0;
        }

        if (q.High == 0.0)
        {
            return 1.0;
        }

        return k > n * p.High ? Tail(k, n, p, q) : 1.0 - Tail(n - k + 1.0, n, q, p);
    }

    // The sum of the terms from k on, which fall from there.
    private static double Tail(double k, double n, DoubleDouble p, DoubleDouble q)
    {
        var odds = p.High / q.High;
        var ratio = 1.0;
        var sum = 1.0;
        for (var i = k; i < n && ratio > sum * 1e-18; i += 1.0)
        {
            ratio *= ((n - i) / (i + 1.0)) * odds;
            sum += ratio;
        }

        return Term(k, n, p, q) * sum;
    }

    private static double Term(double i, double n, DoubleDouble p, DoubleDouble q)
    {
        if (i == n)
        {
            return Exponential.Exp(Logarithm.Ln(p) * n);
        }

        if (i == 0.0)
        {
            return Exponential.Exp(Logarithm.Ln(q) * n);
        }

        var m = n - i;
        var exponent = Deviance(i, p * n) + Deviance(m, q * n);
        var rest = LogGamma.Remainder(n) - LogGamma.Remainder(i) - LogGamma.Remainder(m);
        var root = Math.Sqrt((n / i) / (6.283185307179586 * m));
        return root * Exponential.Exp(new DoubleDouble(rest, 0.0) - exponent);
    }

    // x ln(x/mean) + mean - x, which is 0 at the mean and positive elsewhere.
    private static DoubleDouble Deviance(double x, DoubleDouble mean) => (Logarithm.Ln(x / mean) * x) + (mean - x);

    // C(n, k) for small whole k; infinite where that is above the range of doubles, which no n below 1e10 reaches.
    private static double FewOf(double n, int k)
    {
        DoubleDouble product = 1.0;
        for (var i = 1; i <= k; i++)
        {
            product = product * (n - k + i) / i;
        }

        return product.High;
    }
}
