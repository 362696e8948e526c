using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Passes;

/// <summary>
/// What depends on no input becomes a number, or a number for each member: the decibels of a dozen connectors become one constant. The interpreter computes
/// them, so every bit stays; constants that stand on two sides of an input stay apart, since adding them first would round differently.
/// </summary>
/// <param name="interpreter">The interpreter of the program's values.</param>
public sealed class ConstantFolding(Interpreter interpreter) : Pass
{
    private protected override bool Ends(Value value, PassContext context) => !context.IsInput(value) && context.Needed.IsConstant(value);

    private protected override Value Rewrite(Value value, PassContext context)
    {
        if (value.Op is OpCode.Constant or OpCode.Data || !context.Needed.IsConstant(value))
        {
            return context.Copy(value);
        }

        var column = interpreter.Obtain(value);
        return value.Domain == Domain.One ? context.To.Constant(column[0]) : context.To.Data(value.Domain, column.ToArray());
    }
}
