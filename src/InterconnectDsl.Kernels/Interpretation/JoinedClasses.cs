namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>The classes of several sources, laid end to end.</summary>
internal sealed class JoinedClasses
{
    private readonly ClassMap[] _sources;
    private readonly int[] _firstMember;
    private readonly int[] _firstClass;
    private int _last;

    /// <summary>Lays sources end to end.</summary>
    public JoinedClasses(ClassMap[] sources)
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

    /// <summary>The number of classes of all sources.</summary>
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

    /// <summary>The plan that reads each class of a result from one of the sources' classes; -1 is absent.</summary>
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
