using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Kernels.Tests.Interpretation;

public class InterpreterTests
{
    private static readonly SourceSpan Nowhere = default;
    private readonly IrBuilder _ir = new();

    [Fact]
    public void A_link_budget_adds_up_for_every_lane()
    {
        var lane = new Domain("lane", 4);
        var launch = _ir.Constant(-2.9);
        var fiber = _ir.Binary(OpCode.Multiply, _ir.Constant(0.35), _ir.Data(lane, new[] { 0.5, 2.0, 0.5, 10.0 }), Nowhere);
        var received = _ir.Binary(OpCode.Subtract, launch, fiber, Nowhere);
        var margin = _ir.Binary(OpCode.Subtract, received, _ir.Constant(-5.9), Nowhere);

        var column = new Interpreter(_ir).Evaluate(margin);

        Assert.Equal(new[] { 0.5, 2.0, 0.5, 10.0 }.Select(km => -2.9 - (0.35 * km) + 5.9), column.ToArray());
    }

    [Fact]
    public void Lanes_with_one_trace_length_are_one_class()
    {
        var lane = new Domain("lane", 8);
        var lengths = _ir.Data(lane, new[] { 0.01, 0.02, 0.01, 0.02, 0.01, 0.02, 0.01, 0.02 });
        var loss = _ir.Binary(OpCode.Multiply, lengths, _ir.Constant(60), Nowhere);

        var column = new Interpreter(_ir).Evaluate(loss);

        Assert.Equal(2, column.Classes.ClassCount);
        Assert.Equal(0.02 * 60, column[7]);
    }

    [Fact]
    public void Reading_engines_from_lanes_keeps_as_many_classes_as_there_are_kinds_of_engine()
    {
        var engine = new Domain("engine", 16);
        var lane = new Domain("lane", 512);
        var power = _ir.Data(engine, Enumerable.Range(0, 16).Select(e => e < 8 ? 22.0 : 15.0).ToArray());
        var of = IndexMap.Of(lane, engine, Enumerable.Range(0, 512).Select(l => l / 32).ToArray());

        var column = new Interpreter(_ir).Evaluate(_ir.Gather(new[] { power }, of));

        Assert.Equal(2, column.Classes.ClassCount);
        Assert.Equal(22.0, column[255]);
        Assert.Equal(15.0, column[256]);
    }

    [Fact]
    public void A_sum_over_equal_lists_is_computed_once_and_is_the_sum_in_order()
    {
        var package = new Domain("package", 100);
        var lane = new Domain("lane", 1000);
        var shape = new ListShape(package, lane, Enumerable.Range(0, 101).Select(o => o * 10).ToArray());
        var tenth = _ir.Gather(new[] { _ir.Data(package, Enumerable.Repeat(0.1, 100).ToArray()) }, shape.OwnerOf);

        var column = new Interpreter(_ir).Evaluate(_ir.Reduce(OpCode.Sum, tenth, shape, Nowhere));

        Assert.True(column.Classes.IsUniform);
        Assert.Equal(Enumerable.Repeat(0.1, 10).Aggregate(0.0, (a, b) => a + b), column[99]);
    }

    [Fact]
    public void What_was_not_found_is_absent_and_stays_so()
    {
        var lane = new Domain("lane", 3);
        var port = new Domain("port", 2);
        var found = _ir.Gather(new[] { _ir.Data(port, new[] { 7.0, 8.0 }) }, IndexMap.Of(lane, port, new[] { 1, -1, 0 }));
        var interpreter = new Interpreter(_ir);

        var sum = interpreter.Evaluate(_ir.Binary(OpCode.Add, found, _ir.Constant(1), Nowhere));
        var there = interpreter.Evaluate(_ir.Unary(OpCode.Exists, found, Nowhere));
        var otherwise = interpreter.Evaluate(_ir.Binary(OpCode.Otherwise, found, _ir.Constant(-1), Nowhere));

        Assert.Equal(9.0, sum[0]);
        Assert.True(Absence.IsAbsent(sum[1]));
        Assert.Equal(new[] { 1.0, 0.0, 1.0 }, there.ToArray());
        Assert.Equal(new[] { 8.0, -1.0, 7.0 }, otherwise.ToArray());
        Assert.Empty(interpreter.Faults);
    }

    [Fact]
    public void Division_by_zero_is_one_fault_that_names_the_first_member()
    {
        var lane = new Domain("lane", 5);
        var ratio = _ir.Binary(OpCode.Divide, _ir.Constant(3.2), _ir.Data(lane, new[] { 1.0, 0.0, 2.0, 0.0, 0.0 }), Nowhere);
        var interpreter = new Interpreter(_ir);

        var column = interpreter.Evaluate(_ir.Unary(OpCode.Negate, ratio, Nowhere));

        var fault = Assert.Single(interpreter.Faults);
        Assert.Equal((ratio, FaultKind.DivisionByZero, 1, 3), (fault.Value, fault.Kind, fault.Member, fault.Members));
        Assert.Equal(new[] { 3.2, 0.0 }, fault.Arguments);
        Assert.True(Absence.IsFailed(column[3]));
        Assert.Equal(-1.6, column[2]);
    }

    [Fact]
    public void A_failure_behind_a_condition_that_does_not_ask_for_it_is_none()
    {
        var engine = new Domain("engine", 2);
        var lanes = _ir.Data(engine, new[] { 0.0, 4.0 });
        var share = _ir.Binary(OpCode.Divide, _ir.Constant(10), lanes, Nowhere);
        var any = _ir.Binary(OpCode.Greater, lanes, _ir.Constant(0), Nowhere);
        var interpreter = new Interpreter(_ir);

        var column = interpreter.Evaluate(_ir.Ternary(OpCode.Select, any, share, _ir.Constant(0), Nowhere));

        Assert.Equal(new[] { 0.0, 2.5 }, column.ToArray());
        Assert.Empty(interpreter.Faults);
    }

    [Fact]
    public void A_fixed_point_is_found_for_each_member()
    {
        // A laser whose power falls with its temperature: t = 35 + 20 (1 - 0.004 (t - 25)), so t (1 + 0.08) = 35 + 20 * 1.1.
        var laser = new Domain("laser", 2);
        var ambient = _ir.Data(laser, new[] { 35.0, 45.0 });
        var t = _ir.Unknown(laser);
        var droop = _ir.Binary(OpCode.Multiply, _ir.Constant(0.004), _ir.Binary(OpCode.Subtract, t, _ir.Constant(25), Nowhere), Nowhere);
        var power = _ir.Binary(OpCode.Multiply, _ir.Constant(20), _ir.Binary(OpCode.Subtract, _ir.Constant(1), droop, Nowhere), Nowhere);
        var body = _ir.Binary(OpCode.Add, ambient, power, Nowhere);
        var solve = _ir.Solve(t, _ir.Constant(45), _ir.Constant(1e-9), _ir.Constant(100), body, Nowhere);
        var interpreter = new Interpreter(_ir);

        var column = interpreter.Evaluate(solve);

        Assert.Equal(57.0 / 1.08, column[0], 9);
        Assert.Equal(67.0 / 1.08, column[1], 9);
        Assert.Empty(interpreter.Faults);
    }

    [Fact]
    public void A_fixed_point_that_runs_away_is_a_fault()
    {
        var t = _ir.Unknown(Domain.One);
        var body = _ir.Binary(OpCode.Add, _ir.Constant(1), _ir.Binary(OpCode.Multiply, _ir.Constant(1.5), t, Nowhere), Nowhere);
        var solve = _ir.Solve(t, _ir.Constant(45), _ir.Constant(0.01), _ir.Constant(100), body, Nowhere);
        var interpreter = new Interpreter(_ir);

        Assert.True(Absence.IsFailed(interpreter.Evaluate(solve)[0]));
        Assert.Equal(FaultKind.NotConverged, Assert.Single(interpreter.Faults).Kind);
    }

    [Fact]
    public void A_domain_without_members_has_an_empty_column()
    {
        var none = new Domain("spare", 0);
        var one = new Domain("panel", 1);
        var spares = _ir.Binary(OpCode.Divide, _ir.Constant(1), _ir.Data(none, Array.Empty<double>()), Nowhere);
        var shape = new ListShape(one, none, new[] { 0, 0 });
        var interpreter = new Interpreter(_ir);

        Assert.Empty(interpreter.Evaluate(spares).ToArray());
        Assert.Equal(0.0, interpreter.Evaluate(_ir.Reduce(OpCode.Sum, spares, shape, Nowhere))[0]);
        Assert.True(Absence.IsAbsent(interpreter.Evaluate(_ir.Reduce(OpCode.Min, spares, shape, Nowhere))[0]));
    }

    [Fact]
    public void Other_numbers_change_what_depends_on_them_and_nothing_else()
    {
        var lane = new Domain("lane", 2);
        var loss = _ir.Constant(0.35, Origins.Named("attenuation"));
        var length = _ir.Data(lane, new[] { 1.0, 2.0 });
        var total = _ir.Binary(OpCode.Multiply, loss, length, Nowhere);
        var aside = _ir.Binary(OpCode.Add, length, _ir.Constant(1), Nowhere);
        var interpreter = new Interpreter(_ir);
        interpreter.EvaluateAll(new[] { total, aside }, true);

        var other = interpreter.With(new Dictionary<Value, double> { [loss] = 0.5 });

        Assert.Equal(new[] { 0.5, 1.0 }, other.Evaluate(total).ToArray());
        Assert.Equal(new[] { 0.35, 0.7 }, interpreter.Evaluate(total).ToArray());
        Assert.Same(interpreter.Evaluate(aside), other.Evaluate(aside));
    }

    [Fact]
    public void Values_may_be_added_between_two_evaluations()
    {
        var interpreter = new Interpreter(_ir);
        var two = _ir.Constant(2);
        Assert.Equal(2.0, interpreter.Evaluate(two)[0]);

        var four = _ir.Binary(OpCode.Multiply, two, two, Nowhere);
        Assert.Equal(4.0, interpreter.Evaluate(four)[0]);
    }

    [Fact]
    public void Only_what_was_asked_for_is_remembered_when_memory_is_used_again()
    {
        var lane = new Domain("lane", 1000);
        var value = _ir.Data(lane, Enumerable.Range(0, 1000).Select(i => i * 0.25).ToArray());
        for (var i = 0; i < 50; i++)
        {
            value = _ir.Binary(OpCode.Add, value, value, Nowhere);
            value = _ir.Binary(OpCode.Multiply, value, _ir.Constant(0.5), Nowhere);
        }

        var interpreter = new Interpreter(_ir);
        interpreter.EvaluateAll(new[] { value }, false);

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => i * 0.25), interpreter.Evaluate(value).ToArray());
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_values_is_no_recursion()
    {
        var value = _ir.Constant(0);
        var one = _ir.Constant(1);
        for (var i = 0; i < 100_000; i++)
        {
            value = _ir.Binary(OpCode.Add, value, one, Nowhere);
        }

        Assert.Equal(100_000.0, new Interpreter(_ir).Evaluate(value)[0]);
    }

    [Fact]
    public void Params_are_set_by_name_and_sets_may_be_stacked()
    {
        var reach = new ParamSymbol("reach", default, null!);
        var ambient = new ParamSymbol("ambient", default, null!);
        var loss = _ir.Binary(OpCode.Multiply, _ir.Input(reach, _ir.Constant(500), Origins.Named("reach")), _ir.Constant(0.001), Nowhere);
        var sum = _ir.Binary(OpCode.Add, loss, _ir.Input(ambient, _ir.Constant(35), Origins.Named("ambient")), Nowhere);
        var interpreter = new Interpreter(_ir);

        var far = interpreter.With(new Dictionary<ParamSymbol, double> { [reach] = 2000 });
        var hot = far.With(new Dictionary<ParamSymbol, double> { [ambient] = 45 });

        Assert.Equal(35.5, interpreter.Evaluate(sum)[0]);
        Assert.Equal(37.0, far.Evaluate(sum)[0]);
        Assert.Equal(47.0, hot.Evaluate(sum)[0]);
        Assert.Same(far.Evaluate(loss), hot.Evaluate(loss));
    }

    [Fact]
    public void A_fault_that_only_other_numbers_cause_is_theirs_alone()
    {
        var lanes = _ir.Constant(8, Origins.Named("lanes"));
        var share = _ir.Binary(OpCode.Divide, _ir.Constant(100), lanes, Nowhere);
        var interpreter = new Interpreter(_ir);
        var other = interpreter.With(new Dictionary<Value, double> { [lanes] = 0 });

        interpreter.Evaluate(share);
        other.Evaluate(share);

        Assert.Empty(interpreter.Faults);
        Assert.Equal(FaultKind.DivisionByZero, Assert.Single(other.Faults).Kind);
    }

    [Fact]
    public void Evaluation_can_be_cancelled_and_taken_up_again()
    {
        var sum = _ir.Binary(OpCode.Add, _ir.Constant(1), _ir.Constant(2), Nowhere);
        var interpreter = new Interpreter(_ir);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => interpreter.Evaluate(sum, cancelled.Token));
        Assert.Equal(3.0, interpreter.Evaluate(sum, CancellationToken.None)[0]);
    }

    [Fact]
    public void What_has_no_name_may_be_let_go_and_is_computed_again()
    {
        var lane = new Domain("lane", 3);
        var loss = _ir.Binary(OpCode.Multiply, _ir.Data(lane, [1.0, 2.0, 0.0]), _ir.Constant(0.35), Nowhere);
        var named = _ir.Named(loss, Origins.Named("loss"));
        var ratio = _ir.Binary(OpCode.Divide, _ir.Constant(0.7), named, Nowhere);
        var interpreter = new Interpreter(_ir);
        var (before, loose) = (interpreter.Evaluate(ratio).ToArray(), interpreter.Evaluate(named));
        interpreter.ReleaseUnnamed();

        Assert.Equal(before, interpreter.Evaluate(ratio).ToArray());
        Assert.Equal([0.35, 0.7, 0.0], loose.ToArray());
        Assert.Equal(2, Assert.Single(interpreter.Faults).Member);
    }

    [Fact]
    public void Two_lists_of_data_that_part_members_alike_share_their_classes()
    {
        var lane = new Domain("lane", 12);
        var gauge = _ir.Data(lane, Enumerable.Range(0, 12).Select(i => i % 3 * 1.0).ToArray());
        var loss = _ir.Data(lane, Enumerable.Range(0, 12).Select(i => (i % 3 * 0.1) + 7).ToArray());
        var side = _ir.Data(lane, Enumerable.Range(0, 12).Select(i => i % 2 * 1.0).ToArray());
        var interpreter = new Interpreter(_ir);

        Assert.Same(interpreter.Evaluate(gauge).Classes, interpreter.Evaluate(loss).Classes);
        Assert.Equal(6, interpreter.Evaluate(_ir.Binary(OpCode.Add, loss, side, Nowhere)).Classes.ClassCount);
    }
}
