using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Kernels.Checking;

/// <summary>What a <c>test</c> came to.</summary>
/// <param name="Test">The test.</param>
/// <param name="Passed">Whether everything it expects holds.</param>
/// <param name="Failures">What does not: where, as written, and the numbers on both sides.</param>
/// <param name="Diagnostics">What was found in elaborating the design with the test's params.</param>
public sealed record TestOutcome(TestSymbol Test, bool Passed, IReadOnlyList<(SourceSpan Location, string Message)> Failures, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Runs <c>test</c> blocks at nominal.</summary>
public static class TestRunner
{
    /// <summary>Runs one test.</summary>
    /// <param name="compilation">The bound modules.</param>
    /// <param name="test">The test.</param>
    /// <param name="settings">Params set from outside; the test's own <c>with</c> wins over them.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static TestOutcome Run(
        Compilation compilation, TestSymbol test, IReadOnlyDictionary<ParamSymbol, BoundExpression>? settings = null, CancellationToken cancellation = default)
    {
        if (test.Of is not { } symbol)
        {
            return new(test, Passed: false, Array.Empty<(SourceSpan, string)>(), Array.Empty<Diagnostic>());
        }

        var all = new Dictionary<ParamSymbol, BoundExpression>();
        foreach (var pair in settings ?? all)
        {
            all[pair.Key] = pair.Value;
        }

        foreach (var (param, value) in test.With)
        {
            all[param] = value;
        }

        var design = Elaborator.Elaborate(compilation, symbol, all, cancellation, amendments: test.Amendments);
        var failures = test.Expectations.Select(e => Fails(design, e)).OfType<(SourceSpan, string)>().ToList();
        return new(test, failures.Count == 0 && !design.Diagnostics.HasErrors, failures, design.Diagnostics.Items);
    }

    private static (SourceSpan Location, string Message)? Fails(ElaboratedDesign design, BoundExpression expectation)
    {
        var number = design.Evaluate(expectation) is LoweredNumber n ? design.Interpreter.Evaluate(n.Value)[0] : double.NaN;
        return number == 1 ? null : (expectation.Location, Explain(design, expectation, number));
    }

    private static string Explain(ElaboratedDesign design, BoundExpression expectation, double number)
    {
        var written = expectation.Location.Text.Slice(expectation.Location.Span);
        if (double.IsNaN(number))
        {
            return "expected " + written + ", and it is absent";
        }

        if (expectation is BoundBinary { Operator: BinaryOperator.And } and)
        {
            return Fails(design, and.Left)?.Message ?? Fails(design, and.Right)?.Message ?? "expected " + written;
        }

        // x within 0.1 % of y is bound to abs(x - y) <= 0.1 % * abs(y): the reader wants x and y.
        if (expectation is BoundBinary { Left: BoundIntrinsic { Name: "abs" } distance } && distance.Arguments[0] is BoundBinary { Operator: BinaryOperator.Subtract } apart
            && Print(design, apart.Left) is { } found && Print(design, apart.Right) is { } wanted)
        {
            return "expected " + written + ", and it is " + found + " against " + wanted;
        }

        if (expectation is BoundBinary { IsComparison: true } binary && Print(design, binary.Left) is { } left && Print(design, binary.Right) is { } right)
        {
            return "expected " + written + ", and it is " + left + " against " + right;
        }

        return "expected " + written;
    }

    private static string? Print(ElaboratedDesign design, BoundExpression expression) =>
        design.Evaluate(expression) is { } value ? design.Print(value, expression.Type, 0, null, 6) : null;
}
