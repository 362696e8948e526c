using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Tests.Interpretation;

/// <summary>Derivations of a small link budget, as `why` prints them.</summary>
public class ReplayTests
{
    private readonly IrBuilder _ir = new();
    private readonly Domain _lane = new("lane", 4);

    [Fact]
    public void A_margin_rests_on_the_named_values_nearest_to_it()
    {
        var loss = Loss();
        var power = _ir.Constant(-2.9, Origins.Named("launch"));
        var margin = Named("margin", Binary(OpCode.Add, Binary(OpCode.Subtract, power, loss), _ir.Constant(5.9)));

        var why = Derive(margin, 1);

        Assert.Equal("margin[1] 2.3", Text(why));
        Assert.Equal("launch[0] -2.9, loss[1] 0.7", Inputs(why));
        Assert.Equal("attenuation[0] 0.35, length[1] 2", Inputs(why.Inputs[1].From));
    }

    [Fact]
    public void The_lane_that_decides_the_worst_margin_comes_first_and_equal_ones_are_counted()
    {
        var worst = Reduce(OpCode.Max, Loss());

        Assert.Equal("loss[3] 3.5, loss[0] 0.175 x2, loss[1] 0.7", Inputs(Derive(worst, 0)));
    }

    [Fact]
    public void A_sum_counts_each_element_even_where_all_read_one_thing()
    {
        var engine = new Domain("engine", 1);
        var power = Named("power", _ir.Data(engine, new[] { 22.0 }));
        var total = Reduce(OpCode.Sum, _ir.Gather(new[] { power }, IndexMap.Of(_lane, engine, new[] { 0, 0, 0, 0 })));

        Assert.Equal("power[0] 22 x4", Inputs(Derive(total, 0)));
    }

    [Fact]
    public void Only_the_side_of_a_condition_that_was_taken_is_there()
    {
        var linear = Named("linear", _ir.Data(_lane, new[] { 1.0, 0.0, 1.0, 0.0 }));
        var power = _ir.Ternary(OpCode.Select, linear, _ir.Constant(9, Origins.Named("lpo")), _ir.Constant(15, Origins.Named("dsp")), default);

        Assert.Equal("lpo[0] 9, linear[0] 1", Inputs(Derive(power, 0)));
        Assert.Equal("dsp[0] 15, linear[1] 0", Inputs(Derive(power, 1)));
    }

    [Fact]
    public void Of_a_value_with_a_fallback_the_one_that_is_there_counts()
    {
        var given = Named("given", _ir.Data(_lane, new[] { 3.0, Absence.Absent, 3.0, 3.0 }));
        var value = Binary(OpCode.Otherwise, given, _ir.Constant(0.1, Origins.Named("fallback")));

        Assert.Equal("given[0] 3", Inputs(Derive(value, 0)));
        Assert.Equal("fallback[0] 0.1", Inputs(Derive(value, 1)));
    }

    [Fact]
    public void A_fixed_point_rests_on_what_its_body_did_at_the_solution()
    {
        var ambient = _ir.Constant(35, Origins.Named("ambient"));
        var t = _ir.Unknown(Domain.One);
        var power = Named("power", Binary(OpCode.Multiply, _ir.Constant(0.5, Origins.Named("slope")), t));
        var solve = _ir.Solve(t, _ir.Constant(0), _ir.Constant(1e-12), _ir.Constant(50), Binary(OpCode.Add, ambient, power), default);
        var temperature = Named("temperature", solve);

        var why = Derive(temperature, 0);

        Assert.Equal("temperature[0] 70", Text(why));
        Assert.Equal("ambient[0] 35, power[0] 35", Inputs(why));
    }

    [Fact]
    public void No_more_inputs_are_listed_than_asked_for_and_the_rest_is_counted()
    {
        var lane = new Domain("lane", 100);
        var loss = Named("loss", _ir.Data(lane, Enumerable.Range(0, 100).Select(i => (double)i).ToArray()));
        var sum = _ir.Reduce(OpCode.Sum, loss, new(Domain.One, lane, new[] { 0, 100 }), default);

        var why = new Replay(new(_ir), listed: 3).Derive(sum, 0);

        Assert.Equal("loss[0] 0, loss[1] 1, loss[2] 2", Inputs(why));
        Assert.Equal(97, why.Rest);
    }

    [Fact]
    public void A_list_of_a_million_is_answered_from_the_columns()
    {
        var lane = new Domain("lane", 1_000_000);
        var length = Named("length", _ir.Data(lane, Enumerable.Range(0, 1_000_000).Select(i => Math.Abs(i - 777_777.0)).ToArray()));
        var loss = Named("loss", Binary(OpCode.Multiply, length, _ir.Constant(0.35, Origins.Named("attenuation"))));
        var least = _ir.Reduce(OpCode.Min, loss, new(Domain.One, lane, new[] { 0, 1_000_000 }), default);

        var why = Derive(least, 0);

        Assert.Equal("loss[777777] 0", Text(why.Inputs[0].From));
        Assert.Equal(1_000_000 - 1, why.Rest + why.Inputs.Skip(1).Sum(i => i.Count));
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_values_is_no_recursion()
    {
        var value = _ir.Constant(0);
        var one = _ir.Constant(1, Origins.Named("one"));
        for (var i = 0; i < 100_000; i++)
        {
            value = Binary(OpCode.Add, value, one);
        }

        Assert.Equal("one[0] 1", Inputs(Derive(value, 0)));
    }

    [Fact]
    public void A_replaced_number_stands_for_itself()
    {
        var loss = Loss();
        var changed = new Interpreter(_ir).With(new Dictionary<Value, double> { [loss] = 1.25 });

        var why = new Replay(changed).Derive(loss, 2);

        Assert.Equal("loss[2] 1.25", Text(why));
        Assert.Empty(why.Inputs);
    }

    private Value Loss()
    {
        var length = Named("length", _ir.Data(_lane, new[] { 0.5, 2.0, 0.5, 10.0 }));
        return Named("loss", Binary(OpCode.Multiply, _ir.Constant(0.35, Origins.Named("attenuation")), length));
    }

    private Value Named(string name, Value value) => _ir.Named(value, Origins.Named(name));

    private Value Binary(OpCode op, Value left, Value right) => _ir.Binary(op, left, right, default);

    private Value Reduce(OpCode op, Value elements) => _ir.Reduce(op, elements, new(Domain.One, _lane, new[] { 0, 4 }), default);

    private Derivation Derive(Value value, int member) => new Replay(new(_ir)).Derive(value, member);

    private static string Text(Derivation d) => FormattableString.Invariant($"{d.Origin?.Name}[{d.Member}] {Math.Round(d.Number, 9)}");

    private static string Inputs(Derivation d) =>
        string.Join(", ", d.Inputs.Select(i => Text(i.From) + (i.Count > 1 ? FormattableString.Invariant($" x{i.Count}") : "")));
}
