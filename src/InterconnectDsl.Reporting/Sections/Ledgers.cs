using InterconnectDsl.Reporting.Documents;
using InterconnectDsl.Reporting.Reading;

namespace InterconnectDsl.Reporting.Sections;

/// <summary>The accounts a report keeps along paths, as tables of attribute names: what they show is in the library.</summary>
internal static class Ledgers
{
    /// <summary>What a link loses on its way and what is left, electrical before optical.</summary>
    public static readonly Ledger Budget = new("budget", new[]
    {
        new LedgerPart("electrical", new[] { new Line("nyquist", "Nyquist frequency") }, new("electrical_loss", "", "dB"), StepRange.BeforeEngine, new[]
        {
            new Line("channel", "channel loss", "dB", Tone: Tone.Total), new Line("far_channel", "channel loss at the far end", "dB"),
            new Line("budget", "allowed by {io}", "dB"), new Line("electrical_margin", "electrical margin", "dB", Tone: Tone.Total),
        }),
        new LedgerPart("optical", new[]
        {
            new Line("average", "average power into the fiber", "dBm"), new Line("er", "extinction ratio", "dB"), new Line("tx_oma", "OMA into the fiber", "dBm"),
            new Line("tdecq", "TDECQ", "dB"), new Line("tx_limit", "least OMA allowed", "dBm"),
        },
        new("optical_loss", "", "dB"), StepRange.All, new[]
        {
            new Line("plant", "fiber plant", "dB", Tone: Tone.Total), new Line("rx_oma", "OMA at the receiver", "dBm"),
            new Line("penalties", "allocated penalties", "dB"), new Line("added", "penalties the design adds", "dB"), new Line("sensitivity", "receiver sensitivity (OMA)", "dBm"),
            new Line("margin", "optical margin", "dB", Tone: Tone.Total),
        }),
    }, "margin");

    /// <summary>What tells classes of links apart at a glance.</summary>
    public static readonly Line[] BudgetSummary =
    {
        new("channel", "channel loss", "dB"), new("electrical_margin", "electrical margin", "dB"), new("plant", "fiber plant", "dB"), new("margin", "optical margin", "dB"),
    };

    /// <summary>What becomes of laser light on its way to the modulators.</summary>
    public static readonly Ledger Feed = new("feed", new[]
    {
        new LedgerPart("light", new[] { new Line("laser.launch", "power from {laser}", "dBm") }, new("optical_loss", "", "dB"), StepRange.All, new[]
        {
            new Line("loss", "loss on the way", "dB", Tone: Tone.Total), new Line("lanes_fed", "lanes it is split between"), new Line("split", "split", "dB"),
            new Line("per_lane", "a lane's light at {engine}", "dBm", Tone: Tone.Total), new Line("laser.spread", "spread of the laser's class", "dB"),
            new Line("weakest", "from the weakest laser", "dBm"), new Line("required", "what a lane needs", "dBm"),
            new Line("margin", "margin", "dB", Tone: Tone.Total),
        }),
    }, "margin");

    /// <summary>What tells classes of feeds apart at a glance.</summary>
    public static readonly Line[] FeedSummary =
    {
        new("loss", "loss", "dB"), new("lanes_fed", "lanes"), new("per_lane", "per lane", "dBm"), new("required", "needed", "dBm"), new("margin", "margin", "dB"),
    };

    /// <summary>What takes how long.</summary>
    public static readonly Ledger Latency = new("latency", new[]
    {
        new LedgerPart("latency", Array.Empty<Line>(), new("latency", "", "ns"), StepRange.All, new[]
        {
            new Line("tx.pmd.fec_latency", "error correction ({tx.pmd.fec})", "ns"), new Line("latency", "one way", "ns", Tone: Tone.Total),
        }),
    }, null);

    /// <summary>What tells classes of links apart in time.</summary>
    public static readonly Line[] LatencySummary = { new("span", "fiber", "m"), new("run", "trace", "mm"), new("latency", "one way", "ns") };

    /// <summary>What heats what.</summary>
    public static readonly Ledger Heat = new("heat", new[]
    {
        new LedgerPart("heat", new[] { new Line("load", "heat that enters") }, new("resistance", "", "K/W"), StepRange.All, new[]
        {
            new Line("resistance", "resistance of the chain", "K/W"), new Line("rise", "rise", "K"), new Line("reference", "ends in", "degC"),
        }),
    }, null);

    /// <summary>What tells heat paths apart at a glance.</summary>
    public static readonly Line[] HeatSummary = { new("load", "heat"), new("resistance", "resistance", "K/W"), new("rise", "rise", "K"), new("reference", "ends in", "degC") };
}
