using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Kernels.Elaboration;

/// <summary>
/// A declaration made real in one place: the members of one instance, path or applied part under one container. Member p * <see cref="Own"/> + k is
/// number k of the array in member p of the container.
/// </summary>
public sealed class Extent
{
    internal Extent(string name, Symbol? symbol, Body? body, PartUse? part, Extent? parent, int own, int first)
    {
        Name = name;
        Symbol = symbol;
        Body = body;
        Part = part;
        Parent = parent;
        Own = own;
        First = first;
        Count = checked(own * (parent?.Count ?? 1));
    }

    /// <summary>Its name as declared.</summary>
    public string Name { get; }

    /// <summary>The <see cref="InstanceSymbol"/>, <see cref="PathSymbol"/> or <see cref="DesignSymbol"/>; null for a part applied in place.</summary>
    public Symbol? Symbol { get; }

    /// <summary>What its braces say, or null.</summary>
    public Body? Body { get; }

    /// <summary>The part it is of, or null.</summary>
    public PartUse? Part { get; }

    /// <summary>What it is declared in; null for the design.</summary>
    public Extent? Parent { get; }

    /// <summary>Members per member of the container.</summary>
    public int Own { get; }

    /// <summary>The first index of the array.</summary>
    public int First { get; }

    /// <summary>All members.</summary>
    public int Count { get; }

    /// <summary>Whether it was declared with brackets.</summary>
    public bool IsArray => Symbol is InstanceSymbol { Array: not null } or PathSymbol { Array: not null };

    /// <summary>The group that holds its members.</summary>
    public Group Group { get; internal set; } = null!;

    /// <summary>The number its first member has in the group.</summary>
    public int Offset { get; internal set; }

    internal Dictionary<string, Extent>? Children { get; private set; }

    internal void Orphan() => Children = null;

    internal void Adopt(Extent child) => (Children ??= new(StringComparer.Ordinal))[child.Name] = child;
}

/// <summary>
/// All things that share their formulas: the members of an array, of the same array in many packages, of single declarations of one shape. The unit of
/// lowering: one formula a group, one column a formula.
/// </summary>
public class Group
{
    private readonly List<Extent> _extents = new();

    internal Group(int id, KindSymbol kind)
    {
        Id = id;
        Kind = kind;
    }

    /// <summary>Its number, in order of elaboration.</summary>
    public int Id { get; }

    /// <summary>The kind of its members.</summary>
    public KindSymbol Kind { get; }

    /// <summary>What it consists of, in order of member number.</summary>
    public IReadOnlyList<Extent> Extents => _extents;

    /// <summary>Its members, as the domain of its columns.</summary>
    public Domain Domain { get; private set; } = null!;

    /// <summary>Number of members.</summary>
    public int Count => Domain.Count;

    /// <summary>What each member stands on; absent for those that stand on nothing.</summary>
    public RefColumn? Host { get; internal set; }

    /// <summary>Whether the members exist only as the value of an attribute or a step, mounted nowhere.</summary>
    public bool IsAnonymous { get; internal init; }

    /// <summary>For a part applied as a step: the paths it is in and its position there.</summary>
    public (PathGroup Path, int Position)? Step { get; internal init; }

    internal List<(int[] Members, Body Body, Extent Scope)> Amendments { get; } = new();

    /// <summary>The extent that holds a member.</summary>
    public Extent ExtentOf(int member)
    {
        var low = 0;
        var high = _extents.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_extents[middle].Offset <= member)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return _extents[low];
    }

    /// <summary>The path of a member as users write it: <c>sw.oe[3]</c>.</summary>
    public string NameOf(int member)
    {
        var extent = ExtentOf(member);
        return NameOf(extent, member - extent.Offset);
    }

    internal static string NameOf(Extent extent, int local)
    {
        if (extent.Parent is null && extent.Symbol is DesignSymbol)
        {
            return extent.Name;
        }

        var own = local % extent.Own;
        var text = extent.IsArray
            ? extent.Name + "[" + (extent.First + own).ToString(System.Globalization.CultureInfo.InvariantCulture) + "]"
            : extent.Name;
        return extent.Parent is null or { Symbol: DesignSymbol } ? text : NameOf(extent.Parent, local / extent.Own) + "." + text;
    }

    internal void Append(Extent extent)
    {
        extent.Offset = _extents.Count == 0 ? 0 : _extents[_extents.Count - 1].Offset + _extents[_extents.Count - 1].Count;
        extent.Group = this;
        _extents.Add(extent);
    }

    internal void Close() => Domain = new(_extents.Count == 0 ? Kind.Name : _extents[0].Name, _extents.Sum(e => e.Count));

    internal void Close(Domain domain) => Domain = domain;
}

/// <summary>Paths that share their formulas and the shape of their steps.</summary>
public sealed class PathGroup : Group
{
    internal PathGroup(int id, KindSymbol kind, bool bothDirections, bool mirrored)
        : base(id, kind)
    {
        BothDirections = bothDirections;
        Mirrored = mirrored;
    }

    /// <summary>Whether light or data go both ways.</summary>
    public bool BothDirections { get; }

    /// <summary>Whether the far half is the near half reversed.</summary>
    public bool Mirrored { get; }

    /// <summary>The steps written, one column each.</summary>
    public IReadOnlyList<StepColumn> Written { get; internal set; } = Array.Empty<StepColumn>();

    /// <summary>All steps from the near to the far end; mirrored ones repeat the columns of the near half.</summary>
    public IReadOnlyList<StepColumn> Steps { get; internal set; } = Array.Empty<StepColumn>();
}

/// <summary>A step of a group of paths.</summary>
/// <param name="Things">The thing at this step, for each path.</param>
/// <param name="IsFar">Whether it is a mirrored copy.</param>
/// <param name="IsInPlace">Whether it is a part applied in place.</param>
/// <param name="Written">Its number among the steps written.</param>
public sealed record StepColumn(RefColumn Things, bool IsFar, bool IsInPlace, int Written)
{
    /// <summary>For a step that is a temperature or another plain value: that value, and then <see cref="Things"/> is absent.</summary>
    public Value? Value { get; init; }

    /// <summary>The position entered in a connector, from 1; null where positions fill in order.</summary>
    public Value? Position { get; init; }
}
