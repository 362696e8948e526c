using System.Diagnostics;

namespace InterconnectDsl.LanguageServer.Server;

/// <summary>
/// Collects garbage when nothing is typed, so that nobody waits for it: a file that is checked as a whole leaves much behind, and to sort out what still lives
/// takes longer than the check. The heap is the process's, so all that is known of it is too.
/// </summary>
internal static class IdleCollection
{
    /// <summary>Nothing is typed: so long after findings are told. A typist who goes on at once is not held up.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);

    /// <summary>Work on a version that has left less than this behind is not worth a look, in bytes.</summary>
    private const long Worthwhile = 8 << 20;

    /// <summary>A collection of everything that may take longer than this waits for a longer rest, unless there is much more to collect than lives.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    private static readonly Lock Gate = new();
    private static long s_allocated;
    private static long s_kept;
    private static TimeSpan s_took;

    /// <summary>Waits a moment, and collects what was left behind since the last time if that is much.</summary>
    /// <param name="typed">Cancelled when somebody types.</param>
    public static async Task MomentAsync(CancellationToken typed)
    {
        await Task.Delay(Moment, typed).ConfigureAwait(false);
        lock (Gate)
        {
            if (GC.GetTotalAllocatedBytes() - s_allocated >= Worthwhile)
            {
                Collect(HasGrown(s_took < Short ? 1.5 : 2.5));
            }
        }
    }

    /// <summary>Collects everything where much has become old and died; for a longer rest.</summary>
    public static void Rest()
    {
        lock (Gate)
        {
            if (HasGrown(1.25))
            {
                Collect(everything: true);
            }
        }
    }

    private static bool HasGrown(double times) => GC.GetTotalMemory(false) > (s_kept * times) + Worthwhile;

    private static void Collect(bool everything)
    {
        var began = Stopwatch.GetTimestamp();
        GC.Collect(everything ? 2 : 1, GCCollectionMode.Forced, blocking: true, compacting: everything);
        s_allocated = GC.GetTotalAllocatedBytes();
        if (everything)
        {
            (s_kept, s_took) = (GC.GetTotalMemory(false), Stopwatch.GetElapsedTime(began));
        }
    }
}
