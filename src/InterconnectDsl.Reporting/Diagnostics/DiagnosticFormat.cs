using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Reporting.Diagnostics;

/// <summary>How diagnostics are written.</summary>
public enum DiagnosticFormat
{
    /// <summary>For people, with source lines.</summary>
    Text,

    /// <summary>A line each, as MSBuild and editors read them.</summary>
    Msbuild,

    /// <summary>A JSON document.</summary>
    Json,

    /// <summary>A SARIF 2.1.0 log.</summary>
    Sarif,

    /// <summary>Annotations of GitHub Actions.</summary>
    Github,
}

/// <summary>Diagnostics in any of the formats.</summary>
public static class DiagnosticRenderer
{
    /// <summary>All diagnostics in a format.</summary>
    /// <param name="diagnostics">What was found, in order.</param>
    /// <param name="format">How to write it.</param>
    /// <param name="rules">Rules that may be among the codes.</param>
    /// <param name="tool">What found it.</param>
    /// <param name="style">Colours and width, for <see cref="DiagnosticFormat.Text"/>.</param>
    public static string Render(
        IReadOnlyList<Diagnostic> diagnostics, DiagnosticFormat format, IReadOnlyList<RuleSymbol> rules, ToolInfo tool, TextStyle style) => format switch
    {
        DiagnosticFormat.Msbuild => LineDiagnostics.RenderMsbuild(diagnostics),
        DiagnosticFormat.Github => LineDiagnostics.RenderGithub(diagnostics),
        DiagnosticFormat.Json => JsonDiagnostics.Render(diagnostics, tool),
        DiagnosticFormat.Sarif => SarifDiagnostics.Render(diagnostics, rules, tool),
        _ => TextDiagnostics.Render(diagnostics, style),
    };

    /// <summary>Whether the format is a document of its own, to be written even when nothing was found and with nothing around it.</summary>
    public static bool IsDocument(DiagnosticFormat format) => format is DiagnosticFormat.Json or DiagnosticFormat.Sarif;
}
