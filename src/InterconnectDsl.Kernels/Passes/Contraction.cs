using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Passes;

/// <summary>
/// For reduced precision only: a product that nothing but a sum reads becomes one operation with it, rounded once, as processors have it. Full precision leaves
/// them apart. There a formula means what it says, so that the difference of two equal products is 0 and each line of a derivation can be worked by hand.
/// </summary>
public sealed class Contraction : Pass
{
    private protected override Value Rewrite(Value value, PassContext context) =>
        value.Op is OpCode.Add or OpCode.Subtract ? Contracted(value, context) ?? context.Copy(value) : context.Copy(value);

    private static Value? Contracted(Value value, PassContext context)
    {
        var (first, second) = (value.Arguments[0], value.Arguments[1]);
        if (Product(second, value, context) is { } right)
        {
            return Fused(value.Op == OpCode.Add ? OpCode.MultiplyAdd : OpCode.NegatedMultiplyAdd, right, context.Of(first), value, context);
        }

        if (Product(first, value, context) is not { } left)
        {
            return null;
        }

        return value.Op == OpCode.Add ? Fused(OpCode.MultiplyAdd, left, context.Of(second), value, context)
            : context.NumberOf(context.Of(second)) is { } number ? Fused(OpCode.MultiplyAdd, left, context.To.Constant(-number), value, context)
            : null;
    }

    private static Value? Fused(OpCode op, Value product, Value made, Value value, PassContext context)
    {
        var fused = context.To.Ternary(op, context.Of(product.Arguments[0]), context.Of(product.Arguments[1]), made, value.Location);
        return fused.Domain == value.Domain ? fused : null;
    }

    // A product that depends on fewer inputs than the sum is computed less often, and stays apart.
    private static Value? Product(Value argument, Value sum, PassContext context)
    {
        var product = argument;
        while (product.Op == OpCode.Named)
        {
            product = product.Arguments[0];
        }

        return product.Op == OpCode.Multiply && product.Domain == sum.Domain && context.IsReadOnce(argument) && context.AreHoistedAlike(product, sum) ? product : null;
    }
}
