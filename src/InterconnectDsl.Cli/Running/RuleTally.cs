using InterconnectDsl.Kernels.Checking;

namespace InterconnectDsl.Cli.Running;

/// <summary>Counts what rules came to, over designs. A rule counts once a design, by the worst it came to.</summary>
internal sealed class RuleTally
{
    private readonly int[] counts = new int[Enum.GetValues<RuleVerdict>().Length];

    /// <summary>Mounted things and paths.</summary>
    public long Instances { get; private set; }

    /// <summary>Adds a design.</summary>
    public void Add(CheckedDesign design)
    {
        Instances += design.Design.InstanceCount;
        foreach (var rule in design.Rules)
        {
            counts[(int)rule.Verdict]++;
        }
    }

    /// <summary>How many rules came to a verdict.</summary>
    public int this[RuleVerdict verdict] => counts[(int)verdict];
}
