using System.Reflection;
using InterconnectDsl.Cli.Arguments;
using InterconnectDsl.Cli.Verbs;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Cli.Running;

/// <summary>From arguments to an exit code.</summary>
internal static class Application
{
    private static readonly Verb[] Verbs =
    {
        CheckVerb.Verb, EvalVerb.Verb, WhyVerb.Verb, ReportVerb.Verb, BomVerb.Verb, StudyVerb.Verb, TestVerb.Verb, FmtVerb.Verb, ExplainVerb.Verb, LspVerb.Verb,
    };

    /// <summary>The version of the tool.</summary>
    public static string Version { get; } =
        typeof(Application).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    /// <summary>Runs the command.</summary>
    public static int Run(IReadOnlyList<string> arguments, Host host)
    {
        try
        {
            return Dispatch(arguments, host);
        }
        catch (UsageException wrong)
        {
            host.Error.Write("icx: " + wrong.Message + "\n");
            host.Error.Write(FindVerb(arguments) is { } verb ? "run `icx " + verb.Name + " --help` for its options and examples\n" : "run `icx --help` for what it does\n");
            return ExitCode.Usage;
        }
        catch (OperationCanceledException) when (host.Cancellation.IsCancellationRequested)
        {
            host.Error.Write("icx: cancelled\n");
            return ExitCode.Cancelled;
        }
        catch (Exception fault)
        {
            host.Error.Write(FaultReport.Write(fault, arguments, host));
            return ExitCode.Fault;
        }
    }

    private static int Dispatch(IReadOnlyList<string> arguments, Host host)
    {
        if (arguments.Count == 0)
        {
            host.Error.Write(HelpText.Of(Verbs, Version));
            return ExitCode.Usage;
        }

        if (arguments[0] is "--help" or "-h" or "help")
        {
            host.Out.Write(arguments.Count > 1 && FindVerb(arguments.Skip(1).ToList()) is { } about ? HelpText.Of(about) : HelpText.Of(Verbs, Version));
            return ExitCode.Clean;
        }

        if (arguments[0] == "--version")
        {
            host.Out.Write("icx " + Version + "\n");
            return ExitCode.Clean;
        }

        return Run(FindVerb(arguments) ?? throw Unknown(arguments[0]), arguments.Skip(1).ToList(), host);
    }

    private static int Run(Verb verb, IReadOnlyList<string> arguments, Host host)
    {
        if (arguments.TakeWhile(a => a != "--").Any(a => a is "--help" or "-h"))
        {
            host.Out.Write(HelpText.Of(verb));
            return ExitCode.Clean;
        }

        var parsed = ArgumentReader.Read(arguments, verb.Options);
        if (parsed.Operands.Count < verb.Least || parsed.Operands.Count > verb.Most)
        {
            throw new UsageException($"`icx {verb.Name}` takes {verb.Operands}, and {(parsed.Operands.Count == 0 ? "nothing" : string.Join(" ", parsed.Operands))} was given");
        }

        return verb.Run(new(host, parsed));
    }

    private static Verb? FindVerb(IReadOnlyList<string> arguments) => arguments.Count == 0 ? null : Array.Find(Verbs, v => v.Name == arguments[0]);

    private static UsageException Unknown(string name)
    {
        var near = Spelling.Nearest(name, Verbs.Select(v => v.Name));
        return new(name.EndsWith(".icx", StringComparison.Ordinal) ? $"what is to be done with `{name}`? write `icx check {name}` or `icx report {name}`"
            : $"there is no verb `{name}`" + (near is null ? "" : $"; did you mean `{near}`?"));
    }
}
