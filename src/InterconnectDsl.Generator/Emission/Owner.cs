using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Generator.Emission;

/// <summary>A design, or something declared in it, as C# sees it: a class with what can be read of it, and what is declared in it in turn.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Extent">The declaration.</param>
/// <param name="Figures">What can be read.</param>
/// <param name="Children">What is declared in it.</param>
internal sealed record Owner(string Name, Extent Extent, IReadOnlyList<Figure> Figures, IReadOnlyList<Owner> Children)
{
    /// <summary>Of a design, the figures that C# cannot read: what rests on a heat network or a measured channel.</summary>
    public IReadOnlyCollection<string> LeftOut { get; private init; } = Array.Empty<string>();

    /// <summary>All figures, its own first.</summary>
    public IEnumerable<Figure> All => Figures.Concat(Children.SelectMany(c => c.All));

    /// <summary>The tree of a design.</summary>
    public static Owner Of(ElaboratedDesign design, string name, Names members)
    {
        var children = design.Groups.SelectMany(g => g.Extents).Where(e => e.Parent is not null && e.Symbol is InstanceSymbol or PathSymbol).ToLookup(e => e.Parent!);
        var finder = new FigureFinder(design);
        var root = design.DesignGroup.Extents[0];
        var results = new Names("Results", "Numbers", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone");
        var inner = children[root].Select(c => Make(c, members.Unique(Names.Pascal(c.Name)))).ToList();
        foreach (var child in inner)
        {
            results.Unique(child.Name);
        }

        return new(name, root, finder.OfDesign(results), inner) { LeftOut = finder.LeftOut };

        Owner Make(Extent extent, string own)
        {
            var nested = new Names(own, "Count", "Figures", "Equals", "GetHashCode", "GetType", "ToString");
            var below = children[extent].Select(c => Make(c, nested.Unique(Names.Pascal(c.Name)))).ToList();
            var figures = new Names("Figures", "Equals", "GetHashCode", "GetType", "ToString");
            foreach (var child in below)
            {
                figures.Unique(child.Name);
            }

            return new(own, extent, finder.Of(extent, figures), below);
        }
    }

    /// <summary>The figures that depend on some of these params, in the order in which a kernel computes them; each value once.</summary>
    public IReadOnlyList<Value> Varying(IEnumerable<ParamSymbol> parameters) =>
        All.Select(f => f.Value).Distinct().Where(ElaboratedDesign.RestingOn(parameters)).ToList();
}
