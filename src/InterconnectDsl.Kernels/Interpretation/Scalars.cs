using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>What each operation does with numbers that are there. The loops of the interpreter give the same bits.</summary>
internal static class Scalars
{
    /// <summary>An operation on one number.</summary>
    public static double Unary(OpCode op, double x) => op switch
    {
        OpCode.Negate => 0.0 - x,
        OpCode.Not => x == 0.0 ? 1.0 : 0.0,
        OpCode.Abs => Math.Abs(x),
        OpCode.Positive => x > 0.0 ? x : double.NaN,
        OpCode.Sign => x > 0.0 ? 1.0 : x < 0.0 ? -1.0 : 0.0,
        OpCode.Floor => Whole.Floor(x),
        OpCode.Ceiling => Whole.Ceiling(x),
        OpCode.Round => Whole.Round(x),
        OpCode.Sqrt => Math.Sqrt(x),
        OpCode.Exp => Exponential.Exp(x),
        OpCode.ExpM1 => Exponential.ExpM1(x),
        OpCode.Ln => Logarithm.Ln(x),
        OpCode.Ln1P => Logarithm.Ln1P(x),
        OpCode.Log10 => Logarithm.Log10(x),
        OpCode.Log2 => Logarithm.Log2(x),
        OpCode.Sin => Trigonometry.Sin(x),
        OpCode.Cos => Trigonometry.Cos(x),
        OpCode.Tan => Trigonometry.Tan(x),
        OpCode.Erf => ErrorFunction.Erf(x),
        OpCode.Erfc => ErrorFunction.Erfc(x),
        OpCode.Erfcx => ErrorFunction.Erfcx(x),
        OpCode.NormalCdf => NormalDistribution.Cdf(x),
        OpCode.NormalInverse => NormalDistribution.Inverse(x),
        OpCode.LnGamma => LogGamma.Of(x),
        OpCode.FromDecibel => Exponential.FromDecibel(x),
        OpCode.ToDecibel => Logarithm.ToDecibel(x),
        OpCode.Exists => 1.0,
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "not an operation on one number"),
    };

    /// <summary>An operation on two numbers.</summary>
    public static double Binary(OpCode op, double a, double b) => op switch
    {
        OpCode.Add => a + b,
        OpCode.Subtract => a - b,
        OpCode.Multiply => a * b,
        OpCode.Divide => a / b,
        OpCode.IntegerDivide => Whole.Divide(a, b),
        OpCode.Modulo => Whole.Modulo(a, b),
        OpCode.Power => Power.Pow(a, b),
        OpCode.Minimum => b < a ? b : a,
        OpCode.Maximum => b > a ? b : a,
        OpCode.Atan2 => ArcTangent.Atan2(a, b),
        OpCode.Hypot => Power.Hypot(a, b),
        OpCode.Less => a < b ? 1.0 : 0.0,
        OpCode.LessOrEqual => a <= b ? 1.0 : 0.0,
        OpCode.Greater => a > b ? 1.0 : 0.0,
        OpCode.GreaterOrEqual => a >= b ? 1.0 : 0.0,
        OpCode.Equal => a == b ? 1.0 : 0.0,
        OpCode.NotEqual => a != b ? 1.0 : 0.0,
        OpCode.And => a != 0.0 && b != 0.0 ? 1.0 : 0.0,
        OpCode.Or => a != 0.0 || b != 0.0 ? 1.0 : 0.0,
        OpCode.LnChoose => Binomial.LnChoose(a, b),
        OpCode.ChiSquareUpper => ChiSquared.Upper(a, b),
        OpCode.Otherwise => a,
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "not an operation on two numbers"),
    };

    /// <summary>An operation on three numbers.</summary>
    public static double Ternary(OpCode op, double a, double b, double c) => op switch
    {
        OpCode.Select => a != 0.0 ? b : c,
        OpCode.AtLeast => Binomial.AtLeast(a, b, c),
        OpCode.RsUncorrectable => Binomial.RsUncorrectable(a, b, c),
        OpCode.MultiplyAdd => Fused.MultiplyAdd(a, b, c),
        OpCode.NegatedMultiplyAdd => Fused.MultiplyAdd(-a, b, c),
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "not an operation on three numbers"),
    };
}
