using System.Text;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Kernels.Lowering;

namespace InterconnectDsl.Kernels.Elaboration;

/// <summary>
/// Gathers extents of one shape into groups: the same kind and part, the same attributes set, each to a plain number (which becomes a column) or to the same
/// formula over params and own attributes. A formula that names things around it keeps its declaration apart.
/// </summary>
internal sealed class Grouping(ElaboratedDesign design)
{
    private readonly Dictionary<string, Group> _groups = new(StringComparer.Ordinal);

    private readonly Dictionary<Symbol, string> _ids = new();

    /// <summary>Puts every extent into a group and closes the groups.</summary>
    public void Group(IReadOnlyList<Extent> extents)
    {
        foreach (var extent in extents)
        {
            var symbol = (InstanceSymbol)extent.Symbol!;
            var key = KeyOf(extent, symbol);
            if (!_groups.TryGetValue(key, out var group))
            {
                _groups.Add(key, group = new(design.NextGroup, symbol.Kind));
                design.Add(group);
            }

            group.Append(extent);
        }

        foreach (var group in _groups.Values)
        {
            group.Close();
        }
    }

    private string KeyOf(Extent extent, InstanceSymbol symbol)
    {
        var key = new StringBuilder(symbol.Kind.Name);
        var free = AppendPart(key, extent.Part) & AppendPlace(key, symbol) & AppendBody(key, symbol.Body);
        return free ? key.ToString() : Id(symbol) + "/" + extent.Parent!.Group.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A number per symbol, for keys.</summary>
    public string Id(Symbol symbol)
    {
        if (!_ids.TryGetValue(symbol, out var id))
        {
            _ids.Add(symbol, id = "#" + _ids.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return id;
    }

    /// <summary>Appends a part and its arguments; false when an argument depends on what is around.</summary>
    public bool AppendPart(StringBuilder key, PartUse? use)
    {
        if (use is null)
        {
            return true;
        }

        key.Append(':').Append(Id(use.Part));
        var free = true;
        foreach (var argument in use.Arguments)
        {
            key.Append(',');
            free &= AppendExpression(key, argument, plain: argument.Type is not Language.Units.IntType);
        }

        return free;
    }

    private static bool AppendPlace(StringBuilder key, InstanceSymbol symbol)
    {
        if (symbol.Place is not { } place)
        {
            return true;
        }

        key.Append('@');
        return AppendExpression(key, place, plain: false);
    }

    /// <summary>Appends what braces set; false when a formula depends on what is around.</summary>
    public static bool AppendBody(StringBuilder key, Body body)
    {
        var free = true;
        foreach (var pair in body.Overrides)
        {
            key.Append(';').Append(pair.Key).Append('=');
            var clauses = pair.Value.Syntax;
            var bare = clauses.Tolerance is null && clauses.Distribution is null && clauses.Source is null && clauses.Confidence is null && clauses.Within is null;
            if (!bare)
            {
                key.Append(pair.Value.Location.Text.Slice(clauses.Span));
            }

            free &= pair.Value.Bound.Nominal is not { } nominal || AppendExpression(key, nominal, plain: bare);
            free &= (pair.Value.Bound.Distribution is not { } distribution || IsFree(distribution)) && (pair.Value.Bound.Tolerance is not { } tolerance || IsFree(tolerance));
        }

        return free;
    }

    private static bool AppendExpression(StringBuilder key, BoundExpression expression, bool plain)
    {
        if (plain && Lowering.Lowering.Literal(expression) is not null)
        {
            key.Append('#');
            return true;
        }

        if (plain && expression.Type is NodeType && expression is BoundInstance or BoundElement)
        {
            key.Append("ref");
            return true;
        }

        if (!IsFree(expression))
        {
            return false;
        }

        var at = expression.Location;
        key.Append(at.Text.Path).Append('|').Append(at.Text.Slice(at.Span));
        return true;
    }

    /// <summary>Whether an expression means the same wherever it stands in a file: no index, no thing around it.</summary>
    public static bool IsFree(BoundExpression expression)
    {
        var free = true;
        BoundVisitor.Visit(expression, e => free &= e is not (BoundInstance or BoundLocal or BoundList));
        return free;
    }
}
