using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

#pragma warning disable CS1591 // The members of this closed family say what they are; each class says what it stands for.

/// <summary>An expression with names resolved and types checked. Immutable, shared by all instances that have the formula.</summary>
public abstract class BoundExpression(IcxType type, SourceSpan location)
{
    public IcxType Type { get; } = type;
    public SourceSpan Location { get; } = location;

    /// <summary>The unit a literal was written in, behind whatever sign; null for anything else.</summary>
    public Unit? WrittenUnit => this switch
    {
        BoundNumber number => number.Unit,
        BoundUnary unary => unary.Operand.WrittenUnit,
        _ => null,
    };
}

/// <summary>What could not be bound; reported. Whatever rests on it is not evaluated, in silence.</summary>
public sealed class BoundError(SourceSpan location) : BoundExpression(ErrorType.Instance, location);

/// <summary>
/// A number in coherent units (gains in dB, levels in dBm, points in K), an int, a bool (0 or 1), or the position of a word in its type.
/// </summary>
public sealed class BoundNumber(double value, IcxType type, SourceSpan location, Unit? unit) : BoundExpression(type, location)
{
    public double Value { get; } = value;

    /// <summary>The unit it was written in, for printing it back.</summary>
    public Unit? Unit { get; } = unit;
}

/// <summary>A piece of a text: characters, or an expression with the unit and digits it prints in.</summary>
public sealed record BoundTextPart(string? Literal, BoundExpression? Expression, Unit? Unit, int? Digits);

public sealed class BoundText(IReadOnlyList<BoundTextPart> parts, SourceSpan location) : BoundExpression(TextType.Instance, location)
{
    public IReadOnlyList<BoundTextPart> Parts { get; } = parts;
}

public sealed class BoundParam(ParamSymbol symbol, SourceSpan location) : BoundExpression(symbol.Type, location)
{
    public ParamSymbol Symbol { get; } = symbol;
}

public sealed class BoundConstant(ConstantSymbol symbol, SourceSpan location) : BoundExpression(symbol.Type, location)
{
    public ConstantSymbol Symbol { get; } = symbol;
}

/// <summary>
/// A parameter of the function or part at hand, a local, a comprehension's variable, an array's named index, a solve's unknown, a rule's subject.
/// </summary>
public sealed class BoundLocal(LocalSymbol symbol, SourceSpan location) : BoundExpression(symbol.Type, location)
{
    public LocalSymbol Symbol { get; } = symbol;
}

/// <summary>What the formula's own thing, or its surroundings, is called.</summary>
public enum ContextName
{
    /// <summary><c>this</c>.</summary>
    This,

    /// <summary><c>index</c> of the innermost array.</summary>
    Index,

    /// <summary>The number of members of the innermost array, where a placement asks for it.</summary>
    Count,

    /// <summary><c>this.host</c>; also <c>x.host</c> with a target.</summary>
    Host,

    /// <summary><c>path</c> in a step.</summary>
    Path,

    /// <summary><c>previous</c> neighbour in a step.</summary>
    Previous,

    /// <summary><c>next</c> neighbour in a step.</summary>
    Next,

    /// <summary><c>gap</c> between the neighbours of a step: nearest edges along x plus along y.</summary>
    Gap,

    /// <summary><c>directions</c> of a path: 1, or 2 with <c>&lt;-></c>.</summary>
    Directions,

    /// <summary>The design, <c>design</c> in a rule or a formula.</summary>
    Design,

    /// <summary>Whether it is a spare.</summary>
    Mirrored,
}

/// <summary>A context name. <see cref="Target"/> is null for the formula's own thing.</summary>
public sealed class BoundContext(ContextName name, BoundExpression? target, IcxType type, SourceSpan location) : BoundExpression(type, location)
{
    public ContextName Name { get; } = name;
    public BoundExpression? Target { get; } = target;
}

/// <summary>
/// An attribute by name. The target is an instance (this when null), or a list of instances, and then the value is the list of all.
/// The name is looked up again in the kind of each instance at hand: where a derived kind does not have it, the value is absent.
/// </summary>
public sealed class BoundAttribute(BoundExpression? target, string name, IcxType type, SourceSpan location) : BoundExpression(type, location)
{
    public BoundExpression? Target { get; } = target;
    public string Name { get; } = name;
}

/// <summary>
/// A declared instance or path by name. With a container it is looked up in that instance (of its part or its braces); without, in the scope of the
/// formula's own thing and outward to the design. A whole array is a list.
/// </summary>
public sealed class BoundInstance(BoundExpression? container, string name, Symbol symbol, IcxType type, SourceSpan location)
    : BoundExpression(type, location)
{
    public BoundExpression? Container { get; } = container;
    public string Name { get; } = name;

    /// <summary>
    /// The <see cref="InstanceSymbol"/> or <see cref="PathSymbol"/> it was bound to; a design that extends may put another of the same name in its
    /// place.
    /// </summary>
    public Symbol Symbol { get; } = symbol;
}

/// <summary><c>list[i]</c>: a member by its index, or, when the index is a <see cref="BoundRange"/>, the members of a range.</summary>
public sealed class BoundElement(BoundExpression list, BoundExpression index, IcxType type, SourceSpan location) : BoundExpression(type, location)
{
    public BoundExpression List { get; } = list;
    public BoundExpression Index { get; } = index;
}

/// <summary><c>connector.position[n]</c>, a step: the connector, entered at its n-th pair, counted from 1.</summary>
public sealed class BoundPosition(BoundExpression connector, BoundExpression position, SourceSpan location)
    : BoundExpression(connector.Type, location)
{
    public BoundExpression Connector { get; } = connector;
    public BoundExpression Position { get; } = position;
}

public sealed class BoundUnary(UnaryOperator op, BoundExpression operand, IcxType type, SourceSpan location) : BoundExpression(type, location)
{
    public UnaryOperator Operator { get; } = op;
    public BoundExpression Operand { get; } = operand;
}

/// <summary>
/// An operator on numbers, bools or words; == and != also on instances. Both sides are in coherent units, so values combine as plain doubles.
/// </summary>
public sealed class BoundBinary(BinaryOperator op, BoundExpression left, BoundExpression right, IcxType type, SourceSpan location)
    : BoundExpression(type, location)
{
    public BinaryOperator Operator { get; } = op;
    public BoundExpression Left { get; } = left;
    public BoundExpression Right { get; } = right;

    /// <summary>Whether it compares its two sides.</summary>
    public bool IsComparison => Operator is BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual
        or BinaryOperator.Equal or BinaryOperator.NotEqual;
}

public sealed class BoundIf(BoundExpression condition, BoundExpression then, BoundExpression @else, IcxType type, SourceSpan location)
    : BoundExpression(type, location)
{
    public BoundExpression Condition { get; } = condition;
    public BoundExpression Then { get; } = then;
    public BoundExpression Else { get; } = @else;
}

/// <summary><c>x is substrate</c>; false when x is absent.</summary>
public sealed class BoundIs(BoundExpression value, KindSymbol kind, SourceSpan location) : BoundExpression(BoolType.Instance, location)
{
    public BoundExpression Value { get; } = value;
    public KindSymbol Kind { get; } = kind;
}

/// <summary><c>x exists</c>.</summary>
public sealed class BoundExists(BoundExpression value, SourceSpan location) : BoundExpression(BoolType.Instance, location)
{
    public BoundExpression Value { get; } = value;
}

public sealed class BoundOtherwise(BoundExpression value, BoundExpression fallback, IcxType type, SourceSpan location)
    : BoundExpression(type, location)
{
    public BoundExpression Value { get; } = value;
    public BoundExpression Fallback { get; } = fallback;
}

/// <summary><c>x in mW</c>: a real.</summary>
public sealed class BoundInUnit(BoundExpression value, Unit unit, IcxType type, SourceSpan location) : BoundExpression(type, location)
{
    public BoundExpression Value { get; } = value;
    public Unit Unit { get; } = unit;
}

/// <summary>A call of a function written in icx, one argument per parameter, defaults filled in.</summary>
public sealed class BoundCall(FunctionSymbol function, IReadOnlyList<BoundExpression> arguments, SourceSpan location)
    : BoundExpression(function.Result, location)
{
    public FunctionSymbol Function { get; } = function;
    public IReadOnlyList<BoundExpression> Arguments { get; } = arguments;
}

/// <summary>A function of the compiler's own, by its name in icx: see <see cref="Intrinsics"/> for the list and its types.</summary>
public sealed class BoundIntrinsic(string name, IReadOnlyList<BoundExpression> arguments, IcxType type, SourceSpan location)
    : BoundExpression(type, location)
{
    public string Name { get; } = name;
    public IReadOnlyList<BoundExpression> Arguments { get; } = arguments;

    /// <summary>The kind named by first(k), last(k), previous(k), next(k), host_of(x, k); else null.</summary>
    public KindSymbol? Kind { get; init; }
}

/// <summary>sum, product, min, max, mean, count, any, all over a list; without a variable, over the list's own values.</summary>
public sealed class BoundAggregate(
    string function, BoundExpression source, LocalSymbol? variable, BoundExpression? value, BoundExpression? condition, IcxType type,
    SourceSpan location)
    : BoundExpression(type, location)
{
    public string Function { get; } = function;

    /// <summary>A list: of instances, or of values.</summary>
    public BoundExpression Source { get; } = source;
    public LocalSymbol? Variable { get; } = variable;

    /// <summary>The value per member; null takes the members themselves.</summary>
    public BoundExpression? Value { get; } = value;
    public BoundExpression? Condition { get; } = condition;
}

/// <summary>All of a kind in the design, on something, through something, or ending at something.</summary>
public sealed class BoundQuery(QueryScope scope, KindSymbol kind, BoundExpression? place, SourceSpan location)
    : BoundExpression(new ListType(new NodeType(kind)), location)
{
    public QueryScope Scope { get; } = scope;
    public KindSymbol Kind { get; } = kind;
    public BoundExpression? Place { get; } = place;
}

/// <summary>Steps of a path (<see cref="Path"/> null: the formula's own), perhaps only of one kind.</summary>
public sealed class BoundSteps(
    BoundExpression? path, StepsPortion portion, BoundExpression? from, BoundExpression? to, IcxType type, SourceSpan location)
    : BoundExpression(type, location)
{
    public BoundExpression? Path { get; } = path;
    public StepsPortion Portion { get; } = portion;
    public BoundExpression? From { get; } = from;
    public BoundExpression? To { get; } = to;
}

/// <summary>A list filtered to a kind: <c>max(s.x for s : engine in steps)</c>.</summary>
public sealed class BoundOfKind(BoundExpression list, KindSymbol kind, SourceSpan location)
    : BoundExpression(new ListType(new NodeType(kind)), location)
{
    public BoundExpression List { get; } = list;
    public KindSymbol Kind { get; } = kind;
}

public sealed class BoundList(IReadOnlyList<BoundExpression> items, IcxType type, SourceSpan location) : BoundExpression(type, location)
{
    public IReadOnlyList<BoundExpression> Items { get; } = items;
}

public sealed class BoundRange(BoundExpression from, BoundExpression to, IcxType type, SourceSpan location) : BoundExpression(type, location)
{
    public BoundExpression From { get; } = from;
    public BoundExpression To { get; } = to;
}

/// <summary>A point or an extent from its two lengths.</summary>
public sealed class BoundPair(BoundExpression first, BoundExpression second, IcxType type, SourceSpan location) : BoundExpression(type, location)
{
    public BoundExpression First { get; } = first;
    public BoundExpression Second { get; } = second;
}

/// <summary><c>p.x</c>, <c>p.y</c>, <c>size.width</c>, <c>size.height</c>.</summary>
public sealed class BoundPairMember(BoundExpression pair, bool second, IcxType type, SourceSpan location) : BoundExpression(type, location)
{
    public BoundExpression Pair { get; } = pair;
    public bool Second { get; } = second;
}

public sealed class BoundSolve(
    LocalSymbol unknown, BoundExpression start, BoundExpression tolerance, BoundExpression limit, BoundExpression body, SourceSpan location)
    : BoundExpression(body.Type, location)
{
    public LocalSymbol Unknown { get; } = unknown;
    public BoundExpression Start { get; } = start;
    public BoundExpression Tolerance { get; } = tolerance;
    public BoundExpression Limit { get; } = limit;
    public BoundExpression Body { get; } = body;
}

/// <summary>A function's block.</summary>
public sealed class BoundBlock(IReadOnlyList<(LocalSymbol Local, BoundExpression Value)> locals, BoundExpression result, SourceSpan location)
    : BoundExpression(result.Type, location)
{
    public IReadOnlyList<(LocalSymbol Local, BoundExpression Value)> Locals { get; } = locals;
    public BoundExpression Result { get; } = result;
}

/// <summary>A part as a value: a step applied in place, or the one anonymous instance an attribute of a kind's type holds.</summary>
public sealed class BoundPart(PartUse use, SourceSpan location) : BoundExpression(new NodeType(use.Part.Kind), location)
{
    public PartUse Use { get; } = use;
}
