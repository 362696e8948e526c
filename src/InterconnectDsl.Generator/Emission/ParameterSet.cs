using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Generator.Emission;

/// <summary>A param of a design, and what C# is told of it.</summary>
/// <param name="Symbol">The param.</param>
/// <param name="Name">Its name in C#, unit included.</param>
/// <param name="Nominal">Its nominal value in coherent units.</param>
/// <param name="Text">The same as a reader wants it.</param>
/// <param name="Within">What studies explore, or null.</param>
/// <param name="Plausible">The range in which it makes sense, or null.</param>
/// <param name="Input">Its value in the IR.</param>
internal sealed record Parameter(ParamSymbol Symbol, string Name, double Nominal, string Text, Bounds? Within, Bounds? Plausible, Value Input)
{
    /// <summary>Whether it is drawn for each sample unless it is set.</summary>
    public bool IsDrawn => Input.Drawn is not null;
}

/// <summary>A range in coherent units, and as a reader wants it.</summary>
internal sealed record Bounds(double From, double To, string Text);

/// <summary>The params a design depends on: those that may vary from point to point, and those that decide what it is made of.</summary>
/// <param name="Varying">In order of declaration.</param>
/// <param name="Structural">Likewise.</param>
internal sealed record ParameterSet(IReadOnlyList<Parameter> Varying, IReadOnlyList<Parameter> Structural)
{
    /// <summary>The params of a design.</summary>
    public static ParameterSet Of(ElaboratedDesign design)
    {
        var structural = new HashSet<ParamSymbol>(design.StructuralParams);
        var used = design.Ir.Values.Select(v => v.Param).OfType<ParamSymbol>().Distinct().OrderBy(p => p.Location.Text.Path, StringComparer.Ordinal).ThenBy(p => p.Location.Span.Start);
        var names = new Names("Parameters", "Equals", "GetHashCode", "GetType", "ToString", "PrintMembers", "Deconstruct");
        var read = used.Select(p => Read(design, p, names)).OfType<Parameter>().ToList();
        bool Varies(Parameter p) => p.Symbol.Type is QuantityType or IntType && !double.IsNaN(p.Nominal) && !structural.Contains(p.Symbol);
        return new(read.Where(Varies).ToList(), read.Where(p => !Varies(p)).ToList());
    }

    private static Parameter? Read(ElaboratedDesign design, ParamSymbol symbol, Names names)
    {
        if (design.Evaluate(new BoundParam(symbol, symbol.Location)) is not LoweredNumber number)
        {
            return null;
        }

        var nominal = design.Interpreter.Evaluate(number.Value)[0];
        var name = names.Unique(Names.Pascal(symbol.Name) + UnitNames.Of(symbol.Type));
        return new(symbol, name, nominal, design.Print(number, symbol.Type, 0, null, null) ?? "absent",
            BoundsOf(design, symbol.Formula.Bound.Within, symbol), BoundsOf(design, symbol.Formula.Bound.Plausible, symbol), number.Value);
    }

    private static Bounds? BoundsOf(ElaboratedDesign design, BoundRange? range, ParamSymbol symbol)
    {
        if (range is null || design.Evaluate(range.From) is not LoweredNumber from || design.Evaluate(range.To) is not LoweredNumber to)
        {
            return null;
        }

        var text = design.Print(from, symbol.Type, 0, null, null) + " to " + design.Print(to, symbol.Type, 0, null, null);
        return new(design.Interpreter.Evaluate(from.Value)[0], design.Interpreter.Evaluate(to.Value)[0], text);
    }
}
