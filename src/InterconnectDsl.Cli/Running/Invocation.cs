using System.Globalization;
using System.Text;
using InterconnectDsl.Cli.Arguments;
using InterconnectDsl.Sources;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Library;
using InterconnectDsl.Reporting;
using InterconnectDsl.Reporting.Diagnostics;

namespace InterconnectDsl.Cli.Running;

/// <summary>One run of a verb: what was asked, and the ways to answer.</summary>
internal sealed class Invocation
{
    private readonly DiagnosticFormat _format;

    /// <summary>Reads the common options.</summary>
    /// <exception cref="UsageException">A value is not understood.</exception>
    public Invocation(Host host, ParsedArguments arguments)
    {
        Host = host;
        Arguments = arguments;
        Reader = new(host.Directory, host.Input);
        _format = FormatOf(arguments.Find(CommonOptions.Diagnostics));
        Quiet = arguments.Has(CommonOptions.Quiet);
        WarnAsError = arguments.Has(CommonOptions.WarnAsError);
        Today = ReadToday(arguments.Find(CommonOptions.Today)) ?? host.Today();
    }

    private static DiagnosticFormat FormatOf(string? name) => name?.ToLowerInvariant() switch
    {
        "msbuild" => DiagnosticFormat.Msbuild,
        "json" => DiagnosticFormat.Json,
        "sarif" => DiagnosticFormat.Sarif,
        "github" => DiagnosticFormat.Github,
        _ => DiagnosticFormat.Text,
    };

    /// <summary>The machine.</summary>
    public Host Host { get; }

    /// <summary>What was asked.</summary>
    public ParsedArguments Arguments { get; }

    /// <summary>Reads files, each once.</summary>
    public SourceReader Reader { get; }

    /// <summary>The day waivers are held against.</summary>
    public DateOnly Today { get; }

    /// <summary>Today as yyyymmdd.</summary>
    public int TodayNumber => (Today.Year * 10000) + (Today.Month * 100) + Today.Day;

    /// <summary>Whether only errors and results are wanted.</summary>
    public bool Quiet { get; }

    /// <summary>Whether warnings count as errors.</summary>
    public bool WarnAsError { get; }

    /// <summary>Ends the run early.</summary>
    public CancellationToken Cancellation => Host.Cancellation;

    /// <summary>The tool and its library. The hash is only there where a document asks for it.</summary>
    public static ToolInfo Tool(bool withHash) => new(Application.Version, StandardLibrary.Version, withHash ? StandardLibrary.TextHash : "");

    /// <summary>How text for standard error looks.</summary>
    public TextStyle ErrorStyle => new(Host.ErrorIsTerminal && ColorsWanted, Host.Width);

    /// <summary>How text for standard output looks.</summary>
    public TextStyle OutStyle => new(Host.OutIsTerminal && ColorsWanted, Host.Width);

    // https://no-color.org: any value but the empty one.
    private bool ColorsWanted => !Arguments.Has(CommonOptions.NoColor) && string.IsNullOrEmpty(Host.Environment("NO_COLOR"))
        && string.IsNullOrEmpty(Host.Environment("CI")) && Host.Environment("TERM") != "dumb";

    /// <summary>Writes diagnostics to standard error, in the form asked for. A document is written even when there are none.</summary>
    public void Report(IReadOnlyList<Diagnostic> diagnostics, IReadOnlyList<RuleSymbol>? rules = null)
    {
        var shown = Quiet ? diagnostics.Where(d => d.Severity == Severity.Error).ToList() : diagnostics;
        if (shown.Count > 0 || DiagnosticRenderer.IsDocument(_format))
        {
            Host.Error.Write(Render(shown, rules ?? Array.Empty<RuleSymbol>(), ErrorStyle));
        }
    }

    /// <summary>Diagnostics in the form asked for.</summary>
    public string Render(IReadOnlyList<Diagnostic> diagnostics, IReadOnlyList<RuleSymbol> rules, TextStyle style) =>
        DiagnosticRenderer.Render(diagnostics, _format, rules, Tool(withHash: false), style);

    /// <summary>Writes a result to standard output, or to the file asked for.</summary>
    public void Write(string result)
    {
        if (Arguments.Find(CommonOptions.Output) is not { } file)
        {
            Host.Out.Write(result);
            return;
        }

        try
        {
            File.WriteAllText(Path.GetFullPath(file, Host.Directory), result, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new UsageException($"`{file}` cannot be written; check the folder and its permissions");
        }
    }

    private static DateOnly? ReadToday(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new UsageException($"`--today` takes a date such as 2027-06-30, not `{text}`");
    }
}
