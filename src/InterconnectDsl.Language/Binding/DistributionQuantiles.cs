using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>The value below which a share of a distribution lies, and the share below a value, as formulas of the distribution's arguments.</summary>
public static class DistributionQuantiles
{
    /// <summary>
    /// The value below which a share of the draws lies: with a share that is drawn evenly between 0 and 1, a draw. A larger share never gives a smaller value,
    /// but of <c>choice</c>, whose values follow each other as written.
    /// </summary>
    /// <param name="distribution">A call behind <c>~</c>, as bound.</param>
    /// <param name="share">The share, between 0 and 1.</param>
    public static BoundExpression Quantile(BoundIntrinsic distribution, BoundExpression share) =>
        distribution.Name == "choice" ? Chosen(distribution.Arguments, share) : Quantile(distribution.Name, distribution.Arguments, share);

    /// <summary>The value of which half of the draws lie below; of the rest of a truncated distribution too.</summary>
    internal static BoundExpression Median(string name, IReadOnlyList<BoundExpression> arguments, SourceSpan location) => name switch
    {
        "normal" or "lognormal" => arguments[0],
        _ => Quantile(name, arguments, Number(0.5, location)),
    };

    private static BoundExpression Quantile(string name, IReadOnlyList<BoundExpression> a, BoundExpression share)
    {
        switch (name)
        {
            case "normal":
                return Add(a[0], Times(a[1], Call("normal_inv", share)));
            case "lognormal":
                return Times(a[0], Call("exp", Times(a[1], Call("normal_inv", share))));
            case "uniform":
                return Add(a[0], Times(Minus(a[1], a[0]), share));
            case "triangular":
                return TriangleQuantile(a[0], a[1], a[2], share);
            default:
                var inner = (BoundIntrinsic)a[0];
                var (low, high) = (Below(inner.Name, inner.Arguments, a[1]), Below(inner.Name, inner.Arguments, a[2]));
                var cut = Quantile(inner.Name, inner.Arguments, Add(low, Times(Minus(high, low), share)));
                return If(IsBelow(cut, a[1]), a[1], If(IsBelow(a[2], cut), a[2], cut));
        }
    }

    // A value stands before its share; the last takes what is left, so that rounding leaves no gap.
    private static BoundExpression Chosen(IReadOnlyList<BoundExpression> pairs, BoundExpression share)
    {
        var ends = new List<double>();
        for (var i = 1; i < pairs.Count; i += 2)
        {
            ConstantFolder.TryFold(pairs[i], out var width);
            ends.Add(width + (ends.Count == 0 ? 0 : ends[ends.Count - 1]));
        }

        var chosen = pairs[pairs.Count - 2];
        for (var i = ends.Count - 2; i >= 0; i--)
        {
            chosen = If(IsBelow(share, Number(ends[i], share.Location)), pairs[2 * i], chosen);
        }

        return chosen;
    }

    /// <summary>The share of the draws below a value.</summary>
    private static BoundExpression Below(string name, IReadOnlyList<BoundExpression> a, BoundExpression x)
    {
        var (zero, one) = (Number(0, x.Location), Number(1, x.Location));
        switch (name)
        {
            case "normal":
                return Call("normal_cdf", Ratio(Minus(x, a[0]), a[1]));
            case "lognormal":
                return If(IsBelow(x, Times(a[0], zero)), zero, Call("normal_cdf", Ratio(Call("ln", Ratio(x, a[0])), a[1])));
            case "uniform":
                return If(IsBelow(x, a[0]), zero, If(IsBelow(x, a[1]), Ratio(Minus(x, a[0]), Minus(a[1], a[0])), one));
            default:
                var (rising, falling) = (Ratio(Minus(x, a[0]), Minus(a[2], a[0])), Ratio(Minus(a[2], x), Minus(a[2], a[0])));
                var ascent = Times(rising, Ratio(Minus(x, a[0]), Minus(a[1], a[0])));
                var descent = Minus(one, Times(falling, Ratio(Minus(a[2], x), Minus(a[2], a[1]))));
                return If(IsBelow(x, a[0]), zero, If(IsBelow(x, a[1]), ascent, If(IsBelow(x, a[2]), descent, one)));
        }
    }

    // Johnson, Kotz, Balakrishnan: a + sqrt(p (b-a) (c-a)) up to the mode c, where p is (c-a)/(b-a), then b - sqrt((1-p) (b-a) (b-c)).
    private static BoundExpression TriangleQuantile(BoundExpression a, BoundExpression c, BoundExpression b, BoundExpression share)
    {
        var (width, rise, fall) = (Minus(b, a), Minus(c, a), Minus(b, c));
        var rising = IsBelow(Times(width, share), rise);
        var square = If(rising, Times(Area(width, rise), share), Times(Area(width, fall), Minus(Number(1, share.Location), share)));
        var root = new BoundIntrinsic("sqrt", new[] { square }, width.Type, share.Location);
        return If(rising, Add(a, root), Minus(b, root, a.Type));
    }

    private static BoundExpression Area(BoundExpression width, BoundExpression side)
    {
        var square = width.Type is QuantityType quantity ? QuantityTypes.Of(quantity.Dimension * quantity.Dimension) : QuantityTypes.Real;
        return new BoundBinary(BinaryOperator.Multiply, width, side, square, width.Location);
    }

    private static BoundExpression Number(double value, SourceSpan location) => new BoundNumber(value, QuantityTypes.Real, location, null);

    private static BoundExpression Call(string name, BoundExpression argument) =>
        new BoundIntrinsic(name, new[] { argument }, QuantityTypes.Real, argument.Location);

    private static BoundExpression If(BoundExpression condition, BoundExpression then, BoundExpression otherwise) =>
        new BoundIf(condition, then, otherwise, then.Type, then.Location);

    private static BoundExpression IsBelow(BoundExpression a, BoundExpression b) => new BoundBinary(BinaryOperator.LessOrEqual, a, b, BoolType.Instance, a.Location);

    private static BoundExpression Add(BoundExpression a, BoundExpression b) => new BoundBinary(BinaryOperator.Add, a, b, a.Type, a.Location);

    private static BoundExpression Minus(BoundExpression a, BoundExpression b) => Minus(a, b, TypeAlgebra.DifferenceOf(a.Type));

    private static BoundExpression Minus(BoundExpression a, BoundExpression b, IcxType type) => new BoundBinary(BinaryOperator.Subtract, a, b, type, a.Location);

    private static BoundExpression Times(BoundExpression a, BoundExpression b) => new BoundBinary(BinaryOperator.Multiply, a, b, a.Type, a.Location);

    private static BoundExpression Ratio(BoundExpression a, BoundExpression b) => new BoundBinary(BinaryOperator.Divide, a, b, QuantityTypes.Real, a.Location);
}
