namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>
/// Which members of a domain are known to have the same number: member m has that of class <c>ClassOf(m)</c>. Classes count from 0 in order of their
/// first member. Two maps that say the same are one object, within an interpreter and those derived from it.
/// </summary>
public sealed class ClassMap
{
    private readonly int[]? _classOf;
    private int[]? _firstMembers;
    private int[]? _sizes;

    internal ClassMap(int count, int classCount, int[]? classOf)
    {
        Count = count;
        ClassCount = classCount;
        _classOf = classOf;
    }

    /// <summary>The number of members.</summary>
    public int Count { get; }

    /// <summary>The number of classes: 1 where all members are the same, <see cref="Count"/> where each is its own.</summary>
    public int ClassCount { get; }

    /// <summary>Whether there is one class.</summary>
    public bool IsUniform => ClassCount == 1;

    /// <summary>Whether each member is a class of its own.</summary>
    public bool IsIdentity => ClassCount == Count;

    /// <summary>The class of each member; null where the map is uniform or the identity.</summary>
    internal int[]? Members => _classOf;

    /// <summary>The class of a member.</summary>
    public int ClassOf(int member) => _classOf is not null ? _classOf[member] : IsIdentity ? member : 0;

    /// <summary>The first member of a class.</summary>
    public int FirstMember(int ofClass) => _classOf is null ? ofClass : (_firstMembers ??= FindFirst())[ofClass];

    /// <summary>The number of members of a class.</summary>
    public int Size(int ofClass) => _classOf is not null ? (_sizes ??= FindSizes())[ofClass] : IsIdentity ? 1 : Count;

    private int[] FindFirst()
    {
        var first = new int[ClassCount];
        var next = 0;
        for (var m = 0; next < ClassCount; m++)
        {
            if (_classOf![m] == next)
            {
                first[next++] = m;
            }
        }

        return first;
    }

    private int[] FindSizes()
    {
        var sizes = new int[ClassCount];
        foreach (var c in _classOf!)
        {
            sizes[c]++;
        }

        return sizes;
    }
}
