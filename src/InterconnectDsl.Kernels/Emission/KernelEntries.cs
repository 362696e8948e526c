using System.Globalization;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>Writes the typed methods of a kernel: one for a point, one for many.</summary>
internal sealed class KernelEntries(KernelPlan plan, KernelNames names)
{
    private readonly List<string> _inputs = plan.Inputs.Select(i => Variable(i.Name)).ToList();
    private readonly List<string> _outputs = plan.Outputs.Select(o => Variable(o.Output.Name) + "Results").ToList();

    /// <summary>Writes them.</summary>
    public void Write(SourceWriter text)
    {
        if (names.Parameters is not null && names.Results is not null)
        {
            Single(text);
        }

        Batch(text);
    }

    private void Single(SourceWriter text)
    {
        var total = plan.Outputs.Sum(o => o.Output.Value.Domain.Count);
        text.Line().Line("public static " + names.Results + " Evaluate(in " + names.Parameters + " parameters)").Open();
        text.Line("ReadOnlySpan<double> inputs = new double[] { " + string.Join(", ", plan.Inputs.Select(i => "parameters." + i.Name)) + " };");
        text.Line("Span<double> results = new double[" + Whole(total) + "];");
        text.Line("Kernel.Evaluate(inputs, results);");
        var next = 0;
        var arguments = new List<string>();
        foreach (var output in plan.Outputs)
        {
            var count = output.Output.Value.Domain.Count;
            arguments.Add(output.Output.Value.Domain == Domain.One
                ? "results[" + Whole(next) + "]"
                : "results.Slice(" + Whole(next) + ", " + Whole(count) + ").ToArray()");
            next += count;
        }

        text.Line("return new " + names.Results + "(" + string.Join(", ", arguments) + ");").Close();
    }

    // Each span of inputs has a number for each point, or one for all; each span of results takes the points of the first member, then of the second ...
    private void Batch(SourceWriter text)
    {
        text.Line().Line("public static void EvaluateBatch(");
        foreach (var input in _inputs)
        {
            text.Further("ReadOnlySpan<double> " + input + ",");
        }

        foreach (var output in _outputs)
        {
            text.Further("Span<double> " + output + ",");
        }

        text.Further("Precision precision = Precision.Full,").Further("int lanes = 0)").Open();
        text.Line("KernelRun run = Kernel.Start(precision, lanes);");
        text.Line("int points = " + (_outputs.Count == 0 ? "0" : _outputs[0] + ".Length / " + Whole(Math.Max(1, plan.Outputs[0].Output.Value.Domain.Count))) + ";");
        text.Line("for (int at = 0; at < points; at += run.TilePoints)").Open();
        for (var i = 0; i < _inputs.Count; i++)
        {
            text.Line("run.Load(" + Whole(i) + ", " + _inputs[i] + ", at, points);");
        }

        text.Line("run.Execute(Math.Min(run.TilePoints, points - at));");
        for (var o = 0; o < _outputs.Count; o++)
        {
            text.Line("run.Store(" + Whole(o) + ", " + _outputs[o] + ", at, points);");
        }

        text.Close().Close();
    }

    private static string Variable(string name) => "@" + char.ToLowerInvariant(name[0]) + name.Substring(1);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
