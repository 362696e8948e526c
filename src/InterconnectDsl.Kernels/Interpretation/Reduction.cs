using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>Takes the elements of one list in order and gives what the reduction makes of them. Absent elements are passed over; a failed one fails
/// it.</summary>
internal struct Reduction
{
    private readonly OpCode _op;
    private double _state;
    private double _failed;
    private int _count;

    /// <summary>Starts an empty list.</summary>
    public Reduction(OpCode op)
    {
        _op = op;
        _state = op is OpCode.Product or OpCode.All ? 1.0 : 0.0;
        _failed = 0.0;
        _count = 0;
    }

    /// <summary>Takes the next element.</summary>
    public void Take(double element)
    {
        if (double.IsNaN(element))
        {
            _failed = Absence.IsFailed(element) && _failed == 0.0 ? element : _failed;
            return;
        }

        _state = _op switch
        {
            OpCode.Sum or OpCode.Mean => _state + element,
            OpCode.Product => _state * element,
            OpCode.Min => _count == 0 || element < _state ? element : _state,
            OpCode.Max => _count == 0 || element > _state ? element : _state,
            OpCode.Any => element != 0.0 ? 1.0 : _state,
            OpCode.All => element == 0.0 ? 0.0 : _state,
            _ => _state,
        };
        _count++;
    }

    /// <summary>The result; <paramref name="overflow"/> says that it became too large, in which case it is the failed number of this value.</summary>
    public readonly double Result(int id, out bool overflow)
    {
        overflow = false;
        if (_failed != 0.0)
        {
            return _failed;
        }

        if (_count == 0 && _op is (OpCode.Min or OpCode.Max or OpCode.Mean))
        {
            return Absence.Absent;
        }

        var result = _op switch
        {
            OpCode.Count => _count,
            OpCode.Mean => _state / _count,
            OpCode.Min or OpCode.Max => _state + 0.0, // An extreme of zeros is plain zero, whichever comes first.
            _ => _state,
        };
        overflow = !Floats.IsFinite(result);
        return overflow ? Absence.FailedAt(id) : result;
    }
}
