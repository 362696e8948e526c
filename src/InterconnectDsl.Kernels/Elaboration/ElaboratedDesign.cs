using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Strands;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Elaboration;

/// <summary>
/// A design made real: its things and paths in groups, with every attribute of every group at hand as a value of the IR. Attributes are lowered and evaluated
/// when first asked for. Not safe for use by two threads at once.
/// </summary>
public sealed class ElaboratedDesign
{
    private readonly List<Group> _groups = new();
    private readonly List<(Group Group, LocalSymbol Parameter, Lowered Value)> _parameters = new();
    private readonly HashSet<Value> _decisions = new();
    private readonly List<SampledFigure> _sampled = new();
    private StrandMap? _strands;
    private readonly HashSet<Value> _read = new();
    private Reach? _settled;

    internal ElaboratedDesign(Compilation compilation, DesignSymbol symbol, IReadOnlyDictionary<ParamSymbol, BoundExpression> settings, bool keepsLiterals)
    {
        Compilation = compilation;
        Symbol = symbol;
        Ir = new();
        Interpreter = new(Ir);
        Diagnostics = new();
        Plausibility = new(this);
        Lowering = new(this, settings, keepsLiterals ? new(Ir) : null);
    }

    /// <summary>Where it comes from.</summary>
    public Compilation Compilation { get; }

    /// <summary>The design.</summary>
    public DesignSymbol Symbol { get; }

    /// <summary>The values lowered so far.</summary>
    public IrBuilder Ir { get; }

    /// <summary>Their numbers.</summary>
    public Interpreter Interpreter { get; }

    /// <summary>What was found while elaborating, lowering and evaluating.</summary>
    public DiagnosticBag Diagnostics { get; }

    /// <summary>The design itself, one member.</summary>
    public Group DesignGroup { get; internal set; } = null!;

    /// <summary>All groups, in order of elaboration: the design, things, paths, applied parts, anonymous things.</summary>
    public IReadOnlyList<Group> Groups => _groups;

    /// <summary>The paths.</summary>
    public IEnumerable<PathGroup> Paths => _groups.OfType<PathGroup>();

    /// <summary>Mounted things and paths, all members counted.</summary>
    public long InstanceCount { get; internal set; }

    /// <summary>
    /// The params that decide what the design is made of: the size of an array, who stands on what, which thing a choice takes. With another number for one of
    /// them it would be another design, and not the same one at another point.
    /// </summary>
    public IReadOnlyCollection<ParamSymbol> StructuralParams => ParamsBehind(_decisions);

    /// <summary>The strands of all paths, position by position; traced when first asked for, with what is wrong in <see cref="Diagnostics"/>.</summary>
    public StrandMap Strands => _strands ??= StrandTracer.Trace(this);

    /// <summary>The figures over samples that were asked for so far.</summary>
    public IReadOnlyList<SampledFigure> SampledFigures => _sampled;

    internal Extent? Root { get; set; }

    internal Lowering.Lowering Lowering { get; }

    internal Plausibility Plausibility { get; }

    /// <summary>Arguments of parts applied in place or declared, as they were evaluated; absent ones are checked at the end.</summary>
    internal IReadOnlyList<(Group Group, LocalSymbol Parameter, Lowered Value)> Parameters => _parameters;

    /// <summary>An attribute of all members of a group; absent where the kind has none.</summary>
    public Lowered Attribute(Group group, string name) => Lowering.Attribute(group, name);

    /// <summary>A number of one member: an attribute in coherent units. Null when it is absent, could not be evaluated, or is no number.</summary>
    public double? NumberOf(Group group, string name, int member)
    {
        if (Attribute(group, name) is not LoweredNumber number)
        {
            return null;
        }

        var value = Interpreter.Evaluate(number.Value)[number.Value.Domain == Domain.One ? 0 : member];
        return double.IsNaN(value) ? null : value;
    }

    /// <summary>What a thing-valued attribute of one member refers to; null for nothing.</summary>
    public (Group Group, int Member)? ThingOf(Group group, string name, int member) =>
        Attribute(group, name) is LoweredThing thing ? thing.Things.At(thing.Things.From == Domain.One ? 0 : member) : null;

    /// <summary>An attribute of one member as text, in the unit it was written in or one that reads well; null when absent.</summary>
    public string? TextOf(Group group, string name, int member)
    {
        var attribute = group.Kind.FindAttribute(name);
        return attribute is null ? null : Print(Attribute(group, name), attribute.Type, member, null, null);
    }

    /// <summary>A value of one member as text; null when it is absent or could not be evaluated.</summary>
    public string? Print(Lowered value, IcxType type, int member, Unit? unit, int? digits) => new ValuePrinter(this).Print(value, type, member, unit, digits);

    /// <summary>Lowers and evaluates an expression over the design, as <c>icx eval</c> does. Null after a failure, which is in <see cref="Diagnostics"/>.</summary>
    public Lowered? Evaluate(BoundExpression expression)
    {
        var scope = Root is null ? Kernels.Lowering.Scope.Plain(Domain.One) : Kernels.Lowering.Scope.Of(DesignGroup);
        return Lowering.Lower(expression, scope) is var value and not LoweredFailure ? value : null;
    }

    /// <summary>The formula that gives one member its attribute, and where it stands; null when nothing does.</summary>
    public (Formula Formula, bool InBraces, PartSymbol? Part)? FormulaOf(Group group, string name, int member)
    {
        var attribute = group.Kind.FindAttribute(name);
        if (attribute is null || group.Extents.Count == 0)
        {
            return null;
        }

        for (var i = group.Amendments.Count - 1; i >= 0; i--)
        {
            if (group.Amendments[i].Body.Overrides.TryGetValue(name, out var amended) && Array.IndexOf(group.Amendments[i].Members, member) >= 0)
            {
                return (amended, true, null);
            }
        }

        var (formula, part, inBraces) = Kernels.Lowering.Lowering.Statement(group.ExtentOf(member), attribute);
        return formula is null ? null : (formula, inBraces, part);
    }

    /// <summary>The name of a group for messages: its array, <c>sw.oe[]</c>.</summary>
    public string ShortNameOf(Group group) => group.Extents.Count == 0 ? group.Kind.Name
        : group.Extents[0].Symbol is null ? group.Extents[0].Name
        : group.Count == 1 ? group.NameOf(0) : group.Extents[0].Name;

    /// <summary>The params that some values depend on.</summary>
    public static IReadOnlyCollection<ParamSymbol> ParamsBehind(IEnumerable<Value> values)
    {
        var found = new HashSet<ParamSymbol>();
        var seen = new HashSet<Value>();
        var open = new Stack<Value>(values);
        while (open.Count > 0)
        {
            var value = open.Pop();
            if (!seen.Add(value))
            {
                continue;
            }

            if (value.Param is { } param)
            {
                found.Add(param);
            }

            foreach (var input in value.Region is null ? value.Arguments : value.Arguments.Concat(new[] { value.Region }))
            {
                open.Push(input);
            }
        }

        return found;
    }

    /// <summary>Tells which values rest on some params; what was told of a value is remembered.</summary>
    public static Func<Value, bool> RestingOn(IEnumerable<ParamSymbol> parameters)
    {
        var given = new HashSet<ParamSymbol>(parameters);
        return new Dependence(Sources.Parts, v => v.Param is { } param && given.Contains(param) ? true : null).Of;
    }

    internal void Add(Group group) => _groups.Add(group);

    internal void Note(SampledFigure figure) => _sampled.Add(figure);

    /// <summary>The numbers of a value that decides what the design is made of.</summary>
    internal Column Decide(Value value)
    {
        _decisions.Add(value);
        return Interpreter.Evaluate(value);
    }

    /// <summary>The numbers of a value that is read while formulas are lowered, though the design is the same design whatever they are.</summary>
    internal Column Look(Value value)
    {
        _read.Add(value);
        return Interpreter.Evaluate(value);
    }

    /// <summary>Gives literals other numbers; false where the design would be another one, or may not be revised.</summary>
    internal bool Revise(IReadOnlyList<(BoundNumber Before, BoundNumber After)> pairs)
    {
        // What is asked of an expression typed at a prompt is lowered later: nothing it decides is part of the design.
        _settled ??= Reach.Behind(_decisions.Concat(_read));
        if (Lowering.Literals?.Revise(pairs, _settled.Contains) is not { } changed)
        {
            return false;
        }

        Interpreter.Forget(changed);
        return true;
    }

    internal int NextGroup => _groups.Count;

    internal Group AddAnonymous(PartUse use, Domain domain)
    {
        var group = new Group(_groups.Count, use.Part.Kind) { IsAnonymous = true };
        group.Append(new(use.Part.Name, null, null, use, null, domain.Count, 0));
        group.Close(new(use.Part.Name, domain.Count));
        _groups.Add(group);
        return group;
    }

    internal void NoteParameter(Group group, LocalSymbol parameter, Lowered value) => _parameters.Add((group, parameter, value));
}
