namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>Finds the classes of numbers that are given one by one.</summary>
internal static class DataColumns
{
    private const int Trial = 4096;

    /// <summary>A column of these numbers, folded where few of them are distinct.</summary>
    public static Column Of(double[] numbers, ClassMaps maps)
    {
        var clean = true;
        foreach (var number in numbers)
        {
            clean &= !double.IsNaN(number);
        }

        return Folded(numbers, maps, clean) ?? new(numbers, maps.Identity(numbers.Length), clean, owned: false);
    }

    private static Column? Folded(double[] numbers, ClassMaps maps, bool clean)
    {
        var classOf = new int[numbers.Length];
        var known = new Dictionary<long, int>();
        var distinct = new double[Math.Min(numbers.Length, Trial)];
        var count = 0;
        for (var m = 0; m < numbers.Length; m++)
        {
            var bits = BitConverter.DoubleToInt64Bits(numbers[m]);
            var c = m == 0 ? 0 : classOf[m - 1];
            if (m > 0 && bits == BitConverter.DoubleToInt64Bits(distinct[c]))
            {
                classOf[m] = c;
                continue;
            }

            if (!known.TryGetValue(bits, out c))
            {
                known.Add(bits, c = count++);
                if (c == distinct.Length)
                {
                    Array.Resize(ref distinct, 2 * c);
                }

                distinct[c] = numbers[m];
                if (c >= Trial && c > m / 2)
                {
                    return null;
                }
            }

            classOf[m] = c;
        }

        // A map may be coarser than asked only where nothing folds.
        return numbers.Length > 0 && maps.Mapped(classOf, count) is { } map && map.ClassCount == count
            ? new(distinct, map, clean, owned: false)
            : null;
    }
}
