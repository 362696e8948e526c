using System.Globalization;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Generator.Emission;

/// <summary>Writes <c>Sample</c> and what it keeps, where a design draws.</summary>
internal sealed class SamplingWriter(CodeWriter code, ElaboratedDesign design, ParameterSet parameters, SampledPlan plan, string kernel)
{
    private const string Statistics = "global::InterconnectDsl.Runtime.Statistics";

    /// <summary>Writes both.</summary>
    /// <param name="columns">The figures, as columns of results are named.</param>
    public void Write(IEnumerable<Column> columns)
    {
        var kept = columns.Where(c => plan.Places.ContainsKey(c.Figure.Value)).ToList();
        code.Summary("Statistics to keep of the figures that draws move; those that are left out are not computed.");
        code.Open("public readonly struct Kept");
        foreach (var (name, figure, path) in kept)
        {
            var condition = figure.Attribute.Type is BoolType ? " A condition: give new Statistics(atLeast: 1), and samples in which it holds pass." : "";
            code.Summary($"{path}: {figure.Attribute.Doc ?? figure.Attribute.Name.Replace('_', ' ')}{condition}");
            code.Line($"public {Statistics}? {name} {{ get; init; }}");
            code.Line();
        }

        code.Close();
        code.Line();
        code.Summary($"Samples {design.Symbol.Name}: for each sample, whatever has a ~ or a ± in its .icx file is drawn anew, params once for all, attributes for each thing on its own.");
        code.Line("/// <param name=\"samples\">How many.</param>");
        code.Line($"/// <param name=\"parameters\">The params. {DocText.Escape(Drawn())}</param>");
        code.Line("/// <param name=\"kept\">Takes the samples of the figures that are asked for, on top of what is there.</param>");
        code.Line("/// <param name=\"seed\">The same seed gives the same samples, to the last bit.</param>");
        code.Line("/// <param name=\"threads\">How many threads share the work; the statistics do not depend on it.</param>");
        code.Line("/// <param name=\"precision\">How exact.</param>");
        code.Line("/// <param name=\"first\">The number of the first sample, a multiple of 256: so a second call can go on where a first one ended.</param>");
        code.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A number is negative, or the first sample is no multiple of 256, or there is no thread.</exception>");
        code.Open("public static void Sample(long samples, in Parameters parameters, in Kept kept, ulong seed = 1, int threads = 1, "
            + "global::InterconnectDsl.Runtime.Precision precision = global::InterconnectDsl.Runtime.Precision.Full, long first = 0)");
        var inputs = parameters.Varying.Select(p => "parameters." + p.Name).Concat(parameters.Varying.Where(p => p.IsDrawn).Select(p => $"parameters.{p.Name}Held"));
        code.Line($"var sampler = new global::InterconnectDsl.Runtime.Sampler({kernel}.Kernel, new double[] {{ {string.Join(", ", inputs)} }});");
        code.Line($"var figures = new {Statistics}?[{Whole(plan.Places.Count)}];");
        foreach (var (name, figure, _) in kept)
        {
            code.Line($"figures[{Whole(plan.Places[figure.Value])}] = kept.{name};");
        }

        code.Line("sampler.Keep(seed, first, samples, figures, precision, threads);");
        code.Close();
        code.Line();
    }

    private string Drawn()
    {
        var names = parameters.Varying.Where(p => p.IsDrawn).Select(p => p.Name).ToList();
        return names.Count == 0 ? "None of them is drawn." : "Drawn unless they are set, and then held: " + string.Join(", ", names) + ".";
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A figure among those of a whole design.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Path">What it belongs to.</param>
internal sealed record Column(string Name, Figure Figure, string Path)
{
    /// <summary>All figures of a design.</summary>
    public static IReadOnlyList<Column> Of(Owner root, string path)
    {
        var names = new Names("Outputs", "Kept", "Equals", "GetHashCode", "GetType", "ToString");
        return Walk(root, "", path).ToList();

        IEnumerable<Column> Walk(Owner owner, string prefix, string at) =>
            owner.Figures.Select(f => new Column(names.Unique(prefix + f.Name), f, at)).Concat(owner.Children.SelectMany(c => Walk(c, prefix + c.Name, c.Extent.Name)));
    }
}
