using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>A loop for each operation on one number, as <see cref="Scalars"/> says it; the choice is made once a block.</summary>
internal static unsafe class UnaryLoops
{
    /// <summary>Computes a block.</summary>
    public static void Run(OpCode op, double* x, double* r, int n)
    {
        switch (op)
        {
            case OpCode.Negate:
                for (var i = 0; i < n; i++)
                {
                    r[i] = 0.0 - x[i];
                }

                break;
            case OpCode.Sqrt:
                for (var i = 0; i < n; i++)
                {
                    r[i] = Math.Sqrt(x[i]);
                }

                break;
            case OpCode.Exp:
                for (var i = 0; i < n; i++)
                {
                    r[i] = Exponential.Exp(x[i]);
                }

                break;
            case OpCode.Ln:
                for (var i = 0; i < n; i++)
                {
                    r[i] = Logarithm.Ln(x[i]);
                }

                break;
            case OpCode.FromDecibel:
                for (var i = 0; i < n; i++)
                {
                    r[i] = Exponential.FromDecibel(x[i]);
                }

                break;
            case OpCode.ToDecibel:
                for (var i = 0; i < n; i++)
                {
                    r[i] = Logarithm.ToDecibel(x[i]);
                }

                break;
            case OpCode.Erfc:
                for (var i = 0; i < n; i++)
                {
                    r[i] = ErrorFunction.Erfc(x[i]);
                }

                break;
            default:
                for (var i = 0; i < n; i++)
                {
                    r[i] = Scalars.Unary(op, x[i]);
                }

                break;
        }
    }
}
