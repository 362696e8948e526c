namespace InterconnectDsl.Studies.Tests.Running;

/// <summary>Sweeps at nominal: which points there are, and what is computed at each.</summary>
public class SweepTests
{
    private const string Board = """
        module board

        param load  : power = 3 W within 1 W .. 10 W
        param slots : int   = 2
        param reach : length = 100 m

        design Board {
          board main { power = load }
          board card[slots] { power = 5 W }
        }

        design Spare : Board {
          board more { power = 7 W }
        }

        """;

    [Fact]
    public void Log_steps_grow_by_one_factor_and_have_both_ends()
    {
        // 2 m to 2 km in four steps: each 10 times the one before.
        var outcome = StudyText.Run(Board + "study s of Board { sweep reach over 2 m .. 2 km in 4 log steps; observe far = 2 * reach }");
        Assert.Equal([2, 20, 200, 2000], outcome.Knob(0).Select(n => Math.Round(n, 9)));
        Assert.Equal([2.0, 2000.0], new[] { outcome.Knob(0)[0], outcome.Knob(0)[3] });
        Assert.Equal([4, 40, 400, 4000], outcome.Figure().Select(n => Math.Round(n, 9)));
    }

    [Fact]
    public void Steps_lie_evenly_between_both_ends()
    {
        var outcome = StudyText.Run(Board + "study s of Board { sweep load over 1 W .. 2 W in 5 steps; observe all = power }");
        Assert.Equal([1, 1.25, 1.5, 1.75, 2], outcome.Knob(0));
        Assert.Equal([11, 11.25, 11.5, 11.75, 12], outcome.Figure());
    }

    [Fact]
    public void Of_several_knobs_the_last_changes_fastest_and_one_that_makes_another_design_is_among_them()
    {
        // One more card is 5 W more.
        var outcome = StudyText.Run(Board + "study s of Board { sweep slots over 1 .. 3; sweep load over 1 W, 4 W; observe all = power, cards = count(card) }");
        Assert.Equal([1, 1, 2, 2, 3, 3], outcome.Knob(0));
        Assert.Equal([1, 4, 1, 4, 1, 4], outcome.Knob(1));
        Assert.Equal([6, 9, 11, 14, 16, 19], outcome.Figure());
        Assert.Equal([1, 1, 2, 2, 3, 3], outcome.Figure(1));
    }

    [Fact]
    public void An_attribute_of_things_is_turned_for_all_of_them()
    {
        var outcome = StudyText.Run(Board + "study s of Board { sweep card.power over 1 W, 10 W; with load = 2 W; observe all = power }");
        Assert.Equal([4, 22], outcome.Figure());
    }

    [Fact]
    public void What_is_held_is_held_whether_it_is_a_param_or_an_attribute()
    {
        var outcome = StudyText.Run(Board + "study s of Board { sweep load over 1 W, 2 W; with slots = 4, card.power = 1 W; observe all = power }");
        Assert.Equal([5, 6], outcome.Figure());
    }

    [Fact]
    public void What_one_of_the_compared_designs_lacks_leaves_its_cell_empty()
    {
        var outcome = StudyText.Run(Board + "study s of Board, Spare { sweep load over 1 W, 2 W; observe all = power, extra = more.power }");
        Assert.Equal(["Board", "Board", "Spare", "Spare"], outcome.Rows.Select(r => r.Design.Name));
        Assert.Equal([11, 12, 18, 19], outcome.Figure());
        Assert.Equal([null, null, 7.0, 7.0], outcome.Rows.Select(r => r.Figures[1]?.Value.Number));
    }

    [Fact]
    public void An_expectation_says_at_how_many_points_it_fails_and_both_sides_at_the_first()
    {
        var outcome = StudyText.Run(Board + "study s of Board { sweep load over 1 W, 2 W, 3 W; observe all = power; expect all <= 11.5 W; expect all > 0 W }");
        Assert.Equal([ExpectationVerdict.Fails, ExpectationVerdict.Holds], outcome.Expectations.Select(e => e.Verdict));
        Assert.Equal("12 W against 11.5 W at load = 2 W, and at 1 more of 3 points", outcome.Expectations[0].Detail);
        Assert.Equal("at all 3 points", outcome.Expectations[1].Detail);
        Assert.False(outcome.Passed);
    }

    [Fact]
    public void More_points_than_a_study_may_have_are_refused()
    {
        var outcome = StudyText.Run(Board + "study s of Board { sweep load over 1 W .. 2 W in 2_000 steps; sweep reach over 1 m .. 2 m in 2_000 steps; observe all = power }");
        Assert.Equal(["ICX5101"], outcome.Diagnostics.Select(d => d.Code));
        Assert.Empty(outcome.Rows);
    }

    [Fact]
    public void Progress_goes_up_to_the_whole()
    {
        var said = new Said();
        StudyText.Run(Board + "study s of Board, Spare { sweep load over 1 W, 2 W; observe all = power }", new(Progress: said));
        Assert.Equal([0.25, 0.5, 0.75, 1], said.Shares);
    }

    private sealed class Said : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value) => Shares.Add(value);
    }
}
