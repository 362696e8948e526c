using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Diagnostics;

/// <summary>How bad it is.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>Probably a mistake; the answer stands.</summary>
    Warning,

    /// <summary>The answer does not stand.</summary>
    Error,
}

/// <summary>A second place that explains a diagnostic.</summary>
/// <param name="Location">The place.</param>
/// <param name="Message">What is there.</param>
public sealed record RelatedLocation(SourceSpan Location, string Message);

/// <summary>One finding: what, where, why, and what to write instead.</summary>
/// <param name="Code">ICXnnnn, or the id of a rule.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">What is wrong, in the user's words.</param>
/// <param name="Location">Where.</param>
/// <param name="Help">What to do about it, or null.</param>
public sealed record Diagnostic(string Code, Severity Severity, string Message, SourceSpan Location, string? Help = null)
{
    /// <summary>Other places that explain it.</summary>
    public IReadOnlyList<RelatedLocation> Related { get; init; } = Array.Empty<RelatedLocation>();

    /// <summary>Text that, put in place of <see cref="Location"/>, mends it; null when no single edit does.</summary>
    public string? Replacement { get; init; }

    /// <summary>What makes two findings the same to a reader: code, place and message.</summary>
    public object Identity => new Said(Code, Location, Message);

    /// <summary>The standard or paper a rule rests on, or null.</summary>
    public string? Source { get; init; }

    private sealed record Said(string Code, SourceSpan Location, string Message);
}

/// <summary>Collects diagnostics in the order they are found. Texts come from <see cref="DiagnosticCatalogue"/>.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _items = new();

    /// <summary>What has been found so far.</summary>
    public IReadOnlyList<Diagnostic> Items => _items;

    /// <summary>Whether one of them is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Takes all out.</summary>
    public void Clear()
    {
        _items.Clear();
        HasErrors = false;
    }

    /// <summary>Adds a finished diagnostic.</summary>
    public void Add(Diagnostic diagnostic)
    {
        _items.Add(diagnostic);
        HasErrors |= diagnostic.Severity == Severity.Error;
    }

    /// <summary>Adds all of another bag.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Add(diagnostic);
        }
    }

    /// <summary>Reports a catalogued diagnostic; its message template is filled with <paramref name="arguments"/>.</summary>
    /// <param name="code">ICXnnnn, declared in the catalogue.</param>
    /// <param name="location">Where.</param>
    /// <param name="arguments">Values for {0}, {1} ... of the message.</param>
    public void Report(string code, SourceSpan location, params object[] arguments) =>
        Add(DiagnosticCatalogue.Make(code, location, arguments));

    /// <summary>Reports a catalogued diagnostic with other places that explain it.</summary>
    public void Report(string code, SourceSpan location, IReadOnlyList<RelatedLocation> related, params object[] arguments) =>
        Add(DiagnosticCatalogue.Make(code, location, arguments) with { Related = related });

    /// <summary>Reports a catalogued diagnostic with a help text and, where one edit mends it, that edit.</summary>
    public void ReportWithHelp(string code, SourceSpan location, string? help, string? replacement, params object[] arguments)
    {
        var made = DiagnosticCatalogue.Make(code, location, arguments);
        Add(made with { Help = help ?? made.Help, Replacement = replacement });
    }
}
