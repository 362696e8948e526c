using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Kernels.Tests.Library;

/// <summary>Designs over the standard library, given as text.</summary>
internal static class LibraryDesign
{
    /// <summary>Binds a text, which must be without errors.</summary>
    public static Compilation Compile(string text, string path = "design.icx")
    {
        var compilation = Compilation.Create([new SourceText(path, text)], LibrarySources.Instance);
        compilation.BindAll();
        Assert.Empty(compilation.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => $"{d.Code} {d.Message}"));
        return compilation;
    }

    /// <summary>Checks the first design of a text.</summary>
    public static CheckedDesign Check(string text)
    {
        var compilation = Compile(text);
        return DesignChecker.Check(compilation, compilation.Designs[0], new CheckOptions());
    }

    /// <summary>The value of an expression over the first design of a text: a number of such as <c>x in dB</c>, a bool as 0 or 1.</summary>
    public static double Number(string text, string expression)
    {
        var (design, value, _) = Evaluate(text, expression);
        var number = Assert.IsType<LoweredNumber>(value);
        return design.Interpreter.Evaluate(number.Value)[0];
    }

    /// <summary>The value of an expression as it prints.</summary>
    public static string? Text(string text, string expression)
    {
        var (design, value, bound) = Evaluate(text, expression);
        return design.Print(value, bound.Type, 0, null, null);
    }

    private static (ElaboratedDesign Design, Lowered Value, BoundExpression Bound) Evaluate(string text, string expression)
    {
        var compilation = Compile(text);
        var design = Elaborator.Elaborate(compilation, compilation.Designs[0]);
        var diagnostics = new DiagnosticBag();
        var bound = compilation.BindExpression(new SourceText("expression", expression), compilation.Designs[0], diagnostics);
        Assert.Empty(diagnostics.Items.Select(d => d.Message));
        var value = design.Evaluate(bound!);
        Assert.Empty(design.Diagnostics.Items.Select(d => d.Message));
        return (design, value!, bound!);
    }
}
