using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace InterconnectDsl.Runtime;

/// <content>Numbers of points in and out.</content>
public sealed partial class KernelRun
{
    /// <summary>Gives an input the same number at all points.</summary>
    /// <exception cref="ArgumentException">The number is infinite or NaN.</exception>
    public void Set(int input, double number)
    {
        if (!double.IsFinite(number))
        {
            throw new ArgumentException($"The input {_layout.Inputs[input]} must be a finite number.", nameof(number));
        }

        var column = Column(1 + input);
        if (_masks[1 + input] == 0 && _set[input] && BitConverter.DoubleToInt64Bits(column[0]) == BitConverter.DoubleToInt64Bits(number))
        {
            return;
        }

        column[.._stages.Lanes].Fill(number);
        _masks[1 + input] = 0;
        _changed[input] = true;
        _set[input] = true;
    }

    /// <summary>Gives an input its numbers at the points of a tile. Where they are all the same it counts as set.</summary>
    /// <exception cref="ArgumentException">There are none or too many, or one is infinite or NaN.</exception>
    public void Load(int input, ReadOnlySpan<double> numbers)
    {
        if (numbers.Length == 0 || numbers.Length > TilePoints)
        {
            throw new ArgumentException($"A tile has 1 to {TilePoints.ToString(CultureInfo.InvariantCulture)} points.", nameof(numbers));
        }

        var bits = MemoryMarshal.Cast<double, long>(numbers);
        if (bits.IndexOfAnyExcept(bits[0]) < 0)
        {
            Set(input, numbers[0]);
            return;
        }

        var column = Column(1 + input);
        if (_masks[1 + input] != 0 && MemoryMarshal.Cast<double, long>(column[..numbers.Length]).SequenceEqual(bits))
        {
            return; // The tile's points are those of the one before.
        }

        if (!AreFinite(numbers))
        {
            throw new ArgumentException($"The input {_layout.Inputs[input]} must have finite numbers.", nameof(numbers));
        }

        numbers.CopyTo(column);
        column[numbers.Length..].Fill(numbers[^1]);
        _masks[1 + input] = -1;
        _changed[input] = true;
        _set[input] = true;
    }

    /// <summary>Gives an input its numbers at the tile that begins at a point of many: one number for each point, or a single one for all.</summary>
    /// <exception cref="ArgumentException">There are neither as many numbers as points nor one, or one is infinite or NaN.</exception>
    public void Load(int input, ReadOnlySpan<double> all, int at, int points)
    {
        if (all.Length == 1)
        {
            Set(input, all[0]);
            return;
        }

        if (all.Length != points)
        {
            throw new ArgumentException(
                $"The input {_layout.Inputs[input]} must have one number, or as many as there are points: {points.ToString(CultureInfo.InvariantCulture)}.",
                nameof(all));
        }

        Load(input, all.Slice(at, Math.Min(TilePoints, points - at)));
    }

    /// <summary>Copies a result at the points of the tile that begins at a point of many: all points of the first member, then of the second ...</summary>
    /// <exception cref="ArgumentException">There is not just room for all points of all members.</exception>
    public void Store(int output, Span<double> all, int at, int points)
    {
        var members = _layout.Outputs[output].Members;
        if (all.Length != (long)members * points)
        {
            throw new ArgumentException(
                $"The results of {_layout.Outputs[output].Name} need {((long)members * points).ToString(CultureInfo.InvariantCulture)} places.", nameof(all));
        }

        for (var m = 0; m < members; m++)
        {
            Copy(output, m, all.Slice((m * points) + at, Math.Min(TilePoints, points - at)));
        }
    }

    // Only what is finite is 0 away from itself.
    private static bool AreFinite(ReadOnlySpan<double> numbers)
    {
        var at = 0;
        for (; at + Vector<double>.Count <= numbers.Length; at += Vector<double>.Count)
        {
            var some = new Vector<double>(numbers[at..]);
            if (!Vector.EqualsAll(some - some, Vector<double>.Zero))
            {
                return false;
            }
        }

        for (; at < numbers.Length; at++)
        {
            if (!double.IsFinite(numbers[at]))
            {
                return false;
            }
        }

        return true;
    }
}
