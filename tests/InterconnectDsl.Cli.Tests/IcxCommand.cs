using InterconnectDsl.Cli.Running;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Cli.Tests;

/// <summary>What a run of the command left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Out">What went to standard output.</param>
/// <param name="Error">What went to standard error.</param>
internal sealed record IcxResult(int ExitCode, string Out, string Error);

/// <summary>Runs <c>icx</c> inside the test process, on a day that is always the same and a clock that stands still.</summary>
internal static class IcxCommand
{
    /// <summary>Runs the command in the root of the repository.</summary>
    public static IcxResult Run(params string[] arguments) => RunIn(RepositoryRoot.FullPath, arguments);

    /// <summary>Runs the command in a folder.</summary>
    public static IcxResult RunIn(string folder, params string[] arguments) => RunWith(Stream.Null, folder, arguments);

    /// <summary>Runs the command in a folder, with something on standard input.</summary>
    public static IcxResult RunWith(Stream input, string folder, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = new Host
        {
            Out = output,
            Error = error,
            Input = input,
            Directory = folder,
            Environment = _ => null,
            Today = () => new DateOnly(WholeCheck.Today / 10_000, WholeCheck.Today / 100 % 100, WholeCheck.Today % 100),
            Elapsed = () => 0,
        };
        return new(Application.Run(arguments, host), output.ToString(), error.ToString());
    }
}
