using InterconnectDsl.Language.Binding;

namespace InterconnectDsl.Studies;

/// <summary>One value of a knob.</summary>
/// <param name="Value">As an expression that a param can be set to.</param>
/// <param name="Number">In coherent units; NaN for what is no number.</param>
internal readonly record struct KnobValue(BoundExpression Value, double Number);
