using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Cli.Tests.Rules;

/// <summary>The tables in <c>grammar</c> are what the library says of itself now, and <c>icx explain</c> knows every check.</summary>
public class LibraryTableTests
{
    [Theory]
    [InlineData("rules")]
    [InlineData("models")]
    public void A_table_in_grammar_is_what_the_library_says_of_itself(string table)
    {
        var now = IcxCommand.Run("explain", table).Out;
        var stands = File.ReadAllText(RepositoryRoot.Combine($"grammar/{table}.md"));
        Assert.True(now == stands, $"grammar/{table}.md is stale: dotnet run --project src/InterconnectDsl.Cli -c Release -- explain {table} > grammar/{table}.md");
    }

    [Fact]
    public void A_check_is_explained_by_its_number_with_its_limit_and_both_designs()
    {
        var told = IcxCommand.Run("explain", "ELE-06");
        Assert.Equal(0, told.ExitCode);
        Assert.Contains("icx_via_stubs_are_short", told.Out, StringComparison.Ordinal);
        Assert.Contains("`stub_limit = 0.2 mm` in the design", told.Out, StringComparison.Ordinal);
        Assert.Contains("wrong:\n  // ELE-06: ", told.Out, StringComparison.Ordinal);
        Assert.Contains("right:\n  // ELE-06 holds: ", told.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("expect:", told.Out, StringComparison.Ordinal);
    }
}
