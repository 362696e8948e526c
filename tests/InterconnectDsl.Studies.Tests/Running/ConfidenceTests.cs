using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies.Tests.Running;

/// <summary>What samples allow to be said.</summary>
public class ConfidenceTests
{
    private const string Board = """
        module board

        param load : power = 3 W ~ normal(0 W, 0.5 W)

        design Board { board main { power = load } }

        """;

    // R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven methods", Statistics in Medicine 17 (1998) 857,
    // table I, method 3: the score interval.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_interval_of_a_share_is_the_published_one(int passed, int samples, double low, double high)
    {
        var interval = ConfidenceInterval.OfShare(passed, samples);
        Assert.Equal([low, high], new[] { Math.Round(interval.Low, 4), Math.Round(interval.High, 4) });
        Assert.Equal((double)passed / samples, interval.Estimate);
    }

    [Fact]
    public void Mean_deviation_and_quantiles_are_those_of_the_distribution()
    {
        // 3 W and 0.5 W were stated; 1.6449 deviations above the mean lie 5 %.
        var outcome = StudyText.Run(Board + "study s of Board { sample 1_000_000; observe p = power }", new(Threads: 2));
        var samples = Assert.IsType<Statistics>(outcome.Rows[0].Figures[0]!.Samples);
        Assert.Equal(1_000_000, samples.Samples);
        Assert.Equal(["load"], outcome.Drawn);
        Assert.Equal(3, samples.Mean, 0.002);
        Assert.Equal(0.5, samples.Deviation, 0.002);
        Assert.Equal(3 + (1.6449 * 0.5), samples.Quantile(0.95), 0.005);
    }

    [Fact]
    public void An_expectation_holds_fails_or_is_undecided_by_its_interval()
    {
        // The probability of at most 3.5 W, one deviation above the mean, is 84.134 %: 10,000 samples tell it within 0.7 %.
        var outcome = StudyText.Run(Board + """
            study s of Board {
              sample 10_000
              expect probability(power <= 3.5 W) >= 82 %
              expect probability(power <= 3.5 W) >= 86 %
              expect probability(power <= 3.5 W) >= 84 %
              expect quantile(power, 50 %) < 3.1 W
              expect deviation(power) < 0.45 W
              expect power <= 10 W
            }
            """);
        Assert.Equal(
            [ExpectationVerdict.Holds, ExpectationVerdict.Fails, ExpectationVerdict.Undecided, ExpectationVerdict.Holds, ExpectationVerdict.Fails, ExpectationVerdict.Holds],
            outcome.Expectations.Select(e => e.Verdict));
        Assert.Matches("^8[34][.0-9]* % against 84 %, of 10,000 samples; with 95 % confidence from .* samples would settle it$", outcome.Expectations[2].Detail);
        Assert.Equal("in 10,000 of 10,000 samples", outcome.Expectations[5].Detail);
        Assert.False(outcome.Passed);
    }

    [Fact]
    public void Samples_that_all_pass_say_how_many_of_them_would_show_it()
    {
        // All of n pass: the lower end is n / (n + 1.96^2), which is 99.9 % at n = 3,838.
        var outcome = StudyText.Run(Board + "study s of Board { sample 1_000; expect probability(power <= 30 W) >= 99.9 % }");
        Assert.Equal(ExpectationVerdict.Undecided, outcome.Expectations[0].Verdict);
        var said = double.Parse(outcome.Expectations[0].Detail.Split("about ")[1].Split(' ')[0], System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(said, 3838, 3838 * 1.006);
        Assert.Equal(ExpectationVerdict.Holds, StudyText.Run(Board + "study s of Board { sample 3_838; expect probability(power <= 30 W) >= 99.9 % }").Expectations[0].Verdict);
    }

    [Fact]
    public void A_seed_repeats_a_study_to_the_last_bit_on_any_number_of_threads()
    {
        var text = Board + "study s of Board { sample 100_000; seed 7; observe p = power }";
        var one = StudyText.Run(text);
        Assert.Equal(7UL, one.Seed);
        Assert.Equal(one.Figure(), StudyText.Run(text, new(Threads: 3)).Figure());
        Assert.NotEqual(one.Figure(), StudyText.Run(text, new(Seed: 8)).Figure());
    }

    [Fact]
    public void A_param_that_decides_what_the_design_is_made_of_is_not_drawn_and_that_is_said()
    {
        const string Slots = """
            module board

            param slots : int   ~ choice(2, 3, 4)
            param load  : power = 3 W ~ normal(0 W, 0.5 W)

            design Board { board main { power = load }; board card[slots] { power = 5 W } }

            """;
        var outcome = StudyText.Run(Slots + "study s of Board { sample 1_000; observe all = power }");
        Assert.Equal(["ICX5104"], outcome.Diagnostics.Select(d => d.Code));
        Assert.Empty(StudyText.Run(Slots + "study s of Board { sweep slots over 2, 3; sample 1_000; observe all = power }").Diagnostics);
    }

    [Fact]
    public void What_a_knob_turns_is_not_drawn_and_a_study_in_which_nothing_is_says_so()
    {
        var outcome = StudyText.Run(Board + "study s of Board { sweep load over 1 W, 2 W; sample 100; observe p = power }");
        Assert.Equal([1, 2], outcome.Figure());
        Assert.Equal(["ICX5102"], outcome.Diagnostics.Select(d => d.Code));
    }
}
