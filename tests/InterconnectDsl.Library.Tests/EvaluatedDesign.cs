using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Library.Tests;

/// <summary>The first design of a text over the standard library, compiled once, in which any number of expressions are evaluated.</summary>
internal sealed class EvaluatedDesign
{
    private readonly Compilation _compilation;
    private readonly ElaboratedDesign _design;

    private EvaluatedDesign(SourceText source)
    {
        _compilation = Compilation.Create([source], LibrarySources.Instance);
        _compilation.BindAll();
        Assert.Empty(_compilation.Diagnostics.Where(d => d.Severity == Severity.Error).Select(Words));
        _design = Elaborator.Elaborate(_compilation, _compilation.Designs[0]);
    }

    /// <summary>That of a text.</summary>
    public static EvaluatedDesign OfText(string text) => new(new("design.icx", text));

    /// <summary>That of a file beside the tests.</summary>
    public static EvaluatedDesign OfFile(string name) => new(new(name, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name))));

    /// <summary>The number an expression comes to; the failure of the test, in the words a user would read, when it comes to none.</summary>
    public double Number(string expression)
    {
        var value = Evaluate(expression, out var found);
        Assert.Empty(found);
        var number = Assert.IsType<LoweredNumber>(value);
        var result = _design.Interpreter.Evaluate(number.Value)[0];
        Assert.True(double.IsFinite(result), expression + " comes to no number");
        return result;
    }

    /// <summary>What a user would read about an expression, when there is something to say.</summary>
    public IReadOnlyList<string> Said(string expression)
    {
        Evaluate(expression, out var found);
        return found;
    }

    private Lowered? Evaluate(string expression, out IReadOnlyList<string> found)
    {
        var diagnostics = new DiagnosticBag();
        var bound = _compilation.BindExpression(new SourceText("expression", expression), _compilation.Designs[0], diagnostics);
        var before = _design.Diagnostics.Items.Count;
        var value = bound is null || diagnostics.Items.Count > 0 ? null : _design.Evaluate(bound);
        found = diagnostics.Items.Concat(_compilation.Diagnostics.Where(d => d.Severity == Severity.Error)).Concat(_design.Diagnostics.Items.Skip(before)).Select(Words).ToList();
        return value;
    }

    private static string Words(Diagnostic diagnostic) => $"{diagnostic.Code} {diagnostic.Message}";
}
