using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>Finds the owners whose lists hold elements of the same classes in the same order.</summary>
internal sealed class AlikeLists(ListShape shape, ClassMap elements, ClassMaps maps)
{
    private readonly Dictionary<long, List<int>> _known = new();
    private readonly List<int> _representatives = new();

    /// <summary>The classes of owners, or null where there are too many.</summary>
    public ClassMap? Find()
    {
        var classOf = new int[shape.Owner.Count];
        for (var o = 0; o < classOf.Length; o++)
        {
            classOf[o] = ClassOf(o);
            if (_representatives.Count > 1 && !maps.Pays(_representatives.Count, classOf.Length))
            {
                return null;
            }
        }

        return maps.Mapped(classOf, _representatives.Count);
    }

    private int ClassOf(int owner)
    {
        var hash = Hash(owner);
        if (!_known.TryGetValue(hash, out var candidates))
        {
            _known.Add(hash, candidates = new());
        }

        foreach (var candidate in candidates)
        {
            if (Same(_representatives[candidate], owner))
            {
                return candidate;
            }
        }

        candidates.Add(_representatives.Count);
        _representatives.Add(owner);
        return _representatives.Count - 1;
    }

    private long Hash(int owner)
    {
        long hash = shape.Offsets[owner + 1] - shape.Offsets[owner];
        for (var e = shape.Offsets[owner]; !elements.IsUniform && e < shape.Offsets[owner + 1]; e++)
        {
            hash = unchecked((hash * 0x5851F42D4C957F2DL) + elements.ClassOf(e) + 1);
        }

        return hash;
    }

    private bool Same(int a, int b)
    {
        var length = shape.Offsets[a + 1] - shape.Offsets[a];
        if (shape.Offsets[b + 1] - shape.Offsets[b] != length)
        {
            return false;
        }

        for (var i = 0; !elements.IsUniform && i < length; i++)
        {
            if (elements.ClassOf(shape.Offsets[a] + i) != elements.ClassOf(shape.Offsets[b] + i))
            {
                return false;
            }
        }

        return true;
    }
}
