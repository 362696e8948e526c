using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>
/// Makes class maps and remembers them: combinations of two, reads of one through an index map, and the lists that look alike. Everything here
/// depends on structure alone, never on numbers, but for the classes of data.
/// </summary>
internal sealed class ClassMaps(bool fold)
{
    private readonly Dictionary<int, ClassMap> _uniform = new();
    private readonly Dictionary<int, ClassMap> _identity = new();
    private readonly Dictionary<long, List<ClassMap>> _mapped = new();
    private readonly Dictionary<(ClassMap, ClassMap), ClassMap> _products = new();
    private readonly Dictionary<(ClassMap, ClassMap), int[]> _indices = new();
    private readonly Dictionary<(ListShape, ClassMap), ClassMap> _lists = new();

    /// <summary>The map of a domain whose members are all alike; without folding only those of a single member are.</summary>
    public ClassMap Uniform(int count)
    {
        if (count == 0 || (!fold && count > 1))
        {
            return Identity(count);
        }

        if (!_uniform.TryGetValue(count, out var map))
        {
            _uniform.Add(count, map = new(count, 1, null));
        }

        return map;
    }

    /// <summary>The map of a domain whose members are each their own class.</summary>
    public ClassMap Identity(int count)
    {
        if (count == 1)
        {
            return Uniform(1);
        }

        if (!_identity.TryGetValue(count, out var map))
        {
            _identity.Add(count, map = new(count, count, null));
        }

        return map;
    }

    /// <summary>
    /// The map with these classes, numbered by first member, or null where so many classes are not worth it. The array is kept.
    /// </summary>
    public ClassMap? Mapped(int[] classOf, int classCount)
    {
        if (classCount <= 1)
        {
            return Uniform(classOf.Length);
        }

        if (!Pays(classCount, classOf.Length))
        {
            return null;
        }

        var hash = 17L;
        foreach (var c in classOf)
        {
            hash = unchecked((hash * 0x5851F42D4C957F2DL) + c + 1);
        }

        if (!_mapped.TryGetValue(hash, out var known))
        {
            _mapped.Add(hash, known = new());
        }

        foreach (var map in known)
        {
            if (map.ClassCount == classCount && Same(map.Members!, classOf))
            {
                return map;
            }
        }

        var made = new ClassMap(classOf.Length, classCount, classOf);
        known.Add(made);
        return made;
    }

    /// <summary>Whether so many classes of so many members are worth a map.</summary>
    public bool Pays(int classes, int members) => fold && classes <= members / 2;

    /// <summary>The coarsest map that keeps apart what either of two maps keeps apart.</summary>
    public ClassMap Combine(ClassMap a, ClassMap b)
    {
        if (a == b || b.IsUniform || a.IsIdentity)
        {
            return a;
        }

        if (a.IsUniform || b.IsIdentity)
        {
            return b;
        }

        if (!_products.TryGetValue((a, b), out var product))
        {
            _products.Add((a, b), product = Product(a, b));
        }

        return product;
    }

    /// <summary>For each class of a map the class of a coarser one; null where the numbers agree.</summary>
    public int[]? Index(ClassMap fine, ClassMap coarse)
    {
        if (fine == coarse)
        {
            return null;
        }

        if (fine.IsIdentity && coarse.Members is not null)
        {
            return coarse.Members;
        }

        if (!_indices.TryGetValue((fine, coarse), out var index))
        {
            index = new int[fine.ClassCount];
            for (var c = 0; c < index.Length; c++)
            {
                index[c] = coarse.ClassOf(fine.FirstMember(c));
            }

            _indices.Add((fine, coarse), index);
        }

        return index;
    }

    /// <summary>The map of the owners of lists: owners are alike whose lists hold elements of the same classes in the same order.</summary>
    public ClassMap Owners(ListShape shape, ClassMap elements)
    {
        var count = shape.Owner.Count;
        if (count <= 1 || (elements.IsIdentity && elements.Count > 0))
        {
            return count == 1 ? Uniform(1) : Identity(count);
        }

        if (!_lists.TryGetValue((shape, elements), out var owners))
        {
            _lists.Add((shape, elements), owners = new AlikeLists(shape, elements, this).Find() ?? Identity(count));
        }

        return owners;
    }

    private static bool Same(int[] a, int[] b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i])
            {
                return false;
            }
        }

        return true;
    }

    private ClassMap Product(ClassMap a, ClassMap b)
    {
        var numbers = new ClassNumbers(a.ClassCount * (long)b.ClassCount);
        var classOf = new int[a.Count];
        for (var m = 0; m < classOf.Length; m++)
        {
            classOf[m] = numbers.Of((a.Members![m] * (long)b.ClassCount) + b.Members![m]);
            if (!Pays(numbers.Count, classOf.Length))
            {
                return Identity(a.Count);
            }
        }

        return Mapped(classOf, numbers.Count)!;
    }
}
