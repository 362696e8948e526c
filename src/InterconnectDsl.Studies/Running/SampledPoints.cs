using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies;

/// <summary>Draws the samples of one design at one point after another.</summary>
internal sealed class SampledPoints
{
    // So many go between two looks at whether the work was ended.
    private const long Portion = 1 << 16;

    private readonly Kernel _kernel;
    private readonly SampleOrder _order;
    private readonly List<Value> _values = new();
    private readonly List<(bool IsCondition, bool Quantiles)> _kept = new();

    public SampledPoints(
        ElaboratedDesign design, IReadOnlyList<Value> inputs, IReadOnlyList<(Value Value, bool IsCondition, bool Quantiles)> asked, SampleOrder order)
    {
        foreach (var group in asked.GroupBy(a => a.Value))
        {
            _values.Add(group.Key);
            _kept.Add((group.Any(a => a.IsCondition), group.Any(a => a.Quantiles)));
        }

        _order = order;
        var given = inputs.Select((v, i) => new KernelInput(FormattableString.Invariant($"Knob{i}"), v)).ToList();
        _kernel = SampledDesign.Of(design.Interpreter, given, _values.Select((v, i) => new KernelOutput(FormattableString.Invariant($"Figure{i}"), v)).ToList()).Kernel().Kernel;
    }

    /// <summary>What is kept of each value at one point.</summary>
    public IReadOnlyDictionary<Value, Statistics> Draw(IReadOnlyList<double> inputs, Action<double> progress, CancellationToken cancellation)
    {
        var kept = _kept.Select(k => new Statistics(k.IsCondition ? 1 : 0, k.Quantiles)).ToArray();
        var sampler = new Sampler(_kernel, inputs);
        for (long at = 0; at < _order.Samples; at += Portion)
        {
            cancellation.ThrowIfCancellationRequested();
            sampler.Keep(_order.Seed, at, Math.Min(Portion, _order.Samples - at), kept, Precision.Full, _order.Threads);
            progress(Math.Min(1.0, (double)(at + Portion) / _order.Samples));
        }

        return _values.Select((v, i) => (v, kept[i])).ToDictionary(p => p.v, p => p.Item2);
    }
}
