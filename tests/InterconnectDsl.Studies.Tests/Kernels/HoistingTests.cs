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
    public void A_tile_is_small_enough_for_the_caches()
    {
        foreach (var links in new[] { 1, 16, 500, 3000 })
        {
            var margin = new LinkMargin(links);
            var layout = StudyKernel.Of(margin.Interpreter, margin.Inputs, margin.Outputs).Kernel.Layout;
            Assert.Equal(0, layout.TilePoints % 8);
            Assert.True(layout.TilePoints == 8 || (long)layout.TilePoints * layout.Columns * sizeof(double) <= 512 * 1024);
        }
    }
}
