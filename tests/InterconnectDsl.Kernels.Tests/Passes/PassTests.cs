using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Passes;
using InterconnectDsl.Kernels.Tests.Interpretation;

namespace InterconnectDsl.Kernels.Tests.Passes;

/// <summary>Each pass on a link budget of a few lines, before and after; and that no pass but one changes a bit.</summary>
public class PassTests
{
    private readonly IrBuilder _ir = new();
    private readonly Domain _lane = new("lane", 4);
    private readonly Domain _engine = new("engine", 2);

    [Fact]
    public Task Constants_that_meet_become_one()
    {
        // The loss of a connector, its splice and a coupler, seen from both sides of the fiber.
        var reach = Input("reach", 500);
        var near = Add(Constant("connector", 0.35), Constant("splice", 0.05));
        var fiber = Multiply(Constant("attenuation", 0.00035), reach);
        var coupler = Data(_engine, 1.2, 1.4);
        var through = _ir.Gather([_ir.Binary(OpCode.Add, coupler, near, default)], IndexMap.Of(_lane, _engine, [0, 0, 1, 1]));
        return Shown(p => new ConstantFolding(new(_ir)).Run(p), _ir.Binary(OpCode.Add, through, fiber, default));
    }

    [Fact]
    public void Constants_on_two_sides_of_an_input_stay_apart_for_the_sake_of_the_last_bit()
    {
        var power = Input("power", 0.1);
        var program = Program(Add(Add(power, _ir.Constant(0.2)), _ir.Constant(0.3)));
        var folded = new ConstantFolding(new(_ir)).Run(program);
        Assert.Equal(2, folded.Ir.Values.Count(v => v.Op == OpCode.Add));

        // 0.1 + 0.2 + 0.3 is 0.6000000000000001 in doubles, and 0.1 + (0.2 + 0.3) is 0.6.
        Assert.Equal(0.6000000000000001, new Interpreter(folded.Ir).Evaluate(folded.Outputs[0].Value)[0]);
        var reduced = KernelPasses.Reduced(KernelPasses.Exact(program, new(_ir)));
        Assert.Equal(0.6, new Interpreter(reduced.Ir).Evaluate(reduced.Outputs[0].Value)[0]);
    }

    [Fact]
    public void Programs_say_the_same_where_all_numbers_and_operations_are_the_same()
    {
        KernelProgram Sum(OpCode op, double loss, params double[] couplers)
        {
            var ir = new IrBuilder();
            return new(ir, [], [new("sum", ir.Binary(op, ir.Data(_engine, couplers), ir.Constant(loss), default))]);
        }

        var program = Sum(OpCode.Add, 0.35, 1.2, 1.4);
        Assert.True(program.Says(Sum(OpCode.Add, 0.35, 1.2, 1.4)));
        Assert.False(program.Says(Sum(OpCode.Subtract, 0.35, 1.2, 1.4)));
        Assert.False(program.Says(Sum(OpCode.Add, 0.36, 1.2, 1.4)));
        Assert.False(program.Says(Sum(OpCode.Add, 0.35, 1.2, 1.5)));
    }

    [Fact]
    public void Programs_that_read_other_values_say_something_else()
    {
        KernelProgram Difference(bool turned)
        {
            var ir = new IrBuilder();
            var (power, loss) = (ir.Constant(3), ir.Constant(4));
            return new(ir, [], [new("margin", ir.Binary(OpCode.Subtract, turned ? loss : power, turned ? power : loss, default))]);
        }

        Assert.True(Difference(turned: false).Says(Difference(turned: false)));
        Assert.False(Difference(turned: false).Says(Difference(turned: true)));
    }

    [Fact]
    public Task Cheaper_operations_take_the_place_of_dear_ones()
    {
        var current = Input("current", 0.02);
        var half = _ir.Binary(OpCode.Divide, current, _ir.Constant(2), default);
        var same = Multiply(half, _ir.Constant(1));
        var known = _ir.Ternary(OpCode.Select, _ir.Constant(1), same, _ir.Constant(0), default);
        var present = _ir.Binary(OpCode.Otherwise, known, _ir.Constant(9), default);
        var spread = _ir.Gather([Data(_engine, 1, 2)], IndexMap.Of(_lane, _engine, [1, 1, 0, 0]));
        var scaled = _ir.Binary(OpCode.Multiply, spread, present, default);
        var twice = _ir.Gather([_ir.Gather([scaled], IndexMap.Of(_engine, _lane, [3, 0]))], IndexMap.Of(_lane, _engine, [0, 1, 0, 1]));
        return Shown(p => new StrengthReduction().Run(p), twice);
    }

    [Theory]
    [InlineData(3.0)]
    [InlineData(0.1)]
    [InlineData(0.0)]
    public void A_division_that_would_round_differently_as_a_product_stays(double divisor)
    {
        var program = new StrengthReduction().Run(Program(_ir.Binary(OpCode.Divide, Input("current", 1), _ir.Constant(divisor), default)));
        Assert.Equal(OpCode.Divide, program.Outputs[0].Value.Op);
    }

    [Fact]
    public Task What_is_written_twice_is_computed_once()
    {
        var reach = Input("reach", 500);
        var up = _ir.Binary(OpCode.Multiply, Data(_lane, 1, 1, 2, 2), Multiply(Constant("attenuation", 0.00035), reach), default);
        var down = _ir.Binary(OpCode.Multiply, Data(_lane, 1, 1, 2, 2), Multiply(Constant("attenuation", 0.00035), reach), default);
        var worst = _ir.Reduce(OpCode.Max, up, new(_engine, _lane, [0, 2, 4]), default);
        var again = _ir.Reduce(OpCode.Max, down, new(_engine, _lane, [0, 2, 4]), default);
        return Shown(p => new CommonValues().Run(p), _ir.Binary(OpCode.Subtract, worst, again, default));
    }

    [Fact]
    public void A_merged_operation_that_fails_is_blamed_on_the_first()
    {
        var x = Input("x", 1e300);
        var first = Multiply(x, Constant("a", 1e300));
        var second = Multiply(x, Constant("b", 1e300));
        var program = new CommonValues().Run(Program(_ir.Binary(OpCode.Maximum, first, second, default)));
        Assert.Equal(first.Id, program.BlamedFor(second.Id));
        Assert.Equal(first.Id, program.BlamedFor(first.Id));
    }

    [Fact]
    public void What_no_result_needs_is_left_out()
    {
        var reach = Input("reach", 500);
        for (var i = 0; i < 20; i++)
        {
            _ir.Unary(OpCode.Exp, Multiply(reach, _ir.Constant(i)), default);
        }

        var program = new DeadCode().Run(Program(Add(reach, _ir.Constant(1))));
        Assert.Equal(4, program.Ir.Values.Count); // the input and its nominal value, 1, and the sum
    }

    [Fact]
    public Task Reduced_precision_brings_constants_together()
    {
        var launch = Input("launch", 3);
        var loss = Add(Constant("connector", 0.35), _ir.Constant(0.4));
        var margin = _ir.Binary(OpCode.Subtract, _ir.Binary(OpCode.Subtract, launch, loss, default), Constant("penalty", 2.5), default);
        var current = _ir.Binary(OpCode.Divide, Multiply(margin, _ir.Constant(0.1)), _ir.Constant(3), default);
        return Shown(p => KernelPasses.Reduced(KernelPasses.Exact(p, new(_ir))), _ir.Binary(OpCode.Power, current, _ir.Constant(2), default));
    }

    [Fact]
    public Task Reduced_precision_brings_together_what_depends_on_the_same_inputs()
    {
        // The noise of a receiver at a temperature and a symbol rate, and what power a lane gets: (a + b p) rate has its root taken of each factor.
        var (power, warming, rate) = (Input("power", 3), Input("warming", 10), Input("rate", 56));
        var loss = _ir.Binary(OpCode.Multiply, Data(_lane, 1.5, 1.75, 2, 2.25), _ir.Binary(OpCode.Add, _ir.Constant(1), warming, default), default);
        var received = _ir.Unary(OpCode.FromDecibel, _ir.Binary(OpCode.Subtract, power, loss, default), default);
        var bandwidth = Multiply(_ir.Constant(0.75), rate);
        var noise = _ir.Binary(OpCode.Add, Multiply(warming, bandwidth), _ir.Binary(OpCode.Multiply, received, bandwidth, default), default);
        return Shown(p => new DeadCode().Run(new Regrouping().Run(p)), _ir.Binary(OpCode.Divide, received, _ir.Unary(OpCode.Sqrt, noise, default), default));
    }

    [Fact]
    public Task Reduced_precision_adds_up_members_by_themselves()
    {
        var (rate, laser) = (Input("rate", 56), Input("laser", 0.01));
        var drawn = _ir.Binary(OpCode.Add, laser, _ir.Binary(OpCode.Multiply, Data(_lane, 2, 3, 4, 5), rate, default), default);
        return Shown(p => new DeadCode().Run(new Regrouping().Run(p)), _ir.Reduce(OpCode.Sum, drawn, new(_engine, _lane, [0, 2, 4]), default));
    }

    [Fact]
    public Task Reduced_precision_takes_a_logarithm_once()
    {
        var margin = _ir.Unary(OpCode.ToDecibel, _ir.Binary(OpCode.Multiply, Data(_lane, 2, 3, 4, 5), Input("power", 0.5), default), default);
        var failing = _ir.Reduce(OpCode.Sum, _ir.Binary(OpCode.Less, margin, _ir.Constant(3), default), new(Domain.One, _lane, [0, 4]), default);
        var worst = _ir.Reduce(OpCode.Min, margin, new(Domain.One, _lane, [0, 4]), default);
        return Shown(p => new DeadCode().Run(new MonotoneFunctions().Run(p)), _ir.Binary(OpCode.Add, worst, failing, default));
    }

    [Fact]
    public void Values_that_all_depend_on_the_same_inputs_keep_their_order()
    {
        var (a, b) = (Input("a", 3), Input("b", 4));
        var program = Program(Multiply(Add(Multiply(a, b), _ir.Constant(1)), Add(a, b)));
        var drawn = program with { Inputs = [.. program.Inputs.Select(i => i with { IsDrawn = true })] };
        Assert.Equal(program.ToString(), new DeadCode().Run(new Regrouping().Run(drawn)).ToString());
    }

    [Fact]
    public Task Reduced_precision_makes_a_product_and_the_sum_it_goes_to_one_operation()
    {
        // A power less the losses of a connector, a misalignment and a fiber that is warm: 1.2 and 0.35 meet across three terms that vary.
        var (launch, offset, warming) = (Input("launch", 3), Input("offset", 0.6), Input("warming", 30));
        var loss = Add(Add(Add(_ir.Constant(1.2), Multiply(_ir.Constant(0.205), Multiply(offset, offset))), _ir.Constant(0.35)), Multiply(_ir.Constant(0.02), warming));
        var received = _ir.Binary(OpCode.Subtract, launch, _ir.Named(loss, Origins.Named("loss")), default);
        var crosstalk = Multiply(_ir.Constant(0.5), _ir.Binary(OpCode.Subtract, Multiply(_ir.Constant(0.05), warming), _ir.Constant(32), default));
        return Shown(p => KernelPasses.Reduced(KernelPasses.Exact(p, new(_ir))), _ir.Binary(OpCode.Divide, received, crosstalk, default), drawn: true);
    }

    [Fact]
    public void A_product_that_is_computed_less_often_than_its_sum_or_read_twice_stays()
    {
        var (slow, fast) = (Input("slow", 3), Input("fast", 2));
        var hoisted = Add(Multiply(slow, slow), fast);
        var product = Multiply(slow, fast);
        var twice = _ir.Binary(OpCode.Divide, Add(product, fast), product, default);
        foreach (var result in new[] { hoisted, twice })
        {
            var reduced = KernelPasses.Reduced(Program(result));
            Assert.DoesNotContain(reduced.Ir.Values, v => v.Op is OpCode.MultiplyAdd or OpCode.NegatedMultiplyAdd);
        }
    }

    [Theory]
    [MemberData(nameof(AgreementTests.Seeds), MemberType = typeof(AgreementTests))]
    public void Exact_passes_keep_every_bit(int seed)
    {
        var graph = new RandomGraph(seed, 150);
        var inputs = graph.Values.Where(v => v.Op == OpCode.Constant && double.IsFinite(v.Constant)).Take(2).ToList();
        var given = new KernelProgram(
            graph.Ir, [.. inputs.Select((v, i) => new KernelInput("I" + i, v))], [.. graph.Values.Select(v => new KernelOutput("V" + v.Id, v))]);
        var program = KernelPasses.Exact(given, new(graph.Ir));
        var expected = new Interpreter(graph.Ir).With(inputs.ToDictionary(v => v, v => v.Constant + 0.25));
        var actual = new Interpreter(program.Ir).With(program.Inputs.ToDictionary(i => i.Value, i => i.Value.Constant + 0.25));
        foreach (var (before, after) in given.Outputs.Zip(program.Outputs))
        {
            var (left, right) = (expected.Evaluate(before.Value).ToArray(), actual.Evaluate(after.Value).ToArray());
            Assert.Equal(left.Select(n => Bits(n, program)), right.Select(n => Bits(n, program)));
        }
    }

    private static long Bits(double number, KernelProgram program) => BitConverter.DoubleToInt64Bits(
        Absence.IsFailed(number) ? Absence.FailedAt(program.BlamedFor(Absence.ValueOf(number))) : number);

    private Task Shown(Func<KernelProgram, KernelProgram> pass, Value result, bool drawn = false)
    {
        var program = Program(result, drawn);
        return Verify("before\n" + program + "\nafter\n" + pass(program));
    }

    private KernelProgram Program(Value result, bool drawn = false) =>
        new(_ir, [.. _ir.Values.Where(v => v.Op == OpCode.Input).Select(v => new KernelInput(v.Origin!.Name, v) { IsDrawn = drawn })], [new("Result", result)]);

    private Value Input(string name, double nominal) => _ir.Input(null!, _ir.Constant(nominal), Origins.Named(name));

    private Value Constant(string name, double number) => _ir.Named(_ir.Constant(number, Origins.Named(name)), Origins.Named(name));

    private Value Data(Domain domain, params double[] numbers) => _ir.Data(domain, numbers);

    private Value Add(Value a, Value b) => _ir.Binary(OpCode.Add, a, b, default);

    private Value Multiply(Value a, Value b) => _ir.Binary(OpCode.Multiply, a, b, default);
}
