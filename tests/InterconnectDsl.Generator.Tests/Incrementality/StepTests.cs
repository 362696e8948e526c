namespace InterconnectDsl.Generator.Tests.Incrementality;

/// <summary>An edit costs what depends on it: what each step of the pipeline says of its outputs.</summary>
public class StepTests
{
    private static Build Three() => Build.Of(("board.icx", Designs.Board), ("lamp.icx", Designs.Lamp), ("parts.icx", Designs.Parts));

    private static string Reasons(Build build) =>
        string.Join("\n", new[] { Steps.Parse, Steps.Link, Steps.Emit, Steps.Diagnostics }.Select(s => s + ": " + build.Reasons(s)));

    [Fact]
    public void An_edit_of_CSharp_runs_nothing_again()
    {
        var build = Three();
        build.EditCSharp("struct Unrelated {}");
        Assert.Equal("Parse: Cached Cached Cached\nLink: Cached Cached Cached\nEmit: Cached Cached Cached\nDiagnostics: Cached", Reasons(build));
        Assert.All(build.Result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs), o => Assert.Equal(Microsoft.CodeAnalysis.IncrementalStepRunReason.Cached, o.Reason));
    }

    [Fact]
    public void An_edit_of_one_file_makes_its_dependents_anew_and_no_other()
    {
        var build = Three();
        build.Edit("parts.icx", Designs.Parts.Replace("20 mm by 20 mm", "21 mm by 21 mm"));
        Assert.Equal("Parse: Cached Cached Modified\nLink: Modified Unchanged Modified\nEmit: Modified Cached Unchanged\nDiagnostics: Unchanged", Reasons(build));
    }

    [Fact]
    public void An_edit_that_changes_a_class_changes_that_class_alone()
    {
        var build = Three();
        build.Edit("board.icx", Designs.Board.Replace("90 W", "91 W"));
        Assert.Equal("Parse: Modified Cached Cached\nLink: Modified Unchanged Unchanged\nEmit: Modified Cached Cached\nDiagnostics: Unchanged", Reasons(build));
    }

    [Fact]
    public void A_comment_at_the_end_stops_at_parsing()
    {
        var build = Three();
        build.Edit("parts.icx", Designs.Parts + "\n// one more thing\n");
        Assert.Equal("Parse: Cached Cached Unchanged\nLink: Cached Cached Cached\nEmit: Cached Cached Cached\nDiagnostics: Cached", Reasons(build));
    }

    [Fact]
    public void An_edit_of_data_makes_anew_what_names_it_and_no_other()
    {
        const string Channel = "# GHz S MA R 50\n0.0 0 0 1 0 1 0 0 0\n100.0 0 0 0.5 0 0.5 0 0 0\n";
        var board = Designs.Board.Replace("module acme.board", "module acme.board\n// its trace was measured: host.s2p");
        var build = Build.Of(("board.icx", board), ("host.s2p", Channel), ("lamp.icx", Designs.Lamp), ("parts.icx", Designs.Parts));
        build.Edit("host.s2p", Channel.Replace("0.5", "0.25"));
        Assert.Equal("Parse: Cached Cached Cached\nLink: Modified Unchanged Unchanged\nEmit: Unchanged Cached Cached\nDiagnostics: Cached", Reasons(build));
        Assert.Equal("Modified", build.Reasons(Steps.Data));
    }
}
