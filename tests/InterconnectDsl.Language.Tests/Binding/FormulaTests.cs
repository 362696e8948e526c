using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Tests.Binding;

/// <summary>Values with their clauses.</summary>
public class FormulaTests
{
    // Expected medians: normal and uniform by symmetry; the triangle of low a, mode c, high b has its median m where the area left of it is one half:
    // for c = 2, a = 1, b = 4 the mode lies below the middle, so m = 4 - sqrt((4 - 1)(4 - 2) / 2) = 4 - sqrt(3).
    [Theory]
    [InlineData("power ~ normal(3 W, 1 W)", 3)]
    [InlineData("power ~ uniform(1 W, 4 W)", 2.5)]
    [InlineData("power ~ triangular(1 W, 2 W, 4 W)", 2.2679491924311228)]
    [InlineData("power ~ triangular(1 W, 3 W, 4 W)", 2.7320508075688772)]
    [InlineData("power ~ lognormal(5 W, 0.3)", 5)]
    [InlineData("power ~ truncated(uniform(1 W, 4 W), 2 W, 9 W)", 3)]
    [InlineData("power ~ choice(7 W, 8 W)", 7)]
    [InlineData("power ~ choice([7 W, 8 W], [40 %, 60 %])", 8)]
    [InlineData("power = 2 W ~ normal(0 W, 1 W)", 2)]
    [InlineData("temperature ~ uniform(20 degC, 40 degC)", 303.15)]
    [InlineData("oma ~ uniform(-3 dBm, -1 dBm)", -2)]
    public void A_distribution_alone_gives_the_nominal_its_median(string value, double expected)
    {
        var formula = Param(value).Formula.Bound;
        Assert.NotNull(formula.Distribution);
        Assert.Equal(expected, Evaluate(formula.Nominal!), 12);
    }

    [Fact]
    public void A_choice_keeps_each_value_beside_its_share()
    {
        static double[] Drawn(string value) =>
            Assert.IsType<BoundIntrinsic>(Param(value).Formula.Bound.Distribution).Arguments.Select(Evaluate).ToArray();
        Assert.Equal([7, 0.5, 8, 0.5], Drawn("power ~ choice(7 W, 8 W)"));
        Assert.Equal([7, 0.4, 8, 0.6], Drawn("power ~ choice([7 W, 8 W], [40 %, 60 %])"));
    }

    [Fact]
    public void A_deviation_is_of_the_difference_type()
    {
        var drawn = Assert.IsType<BoundIntrinsic>(Param("temperature = 35 degC ~ normal(0 K, 2 K)").Formula.Bound.Distribution);
        Assert.Equal("temperature_difference", drawn.Type.Display);
    }

    [Theory]
    [InlineData("temperature = 35 degC ± 5 K", 5)]
    [InlineData("oma = -3 dBm ± 0.5 dB", 0.5)]
    [InlineData("length = 20 mm ± 1 mm", 0.001)]
    [InlineData("length = 20 mm ± 10 %", 0.002)]
    [InlineData("ratio = 20 % ± 1 %", 0.01)]
    public void A_tolerance_is_a_difference_or_a_share(string value, double expected) =>
        Assert.Equal(expected, Evaluate(Param(value).Formula.Bound.Tolerance!), 12);

    [Theory]
    [InlineData("bandwidth = 4 Tb/s per_direction", 4e12)]
    [InlineData("bandwidth = 8 Tb/s aggregate", 4e12)]
    [InlineData("temperature = -40 degC", 233.15)]
    [InlineData("average_power = -3.9 dBm", -3.9)]
    [InlineData("optical_gain = 0.35 dB", 0.35)]
    [InlineData("int = 2_000", 2000)]
    [InlineData("real = 3 / 2", 1.5)]
    public void A_literal_is_held_in_coherent_units(string value, double expected)
    {
        var param = Param(value);
        Assert.Equal(expected, Evaluate(param.Formula.Bound.Nominal!), 12);
        Assert.Equal(value.Split(' ')[0], param.Type.Display);
    }

    [Fact]
    public void A_literal_takes_the_closed_form_of_what_it_is_for()
    {
        var number = Assert.IsType<BoundNumber>(Param("optical_gain = 0.35 dB").Formula.Bound.Nominal);
        Assert.Equal(Flavour.OpticalGain, ((QuantityType)number.Type).Flavour);
    }

    [Fact]
    public void An_override_keeps_its_source_and_drops_that_of_the_default()
    {
        var design = Icx.Design("module a\ndesign D { laser els { launch = 20 dBm; efficiency = 12 % source \"measured\" confidence A }\n"
            + "  laser old { launch = 20 dBm; efficiency = 11 % } }\n");
        Assert.Equal(
            ("measured", Confidence.A),
            (design.Body.Instances[0].Body.Overrides["efficiency"].Source, design.Body.Instances[0].Body.Overrides["efficiency"].Confidence));
        Assert.Null(design.Body.Instances[1].Body.Overrides["efficiency"].Source);
    }

    [Fact]
    public void A_list_gives_each_member_of_an_array_its_own()
    {
        var design = Icx.Design("module a\ndesign D { board b[2] { power = [22 W, 15 W] } }\n");
        var list = Assert.IsType<BoundList>(design.Body.Instances[0].Body.Overrides["power"].Bound.Nominal);
        Assert.Equal([22, 15], list.Items.Select(i => ((BoundNumber)i).Value));
    }

    [Fact]
    public void What_is_plausible_for_a_kind_holds_for_its_parts_and_things()
    {
        const string Kind = "module a\nkind patch : frame { slack : length = 1 m plausible 1 cm .. 100 m }\n";
        Icx.IsClean(Kind + "part P : patch { slack = 99 m }\n");
        Assert.Equal("ICX2028", Icx.Mistake(Kind + "part P : patch { slack = 99 km }\n").Code);
        Assert.Equal("ICX2028", Icx.Mistake(Kind + "design D { patch p { slack = 2 * 60 m } }\n").Code);
        Assert.Equal(
            "ICX2028", Icx.Mistake(Kind + "kind short : patch { slack = 1 m plausible 1 cm .. 2 m }\npart P : short { slack = 3 m }\n").Code);
        Icx.IsClean(Kind + "part P : patch { slack = 99 km plausible 1 m .. 200 km }\n");
    }

    private static ParamSymbol Param(string value)
    {
        var compilation = Icx.Bind("module a\nparam p : " + value + "\n");
        Icx.IsSilent(compilation.Diagnostics);
        return (ParamSymbol)compilation.Modules[0].Members["p"];
    }

    // Just enough of an evaluator to work out medians, on its own.
    private static double Evaluate(BoundExpression expression) => expression switch
    {
        BoundNumber number => number.Value,
        BoundIf choice => Evaluate(choice.Condition) > 0 ? Evaluate(choice.Then) : Evaluate(choice.Else),
        BoundIntrinsic { Name: "sqrt" } root => Math.Sqrt(Evaluate(root.Arguments[0])),
        BoundIntrinsic { Name: "abs" } size => Math.Abs(Evaluate(size.Arguments[0])),
        BoundBinary { Operator: BinaryOperator.Add } sum => Evaluate(sum.Left) + Evaluate(sum.Right),
        BoundBinary { Operator: BinaryOperator.Subtract } difference => Evaluate(difference.Left) - Evaluate(difference.Right),
        BoundBinary { Operator: BinaryOperator.Multiply } product => Evaluate(product.Left) * Evaluate(product.Right),
        BoundBinary { Operator: BinaryOperator.Divide } quotient => Evaluate(quotient.Left) / Evaluate(quotient.Right),
        BoundBinary { Operator: BinaryOperator.LessOrEqual } compared => Evaluate(compared.Left) <= Evaluate(compared.Right) ? 1 : 0,
        _ => double.NaN,
    };
}
