using InterconnectDsl.Library;

namespace InterconnectDsl.Kernels.Tests.Library;

/// <summary>The library as text: what it is called, that it stays itself, and that its figures say where they come from.</summary>
public class StandardLibraryTests
{
    [Fact]
    public void Modules_are_named_as_their_text_says()
    {
        Assert.Contains("icx.core", StandardLibrary.Modules);
        Assert.Contains("icx.rules", StandardLibrary.Modules);
        Assert.All(StandardLibrary.Modules, m => Assert.Contains("\nmodule " + m + "\n", StandardLibrary.TextOf(m), StringComparison.Ordinal));
        Assert.Equal(StandardLibrary.Modules.Order(StringComparer.Ordinal), StandardLibrary.Modules);
    }

    [Fact]
    public void A_module_that_is_not_there_has_no_text()
    {
        Assert.Null(StandardLibrary.TextOf("icx.nothing"));
        Assert.Null(StandardLibrary.PathOf("icx.nothing"));
    }

    [Fact]
    public void Its_text_is_known_by_a_hash_and_ends_lines_alike_everywhere()
    {
        Assert.Matches("^[0-9a-f]{64}$", StandardLibrary.TextHash);
        Assert.Matches(@"^\d+\.\d+\.\d+", StandardLibrary.Version);
        Assert.All(StandardLibrary.Modules, m => Assert.DoesNotContain("\r", StandardLibrary.TextOf(m), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_source_comes_with_a_confidence_and_the_other_way_round()
    {
        foreach (var module in StandardLibrary.Modules.Where(m => !m.StartsWith("icx.rules", StringComparison.Ordinal)))
        {
            foreach (var line in StandardLibrary.TextOf(module)!.Split('\n').Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal)))
            {
                Assert.True(Count(line, "source \"") == Count(line, "confidence "), module + ": " + line);
            }
        }
    }

    [Fact]
    public void Every_declaration_says_what_it_is()
    {
        foreach (var module in StandardLibrary.Modules)
        {
            var lines = StandardLibrary.TextOf(module)!.Split('\n');
            for (var i = 1; i < lines.Length; i++)
            {
                var declares = Array.Exists(Declarations, d => lines[i].StartsWith(d, StringComparison.Ordinal));
                Assert.True(!declares || lines[i - 1].StartsWith("///", StringComparison.Ordinal), module + ": " + lines[i]);
            }
        }
    }

    private static readonly string[] Declarations = ["kind ", "part ", "fn ", "rule ", "warning rule ", "note rule "];

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
