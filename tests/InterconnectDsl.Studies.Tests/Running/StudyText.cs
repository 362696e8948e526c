using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Studies.Tests.Running;

/// <summary>The first study of a text over the standard library; a semicolon ends a line as well.</summary>
internal static class StudyText
{
    public static StudyOutcome Run(string text, StudyOptions? options = null)
    {
        var compilation = Compilation.Create([new SourceText("design.icx", text.Replace(';', '\n'))], LibrarySources.Instance);
        compilation.BindAll();
        Assert.Empty(compilation.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Code + " " + d.Message));
        return StudyRunner.Run(compilation, compilation.Modules[0].Studies[0], options: options);
    }

    /// <summary>The numbers of a knob, point by point.</summary>
    public static double[] Knob(this StudyOutcome outcome, int knob) => [.. outcome.Rows.Select(r => r.Knobs[knob]?.Number ?? double.NaN)];

    /// <summary>The numbers of a figure, point by point.</summary>
    public static double[] Figure(this StudyOutcome outcome, int figure = 0) => [.. outcome.Rows.Select(r => r.Figures[figure]?.Value.Number ?? double.NaN)];
}
