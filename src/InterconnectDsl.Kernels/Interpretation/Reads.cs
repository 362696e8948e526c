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

        var joined = new Joined(sources);
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
        var joined = new Joined(sources);
        var classes = maps.Uniform(map.From.Count);
        var origins = new int[classes.ClassCount];
        var origin = joined.ClassOf(map[0]);
        for (var c = 0; c < origins.Length; c++)
        {
            origins[c] = origin;
        }

        return joined.Split(classes, origins);
    }

    private Read EachItsOwn(Joined joined, ClassMap[] sources, IndexMap map)
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

    /// <summary>The classes of several sources, laid end to end.</summary>
    private sealed class Joined
    {
        private readonly ClassMap[] _sources;
        private readonly int[] _firstMember;
        private readonly int[] _firstClass;
        private int _last;

        public Joined(ClassMap[] sources)
        {
            _sources = sources;
            _firstMember = new int[sources.Length + 1];
            _firstClass = new int[sources.Length + 1];
            for (var s = 0; s < sources.Length; s++)
            {
                _firstMember[s + 1] = _firstMember[s] + sources[s].Count;
                _firstClass[s + 1] = _firstClass[s] + sources[s].ClassCount;
            }
        }

        public int ClassCount => _firstClass[_sources.Length];

        /// <summary>The class of a member; -1 of none.</summary>
        public int ClassOf(int member)
        {
            if (member < 0)
            {
                return -1;
            }

            if (member < _firstMember[_last] || member >= _firstMember[_last + 1])
            {
                _last = Find(_firstMember, member);
            }

            return _firstClass[_last] + _sources[_last].ClassOf(member - _firstMember[_last]);
        }

        public Read Split(ClassMap classes, int[] origins)
        {
            var anyAbsent = Array.IndexOf(origins, -1) >= 0;
            if (_sources.Length == 1)
            {
                return new(classes, null, origins, anyAbsent);
            }

            var source = new int[origins.Length];
            for (var c = 0; c < origins.Length; c++)
            {
                source[c] = origins[c] < 0 ? -1 : Find(_firstClass, origins[c]);
                origins[c] -= origins[c] < 0 ? 0 : _firstClass[source[c]];
            }

            return new(classes, source, origins, anyAbsent);
        }

        // The last part that starts at or before a number; empty parts are passed over.
        private static int Find(int[] starts, int number)
        {
            var low = 0;
            var high = starts.Length - 2;
            while (low < high)
            {
                var middle = (low + high + 1) / 2;
                if (starts[middle] <= number)
                {
                    low = middle;
                }
                else
                {
                    high = middle - 1;
                }
            }

            return low;
        }
    }
}
