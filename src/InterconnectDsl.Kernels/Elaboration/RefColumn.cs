using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Elaboration;

/// <summary>For each member of a domain, a thing: a group and a member of it, or nothing. Mostly all things are of one group, and a map is all there is.</summary>
public sealed class RefColumn
{
    private readonly Group[] _targets;
    private readonly IndexMap? _map;
    private readonly int[]? _target;
    private readonly int[]? _member;

    private RefColumn(Domain from, Group[] targets, IndexMap? map, int[]? target, int[]? member)
    {
        From = from;
        _targets = targets;
        _map = map;
        _target = target;
        _member = member;
    }

    /// <summary>Who refers.</summary>
    public Domain From { get; }

    /// <summary>The groups referred to; empty when all is absent.</summary>
    public IReadOnlyList<Group> Targets => _targets;

    /// <summary>The one group, or null when there are none or several.</summary>
    public Group? Single => _targets.Length == 1 ? _targets[0] : null;

    /// <summary>The map into the one group.</summary>
    public IndexMap Map => _map ?? throw new InvalidOperationException("the column refers to several groups");

    /// <summary>Where the reference is a step of a path: which of its steps; else null.</summary>
    public int? StepPosition { get; private init; }

    /// <summary>Whether it refers to mirrored copies of the things.</summary>
    public bool IsFar { get; private init; }

    /// <summary>The same, marked as a step of the path it belongs to.</summary>
    public RefColumn AtStep(int position) => new(From, _targets, _map, _target, _member) { StepPosition = position, IsFar = IsFar };

    /// <summary>The mirrored copies of the same things.</summary>
    public RefColumn Far() => new(From, _targets, _map, _target, _member) { StepPosition = StepPosition, IsFar = true };

    /// <summary>A column that refers to nothing.</summary>
    public static RefColumn Absent(Domain from) => new(from, System.Array.Empty<Group>(), null, null, null);

    /// <summary>A column into one group.</summary>
    public static RefColumn Of(Group target, IndexMap map) => new(map.From, new[] { target }, map, null, null);

    /// <summary>Every member of a group refers to itself.</summary>
    public static RefColumn Self(Group group) => Of(group, IndexMap.Identity(group.Domain, group.Domain));

    /// <summary>A column from a group (as an index into <paramref name="targets"/>, -1 for none) and a member for each.</summary>
    public static RefColumn Of(Domain from, Group[] targets, int[] target, int[] member)
    {
        var used = new int[targets.Length];
        foreach (var t in target)
        {
            if (t >= 0)
            {
                used[t]++;
            }
        }

        var only = -1;
        for (var t = 0; t < used.Length; t++)
        {
            if (used[t] > 0)
            {
                only = only == -1 ? t : -2;
            }
        }

        if (only == -1)
        {
            return Absent(from);
        }

        if (only == -2)
        {
            return new(from, targets, null, target, member);
        }

        for (var i = 0; i < member.Length; i++)
        {
            if (target[i] < 0)
            {
                member[i] = -1;
            }
        }

        return Of(targets[only], IndexMap.Of(from, targets[only].Domain, member));
    }

    /// <summary>What a member refers to; null for nothing.</summary>
    public (Group Group, int Member)? At(int member)
    {
        if (_targets.Length == 0)
        {
            return null;
        }

        if (_map is not null)
        {
            var m = _map[member];
            return m < 0 ? null : (_targets[0], m);
        }

        var t = _target![member];
        return t < 0 ? null : (_targets[t], _member![member]);
    }

    /// <summary>The column read through a map: what the member each one maps to refers to.</summary>
    public RefColumn Through(IndexMap map)
    {
        if (map.IsIdentity && map.From == From)
        {
            return this;
        }

        if (_targets.Length == 0)
        {
            return Absent(map.From);
        }

        if (_map is not null)
        {
            return new(map.From, _targets, map.Then(_map), null, null) { StepPosition = StepPosition, IsFar = IsFar };
        }

        var target = new int[map.From.Count];
        var member = new int[map.From.Count];
        for (var i = 0; i < target.Length; i++)
        {
            var m = map[i];
            target[i] = m < 0 ? -1 : _target![m];
            member[i] = m < 0 ? -1 : _member![m];
        }

        var through = Of(map.From, _targets, target, member);
        return IsFar ? through.Far() : through;
    }

    /// <summary>Where each member's thing lies when the columns of <see cref="Targets"/> are laid end to end.</summary>
    public IndexMap Joined()
    {
        if (_map is not null)
        {
            return _map;
        }

        var offsets = new int[_targets.Length + 1];
        for (var t = 0; t < _targets.Length; t++)
        {
            offsets[t + 1] = offsets[t] + _targets[t].Count;
        }

        var all = new Domain("joined", offsets[_targets.Length]);
        var members = new int[From.Count];
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = _target is null || _target[i] < 0 ? -1 : offsets[_target[i]] + _member![i];
        }

        return IndexMap.Of(From, all, members);
    }

    /// <summary>Whether two columns of one domain refer to the same thing, for each member; two absences are not the same.</summary>
    public double[] SameAs(RefColumn other)
    {
        var same = new double[From.Count];
        for (var i = 0; i < same.Length; i++)
        {
            same[i] = At(i) is { } a && other.At(i) is { } b && a.Group == b.Group && a.Member == b.Member ? 1 : 0;
        }

        return same;
    }

    /// <summary>1 for each member that refers to something.</summary>
    public double[] Present()
    {
        var present = new double[From.Count];
        for (var i = 0; i < present.Length; i++)
        {
            present[i] = At(i) is null ? 0 : 1;
        }

        return present;
    }

    /// <summary>Whether some member refers to nothing.</summary>
    public bool SomeAbsent => _targets.Length == 0 ? From.Count > 0 : _map?.HasGaps ?? Array.IndexOf(_target!, -1) >= 0;

    /// <summary>Builds a column member by member.</summary>
    internal sealed class Builder(Domain from)
    {
        private readonly List<Group> _targets = new();
        private readonly int[] _target = Filled(from.Count);
        private readonly int[] _member = Filled(from.Count);
        private Group? _last;
        private int _lastIndex;

        public void Set(int member, Group group, int thing)
        {
            if (group != _last)
            {
                _lastIndex = _targets.IndexOf(group);
                if (_lastIndex < 0)
                {
                    _lastIndex = _targets.Count;
                    _targets.Add(group);
                }

                _last = group;
            }

            _target[member] = _lastIndex;
            _member[member] = thing;
        }

        public bool IsSet(int member) => _target[member] >= 0;

        public RefColumn Build() => Of(from, _targets.ToArray(), _target, _member);

        private static int[] Filled(int count)
        {
            var array = new int[count];
            for (var i = 0; i < count; i++)
            {
                array[i] = -1;
            }

            return array;
        }
    }
}
