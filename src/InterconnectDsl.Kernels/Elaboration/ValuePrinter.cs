using System.Globalization;
using System.Text;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Elaboration;

/// <summary>Prints values of members: numbers in units, words, things by their paths, texts with their interpolations filled in.</summary>
internal sealed class ValuePrinter(ElaboratedDesign design)
{
    public string? Print(Lowered value, IcxType type, int member, Unit? unit, int? digits) => value switch
    {
        LoweredNumber n => NumberText.Of(NumberAt(n.Value, member), type, unit ?? UnitOf(n.Value), digits),
        LoweredPair p => PrintPair(p, type, member, digits),
        LoweredThing t => t.Things.At(t.Things.From == Domain.One ? 0 : member) is { } thing ? thing.Group.NameOf(thing.Member) : null,
        LoweredText t => PrintText(t, member),
        LoweredTextChoice c => NumberAt(c.Condition, member) is var flag && double.IsNaN(flag) ? null : Print(flag != 0 ? c.Then : c.Else, type, member, unit, digits),
        LoweredTextOf o => o.Map[member] is var m and >= 0 ? Print(o.Text, type, m, unit, digits) : null,
        LoweredRow r => "[" + string.Join(", ", r.Items.Select(i => Print(i, ElementOf(type), member, unit, digits) ?? "absent")) + "]",
        LoweredList l => PrintList(l, type, member, unit, digits),
        _ => null,
    };

    private static IcxType ElementOf(IcxType type) => type is ListType list ? list.Element : type;

    private double NumberAt(Value value, int member) => design.Interpreter.Evaluate(value)[value.Domain == Domain.One ? 0 : member];

    private static Unit? UnitOf(Value value) => value.Op is OpCode.Named or OpCode.Input ? value.Origin?.Unit ?? UnitOf(value.Arguments[0]) : null;

    private string? PrintPair(LoweredPair pair, IcxType type, int member, int? digits)
    {
        IcxType of = type is RangeType ? IntType.Instance : TypeNames.Find("length")!;
        var first = NumberText.Of(NumberAt(pair.First, member), of, UnitOf(pair.First), digits);
        var second = NumberText.Of(NumberAt(pair.Second, member), of, UnitOf(pair.Second), digits);
        if (first is null || second is null)
        {
            return null;
        }

        return type switch
        {
            ExtentType => first + " by " + second,
            RangeType => first + " .. " + second,
            _ => "(" + first + ", " + second + ")",
        };
    }

    private string PrintText(LoweredText text, int member)
    {
        var built = new StringBuilder();
        foreach (var part in text.Parts)
        {
            built.Append(part.Literal ?? Print(part.Value!, part.Type!, member, part.Unit, part.Digits ?? Digits(part)) ?? "absent");
        }

        return built.ToString();
    }

    // A number in a sentence reads best with four digits; who wants more says so.
    private static int? Digits(LoweredTextPart part) => part.Type is QuantityType ? 4 : null;

    private string PrintList(LoweredList list, IcxType type, int member, Unit? unit, int? digits)
    {
        const int Shown = 16;
        var owner = list.Shape.Owner == Domain.One ? 0 : member;
        var (from, to) = (list.Shape.Offsets[owner], list.Shape.Offsets[owner + 1]);
        var items = new List<string>();
        for (var e = from; e < to && e < from + Shown; e++)
        {
            items.Add(Print(list.Elements, ElementOf(type), e, unit, digits) ?? "absent");
        }

        var rest = to - from - items.Count;
        return "[" + string.Join(", ", items) + (rest > 0 ? ", and " + rest.ToString(CultureInfo.InvariantCulture) + " more" : "") + "]";
    }
}
