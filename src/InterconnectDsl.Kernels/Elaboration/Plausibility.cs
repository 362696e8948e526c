using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Elaboration;

/// <summary>Remembers formulas whose attribute has a plausible range, and holds the evaluated numbers against it.</summary>
internal sealed class Plausibility(ElaboratedDesign design)
{
    private readonly List<(Group Group, AttributeSymbol Attribute, Formula? Formula, Value Value)> _noted = new();
    private readonly Dictionary<BoundExpression, Value?> _ends = new();

    public void Note(Group group, AttributeSymbol attribute, Formula? formula, Lowered value)
    {
        if (attribute.Default?.Syntax.Plausible is not null && value is LoweredNumber number)
        {
            _noted.Add((group, attribute, formula, number.Value));
        }
    }

    /// <summary>Reports the first member of each group that lies outside.</summary>
    public void Check()
    {
        foreach (var (group, attribute, formula, value) in _noted.ToArray())
        {
            if (attribute.Default!.Bound.Plausible is { } range && Bound(range.From) is { } from && Bound(range.To) is { } to)
            {
                CheckMembers(group, attribute, formula, value, from, to);
            }
        }
    }

    private double? Bound(BoundExpression expression)
    {
        if (!_ends.TryGetValue(expression, out var value))
        {
            _ends.Add(expression, value = design.Lowering.Number(expression, Lowering.Scope.Plain(Domain.One)));
        }

        return value is null ? null : design.Interpreter.Evaluate(value)[0];
    }

    private void CheckMembers(Group group, AttributeSymbol attribute, Formula? formula, Value value, double from, double to)
    {
        if (group.Count == 0)
        {
            return;
        }

        var column = design.Interpreter.Evaluate(value);
        for (var c = 0; c < column.Classes.ClassCount; c++)
        {
            var number = column.OfClass(c);
            if (number < from || number > to)
            {
                var m = column.Classes.FirstMember(c);
                var location = formula?.Location ?? attribute.Location;
                Checking.Places.Report(design, "ICX4005", location, group, m, group.NameOf(m), attribute.Name, Quantities.Format(number, attribute.Type, null),
                    Quantities.Format(from, attribute.Type, null), Quantities.Format(to, attribute.Type, null));
                return;
            }
        }
    }
}
