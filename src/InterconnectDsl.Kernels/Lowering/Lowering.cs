using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Lowering;

/// <summary>
/// Turns bound formulas into values of the IR, group by group. What is structural (references, lists, texts) is resolved here; what remains are numbers.
/// Formulas are lowered when first asked for.
/// </summary>
internal sealed partial class Lowering
{
    private readonly Dictionary<Symbol, Lowered> _globals = new();
    private readonly HashSet<Report> _reported = new();
    private readonly IReadOnlyDictionary<ParamSymbol, BoundExpression> _settings;
    private readonly Dictionary<(PartSymbol?, Symbol), Formula> _confirmed = new();
    private int _depth;
    private int _work;

    /// <summary>The most nodes one formula may come to when the functions it calls are written out.</summary>
    private const int WorkLimit = 2_000_000;

    public Lowering(ElaboratedDesign design, IReadOnlyDictionary<ParamSymbol, BoundExpression> settings, Literals? literals)
    {
        Design = design;
        Literals = literals;
        _settings = settings;
        Ir = design.Ir;
        Interpreter = design.Interpreter;
    }

    public ElaboratedDesign Design { get; }

    public IrBuilder Ir { get; }

    public Interpreter Interpreter { get; }

    /// <summary>The literals that stay apart; null where none does.</summary>
    public Literals? Literals { get; }

    /// <summary>Whether all paths are in place, so that queries see them.</summary>
    public bool PathsReady { get; set; }

    public Value AbsentNumber => Ir.Constant(Absence.Absent);

    /// <summary>Puts a confirmed value in the place of a stated one.</summary>
    public void Confirm(Confirmation confirmation) => _confirmed[(confirmation.Part, confirmation.Target)] = confirmation.Formula;

    /// <summary>What was reported may be reported again.</summary>
    public void ForgetReports() => _reported.Clear();

    // A class of plain members, since the generic code for keys that are structs is not compiled ahead of time.
    private sealed record Report(string Code, SourceText Text, int Start, int End);

    /// <summary>Reports once per code and place.</summary>
    public LoweredFailure Fail(string code, SourceSpan location, params object[] arguments) =>
        Fail(code, location, Array.Empty<RelatedLocation>(), arguments);

    /// <summary>Reports once per code and place, with further places that explain it.</summary>
    public LoweredFailure Fail(string code, SourceSpan location, IReadOnlyList<RelatedLocation> related, params object[] arguments)
    {
        if (_reported.Add(new(code, location.Text, location.Span.Start, location.Span.End)))
        {
            Design.Diagnostics.Report(code, location, related, arguments);
        }

        return LoweredFailure.Instance;
    }

    /// <summary>Lowers an expression; failures are reported and silent from then on.</summary>
    public Lowered Lower(BoundExpression expression, Scope scope)
    {
        // Functions are written out where they are called: one that calls another twice, and so on, doubles with every level.
        _work = _depth == 0 ? 0 : _work + 1;
        if (_depth >= 400 || _work > WorkLimit)
        {
            return Fail("ICX4010", expression.Location);
        }

        _depth++;
        try
        {
            return LowerNode(expression, scope);
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>Lowers an expression that is a number; null after a failure.</summary>
    public Value? Number(BoundExpression expression, Scope scope) => Lower(expression, scope) switch
    {
        LoweredNumber number => number.Value,
        LoweredFailure => null,
        LoweredThing thing => ThingAsNumber(thing, expression),
        _ => Refuse(expression),
    };

    /// <summary>Lowers an expression that is a thing; null after a failure.</summary>
    public RefColumn? Things(BoundExpression expression, Scope scope) => Lower(expression, scope) switch
    {
        LoweredThing thing => thing.Things,
        LoweredFailure => null,
        LoweredNumber number when IsAllAbsent(number.Value) => RefColumn.Absent(scope.Domain),
        _ => RefuseThing(expression),
    };

    private bool IsAllAbsent(Value value)
    {
        var column = Design.Decide(value);
        for (var c = 0; c < column.Classes.ClassCount; c++)
        {
            if (!Absence.IsAbsent(column.OfClass(c)))
            {
                return false;
            }
        }

        return true;
    }

    private Lowered LowerNode(BoundExpression expression, Scope scope) => expression switch
    {
        BoundError => LoweredFailure.Instance,
        BoundNumber n => new LoweredNumber(Literals is { } kept && Literals.IsKept(n) ? kept.Make(n) : Ir.Constant(n.Value)),
        BoundParam p => LowerParam(p.Symbol),
        BoundConstant c => LowerConstant(c.Symbol),
        BoundLocal l => LowerLocal(l, scope),
        BoundContext c => LowerContext(c, scope),
        BoundAttribute a => LowerAttribute(a, scope),
        BoundInstance i => LowerInstance(i, scope),
        BoundElement e => LowerElement(e, scope),
        BoundPosition p => Lower(p.Connector, scope),
        BoundUnary u => LowerUnary(u, scope),
        BoundBinary b => LowerBinary(b, scope),
        BoundIf i => LowerIf(i, scope),
        BoundIs i => LowerIs(i, scope),
        BoundExists e => LowerExists(e, scope),
        BoundOtherwise o => LowerOtherwise(o, scope),
        BoundInUnit u => LowerInUnit(u, scope),
        BoundCall c => LowerCall(c, scope),
        BoundIntrinsic i => LowerIntrinsic(i, scope),
        BoundAggregate a => LowerAggregate(a, scope),
        BoundQuery q => LowerQuery(q, scope),
        BoundSteps s => LowerSteps(s, scope),
        BoundOfKind k => LowerOfKind(k, scope),
        BoundList l => new LoweredRow(l.Items.Select(i => Lower(i, scope)).ToList()),
        BoundRange r => LowerPair(r.From, r.To, scope),
        BoundPair p => LowerPair(p.First, p.Second, scope),
        BoundPairMember m => LowerPairMember(m, scope),
        BoundSolve s => LowerSolve(s, scope),
        BoundBlock b => LowerBlock(b, scope),
        BoundPart p => LowerPartValue(p, scope),
        BoundText t => LowerText(t, scope),
        _ => throw new InvalidOperationException($"no lowering for {expression.GetType().Name}"),
    };

    private Lowered LowerParam(ParamSymbol symbol)
    {
        if (!_globals.TryGetValue(symbol, out var known))
        {
            _globals[symbol] = LoweredFailure.Instance;
            var nominal = _settings.TryGetValue(symbol, out var set) ? set : FormulaOf(symbol, symbol.Formula).Bound.Nominal;
            known = nominal is null ? LoweredFailure.Instance : Lower(nominal, Scope.Plain(Domain.One));
            var origin = OriginOf(symbol.Name, null, FormulaOf(symbol, symbol.Formula), symbol.Type, symbol);
            if (set is not null)
            {
                origin = origin with { Location = set.Location, Text = null, Source = null, Confidence = null };
            }

            known = known is LoweredNumber number
                ? new LoweredNumber(Ir.Input(symbol, number.Value, origin, set is null ? DrawnOf(symbol, FormulaOf(symbol, symbol.Formula), number.Value) : null))
                : known;
            _globals[symbol] = known;
        }

        return known;
    }

    private Lowered LowerConstant(ConstantSymbol symbol)
    {
        if (!_globals.TryGetValue(symbol, out var known))
        {
            _globals[symbol] = LoweredFailure.Instance;
            var formula = FormulaOf(symbol, symbol.Formula);
            known = formula.Bound.Nominal is { } nominal ? Lower(nominal, Scope.Plain(Domain.One)) : LoweredFailure.Instance;
            var origin = OriginOf(symbol.Name, null, formula, symbol.Type, symbol);
            known = known is LoweredNumber { Value: var value } ? new LoweredNumber(Ir.Named(value, origin, DrawnOf(symbol, formula, value))) : WithOrigin(known, origin);
            _globals[symbol] = known;
        }

        return known;
    }

    private Formula FormulaOf(Symbol symbol, Formula stated) => _confirmed.TryGetValue((null, symbol), out var confirmed) ? confirmed : stated;

    private Lowered LowerLocal(BoundLocal local, Scope scope)
    {
        for (var at = scope; at is not null; at = at.Outer)
        {
            if (at.TryGet(local.Symbol, out var found))
            {
                return Rebase(found, at, scope);
            }

            if (at.Extents is { } extents && IndexOf(extents, local.Symbol, at.Domain) is { } index)
            {
                return Rebase(new LoweredNumber(index), at, scope);
            }
        }

        return Fail("ICX4011", local.Location, local.Symbol.Name);
    }

    /// <summary>A value of an outer scope as the members of an inner one see it.</summary>
    private Lowered Rebase(Lowered value, Scope from, Scope to)
    {
        if (ReferenceEquals(from, to) || value is LoweredFailure)
        {
            return value;
        }

        var map = MapTo(from, to);
        return map.IsIdentity && map.From == from.Domain ? value : Through(value, map);
    }

    private static IndexMap MapTo(Scope from, Scope to)
    {
        var map = to.ToOuter!;
        for (var at = to.Outer!; !ReferenceEquals(at, from); at = at.Outer!)
        {
            map = map.Then(at.ToOuter!);
        }

        return map;
    }

    /// <summary>A value read through a map.</summary>
    public Lowered Through(Lowered value, IndexMap map) => value switch
    {
        LoweredNumber n => new LoweredNumber(Through(n.Value, map)),
        LoweredPair p => new LoweredPair(Through(p.First, map), Through(p.Second, map)),
        LoweredThing t => new LoweredThing(t.Things.From == Domain.One && map.From != Domain.One
            ? t.Things.Through(IndexMap.Constant(map.From, Domain.One, 0)) : t.Things.Through(map)),
        LoweredRow r => new LoweredRow(r.Items.Select(i => Through(i, map)).ToList()),
        LoweredList l => l.Shape.Owner == Domain.One ? l : ListThrough(l, map),
        LoweredText or LoweredTextChoice or LoweredTextOf => new LoweredTextOf(map, value),
        _ => value,
    };

    private Value Through(Value value, IndexMap map) => value.Domain == Domain.One ? value : Ir.Gather(new[] { value }, map);

    private Lowered ListThrough(LoweredList list, IndexMap map)
    {
        var offsets = new int[map.From.Count + 1];
        for (var o = 0; o < map.From.Count; o++)
        {
            var m = map[o];
            var end = (long)offsets[o] + (m < 0 ? 0 : list.Shape.Offsets[m + 1] - list.Shape.Offsets[m]);
            if (end > ElementLimit)
            {
                return Fail("ICX3129", Design.Symbol.Location, list.Shape.Elements.Count, map.From.Count);
            }

            offsets[o + 1] = (int)end;
        }

        var elements = new Domain(list.Shape.Elements.Name, offsets[map.From.Count]);
        var members = new int[elements.Count];
        for (var o = 0; o < map.From.Count; o++)
        {
            var start = map[o] < 0 ? 0 : list.Shape.Offsets[map[o]];
            for (var e = offsets[o]; e < offsets[o + 1]; e++)
            {
                members[e] = start + e - offsets[o];
            }
        }

        return new LoweredList(new(map.From, elements, offsets), Through(list.Elements, IndexMap.Of(elements, list.Shape.Elements, members)));
    }

    private Value? ThingAsNumber(LoweredThing thing, BoundExpression expression) =>
        thing.Things.Targets.Count == 0 ? AbsentNumber : Refuse(expression);

    private Value? Refuse(BoundExpression expression)
    {
        Fail("ICX4012", expression.Location, expression.Type.Display);
        return null;
    }

    private RefColumn? RefuseThing(BoundExpression expression)
    {
        Fail("ICX4013", expression.Location, expression.Type.Display);
        return null;
    }

    private Lowered WithOrigin(Lowered value, Origin origin) => value switch
    {
        LoweredNumber n => new LoweredNumber(Ir.Named(n.Value, origin)),
        LoweredPair p => new LoweredPair(Ir.Named(p.First, Part(origin, first: true)), Ir.Named(p.Second, Part(origin, first: false))),
        _ => value,
    };

    private static Origin Part(Origin origin, bool first)
    {
        var (a, b) = origin.Type is ExtentType ? (".width", ".height") : origin.Type is PointType ? (".x", ".y") : (".from", ".to");
        IcxType type = origin.Type is RangeType ? IntType.Instance : TypeNames.Find("length") ?? origin.Type;
        return origin with { Name = origin.Name + (first ? a : b), Type = type };
    }

    /// <summary>The origin of a formula.</summary>
    public Origin OriginOf(string name, Group? owner, Formula formula, IcxType type, Symbol? symbol)
    {
        var nominal = formula.Syntax.Nominal ?? formula.Syntax.Distribution;
        var text = nominal is null ? null : formula.Location.Text.Slice(nominal.Span);
        return new(name, owner, formula.Location, text, formula.Source, formula.Confidence, type)
        {
            Symbol = symbol,
            Unit = UnitOf(formula),
            HalfWidth = formula.Confidence is null ? null : HalfWidthOf(formula),
        };
    }

    private static Unit? UnitOf(Formula formula) => formula.Bound.Nominal switch
    {
        BoundNumber n => n.Unit,
        BoundUnary { Operand: BoundNumber n } => n.Unit,
        _ => null,
    };

    private double? HalfWidthOf(Formula formula)
    {
        if (formula.Bound.Tolerance is { } tolerance && Number(tolerance, Scope.Plain(Domain.One)) is { } value)
        {
            return Design.Look(value)[0];
        }

        return null;
    }
}
