namespace InterconnectDsl.Language.Units;

/// <summary>The names of types: what <c>length</c> or <c>oma</c> is, and what a quantity's type is called.</summary>
public static class TypeNames
{
    private static readonly KeyValuePair<string, IcxType>[] Plain =
    {
        new("int", IntType.Instance), new("bool", BoolType.Instance), new("text", TextType.Instance), new("point", PointType.Instance),
        new("extent", ExtentType.Instance), new("range", RangeType.Instance),
    };

    private static Registry? _registry;

    /// <summary>Every name, the plain ones first.</summary>
    public static IEnumerable<string> All => Plain.Select(p => p.Key).Concat(TypeData.Entries.Where(e => e.Name.Length > 0).Select(e => e.Name));

    private static Registry Known => _registry ??= new();

    /// <summary>The type of this name, or null.</summary>
    public static IcxType? Find(string name) => Known.ByName.TryGetValue(name, out var type) ? type : null;

    /// <summary>
    /// The name nearest to a misspelled one, or to another word for the same thing, or of the type a unit has; null when none is near.
    /// </summary>
    public static string? Nearest(string name)
    {
        foreach (var (written, meant) in TypeData.Synonyms)
        {
            if (string.Equals(written, name, StringComparison.OrdinalIgnoreCase))
            {
                return meant;
            }
        }

        return UnitTable.TryParse(name, out var unit, out _, out _) ? Describe(unit.Type) : Spelling.Nearest(name, All);
    }

    /// <summary>
    /// What a type is called: its name, else as a quotient or product of names, <c>optical_gain / length</c>, else its dimension in base units.
    /// </summary>
    public static string Describe(QuantityType type)
    {
        if (Known.Entry(type) is { Name.Length: > 0 } entry)
        {
            return entry.Name;
        }

        lock (Known.Composed)
        {
            if (!Known.Composed.TryGetValue(type, out var text))
            {
                Known.Composed.Add(type, text = Compose(type));
            }

            return text;
        }
    }

    /// <summary>The unit that stands for the type in messages, <c>mm</c> for a length; null when the table has none for its dimension.</summary>
    public static Unit? DisplayUnit(QuantityType type) => Known.Entry(type) is { } entry ? UnitTable.Known(entry.Unit) : null;

    /// <summary>The row that says how a type is shown, or null.</summary>
    internal static TypeEntry? Entry(QuantityType type) => Known.Entry(type);

    private static string Compose(QuantityType type)
    {
        foreach (var second in TypeData.Simple)
        {
            if (Named(type, type.Dimension * DimensionOf(second)) is { } first)
            {
                return first + " / " + second;
            }
        }

        foreach (var second in TypeData.Simple)
        {
            if (Named(type, type.Dimension / DimensionOf(second)) is { } first && first != "ratio")
            {
                return first + " * " + second;
            }
        }

        return TwoDenominators(type) ?? type.Dimension.ToString();
    }

    private static string? TwoDenominators(QuantityType type)
    {
        foreach (var second in TypeData.Simple)
        {
            foreach (var third in TypeData.Simple)
            {
                if (Named(type, type.Dimension * DimensionOf(second) * DimensionOf(third)) is { } first)
                {
                    return first + " / " + second + " / " + third;
                }
            }
        }

        return null;
    }

    private static string? Named(QuantityType type, Dimension dimension) =>
        dimension.IsNone ? "ratio"
        : Known.Entry(QuantityTypes.Of(dimension, type.Flavour)) is not { } entry ? null
        : Array.IndexOf(TypeData.Simple, entry.Name) >= 0 || entry.Unit == "dB" ? entry.Name
        : null;

    private static Dimension DimensionOf(string name) => ((QuantityType)Known.ByName[name]).Dimension;

    private sealed class Registry
    {
        private readonly Dictionary<QuantityType, TypeEntry> _byType = new();

        public Registry()
        {
            foreach (var pair in Plain)
            {
                ByName.Add(pair.Key, pair.Value);
            }

            foreach (var entry in TypeData.Entries)
            {
                var type = QuantityTypes.Of(entry.Unit.Length == 0 ? Dimension.None : UnitTable.Known(entry.Unit).Dimension, entry.Flavour);
                if (entry.Name.Length > 0)
                {
                    ByName.Add(entry.Name, type);
                }

                if (!_byType.ContainsKey(type))
                {
                    _byType.Add(type, entry);
                }
            }
        }

        public Dictionary<string, IcxType> ByName { get; } = new(StringComparer.Ordinal);

        public Dictionary<QuantityType, string> Composed { get; } = new();

        // A gain of which it is not said whether it is optical or electrical is shown like the one of the two that has a row.
        public TypeEntry? Entry(QuantityType type) =>
            _byType.TryGetValue(type, out var entry) ? entry
            : type.Flavour != Flavour.Gain ? null
            : _byType.TryGetValue(type with { Flavour = Flavour.ElectricalGain }, out entry) ? entry
            : _byType.TryGetValue(type with { Flavour = Flavour.OpticalGain }, out entry) ? entry
            : null;
    }
}
