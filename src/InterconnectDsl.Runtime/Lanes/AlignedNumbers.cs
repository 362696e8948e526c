using System.Runtime.InteropServices;

namespace InterconnectDsl.Runtime;

/// <summary>
/// Numbers that begin at the start of a cache line, and stay there. An array begins in the midst of one, so that each vector of 512 bits would be read from two.
/// </summary>
internal sealed class AlignedNumbers
{
    private const int Line = 64;
    private const int LineNumbers = Line / sizeof(double);

    private readonly double[] numbers;
    private readonly int start;

    /// <summary>Makes zeros.</summary>
    /// <param name="length">How many.</param>
    public AlignedNumbers(int length)
    {
        Length = length;
        numbers = GC.AllocateArray<double>(length + LineNumbers - 1, pinned: true);
        var over = Marshal.UnsafeAddrOfPinnedArrayElement(numbers, 0) % Line;
        start = (int)((Line - over) % Line / sizeof(double));
    }

    /// <summary>How many there are.</summary>
    public int Length { get; }

    /// <summary>The first of them.</summary>
    public ref double First => ref numbers[start];

    /// <summary>All of them.</summary>
    public Span<double> Span => numbers.AsSpan(start, Length);
}
