using System.Text;
using InterconnectDsl.Cli.Arguments;
using InterconnectDsl.Cli.Running;
using InterconnectDsl.Sources;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Formatting;
using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Cli.Verbs;

/// <summary><c>icx fmt</c>: writes files in the one style.</summary>
internal static class FmtVerb
{
    private static readonly Option Check = new("--check", null, "change nothing; name the files that are not in style, and exit with 1 if there are any");

    public static readonly Verb Verb = new(
        "fmt", "write files in the one style; comments stay, and what cannot be read stays as it is", "PATH...", 1, int.MaxValue,
        new[] { Check },
        new[]
        {
            ("icx fmt designs", "every .icx file below the folder"),
            ("icx fmt --check .", "for a build: nothing is written"),
            ("icx fmt - < switch.icx", "from standard input to standard output"),
        },
        Run);

    private static int Run(Invocation invocation)
    {
        var problems = new DiagnosticBag();
        var found = new List<Diagnostic>();
        var check = invocation.Arguments.Has(Check);
        var (changed, files) = (0, 0);
        foreach (var path in InputFiles.Expand(invocation.Arguments.Operands, invocation.Host.Directory, problems))
        {
            invocation.Cancellation.ThrowIfCancellationRequested();
            if (invocation.Reader.Read(path, problems) is not { } text)
            {
                continue;
            }

            var tree = Parser.Parse(text);
            found.AddRange(tree.Diagnostics);
            files++;
            changed += Settle(invocation, path, text, Formatter.Format(tree), check) ? 1 : 0;
        }

        found.AddRange(problems.Items);
        invocation.Report(found);
        if (!invocation.Quiet && !invocation.Arguments.Operands.Contains(InputFiles.StandardInput))
        {
            invocation.Host.Error.Write(FormattableString.Invariant($"{files} file{(files == 1 ? "" : "s")}, {changed} {(check ? "not in style" : "changed")}\n"));
        }

        return problems.Items.Any(d => d.Severity == Severity.Error) ? ExitCode.Usage
            : (check && changed > 0) || found.Any(d => d.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Clean;
    }

    // Names the file, writes it, or prints it; gives whether it was not in style.
    private static bool Settle(Invocation invocation, string path, SourceText text, string formatted, bool check)
    {
        var differs = formatted != text.Content;
        if (path == InputFiles.StandardInput && !check)
        {
            invocation.Host.Out.Write(formatted);
        }
        else if (differs && check)
        {
            invocation.Host.Out.Write(text.Path + "\n");
        }
        else if (differs)
        {
            Write(path, text.Path, formatted);
        }

        return differs;
    }

    private static void Write(string path, string shown, string content)
    {
        try
        {
            File.WriteAllText(path, content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"`{shown}` cannot be written; check the file and its permissions");
        }
    }
}
