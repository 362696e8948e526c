using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Kernels.Checking;

/// <summary>Reports at its formula every operation that failed for a member that is asked for. A branch not taken is not to blame.</summary>
/// <param name="design">The design.</param>
/// <param name="interpreter">What evaluates it, where some of its values have other numbers; null for its own.</param>
public sealed class Faults(ElaboratedDesign design, Interpreter? interpreter = null)
{
    private readonly Interpreter _interpreter = interpreter ?? design.Interpreter;

    /// <summary>Evaluates the values, and reports what failed on the way to them.</summary>
    public void Report(IReadOnlyList<Value> roots)
    {
        foreach (var root in roots)
        {
            _interpreter.Evaluate(root);
        }

        foreach (var fault in _interpreter.Faults.ToList())
        {
            Tell(fault);
        }
    }

    private void Tell(Fault fault)
    {
        var code = fault.Kind switch
        {
            FaultKind.DivisionByZero => "ICX4002",
            FaultKind.LogarithmOfZero or FaultKind.LogarithmOfNegative or FaultKind.RootOfNegative or FaultKind.PowerOfNegative => "ICX4003",
            FaultKind.NotConverged => "ICX4006",
            FaultKind.OutsideDomain when fault.Value.Curve is not null => "ICX6005",
            FaultKind.NoWayOut => "ICX6102",
            FaultKind.IllConditioned => "ICX6103",
            FaultKind.OutsideDomain when fault.Value.Op == OpCode.Network => "ICX6104",
            _ => "ICX4004",
        };
        if (fault.Value.Op == OpCode.Network)
        {
            var node = design.Lowering.NodeOf(fault.Value, fault.Member);
            Places.Report(design, code, fault.Value.Location, node.Group, node.Member, node.Name, fault.Arguments[0]);
            return;
        }

        var user = UserOf(fault.Value);
        var name = user?.Owner is Group group && group.Domain == fault.Value.Domain ? group.NameOf(fault.Member) + "." + user.Name
            : user?.Owner is Group other ? design.ShortNameOf(other) + "." + user.Name
            : user?.Name ?? design.Symbol.Name;
        var location = fault.Value.Location.Text is not null ? fault.Value.Location : user?.Location ?? design.Symbol.Location;
        var owner = user?.Owner as Group;
        var member = owner is not null && owner.Domain == fault.Value.Domain ? fault.Member : 0;
        Places.Report(design, code, location, owner, member, new object[] { name }.Concat(Details(fault, location)).ToArray());
    }

    // Of a curve, what was asked and what it has; of anything else the operation as it is written.
    private static IEnumerable<object> Details(Fault fault, SourceSpan location) => fault.Value.Curve is { } curve
        ? new object[] { Frequency(fault.Arguments[0]), curve.Name, Frequency(curve.First), Frequency(curve.Last) }
        : new object[] { location.Text.Slice(location.Span) };

    private static string Frequency(double hertz) => Lowering.Lowering.Gigahertz(hertz);

    /// <summary>The formula the operation belongs to: the first named value it flows into.</summary>
    private Origin? UserOf(Value failed)
    {
        var reached = new HashSet<Value> { failed };
        for (var i = failed.Id; i < design.Ir.Values.Count; i++)
        {
            var value = design.Ir.Values[i];
            if (!reached.Contains(value) && !Array.Exists(value.Arguments, reached.Contains) && (value.Region is null || !reached.Contains(value.Region)))
            {
                continue;
            }

            if (value.Op is OpCode.Named or OpCode.Input)
            {
                return value.Origin;
            }

            reached.Add(value);
        }

        return null;
    }
}
