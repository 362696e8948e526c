using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>A loop for each operation on two numbers, as <see cref="Scalars"/> says it; the choice is made once a block.</summary>
internal static unsafe class BinaryLoops
{
    /// <summary>Computes a block.</summary>
    public static void Run(OpCode op, double* a, double* b, double* r, int n)
    {
        switch (op)
        {
            case OpCode.Add:
                for (var i = 0; i < n; i++)
                {
                    r[i] = a[i] + b[i];
                }

                break;
            case OpCode.Subtract:
                for (var i = 0; i < n; i++)
                {
                    r[i] = a[i] - b[i];
                }

                break;
            case OpCode.Multiply:
                for (var i = 0; i < n; i++)
                {
                    r[i] = a[i] * b[i];
                }

                break;
            case OpCode.Divide:
                for (var i = 0; i < n; i++)
                {
                    r[i] = a[i] / b[i];
                }

                break;
            case OpCode.Minimum:
                for (var i = 0; i < n; i++)
                {
                    r[i] = b[i] < a[i] ? b[i] : a[i];
                }

                break;
            case OpCode.Maximum:
                for (var i = 0; i < n; i++)
                {
                    r[i] = b[i] > a[i] ? b[i] : a[i];
                }

                break;
            case OpCode.Less:
                for (var i = 0; i < n; i++)
                {
                    r[i] = a[i] < b[i] ? 1.0 : 0.0;
                }

                break;
            case OpCode.LessOrEqual:
                for (var i = 0; i < n; i++)
                {
                    r[i] = a[i] <= b[i] ? 1.0 : 0.0;
                }

                break;
            case OpCode.Greater:
                for (var i = 0; i < n; i++)
                {
                    r[i] = a[i] > b[i] ? 1.0 : 0.0;
                }

                break;
            case OpCode.GreaterOrEqual:
                for (var i = 0; i < n; i++)
                {
                    r[i] = a[i] >= b[i] ? 1.0 : 0.0;
                }

                break;
            default:
                for (var i = 0; i < n; i++)
                {
                    r[i] = Scalars.Binary(op, a[i], b[i]);
                }

                break;
        }
    }
}
