using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Lowering;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Elaboration;

/// <summary>
/// Makes a design real: walks its declarations into extents, gathers extents of one shape into groups, finds what everything stands on, then lays the paths.
/// </summary>
public sealed class Elaborator
{
    /// <summary>The most things and paths a design may have.</summary>
    public const long InstanceLimit = 20_000_000;

    private readonly ElaboratedDesign _design;
    private readonly Lowering.Lowering _lowering;
    private readonly List<Extent> _extents = new();
    private readonly CancellationToken _cancellation;
    private readonly IReadOnlyList<Amendment> _amendments;
    private long _count;
    private bool _overflow;

    private Elaborator(ElaboratedDesign design, IReadOnlyList<Amendment> amendments, CancellationToken cancellation)
    {
        _design = design;
        _amendments = amendments;
        _lowering = design.Lowering;
        _cancellation = cancellation;
    }

    /// <summary>Elaborates a design.</summary>
    /// <param name="compilation">The bound modules.</param>
    /// <param name="symbol">The design.</param>
    /// <param name="settings">Params set from outside, in place of their nominal values.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <param name="keepsLiterals">Whether literals of the user's text stay apart, so that they may be given other numbers.</param>
    /// <param name="amendments">Attributes of the design's things set from outside, applied after the design's own amendments.</param>
    public static ElaboratedDesign Elaborate(
        Compilation compilation, DesignSymbol symbol, IReadOnlyDictionary<ParamSymbol, BoundExpression>? settings = null, CancellationToken cancellation = default,
        bool keepsLiterals = false, IReadOnlyList<Amendment>? amendments = null)
    {
        var design = new ElaboratedDesign(compilation, symbol, settings ?? new Dictionary<ParamSymbol, BoundExpression>(), keepsLiterals);
        new Elaborator(design, amendments ?? Array.Empty<Amendment>(), cancellation).Run();
        return design;
    }

    private void Run()
    {
        foreach (var confirmation in _design.Symbol.Body.Confirmations)
        {
            _lowering.Confirm(confirmation);
        }

        var root = new Extent(_design.Symbol.Name, _design.Symbol, _design.Symbol.Body, null, null, 1, 0);
        var group = new Group(0, _design.Symbol.Kind);
        group.Append(root);
        group.Close();
        _design.Add(group);
        _design.DesignGroup = group;
        _design.Root = root;
        Declare(root);
        if (_overflow)
        {
            // What is too large is not there at all, so that nothing further rests on half of it.
            root.Orphan();
            _lowering.PathsReady = true;
            return;
        }

        new Grouping(_design).Group(_extents);
        FindHosts();
        Amend(root);
        var paths = new PathElaborator(_design, _cancellation);
        paths.Lay(root, ref _count);
        foreach (var extent in _extents)
        {
            paths.Lay(extent, ref _count);
        }

        paths.Close();
        _lowering.PathsReady = true;
        _design.InstanceCount = _count;
    }

    /// <summary>Declares what an extent holds: first what its part holds, then what its own braces hold.</summary>
    private void Declare(Extent extent)
    {
        _cancellation.ThrowIfCancellationRequested();
        foreach (var body in BodiesOf(extent))
        {
            foreach (var symbol in body.Instances)
            {
                if (!_overflow && Size(extent, symbol.Array, symbol.Location) is { } size)
                {
                    Add(extent, symbol, size.Own, size.First);
                }
            }
        }
    }

    private void Add(Extent parent, InstanceSymbol symbol, int own, int first)
    {
        _count += (long)own * parent.Count;
        if (_count > InstanceLimit)
        {
            _overflow = true;
            _lowering.Fail("ICX3130", symbol.Location, symbol.Name, _count, InstanceLimit);
            return;
        }

        var extent = new Extent(symbol.Name, symbol, symbol.Body, symbol.Part, parent, own, first);
        parent.Adopt(extent);
        _extents.Add(extent);
        Declare(extent);
    }

    /// <summary>The bodies that hold an extent's things: of its part and the parts that builds on, from the bottom, then its own.</summary>
    internal static IEnumerable<Body> BodiesOf(Extent extent)
    {
        var parts = new List<PartSymbol>();
        for (var part = extent.Part?.Part; part is not null; part = part.Base)
        {
            parts.Insert(0, part);
        }

        foreach (var part in parts)
        {
            yield return part.Body;
        }

        if (extent.Body is { } own)
        {
            yield return own;
        }
    }

    /// <summary>The size of an array and its first index; null after a failure.</summary>
    private (int Own, int First)? Size(Extent parent, ArrayBounds? bounds, SourceSpan location) => ArraySize.Of(_design, parent, bounds, location);

    private void FindHosts()
    {
        foreach (var group in _design.Groups.Where(g => !g.IsAnonymous && g is not PathGroup && g != _design.DesignGroup).ToList())
        {
            var builder = new RefColumn.Builder(group.Domain);
            foreach (var extent in group.Extents)
            {
                FindHost(extent, builder);
            }

            group.Host = builder.Build();
        }

        FindMountRings();
    }

    private void FindHost(Extent extent, RefColumn.Builder builder)
    {
        if (extent.Symbol is InstanceSymbol { Host: { } host })
        {
            var domain = new Domain(extent.Name, extent.Count);
            if (_lowering.Things(host, Scope.Of(extent, domain, null)) is not { } hosts)
            {
                return;
            }

            for (var m = 0; m < extent.Count; m++)
            {
                if (hosts.At(hosts.From == Domain.One ? 0 : m) is { } on)
                {
                    builder.Set(extent.Offset + m, on.Group, on.Member);
                }
            }
        }
        else if (extent.Parent is { Symbol: not DesignSymbol } parent)
        {
            for (var m = 0; m < extent.Count; m++)
            {
                builder.Set(extent.Offset + m, parent.Group, parent.Offset + (m / extent.Own));
            }
        }
    }

    /// <summary>A thing that stands on itself, by however many steps, stands on nothing: reported, and cut.</summary>
    private void FindMountRings()
    {
        foreach (var group in _design.Groups)
        {
            for (var m = 0; m < group.Count && group.Host is not null; m++)
            {
                var at = group.Host.At(m);
                for (var level = 0; at is { } host; level++)
                {
                    if ((host.Group == group && host.Member == m) || level > 64)
                    {
                        _lowering.Fail("ICX3131", (group.ExtentOf(m).Symbol ?? _design.Symbol).Location, group.NameOf(m));
                        group.Host = null;
                        break;
                    }

                    at = host.Group.Host?.At(host.Member);
                }

                if (group.Host is { Single: not null } && group.Host.Map.IsConstant)
                {
                    break;
                }
            }
        }
    }

    private void Amend(Extent root)
    {
        foreach (var extent in new[] { root }.Concat(_extents))
        {
            foreach (var amendment in BodiesOf(extent).SelectMany(b => b.Amendments))
            {
                Amend(extent, amendment);
            }
        }

        foreach (var amendment in _amendments)
        {
            Amend(root, amendment);
        }
    }

    private void Amend(Extent extent, Amendment amendment)
    {
        var domain = new Domain(extent.Name, extent.Count);
        var things = _lowering.Lower(amendment.Target, Scope.Of(extent, domain, null)) switch
        {
            LoweredThing thing => thing.Things,
            LoweredList { Elements: LoweredThing many } => many.Things,
            _ => null,
        };
        if (things is null)
        {
            return;
        }

        foreach (var target in things.Targets)
        {
            var members = new List<int>();
            for (var i = 0; i < things.From.Count; i++)
            {
                if (things.At(i) is { } thing && thing.Group == target)
                {
                    members.Add(thing.Member);
                }
            }

            target.Amendments.Add((members.ToArray(), amendment.Body, extent));
        }
    }
}
