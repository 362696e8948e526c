using System.Runtime.CompilerServices;
using InterconnectDsl.Numerics;
using Full = InterconnectDsl.Runtime.LaneOperations<InterconnectDsl.Runtime.Lanes1, InterconnectDsl.Runtime.FullFunctions<InterconnectDsl.Runtime.Lanes1>>;

namespace InterconnectDsl.Runtime;

/// <summary>
/// The operations for points at which a number is none, one at a time: absence and failure go through them, and what is not finite becomes failed, as in
/// the interpreter.
/// </summary>
public readonly partial struct CarefulOperations : ILaneOperations<Lanes1>
{
    /// <inheritdoc/>
    public static Lanes1 Negate(Lanes1 x, int id) => Settle(Full.Negate(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 Not(Lanes1 x, int id) => Settle(Full.Not(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 Abs(Lanes1 x, int id) => Settle(Full.Abs(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 Positive(Lanes1 x, int id) => Settle(Full.Positive(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 Sign(Lanes1 x, int id) => Settle(Full.Sign(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 Floor(Lanes1 x, int id) => Settle(Full.Floor(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 Ceiling(Lanes1 x, int id) => Settle(Full.Ceiling(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 Round(Lanes1 x, int id) => Settle(Full.Round(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 Sqrt(Lanes1 x, int id) => Settle(Full.Sqrt(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 Exp(Lanes1 x, int id) => Settle(Full.Exp(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 ExpM1(Lanes1 x, int id) => Settle(Full.ExpM1(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 Ln(Lanes1 x, int id) => Settle(Full.Ln(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 Ln1P(Lanes1 x, int id) => Settle(Full.Ln1P(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 Log10(Lanes1 x, int id) => Settle(Full.Log10(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 Log2(Lanes1 x, int id) => Settle(Full.Log2(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 Sin(Lanes1 x, int id) => Settle(Full.Sin(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 Cos(Lanes1 x, int id) => Settle(Full.Cos(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 Tan(Lanes1 x, int id) => Settle(Full.Tan(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 Erf(Lanes1 x, int id) => Settle(Full.Erf(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 Erfc(Lanes1 x, int id) => Settle(Full.Erfc(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 Erfcx(Lanes1 x, int id) => Settle(Full.Erfcx(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 NormalCdf(Lanes1 x, int id) => Settle(Full.NormalCdf(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 NormalInverse(Lanes1 x, int id) => Settle(Full.NormalInverse(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 LnGamma(Lanes1 x, int id) => Settle(Full.LnGamma(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 FromDecibel(Lanes1 x, in PowerConstants<Lanes1> held, int id) => Settle(Full.FromDecibel(x, in held, id), x, id);

    /// <inheritdoc/>
    public static PowerConstants<Lanes1> HoldFromDecibel() => Full.HoldFromDecibel();

    /// <inheritdoc/>
    public static Lanes1 ToDecibel(Lanes1 x, int id) => Settle(Full.ToDecibel(x, id), x, id);

    /// <inheritdoc/>
    public static Lanes1 Add(Lanes1 a, Lanes1 b, int id) => Settle(Full.Add(a, b, id), a, b, id);

    /// <inheritdoc/>
    public static Lanes1 Subtract(Lanes1 a, Lanes1 b, int id) => Settle(Full.Subtract(a, b, id), a, b, id);

    /// <inheritdoc/>
    public static Lanes1 Multiply(Lanes1 a, Lanes1 b, int id) => Settle(Full.Multiply(a, b, id), a, b, id);

    /// <inheritdoc/>
    public static Lanes1 Divide(Lanes1 a, Lanes1 b, int id) => Settle(Full.Divide(a, b, id), a, b, id);

    /// <inheritdoc/>
    public static Lanes1 IntegerDivide(Lanes1 a, Lanes1 b, int id) => Settle(Full.IntegerDivide(a, b, id), a, b, id);

    /// <inheritdoc/>
    public static Lanes1 Modulo(Lanes1 a, Lanes1 b, int id) => Settle(Full.Modulo(a, b, id), a, b, id);

    /// <inheritdoc/>
    public static Lanes1 Power(Lanes1 a, Lanes1 b, int id) => Settle(Full.Power(a, b, id), a, b, id);

    /// <inheritdoc/>
    public static Lanes1 Minimum(Lanes1 a, Lanes1 b, int id) => Settle(Full.Minimum(a, b, id), a, b, id);

    /// <inheritdoc/>
    public static Lanes1 Maximum(Lanes1 a, Lanes1 b, int id) => Settle(Full.Maximum(a, b, id), a, b, id);

    /// <inheritdoc/>
    public static Lanes1 Atan2(Lanes1 a, Lanes1 b, int id) => Settle(Full.Atan2(a, b, id), a, b, id);

    /// <inheritdoc/>
    public static Lanes1 Hypot(Lanes1 a, Lanes1 b, int id) => Settle(Full.Hypot(a, b, id), a, b, id);

    /// <inheritdoc/>
    public static Lanes1 Less(Lanes1 a, Lanes1 b, int id) => Settle(Full.Less(a, b, id), a, b, id);

    /// <inheritdoc/>
    public static Lanes1 LessOrEqual(Lanes1 a, Lanes1 b, int id) => Settle(Full.LessOrEqual(a, b, id), a, b, id);

    /// <inheritdoc/>
    public static Lanes1 Greater(Lanes1 a, Lanes1 b, int id) => Settle(Full.Greater(a, b, id), a, b, id);

    /// <inheritdoc/>
    public static Lanes1 GreaterOrEqual(Lanes1 a, Lanes1 b, int id) => Settle(Full.GreaterOrEqual(a, b, id), a, b, id);

    /// <inheritdoc/>
    public static Lanes1 Equal(Lanes1 a, Lanes1 b, int id) => Settle(Full.Equal(a, b, id), a, b, id);

    /// <inheritdoc/>
    public static Lanes1 NotEqual(Lanes1 a, Lanes1 b, int id) => Settle(Full.NotEqual(a, b, id), a, b, id);

    /// <inheritdoc/>
    public static Lanes1 LnChoose(Lanes1 n, Lanes1 k, int id) => Settle(Full.LnChoose(n, k, id), n, k, id);

    /// <inheritdoc/>
    public static Lanes1 ChiSquareUpper(Lanes1 x, Lanes1 k, int id) => Settle(Full.ChiSquareUpper(x, k, id), x, k, id);

    /// <inheritdoc/>
    public static Lanes1 AtLeast(Lanes1 k, Lanes1 n, Lanes1 r, int id) => Settle(Full.AtLeast(k, n, r, id), k, n, r, id);

    /// <inheritdoc/>
    public static Lanes1 RsUncorrectable(Lanes1 n, Lanes1 t, Lanes1 b, int id) => Settle(Full.RsUncorrectable(n, t, b, id), n, t, b, id);

    /// <inheritdoc/>
    public static Lanes1 MultiplyAdd(Lanes1 a, Lanes1 b, Lanes1 c, int id) => Settle(Full.MultiplyAdd(a, b, c, id), a, b, c, id);

    /// <inheritdoc/>
    public static Lanes1 NegatedMultiplyAdd(Lanes1 a, Lanes1 b, Lanes1 c, int id) => Settle(Full.NegatedMultiplyAdd(a, b, c, id), a, b, c, id);

    private static double D(Lanes1 x) => Unsafe.BitCast<Lanes1, double>(x);

    private static Lanes1 L(double x) => Lanes1.Of(x);

    private static Lanes1 Settle(Lanes1 result, Lanes1 a, int id) => Settle(result, a, Lanes1.Zero, Lanes1.Zero, id);

    private static Lanes1 Settle(Lanes1 result, Lanes1 a, Lanes1 b, int id) => Settle(result, a, b, Lanes1.Zero, id);

    private static Lanes1 Settle(Lanes1 result, Lanes1 a, Lanes1 b, Lanes1 c, int id)
    {
        var (x, y, z) = (D(a), D(b), D(c));
        if (double.IsNaN(x) || double.IsNaN(y) || double.IsNaN(z))
        {
            return L(NoNumber.Of(x, y, z));
        }

        return Floats.IsFinite(D(result)) ? result : L(NoNumber.FailedAt(id));
    }
}
