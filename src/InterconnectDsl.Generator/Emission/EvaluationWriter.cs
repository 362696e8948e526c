using System.Globalization;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Generator.Emission;

/// <summary>Writes <c>Results</c>, <c>Evaluate</c> and <c>EvaluateBatch</c> over the kernel of a design.</summary>
internal sealed class EvaluationWriter(CodeWriter code, ElaboratedDesign design, Owner root, ParameterSet parameters, KernelPlan? plan, IReadOnlyDictionary<Value, int> places, string kernel)
{
    private const string Span = "global::System.Span<double>";
    private const string ReadOnlySpan = "global::System.ReadOnlySpan<double>";

    /// <summary>Writes them.</summary>
    /// <param name="structure">Writes properties that read figures.</param>
    /// <param name="failures">Writes what throws.</param>
    /// <param name="figures">All figures of the design.</param>
    public void Write(StructureWriter structure, FailureWriter failures, IReadOnlyList<Column> figures)
    {
        code.Summary($"What {design.Symbol.Name} comes to at a point. A number is NaN where its value is absent there.");
        if (root.LeftOut.Count > 0)
        {
            code.Line("/// <remarks>Left out, since they rest on the temperatures of a heat network or on a measured channel, which <c>icx report</c> computes: "
                + string.Join(", ", root.LeftOut.Select(n => "<c>" + DocText.Escape(n) + "</c>")) + ".</remarks>");
        }

        code.Open("public sealed class Results");
        code.Line("private readonly double[] _numbers;");
        code.Line();
        code.Line("internal Results(double[] numbers) => _numbers = numbers;");
        code.Line();
        structure.WriteProperties(root);
        code.Close();
        code.Line();
        WriteEvaluate();
        if (plan is not null)
        {
            WriteBatch(figures);
            failures.Write(plan);
        }
    }

    private void WriteEvaluate()
    {
        code.Summary($"Evaluates {design.Symbol.Name} at a point.");
        code.Line("/// <param name=\"parameters\">The point; the default is the nominal one.</param>");
        code.Line("/// <exception cref=\"global::System.ArithmeticException\">A formula has no value there; the stack trace names its line in the .icx file.</exception>");
        code.Open("public static Results Evaluate(in Parameters parameters = default)");
        code.Line($"var numbers = new double[{(plan?.Outputs.Count ?? 0).ToString(CultureInfo.InvariantCulture)}];");
        if (plan is not null)
        {
            code.Line($"{kernel}.Kernel.Evaluate(new double[] {{ {string.Join(", ", parameters.Varying.Select(p => "parameters." + p.Name))} }}, numbers);");
            code.Open("foreach (var number in numbers)");
            code.Open("if (global::InterconnectDsl.Runtime.Missing.IsFailed(number))");
            code.Line("Fail(global::InterconnectDsl.Runtime.Missing.OperationOf(number));");
            code.Close();
            code.Close();
        }

        code.Line("return new Results(numbers);");
        code.Close();
        code.Line();
    }

    private void WriteBatch(IReadOnlyList<Column> figures)
    {
        var columns = figures.Where(c => places.ContainsKey(c.Figure.Value)).ToList();
        code.Summary("Columns of params: a number for each point, a single one for all, or nothing for the nominal value.");
        code.Open("public ref struct Inputs");
        foreach (var parameter in parameters.Varying)
        {
            code.Line($"/// <summary>See <see cref=\"Parameters.{parameter.Name}\"/>.</summary>");
            code.Line($"public {ReadOnlySpan} {parameter.Name} {{ get; set; }}");
            code.Line();
        }

        code.Close();
        code.Line();
        code.Summary("Columns of results: room for a number at each point, or nothing for what is not asked for. A number is NaN where its value is absent or has failed.");
        code.Open("public ref struct Outputs");
        foreach (var (name, figure, path) in columns)
        {
            code.Summary($"{path}: " + (figure.Attribute.Doc ?? figure.Attribute.Name.Replace('_', ' ')));
            code.Line($"public {Span} {name} {{ get; set; }}");
            code.Line();
        }

        code.Close();
        code.Line();
        code.Summary($"Evaluates {design.Symbol.Name} at many points at once.");
        code.Line("/// <param name=\"points\">How many.</param>");
        code.Line("/// <param name=\"inputs\">The params at those points.</param>");
        code.Line("/// <param name=\"outputs\">Takes what is asked for; nothing else is computed.</param>");
        code.Line("/// <param name=\"precision\">How exact.</param>");
        code.Line("/// <exception cref=\"global::System.ArgumentException\">A column has another length, or an input is no finite number.</exception>");
        code.Open("public static void EvaluateBatch(int points, scoped Inputs inputs, scoped Outputs outputs, global::InterconnectDsl.Runtime.Precision precision = global::InterconnectDsl.Runtime.Precision.Full)");
        code.Line($"var run = {kernel}.Kernel.Borrow(precision);");
        code.Line("var asked = new global::System.Collections.Generic.List<int>();");
        foreach (var (name, figure, _) in columns)
        {
            code.Line($"if (outputs.{name}.Length > 0) asked.Add({Whole(places[figure.Value])});");
        }

        code.Line("run.Ask(asked);");
        code.Open("for (var at = 0; at < points; at += run.TilePoints)");
        for (var i = 0; i < parameters.Varying.Count; i++)
        {
            var p = parameters.Varying[i];
            code.Line($"if (inputs.{p.Name}.Length > 0) run.Load({Whole(i)}, inputs.{p.Name}, at, points); else run.Set({Whole(i)}, {Literals.Number(p.Nominal)});");
        }

        code.Line("run.Execute(global::System.Math.Min(run.TilePoints, points - at));");
        foreach (var (name, figure, _) in columns)
        {
            code.Line($"if (outputs.{name}.Length > 0) run.Store({Whole(places[figure.Value])}, outputs.{name}, at, points);");
        }

        code.Close();
        code.Line($"{kernel}.Kernel.GiveBack(run);");
        code.Close();
        code.Line();
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
