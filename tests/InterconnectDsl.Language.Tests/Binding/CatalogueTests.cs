using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Language.Tests.Binding;

/// <summary>What <c>icx explain</c> shows is true: the wrong example gives the code, the right one nothing.</summary>
public class CatalogueTests
{
    public static TheoryData<string> WholeModules =>
        new(DiagnosticCatalogue.All.Where(e => IsOfTheFrontEnd(e) && IsWhole(e)).Select(e => e.Code));

    [Theory]
    [MemberData(nameof(WholeModules))]
    public void A_wrong_example_gives_its_code_and_nothing_else(string code)
    {
        var found = Icx.Bind(DiagnosticCatalogue.Find(code)!.Wrong).Diagnostics;
        Assert.True(found.Count > 0 && found.All(d => d.Code == code), $"{code} expected\n{AnnotatedSource.Lines(found)}");
    }

    [Theory]
    [MemberData(nameof(WholeModules))]
    public void A_right_example_is_clean(string code) => Icx.IsClean(DiagnosticCatalogue.Find(code)!.Right);

    [Fact]
    public void Every_code_of_binding_has_an_example_but_those_that_would_be_too_long()
    {
        var without = DiagnosticCatalogue.All.Where(e => IsOfTheFrontEnd(e) && e.Code[3] != '1' && !IsWhole(e)).Select(e => e.Code);
        Assert.Equal(["ICX3026"], without);
    }

    private static bool IsWhole(DiagnosticDescription entry) => entry.Wrong.StartsWith("module ", StringComparison.Ordinal);

    // ICX31nn, ICX4nnn, ICX51nn and ICX9nnn are found later.
    private static bool IsOfTheFrontEnd(DiagnosticDescription entry) =>
        entry.Code[3] is '1' or '2' or '3' or '5' && entry.Code[..5] is not ("ICX31" or "ICX51");
}
