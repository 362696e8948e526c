using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Lowering;

/// <summary>
/// sum, product, min, max, mean, count, any, all. Elements whose kind lacks the attribute asked for, and those the condition leaves out, are passed over;
/// an element whose value is absent makes the whole absent, so that nothing missing is summed in silence.
/// </summary>
internal sealed partial class Lowering
{
    private static OpCode ReductionOf(string function) => function switch
    {
        "sum" => OpCode.Sum, "product" => OpCode.Product, "min" => OpCode.Min, "max" => OpCode.Max, "mean" => OpCode.Mean, "count" => OpCode.Count,
        "any" => OpCode.Any, "all" => OpCode.All,
        _ => throw new ArgumentOutOfRangeException(nameof(function)),
    };

    private Lowered LowerAggregate(BoundAggregate aggregate, Scope scope)
    {
        if (MatchJoin(aggregate) is { } join)
        {
            return LowerJoin(aggregate, join, scope);
        }

        if (aggregate.Source is BoundQuery { Scope: QueryScope.Design } query && (PathsReady || !query.Kind.IsPath)
            && !UsesOuter(aggregate.Value, aggregate.Variable) && !UsesOuter(aggregate.Condition, aggregate.Variable))
        {
            return AggregateGroups(aggregate, query.Kind);
        }

        return Lower(aggregate.Source, scope) switch
        {
            LoweredFailure f => f,
            LoweredRow row => AggregateRow(aggregate, row, scope),
            LoweredList list => AggregateList(aggregate, list, aggregate.Condition, scope),
            LoweredThing { Things.Targets.Count: 0 } => AggregateRow(aggregate, new(Array.Empty<Lowered>()), scope),
            var single => AggregateRow(aggregate, new(new[] { single }), scope),
        };
    }

    private Lowered AggregateRow(BoundAggregate aggregate, LoweredRow row, Scope scope)
    {
        var values = new List<Value>();
        var missing = new List<Value>();
        var items = Having(aggregate, row.Items);
        foreach (var item in items)
        {
            var inner = scope.Nested();
            if (aggregate.Variable is { } variable)
            {
                inner.Set(variable, item);
            }

            if (ElementValue(aggregate, item, aggregate.Condition, inner) is not { } element)
            {
                return LoweredFailure.Instance;
            }

            values.Add(element.Value);
            missing.AddRange(element.Missing is { } gap ? new[] { gap } : Array.Empty<Value>());
        }

        var at = aggregate.Location;
        return new LoweredNumber(Unless(missing.Count == 0 ? null : Fold(OpCode.Or, missing.ToArray(), at), ReduceRow(ReductionOf(aggregate.Function), values, at), at));
    }

    /// <summary>The result, absent where an element's value is missing.</summary>
    private Value Unless(Value? missing, Value result, SourceSpan at) =>
        missing is null ? result : Ir.Ternary(OpCode.Select, missing, AbsentNumber, result, at);

    /// <summary>Drops the elements whose kind has no attribute of a name that the value asks of the variable.</summary>
    private static IReadOnlyList<Lowered> Having(BoundAggregate aggregate, IReadOnlyList<Lowered> items)
    {
        var asked = Asked(aggregate);
        return asked.Count == 0
            ? items
            : items.Where(i => i is not LoweredThing t || t.Things.Targets.Count == 0 || t.Things.Targets.Any(g => asked.All(n => g.Kind.FindAttribute(n) is not null))).ToList();
    }

    private static HashSet<string> Asked(BoundAggregate aggregate)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (aggregate.Variable is { } variable && aggregate.Value is { } value)
        {
            BoundVisitor.Visit(value, e =>
            {
                if (e is BoundExists or BoundOtherwise)
                {
                    return false;
                }

                if (e is BoundAttribute { Target: BoundLocal l } a && ReferenceEquals(l.Symbol, variable))
                {
                    names.Add(a.Name);
                }

                return true;
            });
        }

        return names;
    }

    /// <summary>The value of one element, absent where the condition leaves it out; and where it should have a value and has none.</summary>
    private sealed record Element(Value Value, Value? Missing);

    private Element? ElementValue(BoundAggregate aggregate, Lowered item, BoundExpression? condition, Scope inner)
    {
        var at = aggregate.Location;
        var lowered = aggregate.Value is { } expression ? Lower(expression, inner) : item;
        var value = lowered switch
        {
            LoweredNumber n => n.Value,
            LoweredThing t => Presence(t.Things, Interpretation.Absence.Absent),
            LoweredFailure => null,
            _ => Refuse(aggregate.Value ?? aggregate.Source),
        };
        if (value is null)
        {
            return null;
        }

        if (aggregate.Function == "count" && aggregate.Value is not null && aggregate.Value.Type is not BoolType)
        {
            value = Ir.Unary(OpCode.Exists, value, at);
        }

        var strict = aggregate.Function is not ("count" or "any" or "all") && MayBeAbsent(value);
        var missing = strict ? Ir.Unary(OpCode.Not, Ir.Unary(OpCode.Exists, value, at), at) : null;
        if (condition is null)
        {
            return new(value, missing);
        }

        if (Number(condition, inner) is not { } kept)
        {
            return null;
        }

        var holds = Ir.Binary(OpCode.Otherwise, kept, Ir.Constant(0), at);
        return new(Ir.Ternary(OpCode.Select, holds, value, AbsentNumber, at), missing is null ? null : Ir.Binary(OpCode.And, missing, holds, at));
    }

    private Value ReduceRow(OpCode op, List<Value> values, SourceSpan at)
    {
        var empty = op switch { OpCode.Sum or OpCode.Count or OpCode.Any => 0, OpCode.Product or OpCode.All => 1, _ => Interpretation.Absence.Absent };
        if (values.Count == 0)
        {
            return Ir.Constant(empty);
        }

        if (op is OpCode.Count)
        {
            values = values.Select(v => Ir.Binary(OpCode.Otherwise, v, Ir.Constant(0), at)).ToList();
            return Fold(OpCode.Add, values.ToArray(), at);
        }

        var fold = op switch
        {
            OpCode.Sum or OpCode.Mean => OpCode.Add,
            OpCode.Product => OpCode.Multiply,
            OpCode.Min => OpCode.Minimum,
            OpCode.Max => OpCode.Maximum,
            OpCode.Any => OpCode.Or,
            _ => OpCode.And,
        };
        if (!values.Exists(MayBeAbsent))
        {
            var all = Fold(fold, values.ToArray(), at);
            return op == OpCode.Mean ? Ir.Binary(OpCode.Divide, all, Ir.Constant(values.Count), at) : all;
        }

        return ReduceSparse(op, fold, values, at);
    }

    private Value ReduceSparse(OpCode op, OpCode fold, List<Value> values, SourceSpan at)
    {
        if (op is OpCode.Sum or OpCode.Product or OpCode.Any or OpCode.All or OpCode.Mean)
        {
            var neutral = Ir.Constant(op is OpCode.Sum or OpCode.Any or OpCode.Mean ? 0 : 1);
            var all = Fold(fold, values.Select(v => Ir.Binary(OpCode.Otherwise, v, neutral, at)).ToArray(), at);
            if (op == OpCode.Mean)
            {
                var count = Fold(OpCode.Add, values.Select(v => Ir.Unary(OpCode.Exists, v, at)).ToArray(), at);
                all = Ir.Binary(OpCode.Divide, all, count, at);
            }

            return all;
        }

        var result = values[0];
        for (var i = 1; i < values.Count; i++)
        {
            var either = Ir.Binary(OpCode.Otherwise, result, values[i], at);
            result = Ir.Binary(OpCode.Otherwise, Ir.Binary(fold, result, values[i], at), either, at);
        }

        return result;
    }

    private Lowered AggregateList(BoundAggregate aggregate, LoweredList list, BoundExpression? condition, Scope scope)
    {
        if (list.Elements is LoweredThing things && Asked(aggregate) is { Count: > 0 } asked)
        {
            var kept = KeepGroups(list, things.Things, g => asked.All(n => g.Kind.FindAttribute(n) is not null));
            if (kept is LoweredList filtered)
            {
                list = filtered;
            }
        }

        var elements = list.Shape.Elements;
        if (list.Shape.Owner == Domain.One && scope.Domain != Domain.One && (UsesOuter(aggregate.Value, aggregate.Variable) || UsesOuter(condition, aggregate.Variable)))
        {
            if ((long)elements.Count * scope.Domain.Count > ElementLimit)
            {
                return Fail("ICX3129", aggregate.Location, elements.Count, scope.Domain.Count);
            }

            list = ListThroughAll(list, scope.Domain);
            elements = list.Shape.Elements;
        }

        var toOuter = list.Shape.Owner == scope.Domain ? list.Shape.OwnerOf : IndexMap.Constant(elements, scope.Domain, 0);
        var inner = Scope.Over(elements, scope, toOuter);
        if (aggregate.Variable is { } variable)
        {
            inner.Set(variable, list.Elements);
        }

        if (ElementValue(aggregate, list.Elements, condition, inner) is not { } element)
        {
            return LoweredFailure.Instance;
        }

        var op = aggregate.Function == "count" ? OpCode.Sum : ReductionOf(aggregate.Function);
        var reduced = Ir.Reduce(op, Over(elements, element.Value), list.Shape, aggregate.Location);
        return new LoweredNumber(Unless(Gap(element, list.Shape, aggregate.Location), reduced, aggregate.Location));
    }

    /// <summary>A value spread over a domain, so that its members can be counted.</summary>
    private Value Over(Domain domain, Value value) =>
        value.Domain == Domain.One ? Ir.Gather(new[] { value }, IndexMap.Constant(domain, Domain.One, 0), keep: true) : value;

    private Value? Gap(Element element, ListShape shape, SourceSpan at) =>
        element.Missing is null ? null : Ir.Reduce(OpCode.Any, Over(shape.Elements, element.Missing), shape, at);

    /// <summary>Over all of a kind in the design: group by group, so that identical members are counted and not visited, then over the groups.</summary>
    private Lowered AggregateGroups(BoundAggregate aggregate, KindSymbol kind)
    {
        var asked = Asked(aggregate);
        var at = aggregate.Location;
        var op = ReductionOf(aggregate.Function);
        var each = new List<Value>();
        var counts = new List<Value>();
        var gaps = new List<Value>();
        foreach (var group in GroupsOf(kind).Where(g => g.Count > 0 && asked.All(n => g.Kind.FindAttribute(n) is not null)))
        {
            var inner = Scope.Plain(group.Domain);
            var self = new LoweredThing(RefColumn.Self(group));
            if (aggregate.Variable is { } variable)
            {
                inner.Set(variable, self);
            }

            if (ElementValue(aggregate, self, aggregate.Condition, inner) is not { } element)
            {
                return LoweredFailure.Instance;
            }

            var shape = new ListShape(Domain.One, group.Domain, new[] { 0, group.Count });
            var value = Over(group.Domain, element.Value);
            each.Add(Ir.Reduce(op is OpCode.Count or OpCode.Mean ? OpCode.Sum : op, value, shape, at));
            counts.Add(Ir.Reduce(OpCode.Sum, Ir.Unary(OpCode.Exists, value, at), shape, at));
            gaps.AddRange(Gap(element, shape, at) is { } gap ? new[] { gap } : Array.Empty<Value>());
        }

        var all = op == OpCode.Mean && each.Count > 0
            ? Ir.Binary(OpCode.Divide, Fold(OpCode.Add, each.ToArray(), at), Fold(OpCode.Add, counts.ToArray(), at), at)
            : ReduceRow(op, each, at);
        return new LoweredNumber(Unless(gaps.Count == 0 ? null : Fold(OpCode.Or, gaps.ToArray(), at), all, at));
    }

    private LoweredList ListThroughAll(LoweredList list, Domain owner)
    {
        var count = list.Shape.Elements.Count;
        var offsets = new int[owner.Count + 1];
        var members = new int[count * owner.Count];
        for (var o = 0; o < owner.Count; o++)
        {
            offsets[o + 1] = offsets[o] + count;
            for (var e = 0; e < count; e++)
            {
                members[offsets[o] + e] = e;
            }
        }

        var elements = new Domain(list.Shape.Elements.Name, members.Length);
        return new(new(owner, elements, offsets), Through(list.Elements, IndexMap.Of(elements, list.Shape.Elements, members)));
    }

    /// <summary>Whether an expression mentions something that differs between the members that ask, other than the comprehension's own variable.</summary>
    private static bool UsesOuter(BoundExpression? expression, LocalSymbol? variable)
    {
        var uses = false;
        if (expression is not null)
        {
            BoundVisitor.Visit(expression, e =>
            {
                uses |= e is BoundContext { Target: null, Name: not ContextName.Design } or BoundAttribute { Target: null } or BoundSteps { Path: null }
                    or BoundInstance { Container: null }
                    || (e is BoundLocal l && !ReferenceEquals(l.Symbol, variable));
                return !uses;
            });
        }

        return uses;
    }

    /// <summary>Whether an expression depends on the formula's own thing or on any local.</summary>
    private static bool DependsOnSurroundings(BoundExpression expression) => UsesOuter(expression, null);

    private sealed record JoinCondition(BoundExpression OfElement, BoundExpression OfOwner, BoundExpression? Rest);

    /// <summary>count(l for l : link if l.light == this): elements meet their owner by what they refer to, without trying all pairs.</summary>
    private static JoinCondition? MatchJoin(BoundAggregate aggregate)
    {
        if (aggregate.Source is not BoundQuery { Scope: QueryScope.Design } || aggregate.Variable is not { } variable)
        {
            return null;
        }

        foreach (var (conjunct, rest) in Conjuncts(aggregate.Condition))
        {
            if (conjunct is BoundBinary { Operator: BinaryOperator.Equal } equal && equal.Left.Type is NodeType)
            {
                var left = Mentions(equal.Left, variable);
                var right = Mentions(equal.Right, variable);
                if (left != right && !UsesOuter(left ? equal.Left : equal.Right, variable))
                {
                    return left ? new(equal.Left, equal.Right, rest) : new(equal.Right, equal.Left, rest);
                }
            }
        }

        return null;
    }

    private static IEnumerable<(BoundExpression Conjunct, BoundExpression? Remaining)> Conjuncts(BoundExpression? condition)
    {
        if (condition is BoundBinary { Operator: BinaryOperator.And } and)
        {
            yield return (and.Left, and.Right);
            yield return (and.Right, and.Left);
        }
        else if (condition is not null)
        {
            yield return (condition, null);
        }
    }

    private static bool Mentions(BoundExpression expression, LocalSymbol variable)
    {
        var found = false;
        BoundVisitor.Visit(expression, e => !(found |= e is BoundLocal l && ReferenceEquals(l.Symbol, variable)));
        return found;
    }

    private Lowered LowerJoin(BoundAggregate aggregate, JoinCondition join, Scope scope)
    {
        if (Lower(aggregate.Source, scope) is not LoweredList all || Things(join.OfOwner, scope) is not { } owners)
        {
            return LoweredFailure.Instance;
        }

        var flat = Scope.Over(all.Shape.Elements, scope, IndexMap.Constant(all.Shape.Elements, scope.Domain, 0));
        flat.Set(aggregate.Variable!, all.Elements);
        if (Things(join.OfElement, flat) is not { } referred)
        {
            return LoweredFailure.Instance;
        }

        referred = Spread(referred, all.Shape.Elements);
        owners = Spread(owners, scope.Domain);
        var list = JoinedList(all, referred, owners, scope.Domain);
        return AggregateList(aggregate, list, join.Rest, scope);
    }

    private LoweredList JoinedList(LoweredList all, RefColumn referred, RefColumn owners, Domain domain)
    {
        var ownersOf = OwnersOf(owners, domain);
        var offsets = new int[domain.Count + 1];
        var pairs = new List<(int Owner, int Element)>();
        for (var e = 0; e < all.Shape.Elements.Count; e++)
        {
            if (referred.At(e) is { } thing)
            {
                foreach (var o in ownersOf(thing.Group, thing.Member))
                {
                    pairs.Add((o, e));
                    offsets[o + 1]++;
                }
            }
        }

        for (var o = 0; o < domain.Count; o++)
        {
            offsets[o + 1] += offsets[o];
        }

        var next = (int[])offsets.Clone();
        var members = new int[pairs.Count];
        foreach (var (o, e) in pairs)
        {
            members[next[o]++] = e;
        }

        var elements = new Domain(all.Shape.Elements.Name, pairs.Count);
        return new(new(domain, elements, offsets), Through(all.Elements, IndexMap.Of(elements, all.Shape.Elements, members)));
    }

    /// <summary>Who of a domain refers to a thing. Mostly each member refers to itself.</summary>
    private static Func<Group, int, IReadOnlyList<int>> OwnersOf(RefColumn owners, Domain domain)
    {
        var none = Array.Empty<int>();
        if (owners.Single is { } single && owners.Map.IsIdentity)
        {
            var self = new int[1];
            return (group, member) =>
            {
                self[0] = member;
                return group == single ? self : none;
            };
        }

        var known = new Dictionary<(Group, int), List<int>>();
        for (var o = 0; o < domain.Count; o++)
        {
            if (owners.At(o) is { } thing)
            {
                if (!known.TryGetValue(thing, out var same))
                {
                    known.Add(thing, same = new(1));
                }

                same.Add(o);
            }
        }

        return (group, member) => known.TryGetValue((group, member), out var found) ? found : none;
    }

    private readonly Dictionary<Value, bool> _mayBeAbsent = new();

    /// <summary>Whether a value can be absent for some member, as far as its operations tell.</summary>
    private bool MayBeAbsent(Value value)
    {
        if (_mayBeAbsent.TryGetValue(value, out var known))
        {
            return known;
        }

        var may = value.Op switch
        {
            OpCode.Constant => double.IsNaN(value.Constant),
            OpCode.Data => Array.Exists(value.Data!, double.IsNaN),
            OpCode.Exists or OpCode.Count or OpCode.Any or OpCode.All or OpCode.Unknown => false,
            OpCode.Otherwise => MayBeAbsent(value.Arguments[1]),
            OpCode.Min or OpCode.Max or OpCode.Mean or OpCode.Network => true,
            OpCode.Gather => value.Map!.HasGaps || Array.Exists(value.Arguments, MayBeAbsent),
            OpCode.Solve => Array.Exists(value.Arguments, MayBeAbsent) || MayBeAbsent(value.Region!),
            _ => Array.Exists(value.Arguments, MayBeAbsent),
        };
        return _mayBeAbsent[value] = may;
    }
}
