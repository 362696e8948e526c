using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>
/// Runs an elementwise operation over columns, block by block: a tight loop first, then a second look at what is not finite, or at everything where
/// an argument is not clean and the operation treats that in its own way.
/// </summary>
internal sealed class Elementwise(Value value, ClassMap classes, Operand a, Operand b, Operand c)
{
    private readonly OpCode _op = value.Op;
    private readonly int _arity = Semantics.Arity(value.Op);
    private FaultKind _kind;
    private int _first = -1;
    private int _members;
    private double[] _arguments = Array.Empty<double>();

    /// <summary>Whether all results are there.</summary>
    public bool Clean { get; private set; } = true;

    /// <summary>What went wrong, or null.</summary>
    public Fault? Fault => _first < 0 ? null : new(value, _kind, _first, _members, _arguments);

    /// <summary>Computes the numbers of all classes.</summary>
    public void Run(double[] results)
    {
        var clean = a.Clean && (_arity < 2 || b.Clean) && (_arity < 3 || c.Clean);
        var loop = clean || Semantics.CarriesNaN(_op);
        for (var start = 0; start < classes.ClassCount; start += Operand.Block)
        {
            var count = Math.Min(Operand.Block, classes.ClassCount - start);
            var x = a.Fetch(start, count, out var xs);
            var (y, ys) = (x, xs);
            var (z, zs) = (x, xs);
            if (_arity > 1)
            {
                y = b.Fetch(start, count, out ys);
            }

            if (_arity > 2)
            {
                z = c.Fetch(start, count, out zs);
            }

            if (!loop || !Loop(x, xs, y, ys, z, zs, results, start, count))
            {
                Mend(!loop, x, xs, y, ys, z, zs, results, start, count);
            }
        }
    }

    private unsafe bool Loop(double[] x, int xs, double[] y, int ys, double[] z, int zs, double[] results, int start, int count)
    {
        fixed (double* px = &x[xs], py = &y[ys], pz = &z[zs], pr = &results[start])
        {
            switch (_arity)
            {
                case 1:
                    UnaryLoops.Run(_op, px, pr, count);
                    break;
                case 2:
                    BinaryLoops.Run(_op, px, py, pr, count);
                    break;
                default:
                    for (var i = 0; i < count; i++)
                    {
                        pr[i] = Scalars.Ternary(_op, px[i], py[i], pz[i]);
                    }

                    break;
            }

            return AllFinite((long*)pr, count);
        }
    }

    private static unsafe bool AllFinite(long* bits, int count)
    {
        const long Exponent = 0x7FF0_0000_0000_0000L;
        var largest = 0L;
        for (var i = 0; i < count; i++)
        {
            var exponent = bits[i] & Exponent;
            largest = exponent > largest ? exponent : largest;
        }

        return largest != Exponent;
    }

    private void Mend(bool all, double[] x, int xs, double[] y, int ys, double[] z, int zs, double[] results, int start, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (!all && Floats.IsFinite(results[start + i]))
            {
                continue;
            }

            var result = Semantics.Apply(_op, value.Blame, x[xs + i], y[ys + i], z[zs + i], out var fault);
            results[start + i] = result;
            Clean &= !double.IsNaN(result);
            if (fault is { } kind)
            {
                Note(kind, start + i, x[xs + i], y[ys + i], z[zs + i]);
            }
        }
    }

    private void Note(FaultKind kind, int ofClass, double x, double y, double z)
    {
        if (_first < 0)
        {
            _kind = kind;
            _first = classes.FirstMember(ofClass);
            _arguments = _arity == 1 ? new[] { x } : _arity == 2 ? new[] { x, y } : new[] { x, y, z };
        }

        _members += classes.Size(ofClass);
    }
}
