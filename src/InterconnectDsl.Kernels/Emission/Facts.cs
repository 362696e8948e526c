using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>
/// What is known of a value whatever the inputs are: whether it may be absent, and whether it may be infinite or failed. A vector kernel computes as if all
/// numbers were there, lets absence pass where it may arise, and checks what would hide a failure.
/// </summary>
internal static class Facts
{
    /// <summary>The method that computes an operation.</summary>
    /// <param name="op">The operation.</param>
    /// <param name="someAbsent">Whether an argument may be absent.</param>
    public static string OperationOf(OpCode op, bool someAbsent) => op switch
    {
        OpCode.And when !someAbsent => "Both",
        OpCode.Or when !someAbsent => "Either",
        _ => op.ToString(),
    };

    /// <summary>Whether a method is given its constants, which are read before the loop by the method with <c>Hold</c> before its name.</summary>
    /// <param name="operation">The method.</param>
    public static bool IsHeld(string operation) => operation == nameof(OpCode.FromDecibel);

    /// <summary>Whether the fast operation carries the bits of an absent argument on its own.</summary>
    public static bool CarriesAbsence(OpCode op) => op switch
    {
        OpCode.Add or OpCode.Subtract or OpCode.Multiply or OpCode.Divide or OpCode.Negate or OpCode.Abs or OpCode.Sqrt => true,
        OpCode.MultiplyAdd or OpCode.NegatedMultiplyAdd => true,
        OpCode.And or OpCode.Or or OpCode.Exists or OpCode.Otherwise => true,
        _ => false,
    };

    /// <summary>
    /// Whether a number that is not finite comes out as one that is not finite, so that it need not be checked before. Conditions choose: what they do not
    /// take does not matter.
    /// </summary>
    public static bool Shows(OpCode op, int argument) => op switch
    {
        OpCode.Add or OpCode.Subtract or OpCode.Multiply or OpCode.Negate or OpCode.Abs or OpCode.Sqrt or OpCode.Positive => true,
        OpCode.MultiplyAdd or OpCode.NegatedMultiplyAdd => true,
        OpCode.Floor or OpCode.Ceiling or OpCode.Round => true,
        OpCode.Ln or OpCode.Ln1P or OpCode.Log10 or OpCode.Log2 or OpCode.ToDecibel => true,
        OpCode.Divide => argument == 0,
        OpCode.Select => argument > 0,
        OpCode.Otherwise => true,
        OpCode.Sum or OpCode.Product or OpCode.Mean => true,
        _ => false,
    };

    /// <summary>Whether an operation on finite numbers always gives a finite one.</summary>
    public static bool StaysFinite(OpCode op) => op switch
    {
        OpCode.Negate or OpCode.Not or OpCode.Abs or OpCode.Sign or OpCode.Floor or OpCode.Ceiling or OpCode.Round => true,
        OpCode.Minimum or OpCode.Maximum or OpCode.And or OpCode.Or or OpCode.Select or OpCode.Exists or OpCode.Otherwise => true,
        >= OpCode.Less and <= OpCode.NotEqual => true,
        OpCode.Sin or OpCode.Cos or OpCode.Erf or OpCode.Erfc or OpCode.NormalCdf => true,
        OpCode.Min or OpCode.Max or OpCode.Any or OpCode.All or OpCode.Count => true,
        OpCode.Gather or OpCode.Named or OpCode.Input => true,
        _ => false,
    };

    /// <summary>Whether a value may be absent, given what its arguments may be.</summary>
    /// <param name="value">The value.</param>
    /// <param name="of">What is known of arguments.</param>
    public static bool MayBeAbsent(Value value, Func<Value, bool> of) => value.Op switch
    {
        OpCode.Exists or OpCode.Sum or OpCode.Product or OpCode.Count or OpCode.Any or OpCode.All => false,
        OpCode.Min or OpCode.Max or OpCode.Mean => of(value.Arguments[0]) || HasEmpty(value.Shape!),
        OpCode.Otherwise => of(value.Arguments[0]) && of(value.Arguments[1]),
        OpCode.Gather => value.Map!.HasGaps || Array.Exists(value.Arguments, v => of(v)),
        OpCode.Solve or OpCode.Unknown => true,
        _ => Array.Exists(value.Arguments, v => of(v)),
    };

    /// <summary>Whether a column has an absent number.</summary>
    public static bool HasAbsent(Column column) => Has(column, Absence.IsAbsent);

    /// <summary>Whether a column has a failed number.</summary>
    public static bool HasFailed(Column column) => Has(column, Absence.IsFailed);

    private static bool Has(Column column, Func<double, bool> property)
    {
        for (var c = 0; !column.Clean && c < column.Classes.ClassCount; c++)
        {
            if (property(column.OfClass(c)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasEmpty(ListShape shape)
    {
        for (var o = 0; o < shape.Owner.Count; o++)
        {
            if (shape.Offsets[o] == shape.Offsets[o + 1])
            {
                return true;
            }
        }

        return false;
    }
}
