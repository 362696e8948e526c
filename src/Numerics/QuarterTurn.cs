namespace InterconnectDsl.Numerics;

/// <summary>Reduces an angle to the nearest multiple of a quarter turn and what is left of it.</summary>
internal static class QuarterTurn
{
    private const double PerQuarter = 0.6366197723675814; // 2 / pi
    private const double First = 1.5707963267341256; // pi / 2 in 33 bits, the next 33 bits, and the rest
    private const double Second = 6.077100506303966e-11;
    private const double Third = 2.0222662487959506e-21;
    private const double Largest = 1647098.0; // below it the number of quarters has at most 20 bits

    // The digits of 2 / pi after the point, 32 bits each.
    private static readonly uint[] Digits =
    {
        0xA2F9836E, 0x4E441529, 0xFC2757D1, 0xF534DDC0, 0xDB629599, 0x3C439041, 0xFE5163AB, 0xDEBBC561,
        0xB7246E3A, 0x424DD2E0, 0x06492EEA, 0x09D1921C, 0xFE1DEB1C, 0xB129A73E, 0xE88235F5, 0x2EBB4484,
        0xE99C7026, 0xB45F7E41, 0x3991D639, 0x835339F4, 0x9C845F8B, 0xBDF9283B, 0x1FF897FF, 0xDE05980F,
        0xEF2F118B, 0x5A0A6D1F, 0x6D367ECF, 0x27CB09B7, 0x4F463F66, 0x9E5FEA2D, 0x7527BAC7, 0xEBE5F17B,
        0x3D0739F7, 0x8A5292EA, 0x6BFB5FB1, 0x1F8D5D08, 0x56033046, 0xFC7B6BAB, 0xF0CFBC20, 0x9AF4361D,
    };

    /// <summary>The rest of x, at most pi/4 in size, as two doubles; the number of quarter turns modulo 4.</summary>
    public static DoubleDouble Reduce(double x, out int quarters)
    {
        var size = Math.Abs(x);
        if (size < 0.7853981633974483)
        {
            quarters = 0;
            return x;
        }

        if (size > Largest)
        {
            return Far(x, out quarters);
        }

        var k = Math.Floor((x * PerQuarter) + 0.5);
        quarters = (int)k & 3;
        var near = DoubleDouble.Sum(x - (k * First), -(k * Second));
        return near - DoubleDouble.Product(k, Third);
    }

    // The method of Payne and Hanek: only those digits of 2/pi matter whose product with x is neither a multiple of four nor below the last place.
    private static DoubleDouble Far(double x, out int quarters)
    {
        var m = Floats.Mantissa(Math.Abs(x), out var exponent);
        var whole = (ulong)(m * 4503599627370496.0);
        var shift = exponent - 52;
        var product = Multiply(whole, shift < 0 ? 0 : shift / 32, 7);
        Shift(product, shift < 0 ? 0 : shift % 32, shift < 0 ? -shift : 0);

        // The number of quarters is in the lowest bits of the first two words, the fraction behind them.
        var count = (int)(product[1] & 3);
        var fraction = new DoubleDouble(0.0, 0.0);
        var up = product[2] >= 0x80000000u;
        for (var i = 6; i >= 2; i--)
        {
            var word = up ? ~product[i] : product[i];
            fraction += new DoubleDouble(word * Floats.PowerOfTwo(-32 * (i - 1)), 0.0);
        }

        count += up ? 1 : 0;
        var rest = fraction * new DoubleDouble(1.5707963267948966, 6.123233995736766e-17);
        var negative = up != x < 0.0;
        quarters = (x < 0.0 ? -count : count) & 3;
        return negative ? new(-rest.High, -rest.Low) : rest;
    }

    // The words of whole * 0.Digits[from..], the first two of them before the point, the rest modulo what stands further left.
    private static uint[] Multiply(ulong whole, int from, int words)
    {
        var low = whole & 0xFFFFFFFFu;
        var high = whole >> 32;
        var result = new uint[words];
        ulong carry = 0;
        for (var i = words; i >= 0; i--)
        {
            // Word i gets low times digit i - 2 and high times digit i - 1; digits before the first are zero.
            var a = low * Digit(from, i - 2);
            var b = high * Digit(from, i - 1);
            var sum = (a & 0xFFFFFFFFu) + (b & 0xFFFFFFFFu) + (carry & 0xFFFFFFFFu);
            carry = (carry >> 32) + (a >> 32) + (b >> 32) + (sum >> 32);
            if (i < words)
            {
                result[i] = (uint)sum;
            }
        }

        return result;
    }

    private static ulong Digit(int from, int i) => from + i < 0 ? 0UL : from + i < Digits.Length ? Digits[from + i] : 0UL;

    private static void Shift(uint[] words, int left, int right)
    {
        for (var i = 0; left > 0 && i < words.Length; i++)
        {
            var next = i + 1 < words.Length ? words[i + 1] : 0u;
            words[i] = (words[i] << left) | (next >> (32 - left));
        }

        for (var i = words.Length - 1; right > 0 && i >= 0; i--)
        {
            words[i] = (uint)(((((ulong)(i > 0 ? words[i - 1] : 0u)) << 32) | words[i]) >> right);
        }
    }
}
