using System.Globalization;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Interpretation;
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

    /// <summary>The unconfirmed constants a verdict rests on, with the verdict at both ends of each one's range.</summary>
    public IReadOnlyList<Doubt> Behind(Value verdict)
    {
        var doubts = new List<Doubt>();
        foreach (var constant in Reachable(verdict))
        {
            var origin = constant.Origin!;
            var nominal = design.Interpreter.Evaluate(constant)[0];
            if (!double.IsNaN(nominal))
            {
                var half = origin.HalfWidth ?? Math.Abs(Figure(nominal, origin.Type)) * DefaultRange;
                doubts.Add(new(At(verdict, constant, nominal - half), At(verdict, constant, nominal + half), Sentence(origin, nominal, half)));
            }
        }

        return doubts;
    }

    private Column At(Value verdict, Value constant, double number) =>
        design.Interpreter.With(new Dictionary<Value, double> { [constant] = number }).Evaluate(verdict);

    private static string Sentence(Origin origin, double nominal, double half)
    {
        var name = origin.Owner is Group { Extents.Count: > 0 } group ? (group.Extents[0].Part?.Part.Name ?? group.Kind.Name) + "." + origin.Name : origin.Name;
        var value = Quantities.Format(nominal, origin.Type, origin.Unit, 6);
        var range = Quantities.Format(half, Difference(origin.Type), null, 3);
        return string.Format(CultureInfo.InvariantCulture,
            "it rests on {0} = {1}, which nobody has confirmed and which within ± {2} would turn it: write `confirm {0} = {1} source \"...\"` in the design",
            name, value, range);
    }

    // A fifth of a temperature is a fifth of what is written, in degrees Celsius: nobody means kelvin from absolute zero.
    private static double Figure(double nominal, IcxType type) =>
        type is QuantityType { Flavour: Flavour.TemperaturePoint } ? nominal - 273.15 : nominal;

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

/// <summary>An unconfirmed constant behind a verdict.</summary>
/// <param name="Low">The verdict at the low end of its range.</param>
/// <param name="High">The verdict at the high end.</param>
/// <param name="Sentence">What to say of it.</param>
internal sealed record Doubt(Column Low, Column High, string Sentence)
{
    /// <summary>Whether the verdict of a member holds at one of the ends.</summary>
    public bool Turns(int member) => Low[Low.Count == 1 ? 0 : member] == 1 || High[High.Count == 1 ? 0 : member] == 1;
}
