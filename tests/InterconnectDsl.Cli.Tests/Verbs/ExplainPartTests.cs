namespace InterconnectDsl.Cli.Tests.Verbs;

/// <summary><c>icx explain</c> of parts and kinds: how one finds what the library offers.</summary>
public sealed class ExplainPartTests : IDisposable
{
    private readonly Session _icx = new Session().With("own.icx", Texts.Clean);

    [Fact]
    public void A_part_says_how_to_use_it_what_it_states_and_what_else_may_be_said()
    {
        Assert.Equal(0, _icx.Run("explain", "Elsfp"));
        Assert.StartsWith("part Elsfp : ", _icx.Out, StringComparison.Ordinal);
        Assert.Contains("\nuse icx.oif.{Elsfp}\n", _icx.Out, StringComparison.Ordinal);
        Assert.Matches("(?m)^  class_launch +: average_power = 20 dBm|^  class_launch += 20 dBm", _icx.Out);
        Assert.Contains("\nwhat may be said of a laser; ", _icx.Out, StringComparison.Ordinal);
        Assert.Matches("(?m)^  spare_emitters +: int = 0", _icx.Out);
    }

    [Fact]
    public void A_kind_says_what_must_be_given()
    {
        Assert.Equal(0, _icx.Run("explain", "engine"));
        Assert.StartsWith("kind engine : step\n", _icx.Out, StringComparison.Ordinal);
        Assert.Matches("(?m)^  lanes +: int +Lanes per direction[.]$", _icx.Out);
    }

    [Fact]
    public void A_part_of_ones_own_files_is_found_with_its_path_behind_it()
    {
        var part = System.Text.RegularExpressions.Regex.Match(Texts.Clean, @"part (\w+) : ", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        Assert.Equal(0, _icx.Run("explain", part, "own.icx"));
        Assert.StartsWith("part " + part + " : ", _icx.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void All_parts_are_a_table_and_a_misspelled_one_is_told_with_its_neighbour()
    {
        Assert.Equal(0, _icx.Run("explain", "parts"));
        Assert.Contains("| `Mpo16` | `MpoShell(16)` | MPO with sixteen fibers", _icx.Out, StringComparison.Ordinal);
        Assert.Contains("| `Dr4` | ", _icx.Out, StringComparison.Ordinal);
        Assert.Equal(2, _icx.Run("explain", "Elsf"));
        Assert.Contains("no diagnostic, rule, part or kind is called `Elsf`; did you mean `Elsfp`?", _icx.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _icx.Dispose();
}
