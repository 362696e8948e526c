using System.Globalization;
using System.Text;
using InterconnectDsl.Kernels.Interpretation;

namespace InterconnectDsl.Kernels.Ir;

/// <summary>
/// Writes values as text, a line each, arguments before what reads them: <c>v12 lane = add v3, v9 ; margin</c>. Values are numbered from 0 in their
/// order, so that the text of one formula does not depend on what else was built.
/// </summary>
public sealed class IrText
{
    private const int CommentColumn = 56;
    private const int Runs = 16;

    private readonly Dictionary<Value, int> _numbers = new();
    private readonly Dictionary<Domain, string> _domains = new();
    private readonly StringBuilder _text = new();

    private IrText()
    {
    }

    /// <summary>The text of all values that these are made of; lines end with a line feed.</summary>
    public static string Of(IEnumerable<Value> roots)
    {
        var text = new IrText();
        var values = Reached(roots);
        foreach (var value in values)
        {
            text._numbers.Add(value, text._numbers.Count);
            text.Declare(value.Domain);
        }

        foreach (var value in values)
        {
            text.Line(value);
        }

        return text._text.ToString();
    }

    /// <summary>An operation's name in the text: lower case, words parted by <c>_</c>.</summary>
    public static string NameOf(OpCode op)
    {
        var name = new StringBuilder();
        foreach (var c in op.ToString())
        {
            if (char.IsUpper(c) && name.Length > 0 && char.IsLower(name[name.Length - 1]))
            {
                name.Append('_');
            }

            name.Append(char.ToLowerInvariant(c));
        }

        return name.Replace("exp_m1", "expm1").ToString();
    }

    private static List<Value> Reached(IEnumerable<Value> roots)
    {
        var seen = new HashSet<Value>();
        var open = new Stack<Value>(roots);
        while (open.Count > 0)
        {
            var value = open.Pop();
            if (!seen.Add(value))
            {
                continue;
            }

            foreach (var argument in value.Drawn is { } drawn ? value.Arguments.Append(drawn) : value.Arguments)
            {
                open.Push(argument);
            }

            if (value.Op == OpCode.Solve)
            {
                open.Push(value.Region!);
                open.Push(value.Unknown!);
            }
        }

        return seen.OrderBy(v => v.Id).ToList();
    }

    // Two domains of one name are told apart by a number.
    private void Declare(Domain domain)
    {
        if (domain == Domain.One || _domains.ContainsKey(domain))
        {
            return;
        }

        var same = _domains.Keys.Count(d => string.Equals(d.Name, domain.Name, StringComparison.Ordinal));
        _domains.Add(domain, same == 0 ? domain.Name : domain.Name + "#" + Whole(same + 1));
        _text.Append("domain ").Append(_domains[domain]).Append(' ').Append(Whole(domain.Count)).Append('\n');
    }

    private void Line(Value value)
    {
        var start = _text.Length;
        _text.Append(Name(value));
        if (value.Domain != Domain.One)
        {
            _text.Append(' ').Append(_domains[value.Domain]);
        }

        _text.Append(" = ").Append(NameOf(value.Op)).Append(Operands(value));
        if (value.Origin is { } origin)
        {
            _text.Append(' ', Math.Max(1, CommentColumn - (_text.Length - start))).Append("; ").Append(origin.Name);
        }

        _text.Append('\n');
    }

    private string Operands(Value value) => value.Op switch
    {
        OpCode.Constant => " " + Number(value.Constant),
        OpCode.Data => " " + List(value.Domain.Count, i => Number(value.Data![i])),
        OpCode.Draw => (value.Keys!.IsNormal ? " normal \"" : " \"") + value.Keys.Name + "\"",
        OpCode.Gather => Arguments(value) + (value.IsFar ? " far" : "") + " at " + Through(value.Map!),
        OpCode.Interpolate => $"{Arguments(value)} in {value.Curve!.Name}",
        >= OpCode.Sum and <= OpCode.All => Arguments(value) + " by " + Lengths(value.Shape!),
        OpCode.Solve => $" {Name(value.Unknown!)} = {Name(value.Region!)} from {Name(value.Arguments[0])} to {Name(value.Arguments[1])}"
            + $" within {Name(value.Arguments[2])}",
        _ => Arguments(value) + (value.Drawn is { } drawn ? " ~ " + Name(drawn) : ""),
    };

    private string Arguments(Value value) => value.Arguments.Length == 0 ? "" : " " + string.Join(", ", value.Arguments.Select(Name));

    private string Name(Value value) => "v" + Whole(_numbers[value]);

    private static string Through(IndexMap map) => map.IsIdentity ? "same" : List(map.From.Count, i => map[i] < 0 ? "none" : Whole(map[i]));

    private static string Lengths(ListShape shape) => List(shape.Owner.Count, o => Whole(shape.Offsets[o + 1] - shape.Offsets[o]));

    // Equal neighbours are written once with their number, 22*16.
    private static string List(int count, Func<int, string> item)
    {
        var runs = new List<string>();
        var i = 0;
        while (i < count && runs.Count < Runs)
        {
            var text = item(i);
            var end = i + 1;
            while (end < count && string.Equals(item(end), text, StringComparison.Ordinal))
            {
                end++;
            }

            runs.Add(end - i == 1 ? text : text + "*" + Whole(end - i));
            i = end;
        }

        return "[" + string.Join(" ", runs) + (i < count ? " ..." : "") + "]";
    }

    private static string Number(double number) =>
        Absence.IsAbsent(number) ? "absent" : Absence.IsFailed(number) ? "failed" : number.ToString("R", CultureInfo.InvariantCulture);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
