using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Reporting.Diagnostics;
using InterconnectDsl.Reporting.Documents;
using InterconnectDsl.Reporting.Reading;

namespace InterconnectDsl.Reporting.Sections;

/// <summary>The verdicts: what does not hold first, then what is waived, what holds, and what found nothing to judge.</summary>
internal static class RulesSection
{
    private static readonly TableColumn[] Columns =
    {
        new("verdict", "verdict"), new("rule", "rule"), new("passed", "holds for", IsNumber: true), new("failed", "fails for", IsNumber: true),
        new("waived", "waived for", IsNumber: true), new("idle", "does not apply to", IsNumber: true), new("why", "why it does not"), new("requires", "requires"), new("source", "source"), new("where", "where"),
    };

    private static readonly TableColumn[] FailureColumns =
    {
        new("rule", "rule"), new("severity", "severity"), new("count", "how many", IsNumber: true), new("message", "what is wrong"), new("help", "what to do"), new("waiver", "waived because"),
    };

    private static readonly TableColumn[] WaiverColumns =
    {
        new("rule", "rule"), new("scope", "in"), new("until", "until"), new("state", "state"), new("hidden", "covers", IsNumber: true), new("because", "because"), new("where", "where"),
    };

    /// <summary>The section.</summary>
    public static IEnumerable<Block> Blocks(ReportContext context)
    {
        var rules = context.Checked.Rules;
        if (rules.Count == 0)
        {
            yield return new Paragraph("No rule found anything in this design to judge.", IsAbsence: true);
            yield break;
        }

        yield return new Paragraph(string.Join(", ", Enum.GetValues<RuleVerdict>()
            .Select(v => (Verdict: v, Count: rules.Count(r => r.Verdict == v))).Where(v => v.Count > 0 || v.Verdict != RuleVerdict.Noted)
            .Select(v => $"{Cell.Count(v.Count).Text} {WordOf(v.Verdict)}"))
            + ". All values are nominal: that a rule holds here does not say that it holds over every tolerance.");
        var failures = rules.SelectMany(r => r.Failures.Select(f => new Row(new Cell[]
        {
            r.Rule.Id, TextDiagnostics.WordOf(f.Severity), Cell.Count(f.Count), f.Message + (f.Unconfirmed is null ? "" : "; " + f.Unconfirmed), f.Help, f.Waiver?.Because,
        }, f.Waiver is not null || f.Severity == Severity.Note ? Tone.Doubtful : Tone.Bad))).ToList();
        if (failures.Count > 0)
        {
            yield return new Table("failures", "What does not hold", FailureColumns, failures);
        }

        yield return new Table("rules", "All rules", Columns, rules.OrderBy(r => r.Verdict).Select(RowOf).ToList());
        var judged = rules.Select(r => r.Rule).ToHashSet();
        var silent = context.Reader.Design.Compilation.Rules.Where(r => !judged.Contains(r)).Select(r => r.Id).ToList();
        if (silent.Count > 0)
        {
            yield return new Paragraph("Not asked, because the design has nothing they speak of or because `icx.toml` turns them off: " + string.Join(", ", silent) + ".");
        }
    }

    /// <summary>The waivers.</summary>
    public static IEnumerable<Block> Waivers(ReportContext context)
    {
        var waivers = context.Checked.Waivers;
        if (waivers.Count == 0)
        {
            yield return new Paragraph("The design waives no rule.", IsAbsence: true);
            yield break;
        }

        yield return new Table("waivers", null, WaiverColumns, waivers.Select(w => new Row(new Cell[]
        {
            w.Waiver.Rule, w.Scope, w.Waiver.Until is { } until ? until.ToString("0000-00-00", System.Globalization.CultureInfo.InvariantCulture) : "no end",
            w.Expired ? "expired" : w.Hidden == 0 ? "hides nothing" : "stands", Cell.Count(w.Hidden), w.Waiver.Because, w.Waiver.Location.ToString(),
        }, w.Expired ? Tone.Bad : w.Hidden == 0 ? Tone.Doubtful : Tone.Plain)).ToList());
    }

    private static string WordOf(RuleVerdict verdict) => verdict switch
    {
        RuleVerdict.Failed => "failed", RuleVerdict.Noted => "noted", RuleVerdict.Waived => "waived", RuleVerdict.Passed => "passed", _ => "found nothing they apply to",
    };

    private static Row RowOf(RuleOutcome outcome)
    {
        var (rule, verdict) = (outcome.Rule, outcome.Verdict);
        var asks = string.Join(" and ", rule.Syntax.Requirements.Select(r => DesignReader.OneLine(rule.Location.Text.Slice(r.Span))));
        var condition = rule.Syntax.Condition is { } c ? DesignReader.OneLine(rule.Location.Text.Slice(c.Span)) : null;
        var why = outcome.NotApplicable == 0 ? "" : condition is null ? "a value it asks for is absent" : "not so, or absent: " + condition;
        var word = verdict == RuleVerdict.Idle ? "does not apply" : WordOf(verdict);
        return new(new Cell[]
        {
            word, rule.Id, Cell.Count(outcome.Passed), Cell.Count(outcome.Failed), Cell.Count(outcome.Waived), Cell.Count(outcome.NotApplicable), why, Cell.Code(asks),
            rule.Syntax.Source?.Plain, rule.Location.ToString(),
        }, verdict switch { RuleVerdict.Failed => Tone.Bad, RuleVerdict.Noted or RuleVerdict.Waived => Tone.Doubtful, RuleVerdict.Passed => Tone.Good, _ => Tone.Plain });
    }
}
