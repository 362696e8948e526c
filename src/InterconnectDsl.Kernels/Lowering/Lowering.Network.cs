using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Units;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Lowering;

/// <summary>
/// solve_thermal: all things of a kind are the nodes of one network. The functions of conductance are lowered once, over the pairs of nodes and over the nodes;
/// the equations are solved where the network is evaluated.
/// </summary>
internal sealed partial class Lowering
{
    private readonly Dictionary<(FunctionSymbol, FunctionSymbol, KindSymbol), Network?> _networks = new();

    /// <summary>The nodes of a network and their temperatures.</summary>
    private sealed record Network(RefColumn Nodes, Value Temperatures);

    private Lowered LowerNetwork(BoundIntrinsic call, Scope scope)
    {
        var key = (((BoundCall)call.Arguments[1]).Function, ((BoundCall)call.Arguments[2]).Function, call.Kind!);
        if (!_networks.TryGetValue(key, out var network))
        {
            _networks.Add(key, null);
            _networks[key] = network = NetworkOf(call);
        }

        if (network is null || Things(call.Arguments[0], scope) is not { } things)
        {
            return LoweredFailure.Instance;
        }

        things = Spread(things, scope.Domain);
        var places = new Dictionary<(Group, int), int>();
        for (var i = 0; i < network.Nodes.From.Count; i++)
        {
            places[(network.Nodes.At(i)!.Value.Group, network.Nodes.At(i)!.Value.Member)] = i;
        }

        var map = new int[scope.Domain.Count];
        for (var i = 0; i < map.Length; i++)
        {
            map[i] = things.At(i) is { } thing && places.TryGetValue((thing.Group, thing.Member), out var node) ? node : -1;
        }

        return new LoweredNumber(Ir.Gather(new[] { network.Temperatures }, IndexMap.Of(scope.Domain, network.Temperatures.Domain, map), keep: true));
    }

    private Network? NetworkOf(BoundIntrinsic call)
    {
        var groups = GroupsOf(call.Kind!);
        var domain = new Domain("network of " + call.Kind!.Name, groups.Sum(g => g.Count));
        if (domain.Count > DenseFactors.Largest)
        {
            Fail("ICX6101", call.Location, domain.Count, call.Kind.Name, DenseFactors.Largest);
            return null;
        }

        var nodes = new RefColumn.Builder(domain);
        var at = 0;
        foreach (var group in groups)
        {
            for (var m = 0; m < group.Count; m++)
            {
                nodes.Set(at++, group, m);
            }
        }

        var all = nodes.Build();
        return Couple(all, (BoundCall)call.Arguments[1]) is { } between && Apply((BoundCall)call.Arguments[2], all) is { } outward
            && AttributeOf(all, "heat", TypeNames.Find("power")!) is LoweredNumber heat && AttributeOf(all, "ambient", TypeNames.Find("temperature")!) is LoweredNumber ambient
                ? new(all, Ir.Network(domain, between, Over(domain, outward), Over(domain, heat.Value), Over(domain, ambient.Value), call.Location))
                : null;
    }

    /// <summary>A function of two things over all pairs of nodes.</summary>
    private Value? Couple(RefColumn nodes, BoundCall call)
    {
        var count = nodes.From.Count;
        var pairs = new Domain("pairs of " + nodes.From.Name, count * (count - 1) / 2);
        var (first, second) = (new int[pairs.Count], new int[pairs.Count]);
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                (first[at], second[at]) = (i, j);
                at++;
            }
        }

        var inner = Scope.Plain(pairs);
        inner.Set(((BoundLocal)call.Arguments[0]).Symbol, new LoweredThing(nodes.Through(IndexMap.Of(pairs, nodes.From, first))));
        inner.Set(((BoundLocal)call.Arguments[1]).Symbol, new LoweredThing(nodes.Through(IndexMap.Of(pairs, nodes.From, second))));
        return Number(call, inner) is { } value ? Over(pairs, value) : null;
    }

    private Value? Apply(BoundCall call, RefColumn nodes)
    {
        var inner = Scope.Plain(nodes.From);
        inner.Set(((BoundLocal)call.Arguments[0]).Symbol, new LoweredThing(nodes));
        return Number(call, inner);
    }

    /// <summary>The name of a node of a network, and what holds it.</summary>
    public (string Name, Group? Group, int Member) NodeOf(Value network, int node)
    {
        var found = _networks.Values.FirstOrDefault(n => n?.Temperatures == network);
        return found?.Nodes.At(node) is { } thing ? (thing.Group.NameOf(thing.Member), thing.Group, thing.Member) : ("a node", null, 0);
    }
}
