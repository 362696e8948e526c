using System.Globalization;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Units;
using InterconnectDsl.Reporting.Documents;

namespace InterconnectDsl.Reporting.Reading;

/// <summary>
/// Reads attributes of a design as cells, with what they rest on, and remembers what was shown. Nothing is computed here: every number is an attribute's.
/// </summary>
internal sealed class DesignReader(ElaboratedDesign design)
{
    private readonly Dictionary<string, Unit?> _units = new(StringComparer.Ordinal);
    private readonly Foundations _foundations = new(design);
    private readonly HashSet<Value> _shown = new();

    /// <summary>The design.</summary>
    public ElaboratedDesign Design { get; } = design;

    /// <summary>The values that were shown so far.</summary>
    public IReadOnlyCollection<Value> Shown => _shown;

    /// <summary>What numbers rest on.</summary>
    public Foundations Foundations => _foundations;

    /// <summary>The kind of this name, or null.</summary>
    public KindSymbol? Kind(string name) => Design.Compilation.FindKind(name);

    /// <summary>The things of a kind, group by group: those mounted, and those applied in paths.</summary>
    public IEnumerable<Group> Things(string kind) =>
        Kind(kind) is not { } found ? Enumerable.Empty<Group>()
            : Design.Groups.Where(g => g is not PathGroup && g.Count > 0 && (!g.IsAnonymous || g.Step is not null) && g.Kind.Is(found)).ToList();

    /// <summary>The paths of a kind, group by group.</summary>
    public IReadOnlyList<PathGroup> Paths(string kind) =>
        Kind(kind) is not { } found ? Array.Empty<PathGroup>() : Design.Paths.Where(p => p.Count > 0 && p.Kind.Is(found)).ToList();

    /// <summary>Where a dotted path leads from a member; null when something on the way is absent.</summary>
    public (Group Group, int Member, string Name)? Resolve(Group group, int member, string path)
    {
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = path.IndexOf('.', StringComparison.Ordinal))
        {
            if (group.Kind.FindAttribute(path[..dot]) is null || Design.ThingOf(group, path[..dot], member) is not { } thing)
            {
                return null;
            }

            (group, member, path) = (thing.Group, thing.Member, path[(dot + 1)..]);
        }

        return group.Kind.FindAttribute(path) is null ? null : (group, member, path);
    }

    /// <summary>An attribute of a member as a cell; null when it is absent, could not be evaluated or does not exist.</summary>
    public Cell? Read(Group group, int member, Line line)
    {
        if (Resolve(group, member, line.Path) is not var (at, index, name))
        {
            return null;
        }

        var attribute = at.Kind.FindAttribute(name)!;
        var lowered = Design.Attribute(at, name);
        var unit = UnitOf(line.Unit);
        if (Design.Print(lowered, attribute.Type, index, unit, attribute.Type is QuantityType ? line.Digits : null) is not { } text)
        {
            return null;
        }

        Note(lowered);
        return attribute.Type is QuantityType or IntType && lowered is LoweredNumber
            ? CellOf(text, Design.Print(lowered, attribute.Type, index, unit, null)!)
            : new Cell(text);
    }

    /// <summary>An attribute of the design itself.</summary>
    public Cell? Read(Line line) => Read(Design.DesignGroup, 0, line);

    /// <summary>A number in coherent units, for order and totals; null when there is none.</summary>
    public double? Number(Group group, int member, string path) =>
        Resolve(group, member, path) is var (at, index, name) ? Design.NumberOf(at, name, index) : null;

    /// <summary>A text, word or name; null when absent.</summary>
    public string? Text(Group group, int member, string path) =>
        Resolve(group, member, path) is var (at, index, name) ? Design.TextOf(at, name, index) : null;

    /// <summary>What an attribute of a member rests on.</summary>
    public Basis BasisOf(Group group, int member, string path)
    {
        if (Resolve(group, member, path) is not var (at, index, name) || Design.FormulaOf(at, name, index) is not var (formula, _, _))
        {
            return Basis.None;
        }

        var number = (Design.Attribute(at, name) as LoweredNumber)?.Value;
        var origin = number is null ? null : Carrier.Find(Design, number, number.Domain == Domain.One ? 0 : index);
        var source = origin is null ? formula.Source : origin.Source;
        var written = origin?.Text ?? (formula.Syntax.Nominal is { } nominal ? formula.Location.Text.Slice(nominal.Span) : "");
        return new((origin?.Location ?? formula.Location).ToString(), source is null ? Cell.Code(OneLine(written)) : source,
            origin?.Confidence ?? (number is null ? formula.Confidence : _foundations.Lowest(number)));
    }

    /// <summary>Marks a value as shown, so that what it rests on is listed.</summary>
    public void Note(Lowered lowered)
    {
        switch (lowered)
        {
            case LoweredNumber number:
                _shown.Add(number.Value);
                break;
            case LoweredPair pair:
                _shown.Add(pair.First);
                _shown.Add(pair.Second);
                break;
        }
    }

    /// <summary>A number as a cell, in a unit by its type.</summary>
    public static Cell Format(double value, IcxType type, Unit? unit, int digits = 5) =>
        CellOf(Quantities.Format(value, type, unit, digits), Quantities.Format(value, type, unit));

    /// <summary>A unit by its text.</summary>
    public Unit? UnitOf(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (!_units.TryGetValue(text, out var unit))
        {
            _units.Add(text, unit = UnitTable.TryParse(text, out var found, out _, out _) ? found : null);
        }

        return unit;
    }

    /// <summary>A text on one line, blanks run together.</summary>
    internal static string OneLine(string text) => string.Join(' ', text.Split(new[] { ' ', '\n', '\r', '\t' }, StringSplitOptions.RemoveEmptyEntries));

    private static Cell CellOf(string shown, string exact)
    {
        var blank = exact.IndexOf(' ', StringComparison.Ordinal);
        var unit = blank < 0 ? "" : exact[(blank + 1)..];
        if (!double.TryParse(blank < 0 ? exact : exact[..blank], NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return new(shown);
        }

        // Gains and levels read best with the same few decimals in a column; what would vanish keeps its digits.
        return unit is "dB" or "dBm" && Math.Abs(number) >= Thousandth
            ? new(number.ToString("0.000", CultureInfo.InvariantCulture) + " " + unit, number, unit)
            : new(shown, number, unit);
    }

    private const double Thousandth = 0.0005;
}
