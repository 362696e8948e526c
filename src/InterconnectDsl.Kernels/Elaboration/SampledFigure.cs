using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Elaboration;

/// <summary>A figure over the samples of a study: <c>probability(worst >= 0 dB)</c>, <c>quantile(worst, 5 %)</c>.</summary>
/// <param name="Function"><c>probability</c>, <c>deviation</c> or <c>quantile</c>.</param>
/// <param name="Of">What is sampled: a condition or a number.</param>
/// <param name="Share">The share of a quantile, or null.</param>
/// <param name="Result">What formulas read; its number is put in by whoever has drawn the samples, and is absent before.</param>
public sealed record SampledFigure(string Function, Value Of, Value? Share, Value Result);
