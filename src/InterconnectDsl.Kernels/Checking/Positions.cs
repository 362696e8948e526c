using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Checking;

/// <summary>Holds every position a path names against the connector it enters.</summary>
internal sealed class Positions(ElaboratedDesign design)
{
    public void Check()
    {
        foreach (var path in design.Paths.ToList())
        {
            foreach (var step in path.Written.Where(s => s.Position is not null))
            {
                Check(path, step);
            }
        }
    }

    private void Check(PathGroup path, StepColumn step)
    {
        var positions = design.Interpreter.Evaluate(step.Position!);
        var isLight = design.Compilation.FindKind("feed") is { } feed && path.Kind.Is(feed);
        for (var m = 0; m < path.Count; m++)
        {
            var position = positions[step.Position!.Domain == Domain.One ? 0 : m];
            if (step.Things.At(m) is { } connector && Pairs(connector.Group, connector.Member, isLight ? "lit" : "out") is { } pairs && !(position >= 1 && position <= pairs && position == Math.Floor(position)))
            {
                Places.Report(design, "ICX3136", default, path, m, connector.Group.NameOf(connector.Member), Quantities.FormatNumber(pairs), Quantities.FormatNumber(position));
                return;
            }
        }
    }

    /// <summary>The pairs of a connector: the length of its range <c>out</c>, for laser light <c>lit</c>, else its positions.</summary>
    private double? Pairs(Group group, int member, string name)
    {
        if (design.Attribute(group, name) is LoweredPair range)
        {
            var (from, to) = (NumberAt(range.First, member), NumberAt(range.Second, member));
            if (!double.IsNaN(from) && !double.IsNaN(to))
            {
                return Math.Abs(to - from) + 1;
            }
        }

        return design.NumberOf(group, "fibers", member);
    }

    private double NumberAt(Value value, int member) => design.Interpreter.Evaluate(value)[value.Domain == Domain.One ? 0 : member];
}
