using System.Globalization;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Generator.Emission;

/// <summary>Writes <c>Parameters</c>, a point at which a design is evaluated, and the params that are fixed when it is compiled.</summary>
internal sealed class ParametersWriter(CodeWriter code, ElaboratedDesign design, ParameterSet set)
{
    /// <summary>Writes both.</summary>
    public void Write(Names members)
    {
        foreach (var parameter in set.Structural)
        {
            WriteConstant(parameter, members.Unique(parameter.Name));
        }

        code.Summary($"A point at which {design.Symbol.Name} is evaluated: its params, each at its nominal value unless it is set. The default is the nominal point.");
        code.Open("public readonly record struct Parameters");
        foreach (var parameter in set.Varying)
        {
            WriteProperty(parameter);
        }

        code.Close();
        code.Line();
    }

    private static string Describe(Parameter parameter)
    {
        var doc = parameter.Symbol.Doc is { Length: > 0 } written ? written.Trim() : "The param " + parameter.Symbol.Name + ".";
        var unit = UnitNames.Of(parameter.Symbol.Type) is { Length: > 0 } name ? " In " + UnitNames.InWords(name) + "." : "";
        var range = parameter.Within is null ? "" : " Studies explore " + parameter.Within.Text + ".";
        var plausible = parameter.Plausible is null ? "" : " It makes sense within " + parameter.Plausible.Text + ".";
        return (doc.EndsWith(".", StringComparison.Ordinal) ? doc : doc + ".") + unit + " Nominal: " + parameter.Text + "." + range + plausible
            + (parameter.IsDrawn ? " Where samples are drawn it is drawn too, unless it is set." : "");
    }

    private void WriteConstant(Parameter parameter, string name)
    {
        code.Summary(Describe(parameter) + " It decides what the design is made of, and is fixed when it is compiled.");
        code.Line(parameter.Symbol.Type switch
        {
            BoolType => $"public const bool {name} = {(parameter.Nominal != 0 ? "true" : "false")};",
            IntType => $"public const int {name} = {parameter.Nominal.ToString("0", CultureInfo.InvariantCulture)};",
            WordType => $"public const string {name} = {Literals.Text(parameter.Text)};",
            _ => $"public const double {name} = {Literals.Number(parameter.Nominal)};",
        });
        code.Line();
    }

    // The bits are kept as they differ from those of the nominal value, so that a struct of zeros is the nominal point and not one of zeros.
    private void WriteProperty(Parameter parameter)
    {
        var (field, nominal) = ("_" + char.ToLowerInvariant(parameter.Name[0]) + parameter.Name.Substring(1), Literals.Number(parameter.Nominal));
        var whole = parameter.Symbol.Type is IntType;
        var (from, to) = parameter.Plausible is { } range ? (Literals.Number(range.From), Literals.Number(range.To)) : ("double.MinValue", "double.MaxValue");
        code.Line($"private readonly long {field};");
        code.Line();
        code.Summary(Describe(parameter));
        code.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">It is set to what is no finite number, or outside the range in which it makes sense.</exception>");
        if (parameter.IsDrawn)
        {
            WriteDrawn(parameter, field, (whole ? "int" : "double"), nominal, from, to);
            return;
        }

        code.Open($"public {(whole ? "int" : "double")} {parameter.Name}");
        code.Line($"get => {(whole ? "(int)" : "")}global::InterconnectDsl.Runtime.Designs.Points.Read({field}, {nominal});");
        code.Line($"init => {field} = global::InterconnectDsl.Runtime.Designs.Points.Write(value, {nominal}, {from}, {to}, nameof({parameter.Name}));");
        code.Close();
        code.Line();
    }

    // What is set is held where samples are drawn, though it were set to the nominal value.
    private void WriteDrawn(Parameter parameter, string field, string type, string nominal, string from, string to)
    {
        code.Open($"public {type} {parameter.Name}");
        code.Line($"get => {(type == "int" ? "(int)" : "")}global::InterconnectDsl.Runtime.Designs.Points.Read({field}, {nominal});");
        code.Open("init");
        code.Line($"{field} = global::InterconnectDsl.Runtime.Designs.Points.Write(value, {nominal}, {from}, {to}, nameof({parameter.Name}));");
        code.Line($"{field}Held = true;");
        code.Close();
        code.Close();
        code.Line();
        code.Line($"private readonly bool {field}Held;");
        code.Line();
        code.Line($"internal double {parameter.Name}Held => {field}Held ? 1 : 0;");
        code.Line();
    }
}
