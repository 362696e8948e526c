using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>How the classes of a column that is read through an index map come from the classes of its sources.</summary>
/// <param name="Classes">The classes of the result.</param>
/// <param name="Source">For each class of the result, which source it is read from, -1 for none; null where there is only one source.</param>
/// <param name="Class">For each class of the result the class it is read from in its source, -1 where it is absent.</param>
/// <param name="AnyAbsent">Whether some are absent.</param>
internal sealed record Read(ClassMap Classes, int[]? Source, int[] Class, bool AnyAbsent);

/// <summary>Plans reads through index maps and remembers them: one for each map and the class maps of its sources.</summary>
internal sealed class Reads(ClassMaps maps)
{
    private readonly Dictionary<(IndexMap, ClassMap), Read> _single = new();
    private readonly Dictionary<IndexMap, List<(ClassMap[] Sources, Read Read)>> _joined = new();

    /// <summary>The plan for reading sources with these classes, laid end to end, through a map.</summary>
    public Read Plan(ClassMap[] sources, IndexMap map)
    {
        if (sources.Length == 1)
        {
            if (!_single.TryGetValue((map, sources[0]), out var read))
            {
                _single.Add((map, sources[0]), read = Make(sources, map));
            }

            return read;
        }

        if (!_joined.TryGetValue(map, out var known))
        {
            _joined.Add(map, known = new());
        }

        foreach (var (of, read) in known)
        {
            if (of.SequenceEqual(sources))
            {
                return read;
            }
        }

        var made = Make(sources, map);
        known.Add((sources, made));
        return made;
    }

    private Read Make(ClassMap[] sources, IndexMap map)
    {
        if (map.IsConstant && map.From.Count > 0)
        {
            return Constant(sources, map);
        }

        var joined = new JoinedClasses(sources);
        var classOf = new int[map.From.Count];
        var numbers = new int[joined.ClassCount + 1];
        var origins = new List<int>();
        for (var m = 0; m < classOf.Length; m++)
        {
            var origin = joined.ClassOf(map[m]);
            if (numbers[origin + 1] == 0)
            {
                origins.Add(origin);
                numbers[origin + 1] = origins.Count;
                if (origins.Count > 1 && !maps.Pays(origins.Count, classOf.Length))
                {
                    return EachItsOwn(joined, sources, map);
                }
            }

            classOf[m] = numbers[origin + 1] - 1;
        }

        var classes = maps.Mapped(classOf, origins.Count);
        return classes is null || classes.ClassCount != origins.Count ? EachItsOwn(joined, sources, map) : joined.Split(classes, origins.ToArray());
    }

    private Read Constant(ClassMap[] sources, IndexMap map)
    {
        var joined = new JoinedClasses(sources);
        var classes = maps.Uniform(map.From.Count);
        var origins = new int[classes.ClassCount];
        var origin = joined.ClassOf(map[0]);
        for (var c = 0; c < origins.Length; c++)
        {
            origins[c] = origin;
        }

        return joined.Split(classes, origins);
    }

    private Read EachItsOwn(JoinedClasses joined, ClassMap[] sources, IndexMap map)
    {
        if (sources.Length == 1 && sources[0].IsIdentity && map.Members is { } members)
        {
            return joined.Split(maps.Identity(members.Length), members);
        }

        var origins = new int[map.From.Count];
        for (var m = 0; m < origins.Length; m++)
        {
            origins[m] = joined.ClassOf(map[m]);
        }

        return joined.Split(maps.Identity(origins.Length), origins);
    }
}
