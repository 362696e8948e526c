using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Studies;

/// <summary>How a study is run.</summary>
/// <param name="Samples">How many samples, in place of what the study says; null for that. A study that draws none draws none.</param>
/// <param name="Seed">The seed, in place of what the study says; null for that, or 1.</param>
/// <param name="Threads">How many threads draw; the numbers do not depend on it.</param>
/// <param name="Progress">Is told the share of the work that is done.</param>
public sealed record StudyOptions(long? Samples = null, ulong? Seed = null, int Threads = 1, IProgress<double>? Progress = null);

/// <summary>
/// Runs studies. A point at nominal is interpreted, which takes less than emitting code for it; samples are drawn by a kernel emitted for them. A knob that
/// decides what the design is made of has it built anew for each of its values, all others only change numbers. A choice tries every value that is listed, and of a
/// range nine, or as many as are asked for, and then more and more closely around the best: it finds the best of a figure with one valley, and of others a good one.
/// </summary>
public static class StudyRunner
{
    /// <summary>Runs one study over all its designs.</summary>
    /// <param name="compilation">The bound modules, without errors.</param>
    /// <param name="study">The study.</param>
    /// <param name="settings">Params set from outside; what the study itself sets and turns wins over them.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public static StudyOutcome Run(
        Compilation compilation, StudySymbol study, IReadOnlyDictionary<ParamSymbol, BoundExpression>? settings = null, StudyOptions? options = null,
        CancellationToken cancellation = default)
    {
        options ??= new();
        var parts = study.Bound.Select((b, i) => Part(compilation, b, settings, Share(options, i, study.Bound.Count), cancellation)).ToList();
        return new(
            study, parts.Select(p => p.Samples).DefaultIfEmpty(0).Max(), parts.Select(p => p.Seed).DefaultIfEmpty(1UL).First(),
            parts.SelectMany(p => p.Drawn).Distinct().ToList(), parts.SelectMany(p => p.Rows).ToList(),
            parts.SelectMany(p => p.Expectations).ToList(), parts.SelectMany(p => p.Diagnostics).DistinctBy(d => d.Identity).ToList());
    }

    private static StudyOptions Share(StudyOptions options, int part, int parts) =>
        options.Progress is null ? options : options with { Progress = new Portion(options.Progress, part, parts) };

    private static DesignStudy Part(
        Compilation compilation, BoundStudy study, IReadOnlyDictionary<ParamSymbol, BoundExpression>? settings, StudyOptions options, CancellationToken cancellation)
    {
        var all = settings?.ToDictionary(p => p.Key, p => p.Value) ?? new Dictionary<ParamSymbol, BoundExpression>();
        foreach (var (param, value) in study.With)
        {
            all[param] = value;
        }

        var part = new DesignStudy(compilation, study, all, options, cancellation);
        part.Run();
        return part;
    }

    private sealed class Portion(IProgress<double> whole, int part, int parts) : IProgress<double>
    {
        public void Report(double value) => whole.Report((part + value) / parts);
    }
}
