using System.ComponentModel;

namespace InterconnectDsl.Runtime.Designs;

/// <summary>
/// How the parameters of a compiled design are kept: as the bits in which a value differs from the nominal one, so that a struct of zeros is the nominal
/// point.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Points
{
    /// <summary>The value that was kept.</summary>
    public static double Read(long kept, double nominal) => BitConverter.Int64BitsToDouble(kept ^ BitConverter.DoubleToInt64Bits(nominal));

    /// <summary>A result that is a whole number.</summary>
    /// <exception cref="InvalidOperationException">The value is absent at this point.</exception>
    public static int Whole(double number) => double.IsNaN(number) ? throw new InvalidOperationException("the value is absent at this point") : (int)number;

    /// <summary>A result that is one of several words.</summary>
    /// <param name="number">Which, from 0.</param>
    /// <param name="words">The words, a bar between them.</param>
    /// <exception cref="InvalidOperationException">The value is absent at this point.</exception>
    public static string Word(double number, string words) => words.Split('|')[Whole(number)];

    /// <summary>What is kept of a value.</summary>
    /// <param name="value">The value, in the unit its name says.</param>
    /// <param name="nominal">The nominal value.</param>
    /// <param name="from">The least that makes sense.</param>
    /// <param name="to">The most.</param>
    /// <param name="name">The parameter's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is no finite number, or outside the range.</exception>
    public static long Write(double value, double nominal, double from, double to, string name)
    {
        if (!(value >= from && value <= to))
        {
            throw new ArgumentOutOfRangeException(name, value, double.IsFinite(value)
                ? FormattableString.Invariant($"it makes sense from {from} to {to}") : "it takes a finite number");
        }

        return BitConverter.DoubleToInt64Bits(value) ^ BitConverter.DoubleToInt64Bits(nominal);
    }
}
