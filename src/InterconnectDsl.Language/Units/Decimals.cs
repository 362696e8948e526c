namespace InterconnectDsl.Language.Units;

/// <summary>
/// Scaling that rounds once. What is written as 99.9 % is <c>999 / 10^3</c>, the double nearest to 0.999; 99.9 times 0.01 is its neighbour.
/// So two ways to write one quantity give one number, on every runtime.
/// </summary>
internal static class Decimals
{
    private const double ExactIntegers = 9007199254740992;
    private const int ExactPowers = 22;
    private const int MostDecimals = 15;

    private static readonly double[] Powers =
    {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    };

    /// <summary>10 to a power from 0 up, exact to 22.</summary>
    public static double PowerOfTen(int exponent) =>
        exponent <= ExactPowers ? Powers[exponent] : Powers[ExactPowers] * PowerOfTen(exponent - ExactPowers);

    /// <summary>
    /// <c>number * numerator / denominator * 10^exponent</c> for a number of few decimals, rounded once; null when that cannot be done in doubles.
    /// </summary>
    public static double? Scale(double number, double numerator, double denominator, int exponent)
    {
        for (var decimals = 0; decimals <= MostDecimals; decimals++)
        {
            var whole = Math.Round(number * Powers[decimals]);
            if (!(Math.Abs(whole) <= ExactIntegers))
            {
                return null;
            }

            if ((whole / Powers[decimals]).Equals(number))
            {
                return Quotient(whole * numerator, denominator, exponent - decimals);
            }
        }

        return null;
    }

    private static double? Quotient(double numerator, double denominator, int exponent)
    {
        if (Math.Abs(numerator) > ExactIntegers || Math.Abs(exponent) > ExactPowers)
        {
            return null;
        }

        if (exponent >= 0)
        {
            return denominator.Equals(1.0) ? numerator * Powers[exponent]
                : Math.Abs(numerator) * Powers[exponent] <= ExactIntegers ? numerator * Powers[exponent] / denominator
                : null;
        }

        var scaled = denominator * Powers[-exponent];
        return denominator.Equals(1.0) || scaled <= ExactIntegers ? numerator / scaled : null;
    }
}
