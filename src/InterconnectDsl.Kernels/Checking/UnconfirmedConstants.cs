using System.Globalization;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Checking;

/// <summary>
/// Asks of a failed verdict whether it rests on a number of the library that nobody has confirmed (confidence U), and would turn within that number's stated
/// range (± 20 % where none is stated).
/// </summary>
internal sealed class UnconfirmedConstants(ElaboratedDesign design)
{
    private const double DefaultRange = 0.2;

    /// <summary>A sentence that names the constant and how to confirm it; null when the verdict stands whatever they are.</summary>
    public string? ThatTurns(Value verdict, int member)
    {
        foreach (var constant in Reachable(verdict))
        {
            var origin = constant.Origin!;
            var column = design.Interpreter.Evaluate(constant);
            var nominal = column[0];
            if (double.IsNaN(nominal))
            {
                continue;
            }

            var half = origin.HalfWidth ?? Math.Abs(nominal) * DefaultRange;
            if (Turns(verdict, member, constant, nominal - half) || Turns(verdict, member, constant, nominal + half))
            {
                return Sentence(origin, nominal, half);
            }
        }

        return null;
    }

    private bool Turns(Value verdict, int member, Value constant, double number)
    {
        var column = design.Interpreter.With(new Dictionary<Value, double> { [constant] = number }).Evaluate(verdict);
        return column[verdict.Domain == Domain.One ? 0 : member] == 1;
    }

    private static string Sentence(Origin origin, double nominal, double half)
    {
        var name = origin.Owner is Group { Extents.Count: > 0 } group ? (group.Extents[0].Part?.Part.Name ?? group.Kind.Name) + "." + origin.Name : origin.Name;
        var value = Quantities.Format(nominal, origin.Type, origin.Unit, 6);
        var range = Quantities.Format(half, Difference(origin.Type), null, 3);
        return string.Format(CultureInfo.InvariantCulture,
            "it rests on {0} = {1}, which nobody has confirmed and which within ± {2} would turn it: write `confirm {0} = {1} source \"...\"` in the design",
            name, value, range);
    }

    private static IcxType Difference(IcxType type) => type is QuantityType { Flavour: Flavour.Level or Flavour.Oma or Flavour.AveragePower or Flavour.ElectricalPower }
        ? TypeNames.Find("optical_gain") ?? type
        : type is QuantityType { Flavour: Flavour.TemperaturePoint } ? TypeNames.Find("temperature_difference") ?? type : type;

    private static IEnumerable<Value> Reachable(Value verdict)
    {
        var seen = new HashSet<Value>();
        var open = new Stack<Value>();
        open.Push(verdict);
        while (open.Count > 0)
        {
            var value = open.Pop();
            if (!seen.Add(value))
            {
                continue;
            }

            if (value.Origin is { Confidence: Confidence.U, Written: false } && value.Op is OpCode.Named or OpCode.Constant or OpCode.Input)
            {
                yield return value;
            }

            foreach (var argument in value.Arguments)
            {
                open.Push(argument);
            }

            if (value.Region is { } region)
            {
                open.Push(region);
            }
        }
    }
}
