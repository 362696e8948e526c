using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Benchmarks.Kernels;

/// <summary>What one round of a variant gave.</summary>
/// <param name="Figure">CPU time with one thread, elapsed time with more.</param>
/// <param name="Samples">How many samples.</param>
/// <param name="Counted">How many of them were counted.</param>
/// <param name="Check">A number that all variants must agree on.</param>
internal readonly record struct Round(double Figure, long Samples, long Counted, double Check);

/// <summary>A yardstick that runs as a process of its own: a line in asks for a round, a line out answers.</summary>
internal sealed class NativeProgram : IDisposable
{
    private readonly Process process;

    private NativeProgram(Process process) => this.process = process;

    /// <summary>Compiles one of our own sources beside this; null, with a word why, where there is no compiler.</summary>
    public static string? Compile(string source, string options)
    {
        var file = RepositoryRoot.Combine("tests/Benchmarks/native/" + source);
        var target = Path.Combine(AppContext.BaseDirectory, Path.GetFileNameWithoutExtension(source) + options.GetHashCode(StringComparison.Ordinal).ToString("x", CultureInfo.InvariantCulture));
        try
        {
            using var compiler = Process.Start("g++", $"{options} -o {target} {file} -lpthread");
            compiler.WaitForExit();
            return compiler.ExitCode == 0 ? target : null;
        }
        catch (Win32Exception)
        {
            Console.WriteLine("g++ is not here: no native yardstick.");
            return null;
        }
    }

    /// <summary>Starts a program; null where it is not here.</summary>
    public static NativeProgram? Start(string? file, string arguments)
    {
        if (file is null)
        {
            return null;
        }

        try
        {
            var start = new ProcessStartInfo(file, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
            return new(Process.Start(start)!);
        }
        catch (Win32Exception)
        {
            Console.WriteLine(file + " is not here.");
            return null;
        }
    }

    /// <summary>Runs a round; null where the program ended.</summary>
    public Round? Run()
    {
        try
        {
            process.StandardInput.WriteLine();
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            return null;
        }

        return process.StandardOutput.ReadLine()?.Split(' ') is { Length: > 3 } cells
            ? new(Number(cells[0]), long.Parse(cells[1], CultureInfo.InvariantCulture), long.Parse(cells[2], CultureInfo.InvariantCulture), Number(cells[3]))
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
