namespace InterconnectDsl.Studies.Tests.Running;

/// <summary>What a study chooses.</summary>
public class ChoiceTests
{
    private const string Board = """
        module board

        param load  : power  = 3 W within 1 W .. 10 W
        param slots : int    = 2 within 1 .. 9
        param reach : length = 100 m

        design Board {
          board main { power = load }
          board card[slots] { power = 5 W }
        }

        """;

    [Fact]
    public void The_bottom_of_a_valley_is_found()
    {
        // load + 16 W^2 / load is least at 4 W, where it is 8 W.
        var outcome = StudyText.Run(Board + "study s of Board { choose load; minimize load + 16 W * 1 W / load }");
        Assert.Equal(4, outcome.Knob(0)[0], 6);
        Assert.Equal(8, outcome.Figure()[0], 9);
    }

    [Fact]
    public void What_a_constraint_allows_is_gone_to_the_limit()
    {
        // Two cards take 10 W: 3.7 W are left of 13.7 W.
        var outcome = StudyText.Run(Board + "study s of Board { choose load; maximize load; subject power <= 13.7 W; observe all = power }");
        Assert.InRange(outcome.Knob(0)[0], 3.7 - 1e-7, 3.7);
        Assert.InRange(outcome.Figure()[0], 13.7 - 1e-7, 13.7);
    }

    [Fact]
    public void A_knob_that_makes_another_design_is_chosen_among_all_its_values()
    {
        // Of cards of 5 W and a load of 3 W, six are 33 W and seven 38 W.
        var outcome = StudyText.Run(Board + "study s of Board { choose slots; maximize power; subject power <= 37 W }");
        Assert.Equal([6.0, 33.0], new[] { outcome.Knob(0)[0], outcome.Figure()[0] });
    }

    [Fact]
    public void The_best_is_chosen_anew_at_every_point_of_a_sweep()
    {
        // x + c^2 / x is least at c.
        var outcome = StudyText.Run(Board + "study s of Board { sweep reach over 2 m, 3 m, 5 m; choose load; minimize load + (reach / 1 m) ^ 2 * 1 W * 1 W / load }");
        Assert.Equal([2, 3, 5], outcome.Knob(1).Select(n => Math.Round(n, 6)));
        Assert.Equal([4, 6, 10], outcome.Figure().Select(n => Math.Round(n, 9)));
    }

    [Fact]
    public void Listed_values_are_all_tried()
    {
        var outcome = StudyText.Run(Board + "study s of Board { choose load over 2 W, 9 W, 5 W; maximize load }");
        Assert.Equal(9, outcome.Knob(0)[0]);
    }

    [Fact]
    public void Nothing_that_respects_a_constraint_is_an_error()
    {
        var outcome = StudyText.Run(Board + "study s of Board { choose load; maximize load; subject power <= 1 W }");
        Assert.Equal(["ICX5103"], outcome.Diagnostics.Select(d => d.Code));
        Assert.False(outcome.Passed);
    }
}
