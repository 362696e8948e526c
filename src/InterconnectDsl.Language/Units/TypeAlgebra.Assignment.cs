using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Language.Units;

/// <content>Where one type stands for another.</content>
public static partial class TypeAlgebra
{
    /// <summary>
    /// The type that holds both: the branches of an <c>if</c>, the items of a list, the arguments of <c>min</c> and <c>max</c>, both sides of
    /// <c>otherwise</c>.
    /// </summary>
    public static Operation Unify(IcxType a, IcxType b)
    {
        if (ReferenceEquals(a, b) || b is ErrorType)
        {
            return Good(a);
        }

        if (a is ErrorType)
        {
            return Good(b);
        }

        if (a is IntType && b is IntType)
        {
            return Good(a);
        }

        if (Number(a) is { } left && Number(b) is { } right)
        {
            return left.Dimension == right.Dimension && Flavours.Meet(left.Flavour, right.Flavour) is { } flavour
                ? Good(QuantityTypes.Of(left.Dimension, flavour))
                : new(null, $"{Phrases.Of(a)} and {Phrases.Of(b)} are not of one type", BothWays(left, right));
        }

        if (a is ListType listA && b is ListType listB)
        {
            var element = Unify(listA.Element, listB.Element);
            return element.Type is null ? element : Good(new ListType(element.Type));
        }

        if (a is NodeType nodeA && b is NodeType nodeB && CommonKind(nodeA.Kind, nodeB.Kind) is { } kind)
        {
            return Good(new NodeType(kind));
        }

        return a.Equals(b) ? Good(a) : new(null, $"{Phrases.Of(a)} and {Phrases.Of(b)} are not of one type", null);
    }

    /// <summary>
    /// Whether a value of one type stands where another is wanted: an open flavour takes the closed form, an int is a real, an instance is one of
    /// every kind its own
    /// derives from, an <see cref="ErrorType"/> goes everywhere.
    /// </summary>
    public static bool IsAssignable(IcxType from, IcxType to)
    {
        if (ReferenceEquals(from, to) || from is ErrorType || to is ErrorType)
        {
            return true;
        }

        switch (to)
        {
            case QuantityType quantity:
                return Number(from) is { } number && number.Dimension == quantity.Dimension && Flavours.Fits(number.Flavour, quantity.Flavour);
            case ListType list:
                return from is ListType other && IsAssignable(other.Element, list.Element);
            case NodeType node:
                return from is NodeType given && given.Kind.Is(node.Kind);
            default:
                return from.Equals(to);
        }
    }

    /// <summary>Why a value does not stand where another type is wanted, and what to write instead: one sentence, without a full stop.</summary>
    public static string ExplainMismatch(IcxType actual, IcxType expected) => ExplainMismatch(actual, expected, null);

    /// <summary>The same; the message names the unit the value was written in.</summary>
    public static string ExplainMismatch(IcxType actual, IcxType expected, Unit? unit)
    {
        var problem = $"{Phrases.Of(expected)} is wanted, and this is {Phrases.Of(actual, unit)}";
        return SuggestFor(actual, expected) is { } suggestion ? problem + "; " + suggestion : problem;
    }

    /// <summary>What makes a value of one type one of another, in words; null when there is no one way.</summary>
    public static string? SuggestFor(IcxType actual, IcxType expected)
    {
        if (expected is QuantityType wanted && Number(actual) is { } given)
        {
            return given.Dimension.IsNone && !wanted.Dimension.IsNone && !Flavours.IsGain(wanted.Flavour)
                ? TypeNames.DisplayUnit(wanted) is { } unit ? $"give the number a unit, {unit.Text} say" : "give the number a unit"
                : Phrases.Crossing(given, wanted);
        }

        return (actual, expected) switch
        {
            (QuantityType { Dimension.IsNone: true }, IntType) => "round(x), floor(x) or ceil(x) gives an int",
            (QuantityType, IntType) => "an int has no unit",
            (ListType list, _) when IsAssignable(list.Element, expected) =>
                "sum(...), min(...) or max(...) makes one of a list, and list[0] takes the first",
            (_, ListType list) when IsAssignable(actual, list.Element) => "a list is written in brackets, [a, b]",
            (WordType or BoolType or TextType, WordType words) => "it is one of " + string.Join(", ", words.List),
            (QuantityType or IntType, TextType) => "text stands in quotes; \"{x}\" makes one of a number",
            (NodeType, QuantityType or IntType or BoolType or TextType) => "name the attribute that is meant",
            (QuantityType, PointType) => "a point is written (x, y)",
            (QuantityType, ExtentType) => "an extent is written 32 mm by 26 mm",
            (TextType, QuantityType or IntType) => "a number stands without quotes",
            _ => null,
        };
    }

    private static KindSymbol? CommonKind(KindSymbol a, KindSymbol b)
    {
        for (var kind = a; kind is not null; kind = kind.Base)
        {
            if (b.Is(kind))
            {
                return kind;
            }
        }

        return null;
    }
}
