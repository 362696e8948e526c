using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Syntax;

#pragma warning disable CS1591 // The members of this closed family say what they are; each class says what it stands for.

/// <summary>A name as written. <see cref="Text"/> is empty where the parser recovered from a missing name.</summary>
public sealed record Identifier(string Text, TextSpan Span)
{
    public override string ToString() => Text;
}

/// <summary>A node of the syntax tree: the characters it covers, from its first to its last token, no trivia around it.</summary>
public abstract class SyntaxNode(TextSpan span)
{
    public TextSpan Span { get; } = span;
}

// ---------------------------------------------------------------------------------------------------- expressions

public abstract class ExpressionSyntax(TextSpan span) : SyntaxNode(span);

/// <summary>An expression that could not be read; its diagnostic is already reported.</summary>
public sealed class ErrorExpressionSyntax(TextSpan span) : ExpressionSyntax(span);

/// <summary>A unit as written, <c>dB/inch/GHz^0.5</c>.</summary>
public sealed class UnitSyntax(TextSpan span, string text) : SyntaxNode(span)
{
    public string Text { get; } = text;
}

/// <summary><c>12 mm</c>, <c>85 %</c>, <c>2_000</c>; <c>8 Tb/s aggregate</c> has a basis. Never negative: a sign is a <see cref="UnarySyntax"/>.</summary>
public sealed class NumberSyntax(TextSpan span, double value, string digits, UnitSyntax? unit, Identifier? basis) : ExpressionSyntax(span)
{
    public double Value { get; } = value;

    /// <summary>The number as written, underscores included.</summary>
    public string Digits { get; } = digits;

    public UnitSyntax? Unit { get; } = unit;

    /// <summary><c>per_direction</c> or <c>aggregate</c>, or null.</summary>
    public Identifier? Basis { get; } = basis;
}

/// <summary>A part of a text: literal characters, or an interpolation <c>{expr}</c>, <c>{expr in dB}</c>, <c>{expr to 3 digits}</c>.</summary>
public sealed class TextPart(string? literal, ExpressionSyntax? expression, int? digits)
{
    public string? Literal { get; } = literal;

    /// <summary>The interpolated expression; an <c>in unit</c> is an <see cref="InUnitSyntax"/> at its top.</summary>
    public ExpressionSyntax? Expression { get; } = expression;

    public int? Digits { get; } = digits;
}

public sealed class TextSyntax(TextSpan span, IReadOnlyList<TextPart> parts) : ExpressionSyntax(span)
{
    public IReadOnlyList<TextPart> Parts { get; } = parts;

    /// <summary>The text when it has no interpolation, else null.</summary>
    public string? Plain => Parts.Count == 0 ? "" : Parts.Count == 1 ? Parts[0].Literal : null;
}

/// <summary><c>2027-06-30</c>.</summary>
public sealed class DateSyntax(TextSpan span, int year, int month, int day) : ExpressionSyntax(span)
{
    public int Year { get; } = year;
    public int Month { get; } = month;
    public int Day { get; } = day;
}

/// <summary>A name standing alone, also <c>this</c>, <c>index</c>, <c>mirror</c>, <c>far</c>, <c>steps</c>, <c>true</c>, <c>false</c> and words of a word type.</summary>
public sealed class NameSyntax(TextSpan span, string name) : ExpressionSyntax(span)
{
    public string Name { get; } = name;
}

/// <summary><c>target.name</c>.</summary>
public sealed class MemberAccessSyntax(TextSpan span, ExpressionSyntax target, Identifier name) : ExpressionSyntax(span)
{
    public ExpressionSyntax Target { get; } = target;
    public Identifier Name { get; } = name;
}

/// <summary><c>target[index]</c>.</summary>
public sealed class IndexSyntax(TextSpan span, ExpressionSyntax target, ExpressionSyntax index) : ExpressionSyntax(span)
{
    public ExpressionSyntax Target { get; } = target;
    public ExpressionSyntax Index { get; } = index;
}

/// <summary>An argument, <c>x</c> or <c>name = x</c>.</summary>
public sealed class ArgumentSyntax(TextSpan span, Identifier? name, ExpressionSyntax value) : SyntaxNode(span)
{
    public Identifier? Name { get; } = name;
    public ExpressionSyntax Value { get; } = value;
}

/// <summary><c>f(a, n = 2)</c>: a function call, or a part with its arguments.</summary>
public sealed class CallSyntax(TextSpan span, ExpressionSyntax target, IReadOnlyList<ArgumentSyntax> arguments) : ExpressionSyntax(span)
{
    public ExpressionSyntax Target { get; } = target;
    public IReadOnlyList<ArgumentSyntax> Arguments { get; } = arguments;
}

public enum UnaryOperator { Negate, Not }

/// <summary><c>-x</c>, <c>not x</c>.</summary>
public sealed class UnarySyntax(TextSpan span, UnaryOperator op, ExpressionSyntax operand) : ExpressionSyntax(span)
{
    public UnaryOperator Operator { get; } = op;
    public ExpressionSyntax Operand { get; } = operand;
}

public enum BinaryOperator { Or, And, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Add, Subtract, Multiply, Divide, Div, Mod, Power }

/// <summary><c>a + b</c> and its like. <c>a &lt;= x &lt;= b</c> is an <c>And</c> whose sides share the node of <c>x</c>.</summary>
public sealed class BinarySyntax(TextSpan span, BinaryOperator op, TextSpan operatorSpan, ExpressionSyntax left, ExpressionSyntax right) : ExpressionSyntax(span)
{
    public BinaryOperator Operator { get; } = op;
    public TextSpan OperatorSpan { get; } = operatorSpan;
    public ExpressionSyntax Left { get; } = left;
    public ExpressionSyntax Right { get; } = right;
}

/// <summary><c>a .. b</c>, both ends included.</summary>
public sealed class RangeSyntax(TextSpan span, ExpressionSyntax from, ExpressionSyntax to) : ExpressionSyntax(span)
{
    public ExpressionSyntax From { get; } = from;
    public ExpressionSyntax To { get; } = to;
}

/// <summary><c>x within a .. b</c>.</summary>
public sealed class WithinRangeSyntax(TextSpan span, ExpressionSyntax value, RangeSyntax range) : ExpressionSyntax(span)
{
    public ExpressionSyntax Value { get; } = value;
    public RangeSyntax Range { get; } = range;
}

/// <summary><c>x within 0.1 % of y</c>.</summary>
public sealed class WithinOfSyntax(TextSpan span, ExpressionSyntax value, ExpressionSyntax tolerance, ExpressionSyntax of) : ExpressionSyntax(span)
{
    public ExpressionSyntax Value { get; } = value;
    public ExpressionSyntax Tolerance { get; } = tolerance;
    public ExpressionSyntax Of { get; } = of;
}

/// <summary><c>x is substrate</c>.</summary>
public sealed class IsSyntax(TextSpan span, ExpressionSyntax value, Identifier kind) : ExpressionSyntax(span)
{
    public ExpressionSyntax Value { get; } = value;
    public Identifier Kind { get; } = kind;
}

/// <summary><c>x in {a, b}</c>.</summary>
public sealed class InSetSyntax(TextSpan span, ExpressionSyntax value, IReadOnlyList<ExpressionSyntax> items) : ExpressionSyntax(span)
{
    public ExpressionSyntax Value { get; } = value;
    public IReadOnlyList<ExpressionSyntax> Items { get; } = items;
}

/// <summary><c>x in mW</c>: the number in that unit.</summary>
public sealed class InUnitSyntax(TextSpan span, ExpressionSyntax value, UnitSyntax unit) : ExpressionSyntax(span)
{
    public ExpressionSyntax Value { get; } = value;
    public UnitSyntax Unit { get; } = unit;
}

/// <summary><c>x exists</c> (or, negated, <c>x missing</c>).</summary>
public sealed class ExistsSyntax(TextSpan span, ExpressionSyntax value, bool negated) : ExpressionSyntax(span)
{
    public ExpressionSyntax Value { get; } = value;
    public bool Negated { get; } = negated;
}

/// <summary><c>x otherwise y</c>.</summary>
public sealed class OtherwiseSyntax(TextSpan span, ExpressionSyntax value, ExpressionSyntax fallback) : ExpressionSyntax(span)
{
    public ExpressionSyntax Value { get; } = value;
    public ExpressionSyntax Fallback { get; } = fallback;
}

/// <summary><c>if c then a else b</c>.</summary>
public sealed class IfSyntax(TextSpan span, ExpressionSyntax condition, ExpressionSyntax then, ExpressionSyntax @else) : ExpressionSyntax(span)
{
    public ExpressionSyntax Condition { get; } = condition;
    public ExpressionSyntax Then { get; } = then;
    public ExpressionSyntax Else { get; } = @else;
}

/// <summary><c>[a, b, c]</c>.</summary>
public sealed class ListSyntax(TextSpan span, IReadOnlyList<ExpressionSyntax> items) : ExpressionSyntax(span)
{
    public IReadOnlyList<ExpressionSyntax> Items { get; } = items;
}

/// <summary><c>(x, y)</c>, a point.</summary>
public sealed class PointSyntax(TextSpan span, ExpressionSyntax x, ExpressionSyntax y) : ExpressionSyntax(span)
{
    public ExpressionSyntax X { get; } = x;
    public ExpressionSyntax Y { get; } = y;
}

/// <summary><c>110 mm by 110 mm</c>, an extent: width (east-west) by height (north-south).</summary>
public sealed class ExtentSyntax(TextSpan span, ExpressionSyntax width, ExpressionSyntax height) : ExpressionSyntax(span)
{
    public ExpressionSyntax Width { get; } = width;
    public ExpressionSyntax Height { get; } = height;
}

/// <summary>Where a query looks.</summary>
public enum QueryScope
{
    /// <summary><c>x : kind</c>: the whole design.</summary>
    Design,

    /// <summary><c>x : kind on place</c>: what is mounted on it, the whole subtree.</summary>
    On,

    /// <summary><c>p : path through place</c>.</summary>
    Through,

    /// <summary><c>p : path to place</c>: paths that end there.</summary>
    To,
}

/// <summary><c>sum(p.strands for p : path through this if p.open)</c>, <c>max(s.loss for s in steps)</c>, <c>count(l for l : link)</c>.</summary>
public sealed class ComprehensionSyntax(
    TextSpan span, Identifier function, ExpressionSyntax value, Identifier name, Identifier? kind, QueryScope? scope, ExpressionSyntax? source, ExpressionSyntax? condition)
    : ExpressionSyntax(span)
{
    /// <summary>sum, product, min, max, mean, count, any or all (others are reported by the binder).</summary>
    public Identifier Function { get; } = function;
    public ExpressionSyntax Value { get; } = value;
    public Identifier Name { get; } = name;

    /// <summary>The kind that is asked for; with <c>in list</c> it filters and may be absent.</summary>
    public Identifier? Kind { get; } = kind;

    /// <summary>Null for <c>in list</c>.</summary>
    public QueryScope? Scope { get; } = scope;

    /// <summary>The list behind <c>in</c>, or the place behind <c>on</c>, <c>through</c>, <c>to</c>; null for the whole design.</summary>
    public ExpressionSyntax? Source { get; } = source;
    public ExpressionSyntax? Condition { get; } = condition;
}

public enum StepsPortion { All, Before, After, Between }

/// <summary><c>steps</c>, <c>steps before tx</c>, <c>steps after tx</c>, <c>steps between(a, b)</c>.</summary>
public sealed class StepsSyntax(TextSpan span, StepsPortion portion, ExpressionSyntax? from, ExpressionSyntax? to) : ExpressionSyntax(span)
{
    public StepsPortion Portion { get; } = portion;

    /// <summary>The step named by <c>before</c>, <c>after</c>, or the first of <c>between</c>.</summary>
    public ExpressionSyntax? From { get; } = from;
    public ExpressionSyntax? To { get; } = to;
}

/// <summary><c>solve t from 45 degC to 0.01 K within 100 steps = body</c>.</summary>
public sealed class SolveSyntax(TextSpan span, Identifier unknown, ExpressionSyntax start, ExpressionSyntax tolerance, ExpressionSyntax limit, ExpressionSyntax body) : ExpressionSyntax(span)
{
    public Identifier Unknown { get; } = unknown;
    public ExpressionSyntax Start { get; } = start;
    public ExpressionSyntax Tolerance { get; } = tolerance;
    public ExpressionSyntax Limit { get; } = limit;
    public ExpressionSyntax Body { get; } = body;
}

/// <summary>The body of a function, <c>{ a = expr; b : type = expr; result }</c>.</summary>
public sealed class BlockSyntax(TextSpan span, IReadOnlyList<LocalSyntax> locals, ExpressionSyntax result) : ExpressionSyntax(span)
{
    public IReadOnlyList<LocalSyntax> Locals { get; } = locals;
    public ExpressionSyntax Result { get; } = result;
}

public sealed class LocalSyntax(TextSpan span, Identifier name, TypeSyntax? type, ExpressionSyntax value) : SyntaxNode(span)
{
    public Identifier Name { get; } = name;
    public TypeSyntax? Type { get; } = type;
    public ExpressionSyntax Value { get; } = value;
}

// ---------------------------------------------------------------------------------------------------- types

/// <summary>A type as written.</summary>
public abstract class TypeSyntax(TextSpan span) : SyntaxNode(span);

/// <summary><c>length</c>, <c>optical_gain / length</c>, <c>channel?</c>: an expression of names, * / ^, perhaps with a question mark.</summary>
public sealed class NamedTypeSyntax(TextSpan span, ExpressionSyntax expression, bool optional) : TypeSyntax(span)
{
    /// <summary>A <see cref="NameSyntax"/>, a <see cref="MemberAccessSyntax"/> or a product, quotient or power of such.</summary>
    public ExpressionSyntax Expression { get; } = expression;
    public bool Optional { get; } = optional;
}

/// <summary><c>apc | upc | flat</c>.</summary>
public sealed class WordsTypeSyntax(TextSpan span, IReadOnlyList<Identifier> words, bool optional) : TypeSyntax(span)
{
    public IReadOnlyList<Identifier> Words { get; } = words;
    public bool Optional { get; } = optional;
}

// ---------------------------------------------------------------------------------------------------- values with clauses

/// <summary>
/// A value with its clauses, <c>= nominal ± tolerance ~ distribution within a .. b plausible a .. b source "..." confidence B</c>; each may be missing.
/// </summary>
public sealed class ValueSyntax(TextSpan span) : SyntaxNode(span)
{
    public ExpressionSyntax? Nominal { get; init; }

    /// <summary>Behind ± or +/-.</summary>
    public ExpressionSyntax? Tolerance { get; init; }

    /// <summary>Behind ~: <c>normal(0.20 dB, 0.06 dB)</c>.</summary>
    public ExpressionSyntax? Distribution { get; init; }
    public RangeSyntax? Within { get; init; }
    public RangeSyntax? Plausible { get; init; }
    public TextSyntax? Source { get; init; }

    /// <summary>A, B, C or U.</summary>
    public Identifier? Confidence { get; init; }
}

// ---------------------------------------------------------------------------------------------------- declarations and members

/// <summary>A declaration, at the top of a module or in braces, with the <c>///</c> text above it.</summary>
public abstract class DeclarationSyntax(TextSpan span) : SyntaxNode(span)
{
    /// <summary>The documentation lines above it joined by newlines, or null.</summary>
    public string? Doc { get; init; }
}

/// <summary>Tokens that make no declaration; reported. <see cref="Names"/> are names it probably declares: binding stays silent about them.</summary>
public sealed class ErrorDeclarationSyntax(TextSpan span, IReadOnlyList<string> names) : DeclarationSyntax(span)
{
    public IReadOnlyList<string> Names { get; } = names;
}

/// <summary><c>module examples.cpo51</c>.</summary>
public sealed class ModuleSyntax(TextSpan span, string name) : DeclarationSyntax(span)
{
    public string Name { get; } = name;
}

/// <summary>A name brought in, <c>B as C</c>.</summary>
public sealed class UseItemSyntax(TextSpan span, Identifier name, Identifier? alias) : SyntaxNode(span)
{
    public Identifier Name { get; } = name;
    public Identifier? Alias { get; } = alias;
}

/// <summary><c>use m.{A, B as C}</c>, or <c>use m</c> with no items.</summary>
public sealed class UseSyntax(TextSpan span, Identifier module, IReadOnlyList<UseItemSyntax>? items) : DeclarationSyntax(span)
{
    /// <summary>The dotted name.</summary>
    public Identifier Module { get; } = module;
    public IReadOnlyList<UseItemSyntax>? Items { get; } = items;
}

/// <summary><c>param reach : length = 500 m within 2 m .. 2 km</c>.</summary>
public sealed class ParamSyntax(TextSpan span, Identifier name, TypeSyntax? type, ValueSyntax value) : DeclarationSyntax(span)
{
    public Identifier Name { get; } = name;
    public TypeSyntax? Type { get; } = type;
    public ValueSyntax Value { get; } = value;
}

/// <summary>A parameter of a function or part, <c>n : int = 2</c>.</summary>
public sealed class ParameterSyntax(TextSpan span, Identifier name, TypeSyntax? type, ExpressionSyntax? @default) : SyntaxNode(span)
{
    public Identifier Name { get; } = name;
    public TypeSyntax? Type { get; } = type;
    public ExpressionSyntax? Default { get; } = @default;
}

/// <summary><c>fn f(x : length, n : int = 2) -> ratio = expr</c>; the body is null for a function of the compiler's own.</summary>
public sealed class FunctionSyntax(TextSpan span, Identifier name, IReadOnlyList<ParameterSyntax> parameters, TypeSyntax? result, ExpressionSyntax? body) : DeclarationSyntax(span)
{
    public Identifier Name { get; } = name;
    public IReadOnlyList<ParameterSyntax> Parameters { get; } = parameters;
    public TypeSyntax? Result { get; } = result;
    public ExpressionSyntax? Body { get; } = body;
}

/// <summary><c>kind connector : step { ... }</c>.</summary>
public sealed class KindSyntax(TextSpan span, Identifier name, Identifier? @base, IReadOnlyList<DeclarationSyntax> members) : DeclarationSyntax(span)
{
    public Identifier Name { get; } = name;
    public Identifier? Base { get; } = @base;
    public IReadOnlyList<DeclarationSyntax> Members { get; } = members;
}

/// <summary><c>part smf(span : length) : fiber { ... }</c>; the base is a kind or a part, perhaps with arguments.</summary>
public sealed class PartSyntax(TextSpan span, Identifier name, IReadOnlyList<ParameterSyntax> parameters, ExpressionSyntax @base, IReadOnlyList<DeclarationSyntax> members) : DeclarationSyntax(span)
{
    public Identifier Name { get; } = name;
    public IReadOnlyList<ParameterSyntax> Parameters { get; } = parameters;

    /// <summary>A name, a member access, or a call of one.</summary>
    public ExpressionSyntax Base { get; } = @base;
    public IReadOnlyList<DeclarationSyntax> Members { get; } = members;
}

/// <summary><c>design Lpo : Pluggable { ... }</c>.</summary>
public sealed class DesignSyntax(TextSpan span, Identifier name, Identifier? @base, IReadOnlyList<DeclarationSyntax> members) : DeclarationSyntax(span)
{
    public Identifier Name { get; } = name;
    public Identifier? Base { get; } = @base;
    public IReadOnlyList<DeclarationSyntax> Members { get; } = members;
}

/// <summary>
/// <c>name : type = value clauses</c>. In a kind it declares an attribute; at module level a constant; in a design <c>name : part { }</c> replaces an instance.
/// Without a type (<c>die = first(die)</c>) see <see cref="AssignmentSyntax"/>.
/// </summary>
public sealed class AttributeSyntax(TextSpan span, Identifier name, TypeSyntax type, ValueSyntax? value, IReadOnlyList<DeclarationSyntax>? members) : DeclarationSyntax(span)
{
    public Identifier Name { get; } = name;
    public TypeSyntax Type { get; } = type;
    public ValueSyntax? Value { get; } = value;

    /// <summary>What stands in braces behind it (replacing an instance), or null.</summary>
    public IReadOnlyList<DeclarationSyntax>? Members { get; } = members;
}

/// <summary><c>target = value</c>, <c>target ~ distribution</c>: sets what exists, or in a kind declares an attribute whose type the formula gives.</summary>
public sealed class AssignmentSyntax(TextSpan span, ExpressionSyntax target, ValueSyntax value) : DeclarationSyntax(span)
{
    /// <summary>A name, or a dotted or indexed one (<c>oe.power</c>).</summary>
    public ExpressionSyntax Target { get; } = target;
    public ValueSyntax Value { get; } = value;
}

/// <summary><c>oe[32 .. 35] { spare = true }</c>, <c>osfp { power_class = 21 W }</c>: amends an instance declared elsewhere.</summary>
public sealed class AmendSyntax(TextSpan span, ExpressionSyntax target, IReadOnlyList<DeclarationSyntax> members) : DeclarationSyntax(span)
{
    public ExpressionSyntax Target { get; } = target;
    public IReadOnlyList<DeclarationSyntax> Members { get; } = members;
}

/// <summary><c>without els</c>.</summary>
public sealed class WithoutSyntax(TextSpan span, Identifier name) : DeclarationSyntax(span)
{
    public Identifier Name { get; } = name;
}

/// <summary>What stands in the brackets of an array: <c>[16]</c>, <c>[p in 4]</c>, <c>[i in 128 .. 255]</c>.</summary>
public sealed class ArraySyntax(TextSpan span, Identifier? index, ExpressionSyntax bounds) : SyntaxNode(span)
{
    public Identifier? Index { get; } = index;

    /// <summary>A count, or a <see cref="RangeSyntax"/>.</summary>
    public ExpressionSyntax Bounds { get; } = bounds;
}

/// <summary><c>engine oe[16] : CoPackaged3200 on base at ring(ring_at) { ... }</c>.</summary>
public sealed class InstanceSyntax(
    TextSpan span, Identifier kind, Identifier name, ArraySyntax? array, ExpressionSyntax? part, ExpressionSyntax? host, ExpressionSyntax? place,
    IReadOnlyList<DeclarationSyntax>? members) : DeclarationSyntax(span)
{
    public Identifier Kind { get; } = kind;
    public Identifier Name { get; } = name;
    public ArraySyntax? Array { get; } = array;

    /// <summary>Behind the colon: a part, perhaps with arguments.</summary>
    public ExpressionSyntax? Part { get; } = part;

    /// <summary>Behind <c>on</c>.</summary>
    public ExpressionSyntax? Host { get; } = host;

    /// <summary>Behind <c>at</c>.</summary>
    public ExpressionSyntax? Place { get; } = place;
    public IReadOnlyList<DeclarationSyntax>? Members { get; } = members;
}

/// <summary>A step of a path. <see cref="Value"/> is an instance, an array member, a position, a part applied in place, a temperature (heat), or the name <c>mirror</c>.</summary>
public sealed class StepSyntax(TextSpan span, ExpressionSyntax value, IReadOnlyList<DeclarationSyntax>? members) : SyntaxNode(span)
{
    public ExpressionSyntax Value { get; } = value;

    /// <summary>What stands in braces behind <c>mirror</c> or a part: overrides; null without braces.</summary>
    public IReadOnlyList<DeclarationSyntax>? Members { get; } = members;
}

/// <summary><c>link lane[i in 512] = asic &lt;-> trace() -> oe[i div 32] -> mirror { ... }</c>. Braces behind <c>mirror</c> or the last step belong to the path.</summary>
public sealed class PathSyntax(
    TextSpan span, Identifier kind, Identifier name, ArraySyntax? array, IReadOnlyList<StepSyntax> steps, bool bothDirections, IReadOnlyList<DeclarationSyntax>? members)
    : DeclarationSyntax(span)
{
    public Identifier Kind { get; } = kind;
    public Identifier Name { get; } = name;
    public ArraySyntax? Array { get; } = array;
    public IReadOnlyList<StepSyntax> Steps { get; } = steps;

    /// <summary>Whether the first arrow is <c>&lt;-></c>.</summary>
    public bool BothDirections { get; } = bothDirections;

    /// <summary>The body behind the last step, whose formulas see the index.</summary>
    public IReadOnlyList<DeclarationSyntax>? Members { get; } = members;
}

/// <summary><c>allow icx_fibers_fit until 2027-06-30 because "spare lanes"</c>.</summary>
public sealed class AllowSyntax(TextSpan span, Identifier rule, DateSyntax? until, TextSyntax? because) : DeclarationSyntax(span)
{
    public Identifier Rule { get; } = rule;
    public DateSyntax? Until { get; } = until;
    public TextSyntax? Because { get; } = because;
}

/// <summary><c>confirm X = 20 dB source "..."</c>.</summary>
public sealed class ConfirmSyntax(TextSpan span, ExpressionSyntax target, ValueSyntax value) : DeclarationSyntax(span)
{
    public ExpressionSyntax Target { get; } = target;
    public ValueSyntax Value { get; } = value;
}

/// <summary>A thing a rule names: <c>engine as a</c>, <c>each array of laser as g</c>, <c>design as d</c>.</summary>
public sealed class RuleSubjectSyntax(TextSpan span, Identifier kind, Identifier name, bool eachArray) : SyntaxNode(span)
{
    /// <summary>A kind, a name of the design's own (<c>for lane as l</c>), or <c>design</c>.</summary>
    public Identifier Kind { get; } = kind;
    public Identifier Name { get; } = name;
    public bool EachArray { get; } = eachArray;
}

public enum RuleSeverity { Error, Warning, Note }

/// <summary><c>warning rule name of Design for kind as x if cond { require ...; message "..."; help "..."; source "..." }</c>.</summary>
public sealed class RuleSyntax(
    TextSpan span, RuleSeverity severity, Identifier name, Identifier? of, IReadOnlyList<RuleSubjectSyntax> subjects, ExpressionSyntax? condition,
    IReadOnlyList<ExpressionSyntax> requirements, TextSyntax? message, TextSyntax? help, TextSyntax? source) : DeclarationSyntax(span)
{
    public RuleSeverity Severity { get; } = severity;
    public Identifier Name { get; } = name;
    public Identifier? Of { get; } = of;
    public IReadOnlyList<RuleSubjectSyntax> Subjects { get; } = subjects;
    public ExpressionSyntax? Condition { get; } = condition;
    public IReadOnlyList<ExpressionSyntax> Requirements { get; } = requirements;
    public TextSyntax? Message { get; } = message;
    public TextSyntax? Help { get; } = help;
    public TextSyntax? Source { get; } = source;
}

/// <summary><c>test "..." of Design { with reach = 2 km; expect min(lane.margin) >= 0 dB }</c>.</summary>
public sealed class TestSyntax(TextSpan span, TextSyntax title, Identifier of, IReadOnlyList<AssignmentSyntax> with, IReadOnlyList<ExpressionSyntax> expectations) : DeclarationSyntax(span)
{
    public TextSyntax Title { get; } = title;
    public Identifier Of { get; } = of;
    public IReadOnlyList<AssignmentSyntax> With { get; } = with;
    public IReadOnlyList<ExpressionSyntax> Expectations { get; } = expectations;
}

/// <summary><c>study trade of A, B { sweep ...; observe ...; expect ... }</c>.</summary>
public sealed class StudySyntax(TextSpan span, Identifier name, IReadOnlyList<Identifier> of, IReadOnlyList<StudyClauseSyntax> clauses) : DeclarationSyntax(span)
{
    public Identifier Name { get; } = name;
    public IReadOnlyList<Identifier> Of { get; } = of;
    public IReadOnlyList<StudyClauseSyntax> Clauses { get; } = clauses;
}

/// <summary>A line of a study.</summary>
public abstract class StudyClauseSyntax(TextSpan span) : SyntaxNode(span);

/// <summary><c>sweep reach over 2 m .. 2 km in 25 log steps</c>, <c>sweep ambient over 25 degC, 35 degC</c>, <c>choose ring_at</c>, <c>choose oe.x over a .. b</c>.</summary>
public sealed class KnobSyntax(TextSpan span, bool choose, ExpressionSyntax knob, IReadOnlyList<ExpressionSyntax> over, ExpressionSyntax? points, bool logarithmic) : StudyClauseSyntax(span)
{
    public bool Choose { get; } = choose;
    public ExpressionSyntax Knob { get; } = knob;

    /// <summary>Values, or one <see cref="RangeSyntax"/>; empty for a choose without <c>over</c>.</summary>
    public IReadOnlyList<ExpressionSyntax> Over { get; } = over;

    /// <summary>The number behind <c>in</c>.</summary>
    public ExpressionSyntax? Points { get; } = points;
    public bool Logarithmic { get; } = logarithmic;
}

/// <summary><c>sample 1_000_000</c>, <c>seed 7</c>, <c>minimize x</c>, <c>maximize x</c>, <c>subject cond</c>, <c>expect cond</c>.</summary>
public sealed class StudyTermSyntax(TextSpan span, Identifier word, ExpressionSyntax value) : StudyClauseSyntax(span)
{
    public Identifier Word { get; } = word;
    public ExpressionSyntax Value { get; } = value;
}

/// <summary><c>observe energy = energy_per_bit, worst = min(lane.margin)</c>, <c>with reach = 2 km</c>.</summary>
public sealed class StudyBindingsSyntax(TextSpan span, Identifier word, IReadOnlyList<LocalSyntax> bindings) : StudyClauseSyntax(span)
{
    public Identifier Word { get; } = word;
    public IReadOnlyList<LocalSyntax> Bindings { get; } = bindings;
}

/// <summary>A file: its module line, imports and declarations in order.</summary>
public sealed class CompilationUnitSyntax(TextSpan span, ModuleSyntax? module, IReadOnlyList<DeclarationSyntax> declarations) : SyntaxNode(span)
{
    public ModuleSyntax? Module { get; } = module;

    /// <summary>All declarations behind the module line: <see cref="UseSyntax"/>, <see cref="ParamSyntax"/>, <see cref="AttributeSyntax"/> and <see cref="AssignmentSyntax"/> (constants), and so on.</summary>
    public IReadOnlyList<DeclarationSyntax> Declarations { get; } = declarations;
}
