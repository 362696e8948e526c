using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Elaboration;

/// <summary>What an expression became: numbers in the IR, references and lists that are known by now, or text.</summary>
public abstract class Lowered
{
}

/// <summary>What rests on an error; silent.</summary>
public sealed class LoweredFailure : Lowered
{
    /// <summary>The one instance.</summary>
    public static readonly LoweredFailure Instance = new();
}

/// <summary>A number, bool, int or word for each member.</summary>
public sealed class LoweredNumber(Value value) : Lowered
{
    /// <summary>The value.</summary>
    public Value Value { get; } = value;
}

/// <summary>A point, an extent or a range: two numbers.</summary>
public sealed class LoweredPair(Value first, Value second) : Lowered
{
    /// <summary>x, width, or from.</summary>
    public Value First { get; } = first;

    /// <summary>y, height, or to.</summary>
    public Value Second { get; } = second;
}

/// <summary>A thing for each member.</summary>
public sealed class LoweredThing(RefColumn things) : Lowered
{
    /// <summary>The things.</summary>
    public RefColumn Things { get; } = things;
}

/// <summary>A list for each member, of the same known length for all: the steps of a path, a list written out.</summary>
public sealed class LoweredRow(IReadOnlyList<Lowered> items) : Lowered
{
    /// <summary>The items, each over the domain at hand.</summary>
    public IReadOnlyList<Lowered> Items { get; } = items;
}

/// <summary>A list for each member, of any length: a value over the domain of all elements.</summary>
public sealed class LoweredList(ListShape shape, Lowered elements) : Lowered
{
    /// <summary>How the elements lie.</summary>
    public ListShape Shape { get; } = shape;

    /// <summary>The elements: things or numbers over the element domain.</summary>
    public Lowered Elements { get; } = elements;
}

/// <summary>A text that is put together when it is printed.</summary>
public sealed class LoweredText(IReadOnlyList<LoweredTextPart> parts) : Lowered
{
    /// <summary>The pieces in order.</summary>
    public IReadOnlyList<LoweredTextPart> Parts { get; } = parts;

    /// <summary>Where it is written.</summary>
    public SourceSpan Location { get; init; }
}

/// <summary>A text that depends on a condition.</summary>
public sealed class LoweredTextChoice(Value condition, Lowered then, Lowered @else) : Lowered
{
    /// <summary>The condition.</summary>
    public Value Condition { get; } = condition;

    /// <summary>The text where it holds.</summary>
    public Lowered Then { get; } = then;

    /// <summary>The text where it does not.</summary>
    public Lowered Else { get; } = @else;
}

/// <summary>A text of a thing, read through a reference.</summary>
public sealed class LoweredTextOf(IndexMap map, Lowered text) : Lowered
{
    /// <summary>Which member's text.</summary>
    public IndexMap Map { get; } = map;

    /// <summary>The text over the domain the map leads to.</summary>
    public Lowered Text { get; } = text;
}

/// <summary>A piece of a text.</summary>
/// <param name="Literal">Characters, or null.</param>
/// <param name="Value">What is printed, or null.</param>
/// <param name="Type">Its type.</param>
/// <param name="Unit">The unit asked for, or null.</param>
/// <param name="Digits">Significant digits asked for, or null.</param>
public sealed record LoweredTextPart(string? Literal, Lowered? Value, IcxType? Type, Unit? Unit, int? Digits);
