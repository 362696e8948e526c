namespace InterconnectDsl.Cli.Tests.Verbs;

/// <summary><c>icx study</c>: what is printed, and when it is 1.</summary>
public sealed class StudyVerbTests : IDisposable
{
    // 400 m less fiber at 0.35 dB/km is 0.14 dB more margin.
    private const string Studies = """

        study reaches of Clean {
          sweep   reach over 100 m, 500 m
          observe worst = min(lane.margin)
          expect  worst >= 4.4 dB
        }

        study spread of Clean {
          sample 1_000
          expect probability(min(lane.margin) >= 0 dB) >= 99 %
        }
        """;

    private readonly Session _icx = new Session().With("clean.icx", Texts.Clean + Studies);

    [Fact]
    public void A_sweep_is_a_table_with_a_line_for_each_point_and_1_when_something_expected_fails()
    {
        Assert.Equal(1, _icx.Run("study", "clean.icx", "reaches"));
        Assert.Contains("| 100 m | 4.446 dB |\n| 500 m | 4.306 dB |", _icx.Out, StringComparison.Ordinal);
        Assert.Contains("| `worst >= 4.4 dB` | fails   | 4.3058 dB against 4.4 dB at reach = 500 m |", _icx.Out, StringComparison.Ordinal);
        Assert.Equal("", _icx.Error);
    }

    [Fact]
    public void A_table_of_commas_has_all_digits_and_units_of_their_own()
    {
        _icx.Run("study", "clean.icx", "reaches", "--format", "csv");
        var lines = _icx.Out.Split('\n');
        Assert.Equal("reach,reach_unit,worst,worst_unit", lines[0]);
        Assert.Matches(@"^100,m,4\.445\d{8,},dB$", lines[1]);
    }

    [Fact]
    public void Samples_and_seed_may_be_given_and_are_told()
    {
        Assert.Equal(0, _icx.Run("study", "clean.icx", "spread", "--samples", "2_000", "--seed", "7", "--threads", "2"));
        Assert.Contains("- samples a point: 2,000\n- seed: 7\n", _icx.Out, StringComparison.Ordinal);
        Assert.Contains("| holds   | 100 % against 99 %, of 2,000 samples; with 95 % confidence from 99.8083 % to 100 % |", _icx.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_a_sweep_has_a_drawing()
    {
        _icx.With("clean.icx", Texts.Clean + Studies.Replace("over 100 m, 500 m", "over 2 m .. 2 km in 7 log steps", StringComparison.Ordinal));
        Assert.Equal(1, _icx.Run("study", "clean.icx", "reaches", "--format", "html"));
        Assert.Contains("<svg", _icx.Out, StringComparison.Ordinal);
        Assert.Contains("worst over reach", _icx.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no study `reachs`; did you mean `reaches`?", "study", "clean.icx", "reachs")]
    [InlineData("`--samples` takes a whole number from 1, not `0`", "study", "clean.icx", "spread", "--samples", "0")]
    [InlineData("one csv holds one study; name one of reaches, spread", "study", "clean.icx", "--format", "csv")]
    public void What_cannot_be_done_is_2_with_the_way_out(string said, params string[] arguments)
    {
        Assert.Equal(2, _icx.Run(arguments));
        Assert.Contains(said, _icx.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_runs_the_studies_that_expect_something()
    {
        Assert.Equal(1, _icx.Run("test", "clean.icx"));
        Assert.Contains("FAIL  reaches of Clean\n      clean.icx:", _icx.Out, StringComparison.Ordinal);
        Assert.Contains(": expected worst >= 4.4 dB, and it is 4.3058 dB against 4.4 dB at reach = 500 m\n", _icx.Out, StringComparison.Ordinal);
        Assert.EndsWith("pass  spread of Clean\n2 passed, 1 failed\n", _icx.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _icx.Dispose();
}
