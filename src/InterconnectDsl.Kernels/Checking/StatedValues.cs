using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Kernels.Checking;

/// <summary>The values of what users wrote, and of the design's own numbers: these are evaluated whether a rule asks for them or not.</summary>
internal static class StatedValues
{
    /// <summary>Lowers them all.</summary>
    public static IReadOnlyList<Value> Of(ElaboratedDesign design)
    {
        var roots = new List<Value>();
        foreach (var attribute in AllAttributes(design.DesignGroup.Kind))
        {
            Collect(design.Attribute(design.DesignGroup, attribute.Name), roots);
        }

        foreach (var group in design.Groups.Where(g => !g.IsAnonymous || g.Step is not null).ToList())
        {
            design.Lowering.Arguments(group);
            foreach (var name in Names(group))
            {
                Collect(design.Attribute(group, name), roots);
            }
        }

        return roots;
    }

    private static IEnumerable<AttributeSymbol> AllAttributes(KindSymbol kind)
    {
        for (var at = kind; at is not null; at = at.Base)
        {
            foreach (var attribute in at.Attributes)
            {
                yield return attribute;
            }
        }
    }

    private static HashSet<string> Names(Group group)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (group.Extents.Count == 0)
        {
            return names;
        }

        if (group.Extents[0].Body is { } body)
        {
            names.UnionWith(body.Overrides.Keys);
        }

        for (var part = group.Extents[0].Part?.Part; part is not null && !part.Location.Text.IsLibrary; part = part.Base)
        {
            names.UnionWith(part.Body.Overrides.Keys);
        }

        for (var kind = group.Kind; kind is not null && !kind.Location.Text.IsLibrary; kind = kind.Base)
        {
            names.UnionWith(kind.Attributes.Select(a => a.Name));
        }

        foreach (var (_, amended, _) in group.Amendments)
        {
            names.UnionWith(amended.Overrides.Keys);
        }

        return names;
    }

    private static void Collect(Lowered lowered, List<Value> roots)
    {
        if (lowered is LoweredNumber number)
        {
            roots.Add(number.Value);
        }
        else if (lowered is LoweredPair pair)
        {
            roots.Add(pair.First);
            roots.Add(pair.Second);
        }
    }
}
