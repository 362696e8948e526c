using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Generator.Emission;

/// <summary>A number of a design that C# can read.</summary>
/// <param name="Name">Its name in C#, unit included.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Value">The value, over the whole design.</param>
/// <param name="Of">What it says of the attribute: itself, the lowest or the highest of the members.</param>
/// <param name="Nominal">Its number at the nominal point, in coherent units.</param>
/// <param name="Text">The same as a reader wants it.</param>
internal sealed record Figure(string Name, AttributeSymbol Attribute, Value Value, string Of, double Nominal, string Text);

/// <summary>Finds the numbers of a design that C# can read. What rests on a heat network or a measured channel is left to the report.</summary>
internal sealed class FigureFinder(ElaboratedDesign design)
{
    private readonly Func<Value, bool> _computable = KernelPlan.Computable();
    private readonly SortedSet<string> _leftOut = new(StringComparer.Ordinal);

    /// <summary>Figures that no kernel computes, by the names that formulas use.</summary>
    public IReadOnlyCollection<string> LeftOut => _leftOut;

    private bool CanCompute(Value value, string owner, AttributeSymbol attribute)
    {
        if (_computable(value))
        {
            return true;
        }

        _leftOut.Add((owner.Length > 0 ? owner + "." : "") + attribute.Name);
        return false;
    }

    /// <summary>Those of the design itself.</summary>
    public IReadOnlyList<Figure> OfDesign(Names names)
    {
        var found = new List<Figure>();
        foreach (var attribute in AttributesOf(design.DesignGroup.Kind))
        {
            if (design.Attribute(design.DesignGroup, attribute.Name) is LoweredNumber { Value: var value } && value.Domain.Count == 1 && CanCompute(value, "", attribute))
            {
                Add(found, names, "", attribute, value, "");
            }
        }

        return found;
    }

    /// <summary>
    /// Those of the members of a declaration: of margins the worst, of other quantities the lowest and the highest, or the one that all have; of conditions whether
    /// they hold for all.
    /// </summary>
    public IReadOnlyList<Figure> Of(Extent extent, Names names)
    {
        var found = new List<Figure>();
        foreach (var attribute in extent.Count == 0 ? Enumerable.Empty<AttributeSymbol>() : AttributesOf(extent.Group.Kind))
        {
            if (attribute.Type is QuantityType or BoolType && design.Attribute(extent.Group, attribute.Name) is LoweredNumber { Value: var value } && CanCompute(value, extent.Name, attribute))
            {
                AddMembers(found, names, extent, attribute, value);
            }
        }

        return found;
    }

    private static IEnumerable<AttributeSymbol> AttributesOf(KindSymbol? kind)
    {
        for (; kind is not null; kind = kind.Base)
        {
            foreach (var attribute in kind.Attributes.Where(a => a.Type is QuantityType or IntType or BoolType or WordType))
            {
                yield return attribute;
            }
        }
    }

    private static bool IsMargin(AttributeSymbol attribute) => attribute.Name == "margin" || attribute.Name.EndsWith("_margin", StringComparison.Ordinal);

    private void AddMembers(List<Figure> found, Names names, Extent extent, AttributeSymbol attribute, Value value)
    {
        if (extent.Count == 1 || value.Domain == Domain.One)
        {
            Add(found, names, IsMargin(attribute) ? "Worst" : "", attribute, OfExtent(value, extent), "");
            return;
        }

        var members = OfExtent(value, extent);
        var shape = new ListShape(Domain.One, members.Domain, new[] { 0, members.Domain.Count });
        if (attribute.Type is BoolType)
        {
            Add(found, names, "All", attribute, design.Ir.Reduce(OpCode.All, members, shape, attribute.Location), "Whether it holds for all members. ");
            return;
        }

        if (IsMargin(attribute))
        {
            Add(found, names, "Worst", attribute, design.Ir.Reduce(OpCode.Min, members, shape, attribute.Location), "The lowest of all members. ");
            return;
        }

        Add(found, names, "Lowest", attribute, design.Ir.Reduce(OpCode.Min, members, shape, attribute.Location), "The lowest of all members. ");
        Add(found, names, "Highest", attribute, design.Ir.Reduce(OpCode.Max, members, shape, attribute.Location), "The highest of all members. ");
    }

    // The members of one declaration, where its group holds those of several.
    private Value OfExtent(Value value, Extent extent)
    {
        if (value.Domain == Domain.One || value.Domain.Count == extent.Count)
        {
            return value;
        }

        var domain = extent.Count == 1 ? Domain.One : new Domain(extent.Name, extent.Count);
        return design.Ir.Gather(new[] { value }, IndexMap.Of(domain, value.Domain, Enumerable.Range(extent.Offset, extent.Count).ToArray()));
    }

    private void Add(List<Figure> found, Names names, string prefix, AttributeSymbol attribute, Value value, string of)
    {
        var nominal = design.Interpreter.Evaluate(value)[0];
        if (!double.IsNaN(nominal))
        {
            var name = names.Unique(prefix + Names.Pascal(attribute.Name) + UnitNames.Of(attribute.Type));
            var text = design.Print(new LoweredNumber(value), attribute.Type, 0, null, 6) ?? "absent";
            found.Add(new(name, attribute, value, of, nominal, text));
        }
    }
}
