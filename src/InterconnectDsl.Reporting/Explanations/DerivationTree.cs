using System.Globalization;
using System.Text;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Units;
using InterconnectDsl.Reporting.Diagnostics;
using InterconnectDsl.Reporting.Reading;

namespace InterconnectDsl.Reporting.Explanations;

/// <summary>A node of a derivation as it is shown.</summary>
/// <param name="Name">What the number is called, <c>lane[0].margin</c>.</param>
/// <param name="Text">The number with its unit.</param>
/// <param name="Number">The number in coherent units.</param>
/// <param name="Formula">The formula as written; null for a plain constant.</param>
/// <param name="Where">File and line, or null.</param>
/// <param name="Source">Its source, or null.</param>
/// <param name="Confidence">Its confidence, or null.</param>
/// <param name="Count">How many equal elements of a list it stands for.</param>
/// <param name="IsRepeated">Whether it stands above already, with what it rests on.</param>
/// <param name="Inputs">What it rests on.</param>
/// <param name="Zeros">How many inputs are not listed because they are zero.</param>
/// <param name="Rest">How many more are not listed.</param>
public sealed record DerivationNode(
    string Name, string Text, double Number, string? Formula, string? Where, string? Source, Confidence? Confidence, int Count, bool IsRepeated,
    IReadOnlyList<DerivationNode> Inputs, int Zeros, int Rest);

/// <summary>Turns a replayed derivation into nodes: names, units and places; what stands there already is not said again.</summary>
public sealed class DerivationTree
{
    private const int Digits = 6;
    private readonly int _depth;
    private readonly int _limit;
    private readonly HashSet<(Value, int)> _seen = new();
    private int _nodes;

    private DerivationTree(int depth, int limit)
    {
        _depth = depth;
        _limit = limit;
    }

    /// <summary>The tree of an expression's number.</summary>
    /// <param name="design">The design.</param>
    /// <param name="value">The expression's value; its first member is derived.</param>
    /// <param name="name">The expression as written.</param>
    /// <param name="text">Its value as text.</param>
    /// <param name="depth">How many levels are shown.</param>
    /// <param name="limit">How many nodes are shown at most; the rest is counted.</param>
    public static DerivationNode Of(ElaboratedDesign design, Value value, string name, string text, int depth = int.MaxValue, int limit = 1000)
    {
        var tree = new DerivationTree(depth, limit);
        var derivation = new Replay(design.Interpreter).Derive(value, 0);
        return tree.Root(derivation, name, text);
    }

    private DerivationNode Root(Derivation derivation, string name, string text)
    {
        // A name asked for by itself is the value it names, not a formula that hands it on.
        if (derivation.Origin is not null)
        {
            return Node(new(derivation, 1), 0, isOpen: true);
        }

        var (inputs, zeros, rest) = Inputs(derivation, 0);
        return new(name, text, derivation.Number, null, null, null, null, 1, IsRepeated: false, inputs, zeros, rest);
    }

    private DerivationNode Node(Contribution contribution, int level, bool isOpen)
    {
        _nodes++;
        var (derivation, count) = (contribution.From, contribution.Count);
        var origin = derivation.Origin!;
        var isNew = _seen.Add((derivation.Value, derivation.Member));
        var (inputs, zeros, rest) = isNew && isOpen && level < _depth ? Inputs(derivation, level) : (Array.Empty<DerivationNode>(), 0, 0);
        var isLeaf = derivation.Inputs.Count == 0;
        return new(NameOf(derivation, origin), TextOf(derivation.Number, origin), derivation.Number, FormulaOf(origin, isLeaf),
            origin.Location.Text is null ? null : origin.Location.ToString(), origin.Source, origin.Confidence, count, !isNew && isOpen && !isLeaf, inputs, zeros, rest);
    }

    /// <summary>What a number rests on: what is nothing in a sum is only counted, and what did not decide a least or greatest is not followed.</summary>
    private (IReadOnlyList<DerivationNode> Inputs, int Zeros, int Further) Inputs(Derivation derivation, int level)
    {
        var nodes = new List<DerivationNode>();
        var (zeros, rest) = (0, derivation.Rest);
        var decides = Formula(derivation.Value).Op is OpCode.Min or OpCode.Max;
        foreach (var input in derivation.Inputs)
        {
            if (derivation.Inputs.Count > 3 && IsNothing(input.From))
            {
                zeros += input.Count;
            }
            else if (_nodes >= _limit)
            {
                rest += input.Count;
            }
            else
            {
                // Conditions are shown with their outcome; whoever doubts one asks for it.
                nodes.Add(Node(input, level + 1, isOpen: (!decides || nodes.Count == 0) && input.From.Origin!.Type is not BoolType));
            }
        }

        return (nodes, zeros, rest);
    }

    private static Value Formula(Value value) => value.Op is OpCode.Named or OpCode.Input && value.Arguments[0].Origin is null ? Formula(value.Arguments[0]) : value;

    private static bool IsNothing(Derivation derivation) =>
        derivation.Number == 0 && derivation.Inputs.Count == 0 && derivation.Origin is { Source: null, Confidence: null, Type: QuantityType };

    // A plain number says itself; the call of a distribution does not.
    private static string? FormulaOf(Origin origin, bool isLeaf) =>
        origin.Text is null || (isLeaf && !origin.Text.Contains('(', StringComparison.Ordinal)) ? null : DesignReader.OneLine(origin.Text);

    private static string TextOf(double number, Origin origin) =>
        Absence.IsAbsent(number) ? "absent" : double.IsNaN(number) ? "no number" : Quantities.Format(number, origin.Type, origin.Unit, Digits);

    /// <summary>A member's attribute by the member's name; what is the same for all of them by that of their part or kind.</summary>
    private static string NameOf(Derivation derivation, Origin origin)
    {
        if (origin.Owner is not Group { Extents.Count: > 0 } group)
        {
            return origin.Name;
        }

        return derivation.Value.Domain == group.Domain && derivation.Member < group.Count
            ? group.NameOf(derivation.Member) + "." + origin.Name
            : (group.Extents[0].Part?.Part.Name ?? group.Extents[0].Name) + "." + origin.Name;
    }
}

/// <summary>A derivation as an indented tree for terminals, and as JSON.</summary>
public static class DerivationRenderer
{
    /// <summary>The version of the JSON form.</summary>
    public const int SchemaVersion = 1;

    /// <summary>One line a number: name, value, formula, place, source and confidence; below it what it rests on.</summary>
    public static string Text(DerivationNode root, TextStyle style)
    {
        var output = new StringBuilder();
        WriteLine(output, root, "", style);
        WriteInputs(output, root, "", style);
        return output.ToString();
    }

    /// <summary>Nested objects with <c>name</c>, <c>text</c>, <c>value</c> (coherent units), <c>formula</c>, <c>where</c>, <c>source</c>, <c>confidence</c>, <c>inputs</c>.</summary>
    /// <param name="root">The value.</param>
    /// <param name="strands">For the strands of a path, the way of each, written as <c>strands</c>.</param>
    public static string Json(DerivationNode root, IReadOnlyList<StrandWay>? strands = null) => JsonText.Of(writer => writer.WriteElement(() =>
    {
        writer.WriteNumber("schemaVersion", SchemaVersion);
        WriteNode(writer, root);
        if (strands is { Count: > 0 })
        {
            StrandRenderer.WriteJson(writer, strands);
        }
    }));

    private static void WriteInputs(StringBuilder output, DerivationNode node, string lead, TextStyle style)
    {
        var further = (node.Zeros > 0 ? Number(node.Zeros) + " that are 0" : "") + (node.Zeros > 0 && node.Rest > 0 ? ", and " : "") + (node.Rest > 0 ? Number(node.Rest) + " more" : "");
        for (var i = 0; i < node.Inputs.Count; i++)
        {
            var isLast = i == node.Inputs.Count - 1 && further.Length == 0;
            WriteLine(output, node.Inputs[i], lead + (isLast ? "└─ " : "├─ "), style);
            WriteInputs(output, node.Inputs[i], lead + (isLast ? "   " : "│  "), style);
        }

        if (further.Length > 0)
        {
            output.Append(style.Paint(Role.Faint, lead + "└─ ")).Append(further).Append('\n');
        }
    }

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static void WriteLine(StringBuilder output, DerivationNode node, string lead, TextStyle style)
    {
        output.Append(style.Paint(Role.Faint, lead));
        output.Append(node.Count > 1 ? Number(node.Count) + " like " : "");
        output.Append(node.Name).Append(" = ").Append(style.Paint(Role.Strong, node.Text));
        output.Append(node.Formula is { } formula ? " = " + formula : "");
        var basis = string.Join("; ", new[] { node.Where, node.Source, node.Confidence is { } c ? "confidence " + c : null }.Where(t => t is not null));
        output.Append(basis.Length > 0 ? style.Paint(Role.Faint, "   [" + basis + "]") : "").Append(node.IsRepeated ? " (derived above)" : "").Append('\n');
    }

    private static void WriteNode(System.Text.Json.Utf8JsonWriter writer, DerivationNode node)
    {
        writer.WriteString("name", node.Name);
        writer.WriteString("text", node.Text);
        if (double.IsFinite(node.Number))
        {
            writer.WriteNumber("value", node.Number);
        }

        writer.WriteOptional("formula", node.Formula);
        writer.WriteOptional("where", node.Where);
        writer.WriteOptional("source", node.Source);
        writer.WriteOptional("confidence", node.Confidence?.ToString());
        writer.WriteNumber("count", node.Count);
        if (node.IsRepeated)
        {
            writer.WriteBoolean("derivedAbove", value: true);
        }

        writer.WriteArray("inputs", node.Inputs, input => writer.WriteElement(() => WriteNode(writer, input)));
        if (node.Zeros + node.Rest > 0)
        {
            writer.WriteNumber("zeros", node.Zeros);
            writer.WriteNumber("unlisted", node.Rest);
        }
    }
}
