namespace InterconnectDsl.Runtime.Tests.Functions;

/// <summary>A number as the sum of two doubles, 30 digits: the arithmetic of the references, written for the tests alone.</summary>
public readonly struct Precise(double high, double low = 0.0)
{
    public readonly double High = high;
    public readonly double Low = low;

    public static implicit operator Precise(double x) => new(x);

    public static Precise operator +(Precise a, Precise b)
    {
        var (s, e) = TwoSum(a.High, b.High);
        var (t, f) = TwoSum(a.Low, b.Low);
        (s, e) = QuickTwoSum(s, e + t);
        (s, e) = QuickTwoSum(s, e + f);
        return new(s, e);
    }

    public static Precise operator -(Precise a) => new(-a.High, -a.Low);

    public static Precise operator -(Precise a, Precise b) => a + -b;

    public static Precise operator *(Precise a, Precise b)
    {
        var p = a.High * b.High;
        var e = Math.FusedMultiplyAdd(a.High, b.High, -p);
        e += Math.FusedMultiplyAdd(a.High, b.Low, a.Low * b.High);
        var (s, f) = QuickTwoSum(p, e);
        return new(s, f);
    }

    public static Precise operator /(Precise a, Precise b)
    {
        var q = a.High / b.High;
        var rest = a - (b * q);
        var r = rest.High / b.High;
        rest -= b * r;
        return new Precise(q) + r + (rest.High / b.High);
    }

    public static Precise Scale(Precise a, int n) => new(Math.ScaleB(a.High, n), Math.ScaleB(a.Low, n));

    private static (double Sum, double Error) TwoSum(double a, double b)
    {
        var s = a + b;
        var t = s - a;
        return (s, (a - (s - t)) + (b - t));
    }

    private static (double Sum, double Error) QuickTwoSum(double a, double b)
    {
        var s = a + b;
        return (s, b - (s - a));
    }
}
