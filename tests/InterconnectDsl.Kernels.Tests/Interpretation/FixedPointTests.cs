using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Tests.Interpretation;

/// <summary>Fixed points as thermal and laser models pose them.</summary>
public class FixedPointTests
{
    private readonly IrBuilder _ir = new();

    [Theory]
    [InlineData(-3.0, 40, 10)]
    [InlineData(0.98, 1, 50)]
    [InlineData(0.0, 7, 7)]
    [InlineData(-0.999, 10, 5.0025012506253)]
    public void A_linear_body_is_solved_whether_or_not_repeating_it_would_get_there(double slope, double constant, double expected)
    {
        var t = _ir.Unknown(Domain.One);
        var solve = Solve(t, 0, 1e-9, 10, Add(Times(slope, t), _ir.Constant(constant)));

        Assert.Equal(expected, new Interpreter(_ir).Evaluate(solve)[0], 8);
    }

    [Fact]
    public void Of_two_solutions_the_one_that_holds_is_found()
    {
        // Leakage of 1 W at 30 degrees that doubles every 10 K, through 2 K/W: t = 30 + 2 (2^((t - 30)/10)) near 32.4, and a second one, from which a
        // small rise runs away, near 75.
        var t = _ir.Unknown(Domain.One);
        var doubled = _ir.Binary(OpCode.Power, _ir.Constant(2), Times(0.1, Add(t, _ir.Constant(-30))), default);
        var body = Add(_ir.Constant(30), Times(2, doubled));

        var cool = new Interpreter(_ir).Evaluate(Solve(t, 45, 1e-9, 100, body))[0];

        Assert.Equal(cool, 30 + (2 * Math.Pow(2, (cool - 30) / 10)), 8);
        Assert.InRange(cool, 32, 34);
    }

    [Fact]
    public void A_start_above_the_point_of_no_return_runs_away()
    {
        var t = _ir.Unknown(Domain.One);
        var doubled = _ir.Binary(OpCode.Power, _ir.Constant(2), Times(0.1, Add(t, _ir.Constant(-30))), default);
        var interpreter = new Interpreter(_ir);
        interpreter.Evaluate(Solve(t, 90, 1e-9, 100, Add(_ir.Constant(30), Times(2, doubled))));

        Assert.Equal(FaultKind.NotConverged, Assert.Single(interpreter.Faults).Kind);
    }

    [Fact]
    public void A_step_to_where_the_body_has_no_value_is_taken_back()
    {
        // x = 2 - 3 ln x from 4: the first step lands below zero.
        var x = _ir.Unknown(Domain.One);
        var body = Add(_ir.Constant(2), Times(-3, _ir.Unary(OpCode.Ln, x, default)));
        var interpreter = new Interpreter(_ir);

        var found = interpreter.Evaluate(Solve(x, 4, 1e-9, 100, body))[0];

        Assert.Equal(found, 2 - (3 * Math.Log(found)), 7);
        Assert.Empty(interpreter.Faults);
    }

    [Fact]
    public void A_body_without_a_value_at_the_start_fails_as_it_did()
    {
        var x = _ir.Unknown(Domain.One);
        var ln = _ir.Unary(OpCode.Ln, x, default);
        var interpreter = new Interpreter(_ir);
        interpreter.Evaluate(Solve(x, -4, 1e-9, 100, ln));

        var fault = Assert.Single(interpreter.Faults);
        Assert.Equal((ln, FaultKind.LogarithmOfNegative), (fault.Value, fault.Kind));
    }

    [Fact]
    public void The_limit_counts_steps_and_the_fault_says_how_far_it_got()
    {
        var laser = new Domain("laser", 3);
        var ambient = _ir.Data(laser, new[] { 0.0, 35.0, 45.0 });
        var t = _ir.Unknown(laser);
        var body = Add(Times(0.5, t), ambient);
        var interpreter = new Interpreter(_ir);
        var column = interpreter.Evaluate(_ir.Solve(t, _ir.Constant(0), _ir.Constant(1e-9), _ir.Constant(2), body, default));

        Assert.Equal(0.0, column[0]);
        Assert.True(Absence.IsFailed(column[1]));
        var fault = Assert.Single(interpreter.Faults);
        Assert.Equal((FaultKind.NotConverged, 1, 2), (fault.Kind, fault.Member, fault.Members));
        Assert.Equal(new[] { 35.0, 52.5 }, fault.Arguments);
    }

    [Fact]
    public void What_has_no_start_or_no_ambient_is_absent()
    {
        var laser = new Domain("laser", 2);
        var t = _ir.Unknown(laser);
        var body = Add(Times(0.5, t), _ir.Data(laser, new[] { 35.0, Absence.Absent }));
        var interpreter = new Interpreter(_ir);
        var column = interpreter.Evaluate(Solve(t, 45, 1e-9, 100, body));

        Assert.Equal(70.0, column[0], 8);
        Assert.True(Absence.IsAbsent(column[1]));
        Assert.True(Absence.IsAbsent(interpreter.Evaluate(Solve(t, Absence.Absent, 1e-9, 100, body))[0]));
    }

    [Fact]
    public void Things_that_warm_each_other_are_solved_together()
    {
        // Each engine stands at 35 + 0.1 of its own and 0.3 of the mean temperature: the mean is 35/0.6, and all are alike but for their own 1 and 2
        // K.
        var engine = new Domain("engine", 2);
        var t = _ir.Unknown(engine);
        var mean = _ir.Reduce(OpCode.Mean, t, new(Domain.One, engine, new[] { 0, 2 }), default);
        var body = Add(Add(Times(0.1, t), Times(0.3, mean)), _ir.Data(engine, new[] { 36.0, 37.0 }));
        var column = new Interpreter(_ir).Evaluate(Solve(t, 45, 1e-10, 200, body));

        var average = 36.5 / 0.6;
        Assert.Equal((36 + (0.3 * average)) / 0.9, column[0], 7);
        Assert.Equal((37 + (0.3 * average)) / 0.9, column[1], 7);
    }

    [Fact]
    public void A_fixed_point_may_stand_in_another()
    {
        // Inner: y = x/2 + y/2, so y = x. Outer: x = 10 + y/2 = 20.
        var x = _ir.Unknown(Domain.One);
        var y = _ir.Unknown(Domain.One);
        var inner = Solve(y, 0, 1e-12, 100, Add(Times(0.5, x), Times(0.5, y)));
        var outer = Solve(x, 0, 1e-9, 100, Add(_ir.Constant(10), Times(0.5, inner)));

        Assert.Equal(20.0, new Interpreter(_ir).Evaluate(outer)[0], 8);
    }

    [Fact]
    public void The_unknown_has_no_number_outside()
    {
        var x = _ir.Unknown(Domain.One);
        var inside = Times(2, x);
        var interpreter = new Interpreter(_ir);
        interpreter.Evaluate(Solve(x, 0, 1e-9, 10, Add(Times(0.1, inside), _ir.Constant(1))));

        Assert.Throws<InvalidOperationException>(() => interpreter.Evaluate(inside));
    }

    private Value Times(double factor, Value value) => _ir.Binary(OpCode.Multiply, _ir.Constant(factor), value, default);

    private Value Add(Value a, Value b) => _ir.Binary(OpCode.Add, a, b, default);

    private Value Solve(Value unknown, double start, double tolerance, int limit, Value body) =>
        _ir.Solve(unknown, _ir.Constant(start), _ir.Constant(tolerance), _ir.Constant(limit), body, default);
}
