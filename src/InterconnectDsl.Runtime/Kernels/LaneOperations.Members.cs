using System.Runtime.CompilerServices;

namespace InterconnectDsl.Runtime;

/// <content>Members side by side.</content>
public readonly partial struct LaneOperations<T, TFunctions>
{
    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static double SumInOrder(double state, T elements, nint count)
    {
        Unsafe.SkipInit(out Eight numbers);
        T.Store(elements, ref numbers[0], 0);
        if (count < T.Count)
        {
            for (var i = 0; i < count; i++)
            {
                state += numbers[i];
            }

            return state;
        }

        state += numbers[0];
        state = T.Count > 1 ? state + numbers[1] : state;
        state = T.Count > 2 ? state + numbers[2] + numbers[3] : state;
        return T.Count > 4 ? state + numbers[4] + numbers[5] + numbers[6] + numbers[7] : state;
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static double ProductInOrder(double state, T elements, nint count)
    {
        Unsafe.SkipInit(out Eight numbers);
        T.Store(elements, ref numbers[0], 0);
        for (var i = 0; i < T.Count && i < count; i++)
        {
            state *= numbers[i];
        }

        return state;
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static double Lowest(T states)
    {
        Unsafe.SkipInit(out Eight numbers);
        T.Store(states, ref numbers[0], 0);
        var lowest = numbers[0];
        for (var i = 1; i < T.Count; i++)
        {
            lowest = numbers[i] < lowest ? numbers[i] : lowest;
        }

        return lowest;
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static double Highest(T states)
    {
        Unsafe.SkipInit(out Eight numbers);
        T.Store(states, ref numbers[0], 0);
        var highest = numbers[0];
        for (var i = 1; i < T.Count; i++)
        {
            highest = numbers[i] > highest ? numbers[i] : highest;
        }

        return highest;
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static double Added(T states)
    {
        Unsafe.SkipInit(out Eight numbers);
        T.Store(states, ref numbers[0], 0);
        var sum = 0.0;
        for (var i = 0; i < T.Count; i++)
        {
            sum += numbers[i];
        }

        return sum;
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void FlagPoint(T checks, ref double columns, nint point)
    {
        if (T.HasNaN(checks))
        {
            Unsafe.Add(ref columns, point) = double.NaN;
        }
    }
}

/// <summary>Room for as many numbers as there are lanes at most.</summary>
[InlineArray(8)]
internal struct Eight
{
    private double first;
}
