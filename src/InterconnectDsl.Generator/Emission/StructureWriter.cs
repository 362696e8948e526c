using System.Globalization;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Generator.Emission;

/// <summary>
/// Writes what a design is made of: a static class for each declaration, nested as the declarations are, with what can be read of its members. Members of an
/// array are counted, not written out.
/// </summary>
internal sealed class StructureWriter(CodeWriter code, IReadOnlyDictionary<Value, int> places)
{
    private const string Points = "global::InterconnectDsl.Runtime.Designs.Points";

    /// <summary>Writes the classes of what is declared in a design.</summary>
    public void WriteClasses(Owner root)
    {
        foreach (var child in root.Children)
        {
            WriteClass(child);
        }
    }

    /// <summary>Writes the properties that read figures, and those that lead to what is declared in it.</summary>
    public void WriteProperties(Owner owner)
    {
        foreach (var figure in owner.Figures)
        {
            WriteFigure(figure);
        }

        foreach (var child in owner.Children)
        {
            code.Line($"/// <summary><c>{DocText.Escape(Describe(child.Extent))}</c></summary>");
            code.Line($"public {child.Name}.Figures {child.Name} => new(_numbers);");
            code.Line();
        }
    }

    private static string Describe(Extent extent)
    {
        var part = extent.Part is { } use ? " : " + use.Part.Name : "";
        var size = extent.IsArray ? "[" + extent.Own.ToString(CultureInfo.InvariantCulture) + "]" : "";
        return extent.Group.Kind.Name + " " + extent.Name + size + part;
    }

    private void WriteClass(Owner owner)
    {
        var doc = owner.Extent.Symbol?.Doc ?? owner.Extent.Part?.Part.Doc;
        code.Line($"/// <summary><c>{DocText.Escape(Describe(owner.Extent))}</c>{(doc is null ? "" : ": " + DocText.Escape(doc))}</summary>");
        code.Open("public static partial class " + owner.Name);
        code.Summary("Members, in all that it is declared in.");
        code.Line("public const int Count = " + owner.Extent.Count.ToString(CultureInfo.InvariantCulture) + ";");
        code.Line();
        code.Summary($"What can be read of {owner.Extent.Name} at a point.");
        code.Open("public readonly struct Figures");
        code.Line("private readonly double[] _numbers;");
        code.Line();
        code.Line("internal Figures(double[] numbers) => _numbers = numbers;");
        code.Line();
        WriteProperties(owner);
        code.Close();
        code.Line();
        WriteClasses(owner);
        code.Close();
        code.Line();
    }

    private void WriteFigure(Figure figure)
    {
        var isVarying = places.TryGetValue(figure.Value, out var place);
        var number = isVarying ? "_numbers[" + place.ToString(CultureInfo.InvariantCulture) + "]" : Literals.Number(figure.Nominal);
        code.Summary(Documentation(figure, isVarying));
        code.Line(figure.Attribute.Type switch
        {
            IntType when isVarying => $"public int {figure.Name} => {Points}.Whole({number});",
            IntType => $"public int {figure.Name} => {figure.Nominal.ToString("0", CultureInfo.InvariantCulture)};",
            BoolType when isVarying => $"public bool {figure.Name} => {number} != 0;",
            BoolType => $"public bool {figure.Name} => {(figure.Nominal != 0 ? "true" : "false")};",
            WordType words when isVarying => $"public string {figure.Name} => {Points}.Word({number}, {Literals.Text(words.Words)});",
            WordType words => $"public string {figure.Name} => {Literals.Text(words.List[(int)figure.Nominal])};",
            _ => $"public double {figure.Name} => {number};",
        });
        code.Line();
    }

    private static string Documentation(Figure figure, bool isVarying)
    {
        var doc = figure.Attribute.Doc is { Length: > 0 } written ? written.Trim() : figure.Attribute.Name.Replace('_', ' ');
        var unit = UnitNames.Of(figure.Attribute.Type) is { Length: > 0 } name ? "In " + UnitNames.InWords(name) + ". " : "";
        return (doc.EndsWith(".", StringComparison.Ordinal) ? doc : doc + ".") + " " + figure.Of + unit + (isVarying ? "Nominal: " : "At every point: ") + figure.Text + ".";
    }
}
