using InterconnectDsl.Language.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OwnSeverity = InterconnectDsl.Language.Diagnostics.Severity;

namespace InterconnectDsl.Generator.Pipeline;

/// <summary>A place in a file by numbers alone, so that nothing of an old compilation is kept alive and nothing is looked up in a new one.</summary>
/// <param name="Path">The file as the build gave it.</param>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Line">Line of the first character, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
/// <param name="EndLine">Line behind the last character.</param>
/// <param name="EndColumn">Its column.</param>
internal sealed record Place(string Path, int Start, int Length, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>A span of a file.</summary>
    public static Place Of(string path, SourceSpan span)
    {
        var (from, to) = (span.Position, span.Text.PositionOf(span.Span.End));
        return new(path, span.Span.Start, span.Span.Length, from.Line, from.Column, to.Line, to.Column);
    }

    /// <summary>As the compiler takes it.</summary>
    public Location ToLocation() =>
        Location.Create(Path, new(Start, Length), new LinePositionSpan(new(Line - 1, Column - 1), new(EndLine - 1, EndColumn - 1)));
}

/// <summary>A finding as the pipeline carries it.</summary>
/// <param name="Id">ICXnnnn or the id of a rule.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Title">What findings of this id have in common.</param>
/// <param name="Message">What is wrong, and what to do about it.</param>
/// <param name="Place">Where.</param>
/// <param name="Others">Other places that explain it.</param>
/// <param name="IsFixed">Whether it is an error of the language, which no setting turns down.</param>
internal sealed record Finding(string Id, OwnSeverity Severity, string Title, string Message, Place Place, EquatableArray<Place> Others, bool IsFixed)
{
    private const string Category = "InterconnectDsl";

    /// <summary>As the compiler reports it.</summary>
    public Diagnostic ToDiagnostic()
    {
        var severity = Severity switch
        {
            OwnSeverity.Error => DiagnosticSeverity.Error,
            OwnSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        };
        var tags = IsFixed ? new[] { WellKnownDiagnosticTags.NotConfigurable } : System.Array.Empty<string>();
        var descriptor = new DiagnosticDescriptor(Id, Title, "{0}", Category, severity, isEnabledByDefault: true, customTags: tags);
        return Diagnostic.Create(descriptor, Place.ToLocation(), Others.Select(o => o.ToLocation()), Message);
    }
}
