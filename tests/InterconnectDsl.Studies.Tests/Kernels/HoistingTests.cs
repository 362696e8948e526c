using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Tests.Interpretation;

namespace InterconnectDsl.Studies.Tests.Kernels;

/// <summary>What depends on one axis of a sweep is computed once for each of its values.</summary>
public class HoistingTests
{
    [Fact]
    public void A_stage_is_computed_as_often_as_its_inputs_change()
    {
        var margin = new LinkMargin(16);
        var kernel = StudyKernel.Of(margin.Interpreter, margin.Inputs, margin.Outputs).Kernel;
        var stages = kernel.Layout.Stages;
        Assert.Contains(stages, s => s is [1]);
        Assert.Contains(stages, s => s is [2]);
        var run = kernel.Start();
        double[] launches = [0.5, 1.0, 1.5, 2.0];
        run.Load(0, launches);
        for (var attenuation = 0; attenuation < 5; attenuation++)
        {
            run.Set(1, 0.3 + (attenuation * 0.01));
            for (var temperature = 0; temperature < 7; temperature++)
            {
                run.Set(2, 300 + temperature);
                run.Execute(launches.Length);
            }
        }

        // Two axes stand outside, of 5 and 7 values; launch is the axis of the tile.
        foreach (var (stage, executions) in stages.Zip(run.Executions))
        {
            Assert.Equal(stage.Contains(2) ? 35 : stage.Contains(1) ? 5 : 1, executions);
        }
    }

    [Fact]
    public void A_list_of_points_that_is_a_grid_hoists_as_well()
    {
        var margin = new LinkMargin(4);
        var kernel = StudyKernel.Of(margin.Interpreter, margin.Inputs, margin.Outputs).Kernel;
        var run = kernel.Start();
        var tile = run.TilePoints;
        for (var at = 0; at < 4; at++)
        {
            // The temperature changes with every second tile, the attenuation never.
            run.Load(0, [.. Enumerable.Range(at * tile, tile).Select(p => 1 + (p * 0.001))]);
            run.Load(1, [.. Enumerable.Repeat(0.35, tile)]);
            run.Load(2, [.. Enumerable.Repeat(300.0 + (at / 2), tile)]);
            run.Execute(tile);
        }

        foreach (var (stage, executions) in kernel.Layout.Stages.Zip(run.Executions))
        {
            Assert.Equal(stage.Contains(0) ? 4 : stage.Contains(2) ? 2 : 1, executions);
        }
    }

    [Fact]
    public void The_same_numbers_at_the_points_of_the_next_tile_are_no_change()
    {
        var margin = new LinkMargin(4);
        var kernel = StudyKernel.Of(margin.Interpreter, margin.Inputs, margin.Outputs).Kernel;
        var run = kernel.Start();
        for (var temperature = 0; temperature < 3; temperature++)
        {
            run.Load(0, [1.0, 1.1, 1.2]);
            run.Set(1, 0.35);
            run.Set(2, 300 + temperature);
            run.Execute(3);
        }

        foreach (var (stage, executions) in kernel.Layout.Stages.Zip(run.Executions))
        {
            Assert.Equal(stage.Contains(2) ? 3 : 1, executions);
        }
    }

    [Fact]
    public void Many_inputs_do_not_make_a_stage_of_every_value()
    {
        // A product for each of the 255 choices among eight inputs.
        var ir = new IrBuilder();
        var inputs = Enumerable.Range(0, 8).Select(i => ir.Constant(1.0 + (i * 0.125), Origins.Named("x" + i))).ToList();
        var sum = ir.Constant(0);
        for (var choice = 1; choice < 256; choice++)
        {
            var product = inputs.Where((_, i) => (choice >> i & 1) == 1).Aggregate((a, b) => ir.Binary(OpCode.Multiply, a, b, default));
            sum = ir.Binary(OpCode.Add, sum, ir.Unary(OpCode.Exp, ir.Binary(OpCode.Divide, product, ir.Constant(9), default), default), default);
        }

        var interpreter = new Interpreter(ir);
        var given = inputs.Select((v, i) => new KernelInput("X" + i, v)).ToList();
        Assert.InRange(KernelPlan.Of(interpreter, given, [new("Sum", sum)]).Stages.Count, 2, 32);
        var results = new double[1];
        StudyKernel.Of(interpreter, given, [new("Sum", sum)]).Kernel.Evaluate([1, 2, 1, 0.5, 1, 1, 1, 3], results);
        double[] numbers = [1, 2, 1, 0.5, 1, 1, 1, 3];
        Assert.Equal(interpreter.With(inputs.Zip(numbers).ToDictionary(p => p.First, p => p.Second)).Evaluate(sum)[0], results[0]);
    }

    [Fact]
    public void A_tile_is_small_enough_for_the_caches()
    {
        foreach (var links in new[] { 1, 16, 500, 3000 })
        {
            var margin = new LinkMargin(links);
            var plan = KernelPlan.Of(margin.Interpreter, margin.Inputs, margin.Outputs);
            Assert.Equal(0, plan.TilePoints % 8);
            Assert.True(plan.TilePoints == 8 || (long)plan.TilePoints * plan.NumbersPerPoint * sizeof(double) <= 512 * 1024);
            Assert.InRange(plan.NumbersPerPoint, 4, plan.Columns);
        }
    }

    [Fact]
    public void A_column_that_nothing_reads_any_more_is_used_again()
    {
        // Forty times each of 20 lanes takes something from its neighbour: forty times 20 columns, of which two times 20 are needed at a time.
        var ir = new IrBuilder();
        var lane = new Domain("lane", 20);
        var power = ir.Constant(1.5, Origins.Named("power"));
        var neighbour = IndexMap.Of(lane, lane, [.. Enumerable.Range(0, 20).Select(i => (i + 1) % 20)]);
        var level = ir.Binary(OpCode.Multiply, ir.Data(lane, [.. Enumerable.Range(0, 20).Select(i => 1.0 + i)]), power, default);
        for (var i = 0; i < 40; i++)
        {
            level = ir.Binary(OpCode.Add, level, ir.Binary(OpCode.Multiply, ir.Gather([level], neighbour), ir.Constant(0.25), default), default);
        }

        var interpreter = new Interpreter(ir);
        KernelOutput[] outputs = [new("Level", level)];
        var plan = KernelPlan.Of(interpreter, [new("Power", power)], outputs);
        Assert.InRange(plan.Columns, 20, 100);
        var run = StudyKernel.Of(interpreter, [new("Power", power)], outputs).Kernel.Start();
        run.Load(0, [1.5, 2.5, 3.5]);
        run.Execute(3);
        var expected = interpreter.With(new Dictionary<Value, double> { [power] = 2.5 }).Evaluate(level).ToArray();
        Assert.Equal(expected, Enumerable.Range(0, 20).Select(m => run.Number(0, m, 1)));
    }
}
