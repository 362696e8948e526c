using System.Globalization;

namespace InterconnectDsl.Language.Units;

/// <summary>Which unit a value is shown in when it was written in none.</summary>
internal static class DisplayUnits
{
    private static readonly Dictionary<QuantityType, Step[]> Scales = new();

    /// <summary>The largest unit of its type the value reaches; zero is shown in the unit that stands for the type.</summary>
    public static Unit For(QuantityType type, double value)
    {
        var steps = StepsOf(type);
        var size = Math.Abs(value);
        if (steps.Length == 1 || size == 0 || double.IsNaN(size))
        {
            return TypeNames.DisplayUnit(type) ?? steps[0].Unit;
        }

        var chosen = steps[0].Unit;
        foreach (var step in steps)
        {
            // A hair below, so that what rounds to 1 mm does not show as 1000 um.
            if (size >= step.From * (1 - 1e-12))
            {
                chosen = step.Unit;
            }
        }

        return chosen;
    }

    private static Step[] StepsOf(QuantityType type)
    {
        lock (Scales)
        {
            if (!Scales.TryGetValue(type, out var steps))
            {
                Scales.Add(type, steps = Make(type));
            }

            return steps;
        }
    }

    private static Step[] Make(QuantityType type)
    {
        if (TypeNames.Entry(type) is not { } entry)
        {
            return new[] { new Step(type.Dimension.IsNone ? Unit.One : UnitTable.Known(type.Dimension.ToString()), 0) };
        }

        if (entry.Shown.Length == 0)
        {
            return new[] { new Step(entry.Unit.Length == 0 ? Unit.One : UnitTable.Known(entry.Unit), 0) };
        }

        return entry.Shown.Split(' ').Select(step => step.Split('@')).Select(parts =>
            new Step(UnitTable.Known(parts[0]), parts.Length == 1 ? 0 : double.Parse(parts[1], CultureInfo.InvariantCulture))).ToArray();
    }

    // A class, since the generic code for structs is not compiled ahead of time.
    private sealed record Step(Unit Unit, double From);
}
