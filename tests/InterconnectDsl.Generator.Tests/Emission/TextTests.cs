namespace InterconnectDsl.Generator.Tests.Emission;

/// <summary>What the generated text is, whatever the machine and however large the design.</summary>
public class TextTests
{
    private static IReadOnlyList<string> Sources(Build build) => build.Result.GeneratedSources.Select(s => s.HintName + "\n" + s.SourceText).ToList();

    [Fact]
    public void Two_folders_give_the_same_text()
    {
        var here = new Build(new() { Folder = "/home/acme/rack" }, ("racks/loud.icx", Designs.Loud));
        var there = new Build(new() { Folder = "/srv/build/17/rack" }, ("racks/loud.icx", Designs.Loud));
        Assert.Equal(Sources(here), Sources(there));
        Assert.DoesNotContain(Sources(here), s => s.Contains("acme/rack", StringComparison.Ordinal));
        Assert.Contains(Sources(here), s => s.Contains("\"../../../../../racks/loud.icx\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_files_of_one_name_in_two_folders_make_two_classes()
    {
        var build = Build.Of(("lab/lamp.icx", Designs.Lamp), ("field/lamp.icx", Designs.Lamp.Replace("design Lamp", "design FieldLamp")));
        Assert.Empty(build.Found);
        Assert.Equal(["field+lamp.FieldLamp.g.cs", "lab+lamp.Lamp.g.cs"], build.Result.GeneratedSources.Select(s => s.HintName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_designs_of_one_name_are_told()
    {
        var build = Build.Of(("lab/lamp.icx", Designs.Lamp), ("field/lamp.icx", Designs.Lamp));
        Assert.Single(build.Found, d => d.Id == "ICX9020");
    }

    [Fact]
    public void A_file_that_is_listed_twice_is_taken_once() =>
        Assert.Equal(Sources(Build.Of(("lamp.icx", Designs.Lamp))), Sources(Build.Of(("lamp.icx", Designs.Lamp), ("lamp.icx", Designs.Lamp))));

    [Fact]
    public void Two_thousand_switches_take_as_many_lines_as_one()
    {
        int Lines(int switches) => Sources(Build.Of(("fleet.icx", Designs.Fleet(switches)))).Sum(s => s.Count(c => c == '\n'));
        var (one, many) = (Lines(1), Lines(2000));
        Assert.InRange(many, one * 0.9, one * 1.1);
    }
}
