using System.Collections.Immutable;
using System.Text;
using InterconnectDsl.Generator.Emission;
using InterconnectDsl.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace InterconnectDsl.Generator;

/// <summary>
/// Checks the .icx files of a C# project while it is built, and makes a class of each design. Every step hands on values that are compared by what they say, so
/// that an edit costs what depends on it.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class IcxGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var settings = context.AnalyzerConfigOptionsProvider.Select(static (o, _) => BuildSettings.Read(o.GlobalOptions));
        var texts = context.AdditionalTextsProvider.Where(static t =>
            t.Path.EndsWith(".icx", StringComparison.OrdinalIgnoreCase) || BuildSettings.IsSettings(t.Path));

        // An editor may list a file twice; the first is taken.
        var firsts = texts.Collect().Select(static (all, _) => new HashSet<AdditionalText>(all.GroupBy(t => t.Path, StringComparer.Ordinal).Select(g => g.First())));
        var parsed = texts.Combine(firsts).Where(static p => p.Right.Contains(p.Left)).Select(static (p, _) => p.Left)
            .Combine(context.AnalyzerConfigOptionsProvider).Select(static (p, _) => (File: p.Left, Space: NamespaceOf(p.Left, p.Right)))
            .Combine(settings)
            .Select(static (p, c) => IcxFile.Parse(p.Left.File.Path, p.Left.File.GetText(c)?.ToString() ?? "", p.Left.Space, p.Right))
            .WithTrackingName(Steps.Parse);

        var data = context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static p => DataFile.IsNamedSo(p.Left.Path) || string.Equals(Metadata(p.Left, p.Right, "IcxData"), "true", StringComparison.OrdinalIgnoreCase))
            .Select(static (p, _) => p.Left).Combine(settings)
            .Select(static (p, c) => new DataFile(p.Left.Path, p.Left.GetText(c)?.ToString() ?? "", p.Right)).WithTrackingName(Steps.Data);
        var linker = parsed.Collect().Combine(data.Collect()).Select(static (all, _) => new Linker(all.Left, all.Right));
        var built = parsed.Where(static f => !f.IsSettings).Combine(linker)
            .Select(static (p, _) => p.Right.Link(p.Left)).WithTrackingName(Steps.Link)
            .Combine(settings)
            .Select(static (p, c) => UnitBuilder.Build(p.Left, p.Right, c)).WithTrackingName(Steps.Emit);

        context.RegisterSourceOutput(built.SelectMany(static (b, _) => b.Sources), static (output, source) =>
            output.AddSource(source.HintName, SourceText.From(source.Content, Encoding.UTF8)));

        var findings = built.Collect().Select(static (all, _) => FindingCollector.Collect(all)).WithTrackingName(Steps.Diagnostics);
        context.RegisterSourceOutput(findings, static (output, all) =>
        {
            foreach (var finding in all)
            {
                output.ReportDiagnostic(finding.ToDiagnostic());
            }
        });
    }

    private static string NamespaceOf(AdditionalText text, Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptionsProvider options) => Metadata(text, options, "IcxNamespace");

    private static string Metadata(AdditionalText text, Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptionsProvider options, string name) =>
        options.GetOptions(text).TryGetValue("build_metadata.AdditionalFiles." + name, out var value) ? value.Trim() : "";
}
