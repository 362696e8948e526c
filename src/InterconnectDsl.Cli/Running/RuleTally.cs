using InterconnectDsl.Kernels.Checking;

namespace InterconnectDsl.Cli.Running;

/// <summary>Counts what rules came to, over designs. A rule counts once a design, by the worst it came to.</summary>
internal sealed class RuleTally
{
    /// <summary>Rules that hold wherever they apply.</summary>
    public int Passed { get; private set; }

    /// <summary>Rules that do not hold somewhere.</summary>
    public int Failed { get; private set; }

    /// <summary>Rules that do not hold somewhere, and need not there.</summary>
    public int Waived { get; private set; }

    /// <summary>Rules that found nothing to judge.</summary>
    public int Idle { get; private set; }

    /// <summary>Mounted things and paths.</summary>
    public long Instances { get; private set; }

    /// <summary>Adds a design.</summary>
    public void Add(CheckedDesign design)
    {
        Instances += design.Design.InstanceCount;
        foreach (var rule in design.Rules)
        {
            Failed += rule.Failed > 0 ? 1 : 0;
            Waived += rule.Failed == 0 && rule.Waived > 0 ? 1 : 0;
            Passed += rule.Failed == 0 && rule.Waived == 0 && rule.Passed > 0 ? 1 : 0;
            Idle += rule.Failed == 0 && rule.Waived == 0 && rule.Passed == 0 ? 1 : 0;
        }
    }
}
