namespace InterconnectDsl.Runtime;

/// <summary>How many doubles this processor works on at once. Chosen when the program starts; full-precision results do not depend on it.</summary>
public static class LaneWidth
{
    /// <summary>8 with AVX-512, 4 with AVX2 and FMA, 2 with other vectors, otherwise 1.</summary>
    public static readonly int Best = Lanes8.IsSupported ? 8 : Lanes4.IsSupported ? 4 : Lanes2.IsSupported ? 2 : 1;

    /// <summary>Whether this processor has the instructions for 8, 4, 2 or 1 lanes; false for any other number.</summary>
    public static bool IsSupported(int lanes) => lanes switch
    {
        8 => Lanes8.IsSupported,
        4 => Lanes4.IsSupported,
        2 => Lanes2.IsSupported,
        _ => lanes == 1,
    };

    /// <summary>Runs the work with the best number of lanes.</summary>
    /// <typeparam name="TWork">What to do.</typeparam>
    public static void Run<TWork>(ref TWork work)
        where TWork : ILaneWork => Run(ref work, Best);

    /// <summary>Runs the work with a given number of lanes.</summary>
    /// <typeparam name="TWork">What to do.</typeparam>
    /// <exception cref="PlatformNotSupportedException">This processor has no instructions for that number.</exception>
    public static void Run<TWork>(ref TWork work, int lanes)
        where TWork : ILaneWork
    {
        if (!IsSupported(lanes))
        {
            throw new PlatformNotSupportedException("This processor lacks the instructions for that number of lanes.");
        }

        switch (lanes)
        {
            case 8:
                work.Run<Lanes8>();
                break;
            case 4:
                work.Run<Lanes4>();
                break;
            case 2:
                work.Run<Lanes2>();
                break;
            default:
                work.Run<Lanes1>();
                break;
        }
    }
}
