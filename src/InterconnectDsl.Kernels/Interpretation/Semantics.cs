using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>What each operation does with numbers that are absent or failed, and what a result that is not finite means.</summary>
internal static class Semantics
{
    /// <summary>
    /// Applies an operation to one to three numbers. A result that is not finite while the arguments are is reported in <paramref name="fault"/> and
    /// becomes the failed number of <paramref name="id"/>.
    /// </summary>
    public static double Apply(OpCode op, int id, double a, double b, double c, out FaultKind? fault)
    {
        fault = null;
        switch (op)
        {
            case OpCode.Select:
                return double.IsNaN(a) ? a : a != 0.0 ? b : c;
            case OpCode.And:
                return NoNumber.Junction(a, b, 0.0);
            case OpCode.Or:
                return NoNumber.Junction(a, b, 1.0);
            case OpCode.Exists:
                return Absence.IsAbsent(a) ? 0.0 : double.IsNaN(a) ? a : 1.0;
            case OpCode.Otherwise:
                return Absence.IsAbsent(a) ? b : a;
            default:
                return Strict(op, id, a, b, c, out fault);
        }
    }

    /// <summary>Reads a value's curve. What lies outside it is reported in <paramref name="fault"/>.</summary>
    public static double Interpolate(Value value, double at, out FaultKind? fault)
    {
        fault = null;
        if (double.IsNaN(at))
        {
            return at;
        }

        var result = value.Curve!.At(at);
        fault = Floats.IsFinite(result) ? null : FaultKind.OutsideDomain;
        return fault is null ? result : Absence.FailedAt(value.Id);
    }

    /// <summary>Whether the loops give the right result for arguments that are absent or failed, but for the bits of a NaN.</summary>
    public static bool CarriesNaN(OpCode op) => op switch
    {
        OpCode.Select or OpCode.And or OpCode.Or or OpCode.Exists or OpCode.Otherwise or OpCode.Not => false,
        OpCode.Sign or OpCode.Minimum or OpCode.Maximum => false,
        OpCode.Less or OpCode.LessOrEqual or OpCode.Greater or OpCode.GreaterOrEqual or OpCode.Equal or OpCode.NotEqual or OpCode.Power => false,
        OpCode.AtLeast or OpCode.RsUncorrectable => false,
        _ => true,
    };

    /// <summary>The number of arguments of an elementwise operation.</summary>
    public static int Arity(OpCode op) => op switch
    {
        OpCode.Select or OpCode.AtLeast or OpCode.RsUncorrectable or OpCode.MultiplyAdd or OpCode.NegatedMultiplyAdd => 3,
        OpCode.Exists => 1,
        >= OpCode.Negate and <= OpCode.ToDecibel => 1,
        >= OpCode.Add and <= OpCode.ChiSquareUpper => 2,
        OpCode.Otherwise => 2,
        _ => 0,
    };

    private static double Strict(OpCode op, int id, double a, double b, double c, out FaultKind? fault)
    {
        fault = null;
        var arity = Arity(op);
        var second = arity > 1 ? b : 0.0;
        var third = arity > 2 ? c : 0.0;
        if (double.IsNaN(a) || double.IsNaN(second) || double.IsNaN(third))
        {
            return NoNumber.Of(a, second, third);
        }

        var result = arity == 1 ? Scalars.Unary(op, a) : arity == 2 ? Scalars.Binary(op, a, b) : Scalars.Ternary(op, a, b, c);
        if (Floats.IsFinite(result))
        {
            return result;
        }

        fault = KindOf(op, a, b, result);
        return Absence.FailedAt(id);
    }

    private static FaultKind KindOf(OpCode op, double a, double b, double result)
    {
        switch (op)
        {
            case OpCode.Divide or OpCode.IntegerDivide or OpCode.Modulo when b == 0.0:
            case OpCode.Power when a == 0.0:
                return FaultKind.DivisionByZero;
            case OpCode.Power when double.IsNaN(result):
                return FaultKind.PowerOfNegative;
            case OpCode.Sqrt:
                return FaultKind.RootOfNegative;
            case OpCode.Ln or OpCode.Log10 or OpCode.Log2 or OpCode.ToDecibel:
                return a == 0.0 ? FaultKind.LogarithmOfZero : FaultKind.LogarithmOfNegative;
            case OpCode.Ln1P:
                return a == -1.0 ? FaultKind.LogarithmOfZero : FaultKind.LogarithmOfNegative;
            case OpCode.NormalInverse or OpCode.LnChoose or OpCode.ChiSquareUpper:
            case OpCode.LnGamma when a <= 0.0:
                return FaultKind.OutsideDomain;
            default:
                return double.IsNaN(result) ? FaultKind.OutsideDomain : FaultKind.Overflow;
        }
    }
}
