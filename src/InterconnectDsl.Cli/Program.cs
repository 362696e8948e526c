using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace InterconnectDsl.Cli.Running;

/// <summary>The entry: joins the command to the process it runs in. Only here are the clock, the console and signals looked at.</summary>
internal static class Program
{
    private const int BrokenPipe = 32;

    private static int Main(string[] arguments)
    {
        using var cancellation = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        try
        {
            return Run(arguments, cancellation.Token);
        }
        catch (IOException fault)
        {
            // Whoever read the output has left, as `head` does, and asked for no more. A full disk is another matter.
            return fault.HResult == BrokenPipe ? ExitCode.Clean : ExitCode.Usage;
        }

        void Cancel(PosixSignalContext signal)
        {
            signal.Cancel = true;
            cancellation.Cancel();
        }
    }

    private static int Run(string[] arguments, CancellationToken cancellation)
    {
        // Plain streams: Console.Out would look up the terminal first, which costs milliseconds nobody needs.
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 16 * 1024) { NewLine = "\n" };
        using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false), 4 * 1024) { NewLine = "\n", AutoFlush = true };
        return Application.Run(arguments, HostOf(output, error, cancellation));
    }

    private static Host HostOf(TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        return new()
        {
            Out = output,
            Error = error,
            Input = Console.OpenStandardInput(),
            Output = Console.OpenStandardOutput,
            Directory = Environment.CurrentDirectory,
            Environment = Environment.GetEnvironmentVariable,
            Today = Today,
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Width = Width(),
            Elapsed = () => Stopwatch.GetElapsedTime(start).TotalSeconds,
            Cancellation = cancellation,
        };
    }

#pragma warning disable RS0030 // The one place that may look at the clock; everything below is handed the day.
    private static DateOnly Today() => DateOnly.FromDateTime(DateTime.Now);
#pragma warning restore RS0030

    private static int Width()
    {
        try
        {
            return !Console.IsErrorRedirected && Console.WindowWidth is var width and > 0 ? Math.Clamp(width, 60, 200) : 120;
        }
        catch (IOException)
        {
            return 120;
        }
    }
}
