using System.Globalization;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Tests.Interpretation;

/// <summary>What operations do with numbers that are absent (A) or failed (F).</summary>
public class SemanticsTests
{
    private readonly IrBuilder _ir = new();
    private readonly Domain _lane = new("lane", 3);

    [Theory]
    [InlineData(OpCode.And, "0", "A", "0")]
    [InlineData(OpCode.And, "A", "0", "0")]
    [InlineData(OpCode.And, "1", "A", "A")]
    [InlineData(OpCode.And, "A", "1", "A")]
    [InlineData(OpCode.And, "A", "A", "A")]
    [InlineData(OpCode.And, "0", "F", "0")]
    [InlineData(OpCode.And, "1", "F", "F")]
    [InlineData(OpCode.And, "F", "0", "F")]
    [InlineData(OpCode.And, "A", "F", "F")]
    [InlineData(OpCode.Or, "1", "A", "1")]
    [InlineData(OpCode.Or, "A", "1", "1")]
    [InlineData(OpCode.Or, "0", "A", "A")]
    [InlineData(OpCode.Or, "1", "F", "1")]
    [InlineData(OpCode.Or, "0", "F", "F")]
    [InlineData(OpCode.Or, "F", "1", "F")]
    [InlineData(OpCode.Add, "2", "A", "A")]
    [InlineData(OpCode.Add, "A", "F", "F")]
    [InlineData(OpCode.Add, "F", "A", "F")]
    [InlineData(OpCode.Less, "A", "3", "A")]
    [InlineData(OpCode.Equal, "A", "A", "A")]
    [InlineData(OpCode.NotEqual, "F", "3", "F")]
    [InlineData(OpCode.Minimum, "A", "3", "A")]
    [InlineData(OpCode.Maximum, "3", "A", "A")]
    [InlineData(OpCode.Maximum, "3", "F", "F")]
    [InlineData(OpCode.Power, "A", "0", "A")]
    [InlineData(OpCode.Otherwise, "A", "3", "3")]
    [InlineData(OpCode.Otherwise, "2", "F", "2")]
    [InlineData(OpCode.Otherwise, "F", "3", "F")]
    [InlineData(OpCode.Otherwise, "A", "A", "A")]
    public void Two_arguments(OpCode op, string left, string right, string expected) =>
        Check(expected, _ir.Binary(op, Many(left), Many(right), default));

    [Theory]
    [InlineData(OpCode.Not, "A", "A")]
    [InlineData(OpCode.Not, "0", "1")]
    [InlineData(OpCode.Sign, "F", "F")]
    [InlineData(OpCode.Exists, "A", "0")]
    [InlineData(OpCode.Exists, "7", "1")]
    [InlineData(OpCode.Exists, "F", "F")]
    [InlineData(OpCode.Ln, "A", "A")]
    public void One_argument(OpCode op, string argument, string expected) => Check(expected, _ir.Unary(op, Many(argument), default));

    [Theory]
    [InlineData("1", "2", "F", "2")]
    [InlineData("0", "F", "3", "3")]
    [InlineData("A", "2", "3", "A")]
    [InlineData("F", "2", "3", "F")]
    [InlineData("1", "A", "3", "A")]
    public void A_condition(string condition, string then, string otherwise, string expected) =>
        Check(expected, _ir.Ternary(OpCode.Select, Many(condition), Many(then), Many(otherwise), default));

    [Theory]
    [InlineData(OpCode.Sum, "1 A 2", "3")]
    [InlineData(OpCode.Sum, "A A", "0")]
    [InlineData(OpCode.Sum, "1 F A", "F")]
    [InlineData(OpCode.Product, "", "1")]
    [InlineData(OpCode.Product, "3 A 4", "12")]
    [InlineData(OpCode.Min, "A 3 2", "2")]
    [InlineData(OpCode.Min, "A", "A")]
    [InlineData(OpCode.Max, "2 F", "F")]
    [InlineData(OpCode.Max, "", "A")]
    [InlineData(OpCode.Mean, "2 A 4", "3")]
    [InlineData(OpCode.Mean, "A", "A")]
    [InlineData(OpCode.Count, "5 A 5", "2")]
    [InlineData(OpCode.Count, "5 F", "F")]
    [InlineData(OpCode.Any, "0 A 1", "1")]
    [InlineData(OpCode.Any, "", "0")]
    [InlineData(OpCode.All, "A 1", "1")]
    [InlineData(OpCode.All, "0 1", "0")]
    [InlineData(OpCode.All, "", "1")]
    public void A_list(OpCode op, string elements, string expected)
    {
        var cells = elements.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var lane = new Domain("lane", cells.Length);
        var shape = new ListShape(Domain.One, lane, new[] { 0, cells.Length });
        Check(expected, _ir.Reduce(op, Numbers(lane, cells), shape, default));
    }

    [Theory]
    [InlineData(7, 2, 3, 1)]
    [InlineData(-7, 2, -4, 1)]
    [InlineData(7, -2, -4, -1)]
    [InlineData(6, 3, 2, 0)]
    [InlineData(-6, 3, -2, 0)]
    public void Whole_division_rounds_down(double a, double b, double quotient, double rest)
    {
        Check(quotient, _ir.Binary(OpCode.IntegerDivide, _ir.Constant(a), _ir.Constant(b), default));
        Check(rest, _ir.Binary(OpCode.Modulo, _ir.Constant(a), _ir.Constant(b), default));
    }

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(-0.5, -1)]
    [InlineData(2.5, 3)]
    [InlineData(0.49999999999999994, 0)]
    [InlineData(4503599627370497.0, 4503599627370497.0)]
    public void Halves_are_rounded_away_from_zero(double x, double expected) => Check(expected, _ir.Unary(OpCode.Round, _ir.Constant(x), default));

    [Theory]
    [InlineData(OpCode.Divide, 1, 0, FaultKind.DivisionByZero)]
    [InlineData(OpCode.Divide, 0, 0, FaultKind.DivisionByZero)]
    [InlineData(OpCode.Divide, 1e300, 1e-300, FaultKind.Overflow)]
    [InlineData(OpCode.IntegerDivide, 8, 0, FaultKind.DivisionByZero)]
    [InlineData(OpCode.Modulo, 8, 0, FaultKind.DivisionByZero)]
    [InlineData(OpCode.Multiply, 1e200, 1e200, FaultKind.Overflow)]
    [InlineData(OpCode.Power, 0, -1, FaultKind.DivisionByZero)]
    [InlineData(OpCode.Power, -2, 0.5, FaultKind.PowerOfNegative)]
    [InlineData(OpCode.Power, 10, 400, FaultKind.Overflow)]
    [InlineData(OpCode.LnChoose, 3, 5, FaultKind.OutsideDomain)]
    [InlineData(OpCode.ChiSquareUpper, 1, 2, FaultKind.OutsideDomain)]
    public void What_goes_wrong_with_two_arguments(OpCode op, double a, double b, FaultKind kind) =>
        Fails(kind, _ir.Binary(op, _ir.Constant(a), _ir.Constant(b), default));

    [Theory]
    [InlineData(OpCode.Ln, 0, FaultKind.LogarithmOfZero)]
    [InlineData(OpCode.Log10, -1, FaultKind.LogarithmOfNegative)]
    [InlineData(OpCode.ToDecibel, 0, FaultKind.LogarithmOfZero)]
    [InlineData(OpCode.Ln1P, -1, FaultKind.LogarithmOfZero)]
    [InlineData(OpCode.Sqrt, -4, FaultKind.RootOfNegative)]
    [InlineData(OpCode.FromDecibel, 4000, FaultKind.Overflow)]
    [InlineData(OpCode.Exp, 1000, FaultKind.Overflow)]
    [InlineData(OpCode.NormalInverse, 1.5, FaultKind.OutsideDomain)]
    [InlineData(OpCode.NormalInverse, 0, FaultKind.OutsideDomain)]
    [InlineData(OpCode.LnGamma, -2, FaultKind.OutsideDomain)]
    [InlineData(OpCode.LnGamma, 1e306, FaultKind.Overflow)]
    public void What_goes_wrong_with_one_argument(OpCode op, double x, FaultKind kind) => Fails(kind, _ir.Unary(op, _ir.Constant(x), default));

    [Fact]
    public void A_sum_that_grows_too_large_is_an_overflow()
    {
        var lane = new Domain("lane", 2);
        var huge = _ir.Data(lane, new[] { 1.7e308, 1.7e308 });
        Fails(FaultKind.Overflow, _ir.Reduce(OpCode.Sum, huge, new(Domain.One, lane, new[] { 0, 2 }), default));
    }

    [Fact]
    public void One_cause_is_one_fault_however_far_it_spreads()
    {
        var bad = _ir.Unary(OpCode.Ln, _ir.Constant(0), default);
        var sum = _ir.Binary(OpCode.Add, bad, _ir.Constant(1), default);
        var product = _ir.Binary(OpCode.Multiply, sum, bad, default);
        var interpreter = new Interpreter(_ir);
        interpreter.EvaluateAll(new[] { product, sum, bad }, false);

        Assert.Same(bad, Assert.Single(interpreter.Faults).Value);
    }

    [Fact]
    public void The_member_of_a_fault_is_one_that_was_asked_for()
    {
        // Engines without lanes are guarded by a condition; the fourth has lanes and no power.
        var engine = new Domain("engine", 4);
        var lanes = _ir.Data(engine, new[] { 0.0, 8.0, 0.0, 8.0 });
        var power = _ir.Data(engine, new[] { 0.0, 2.0, 0.0, 0.0 });
        var ratio = _ir.Binary(OpCode.Divide, lanes, power, default);
        var used = _ir.Binary(OpCode.Greater, lanes, _ir.Constant(0), default);
        var interpreter = new Interpreter(_ir);
        interpreter.Evaluate(_ir.Ternary(OpCode.Select, used, ratio, _ir.Constant(0), default));

        var fault = Assert.Single(interpreter.Faults);
        Assert.Equal(3, fault.Member);
        Assert.Equal(new[] { 8.0, 0.0 }, fault.Arguments);
    }

    [Fact]
    public void A_fault_in_a_long_list_is_found_again()
    {
        var lane = new Domain("lane", 50_000);
        var power = _ir.Data(lane, Enumerable.Range(0, 50_000).Select(i => i == 41_234 ? -1.0 : i % 7 == 0 ? 0.0 : 1.0 + i).ToArray());
        var level = _ir.Unary(OpCode.ToDecibel, power, default);
        var lit = _ir.Binary(OpCode.NotEqual, power, _ir.Constant(0), default);
        var guarded = _ir.Ternary(OpCode.Select, lit, level, _ir.Constant(0), default);
        var sum = _ir.Reduce(OpCode.Sum, guarded, new(Domain.One, lane, new[] { 0, 50_000 }), default);
        var interpreter = new Interpreter(_ir);
        interpreter.EvaluateAll(new[] { sum }, keepIntermediates: false);

        var fault = Assert.Single(interpreter.Faults);
        Assert.Equal(41_234, fault.Member);
        Assert.Equal(new[] { -1.0 }, fault.Arguments);
    }

    // One of three members, so that nothing folds.
    private Value Many(string cell) => Numbers(_lane, new[] { cell, "1", "2" });

    private Value Numbers(Domain domain, string[] cells)
    {
        var numbers = cells.Select(c => c is "A" ? Absence.Absent : c is "F" ? Absence.Failed : double.Parse(c, CultureInfo.InvariantCulture));
        return _ir.Data(domain, numbers.ToArray());
    }

    private void Check(string expected, Value value)
    {
        var number = new Interpreter(_ir).Evaluate(value)[0];
        Assert.Equal(expected, Absence.IsAbsent(number) ? "A" : Absence.IsFailed(number) ? "F" : number.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits(new Replay(new(_ir)).Evaluate(value, 0)));
    }

    private void Check(double expected, Value value) => Assert.Equal(expected, new Interpreter(_ir).Evaluate(value)[0]);

    private void Fails(FaultKind kind, Value value)
    {
        var interpreter = new Interpreter(_ir);
        Assert.True(Absence.IsFailed(interpreter.Evaluate(value)[0]));
        Assert.Equal((value, kind), (Assert.Single(interpreter.Faults).Value, interpreter.Faults[0].Kind));
    }
}
