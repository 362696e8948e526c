namespace InterconnectDsl.Cli.Tests.Verbs;

/// <summary>Exit codes and streams: 0 clean, 1 findings, 2 usage or unreadable, 3 our fault, 130 cancelled; results on one stream, all else on the other.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private readonly Session _icx = new Session().With("clean.icx", Texts.Clean).With("wrong.icx", Texts.Misspelled).With("rule.icx", Texts.TooFewFibers)
        .With("two/clean.icx", Texts.Clean).With("two/rule.icx", Texts.TooFewFibers);

    [Fact]
    public void A_clean_design_is_0_with_nothing_on_standard_error()
    {
        Assert.Equal(0, _icx.Run("check", "clean.icx"));
        Assert.Equal("", _icx.Error);
        Assert.Matches(@"^1 design, \d+ instances; rules: \d+ passed, 0 failed, 0 waived, \d+ do not apply; 0 errors, 0 warnings; 0\.25 s\n$", _icx.Out);
    }

    [Fact]
    public void A_misspelled_name_is_1_and_offers_the_right_one()
    {
        Assert.Equal(1, _icx.Run("check", "wrong.icx"));
        Assert.Contains("wrong.icx:24:", _icx.Error, StringComparison.Ordinal);
        Assert.Contains("reach", _icx.Error, StringComparison.Ordinal);
        Assert.Contains("not evaluated because of the errors", _icx.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_rule_is_1()
    {
        Assert.Equal(1, _icx.Run("check", "rule.icx"));
        Assert.Contains("error icx_fibers_fit: a carries 8 fibers and has 4 positions", _icx.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chekc clean.icx", "did you mean `check`?")]
    [InlineData("clean.icx", "icx check clean.icx")]
    [InlineData("check clean.icx --desing Clean", "did you mean `--design`?")]
    [InlineData("check clean.icx --design Claen", "did you mean `Clean`?")]
    [InlineData("check clean.icx --diagnostics srif", "did you mean `sarif`?")]
    [InlineData("check clean.icx --quiet=yes", "takes no value")]
    [InlineData("check clean.icx --today tomorrow", "2027-06-30")]
    [InlineData("check clean.icx --set reach", "name=value")]
    [InlineData("check", "PATH...")]
    [InlineData("eval clean.icx", "PATH EXPR")]
    [InlineData("why clean.icx 1 --depth 0", "whole number")]
    [InlineData("report clean.icx rule.icx", "PATH")]
    [InlineData("report two", "several designs")]
    [InlineData("explain ICX99", "no diagnostic, rule")]
    [InlineData("explain icx_fibres_fit", "did you mean `icx_fibers_fit`?")]
    [InlineData("check missing.icx", "no such file")]
    [InlineData("check *.icy", "no .icx file")]
    [InlineData("check clean.icx --set raech=1m", "did you mean `reach`?")]
    public void Wrong_usage_is_2_and_says_what_to_write(string line, string says)
    {
        Assert.Equal(2, _icx.Run(line.Split(' ')));
        Assert.Contains(says, _icx.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_does_not_fit_its_param_is_2()
    {
        Assert.Equal(2, _icx.Run("eval", "clean.icx", "reach", "--set", "reach=3 W"));
        Assert.Contains("--set reach:1:1", _icx.Error, StringComparison.Ordinal);
        Assert.Equal("", _icx.Out);
    }

    [Fact]
    public void Nothing_at_all_is_2_with_the_help_on_standard_error()
    {
        Assert.Equal(2, _icx.Run());
        Assert.Contains("usage: icx VERB", _icx.Error, StringComparison.Ordinal);
        Assert.Equal("", _icx.Out);
    }

    [Fact]
    public void Warnings_are_1_only_when_they_count_as_errors()
    {
        _icx.With("warned.icx", Texts.Clean.Replace("part Asic", "part Unused : die { lanes = 1 }\n\npart Asic", StringComparison.Ordinal));
        Assert.Equal(0, _icx.Run("check", "warned.icx"));
        Assert.Contains("warning", _icx.Error, StringComparison.Ordinal);
        Assert.Equal(1, _icx.Run("check", "warned.icx", "--warnaserror"));
        Assert.Equal(0, _icx.Run("check", "warned.icx", "--quiet"));
        Assert.Equal("", _icx.Error + _icx.Out);
    }

    [Fact]
    public void A_cancelled_run_is_130()
    {
        _icx.Cancellation = new(canceled: true);
        Assert.Equal(130, _icx.Run("check", "clean.icx"));
        Assert.Equal("icx: cancelled\n", _icx.Error);
    }

    [Fact]
    public void A_fault_of_ours_is_3_and_names_a_file_instead_of_a_stack_trace()
    {
        var fault = new InvalidOperationException("planted");
        var told = Running.FaultReport.Write(fault, ["check", "clean.icx"], new()
        {
            Out = TextWriter.Null, Error = TextWriter.Null, Input = Stream.Null, Directory = _icx.Directory, Environment = _ => null, Today = () => default, Elapsed = () => 0,
        });
        Assert.StartsWith("error ICX9099: ", told, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told, StringComparison.Ordinal);
        var path = told[(told.IndexOf("are in ", StringComparison.Ordinal) + 7)..told.IndexOf('\n', StringComparison.Ordinal)];
        Assert.Contains("planted", File.ReadAllText(path), StringComparison.Ordinal);
        File.Delete(path);
    }

    public void Dispose() => _icx.Dispose();
}
