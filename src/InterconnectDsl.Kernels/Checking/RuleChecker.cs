using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Checking;

/// <summary>Holds the rules against a design. A verdict is a column: 1 holds, 0 does not, absent does not apply.</summary>
internal sealed class RuleChecker(ElaboratedDesign design, CheckOptions options)
{
    private readonly RuleSubjects _subjects = new(design);
    private readonly List<RuleOutcome> _outcomes = new();
    private List<Verdict>? _verdicts;
    private Waivers _waivers = null!;

    private sealed record Verdict(RuleSymbol Rule, Visit Visit, Value Holds)
    {
        /// <summary>The message and the help, lowered when the first failure is told.</summary>
        public Lowered? Message { get; set; }

        public Lowered? Help { get; set; }

        public IReadOnlyList<Doubt>? Doubts { get; set; }
    }

    /// <summary>The outcomes, in order of the rules.</summary>
    public IReadOnlyList<RuleOutcome> Outcomes => _outcomes.ToArray();

    /// <summary>The roots of all verdicts, for faults.</summary>
    public IReadOnlyList<Value> Roots { get; private set; } = Array.Empty<Value>();

    /// <summary>Whether a message or a help, which are lowered when first told, was found to be wrong.</summary>
    public bool FoundInTexts { get; private set; }

    /// <summary>Begins anew: no rule is held against the design yet.</summary>
    public void Restart() => _outcomes.Clear();

    /// <summary>Lowers what the rules ask, once.</summary>
    public void Lower(IEnumerable<RuleSymbol> rules, CancellationToken cancellation)
    {
        if (_verdicts is not null)
        {
            return;
        }

        var verdicts = new List<Verdict>();
        foreach (var rule in rules)
        {
            cancellation.ThrowIfCancellationRequested();
            if (AppliesTo(rule) && SeverityOf(rule) is not null)
            {
                rule.Bind?.Invoke();
                verdicts.AddRange(_subjects.Of(rule).Select(v => Lower(rule, v)).OfType<Verdict>());
            }
        }

        Roots = verdicts.Select(v => v.Holds).ToList();
        _verdicts = verdicts;
    }

    /// <summary>Evaluates the verdicts and tells those that fail.</summary>
    public void Judge(Waivers waivers, CancellationToken cancellation)
    {
        _waivers = waivers;
        design.Interpreter.EvaluateAll(Roots, options.KeepsLiterals, cancellation);
        foreach (var group in _verdicts!.GroupBy(v => v.Rule))
        {
            _outcomes.Add(Judge(group.Key, group.ToList()));
        }
    }

    private bool AppliesTo(RuleSymbol rule)
    {
        if (rule.Of is null)
        {
            return true;
        }

        for (var at = design.Symbol; at is not null; at = at.Base)
        {
            if (ReferenceEquals(at, rule.Of))
            {
                return true;
            }
        }

        return false;
    }

    private Severity? SeverityOf(RuleSymbol rule)
    {
        if (options.Severities.TryGetValue(rule.Id, out var set))
        {
            return set;
        }

        return rule.Syntax.Severity switch { RuleSeverity.Error => Severity.Error, RuleSeverity.Warning => Severity.Warning, _ => Severity.Note };
    }

    private Verdict? Lower(RuleSymbol rule, Visit visit)
    {
        Value? condition = null;
        if (rule.Condition is { } when && (condition = design.Lowering.Number(when, visit.Scope)) is null)
        {
            return null;
        }

        if (condition is not null && Conditions.NeverHolds(condition))
        {
            return new(rule, visit, design.Lowering.AbsentNumber);
        }

        Value? holds = null;
        foreach (var requirement in rule.Requirements)
        {
            if (design.Lowering.Number(requirement, visit.Scope) is not { } value)
            {
                return null;
            }

            holds = holds is null ? value : design.Ir.Binary(OpCode.And, holds, value, requirement.Location);
        }

        if (holds is null)
        {
            return null;
        }

        if (condition is not null)
        {
            var applies = design.Ir.Binary(OpCode.Otherwise, condition, design.Ir.Constant(0), rule.Location);
            holds = design.Ir.Ternary(OpCode.Select, applies, holds, design.Lowering.AbsentNumber, rule.Location);
        }

        var verdict = new Verdict(rule, visit, holds);
        if (!rule.Location.Text.IsLibrary)
        {
            // A message that asks for what does not exist is a mistake whether the rule fails or not.
            LowerTexts(verdict);
        }

        return verdict;
    }

    private RuleOutcome Judge(RuleSymbol rule, List<Verdict> verdicts)
    {
        int passed = 0, failed = 0, waived = 0, idle = 0;
        var failures = new List<RuleFailure>();
        foreach (var verdict in verdicts)
        {
            verdict.Doubts = null;
            var column = design.Interpreter.Evaluate(verdict.Holds);
            var members = verdict.Visit.Things.From.Count;
            var broadcast = verdict.Holds.Domain == Domain.One;
            var failing = new List<int>();
            var fails = false;
            for (var c = 0; c < column.Classes.ClassCount; c++)
            {
                var holds = column.OfClass(c);
                var size = broadcast ? members : column.Classes.Size(c);
                idle += Absence.IsAbsent(holds) ? size : 0;
                passed += holds > 0 ? size : 0;
                fails |= holds == 0;
            }

            for (var m = 0; fails && m < members; m++)
            {
                if (column[broadcast ? 0 : m] == 0)
                {
                    failing.Add(m);
                }
            }

            foreach (var failure in Tell(rule, verdict, failing))
            {
                failures.Add(failure);
                waived += failure.Waiver is null ? 0 : failure.Count;
                failed += failure.Waiver is null ? failure.Count : 0;
            }
        }

        Report(rule, failures);
        return new(rule, passed, failed, waived, idle, failures);
    }

    // Classes, since the generic code for structs is not compiled ahead of time.
    private sealed record Kindred(Extent Extent, Waiver? Waiver);

    private sealed class Failing(int first)
    {
        public int First { get; } = first;

        public int Count { get; set; }
    }

    /// <summary>Failures by declaration and waiver.</summary>
    private IEnumerable<RuleFailure> Tell(RuleSymbol rule, Verdict verdict, List<int> failing)
    {
        if (failing.Count == 0)
        {
            yield break;
        }

        var kinds = new Dictionary<Kindred, Failing>();
        foreach (var i in failing)
        {
            var (group, member) = verdict.Visit.Things.At(i)!.Value;
            var extent = group.ExtentOf(member);
            var key = new Kindred(extent, _waivers.Find(rule.Id, extent));
            if (!kinds.TryGetValue(key, out var seen))
            {
                kinds.Add(key, seen = new(i));
            }

            seen.Count++;
        }

        foreach (var pair in kinds)
        {
            var (waiver, first, count) = (pair.Key.Waiver, pair.Value.First, pair.Value.Count);
            var (group, member) = verdict.Visit.Things.At(first)!.Value;
            if (waiver is not null)
            {
                _waivers.Use(waiver, count);
            }

            var severity = SeverityOf(rule)!.Value;
            var doubt = severity == Severity.Error ? DoubtOf(verdict, first) : null;
            LowerTexts(verdict);
            yield return new(group, member, count, Text(verdict.Message, first) ?? DefaultMessage(rule, group, member), Text(verdict.Help, first),
                doubt is null ? severity : Severity.Warning, waiver) { Unconfirmed = doubt };
        }
    }

    private void LowerTexts(Verdict verdict)
    {
        var found = design.Diagnostics.Items.Count;
        verdict.Message ??= verdict.Rule.Message is null ? null : design.Lowering.Lower(verdict.Rule.Message, verdict.Visit.Scope);
        verdict.Help ??= verdict.Rule.Help is null ? null : design.Lowering.Lower(verdict.Rule.Help, verdict.Visit.Scope);
        FoundInTexts |= found != design.Diagnostics.Items.Count;
    }

    private static string DefaultMessage(RuleSymbol rule, Group group, int member) => group.NameOf(member) + " does not keep " + rule.Name.Replace('_', ' ');

    private string? Text(Lowered? text, int member) => text is null ? null : design.Print(text, TextType.Instance, member, null, null);

    private string? DoubtOf(Verdict verdict, int member)
    {
        verdict.Doubts ??= new UnconfirmedConstants(design).Behind(verdict.Holds);
        return verdict.Doubts.FirstOrDefault(d => d.Turns(verdict.Holds.Domain == Domain.One ? 0 : member))?.Sentence;
    }

    private void Report(RuleSymbol rule, List<RuleFailure> failures)
    {
        var shown = 0;
        foreach (var failure in failures.Where(f => f.Waiver is null))
        {
            if (++shown > options.FailuresShown)
            {
                continue;
            }

            design.Diagnostics.Add(Describe(rule, failure));
        }

        if (shown > options.FailuresShown)
        {
            var last = failures.Where(f => f.Waiver is null).ElementAt(options.FailuresShown);
            design.Diagnostics.Add(new(rule.Id, last.Severity, Counted("{0} more declarations fail in the same way", shown - options.FailuresShown), LocationOf(last.Group, last.Member)));
        }
    }

    private Diagnostic Describe(RuleSymbol rule, RuleFailure failure)
    {
        var message = failure.Message + (failure.Count > 1 ? Counted(" (and {0} more like it)", failure.Count - 1) : "");
        if (failure.Unconfirmed is { } doubt)
        {
            message += "; " + doubt;
        }

        return new(rule.Id, failure.Severity, message, LocationOf(failure.Group, failure.Member), failure.Help)
        {
            Source = rule.Syntax.Source?.Plain,
            Related = new[] { new RelatedLocation(rule.Location, "the rule") },
        };
    }

    private static string Counted(string format, int number) => string.Format(System.Globalization.CultureInfo.InvariantCulture, format, number);

    private SourceSpan LocationOf(Group group, int member) => Places.Of(design, group, member);
}
