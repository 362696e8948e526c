using System.Diagnostics;
using System.Globalization;

namespace InterconnectDsl.Benchmarks;

/// <summary>Runs of one thing: median, spread, CPU time and allocation.</summary>
internal sealed record Measured(double MedianSeconds, double BestSeconds, double WorstSeconds, double CpuSeconds, long AllocatedBytes)
{
    /// <summary>Runs an action some times after a warm-up of as many seconds.</summary>
    public static Measured Run(int rounds, double warmUpSeconds, Action action)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed.TotalSeconds < warmUpSeconds;)
        {
            action();
        }

        var walls = new List<double>();
        var cpus = new List<double>();
        long allocated = 0;
        for (var round = 0; round < rounds; round++)
        {
            GC.Collect();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var cpu = Process.GetCurrentProcess().TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            action();
            walls.Add(clock.Elapsed.TotalSeconds);
            cpus.Add((Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        walls.Sort();
        cpus.Sort();
        return new(walls[rounds / 2], walls[0], walls[rounds - 1], cpus[rounds / 2], allocated);
    }

    /// <summary>Time in milliseconds with its spread.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:F1} ms median ({1:F1} to {2:F1}), CPU {3:F1} ms, {4:F1} MB allocated",
        MedianSeconds * 1e3, BestSeconds * 1e3, WorstSeconds * 1e3, CpuSeconds * 1e3, AllocatedBytes / 1e6);
}
