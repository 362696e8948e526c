using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Binding;

namespace InterconnectDsl.Studies;

/// <summary>An expectation, a constraint or an aim: its value, and the figures over samples that it reads.</summary>
internal sealed record Expected(BoundExpression Expression, Value Value, IReadOnlyList<SampledFigure> Sampled);
