using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Kernels.Tests.Library;

/// <summary>The examples are designs a user starts from: clean, and true to the figures their tests state.</summary>
public class ExampleTests
{
    public static TheoryData<string> Examples =>
        new(Directory.EnumerateFiles(RepositoryRoot.Combine("examples"), "*.icx", SearchOption.AllDirectories)
            .Select(RepositoryRoot.Relative).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_design_is_clean_but_for_notes(string path)
    {
        var compilation = Compile(path);
        foreach (var design in compilation.Designs)
        {
            var found = DesignChecker.Check(compilation, design, new CheckOptions { Today = 20260101 });
            Assert.Empty(found.Diagnostics.Where(d => d.Severity != Severity.Note).Select(d => $"{design.Name}: {d.Code} {d.Message}"));
            Assert.True(found.Rules.Sum(r => r.Passed) > 100);
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_design_states_its_figures_in_tests_and_they_hold(string path)
    {
        var compilation = Compile(path);
        var tests = compilation.Modules.SelectMany(m => m.Tests).ToList();
        Assert.NotEmpty(tests);
        foreach (var test in tests)
        {
            var outcome = TestRunner.Run(compilation, test);
            Assert.Empty(outcome.Failures.Select(f => $"{test.Name}: {f.Message}"));
            Assert.True(outcome.Passed, test.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_has_a_rule_a_study_and_a_page_that_says_what_it_is(string path)
    {
        var module = Compile(path).Modules[0];
        Assert.NotEmpty(module.Rules);
        Assert.NotEmpty(module.Studies);
        Assert.True(File.Exists(RepositoryRoot.Combine(Path.GetDirectoryName(path)! + "/README.md")));
    }

    [Fact]
    public void Engines_too_near_the_middle_of_a_small_substrate_overlap_and_that_is_all_there_is_to_say()
    {
        // Sixteen engines of 20 mm on a ring 46 mm from the middle: the last on the north side and the first on the east side share their corner.
        var text = File.ReadAllText(RepositoryRoot.Combine("examples/cpo51/cpo51.icx"))
            .Replace("56 mm within 52 mm .. 60 mm", "46 mm within 40 mm .. 55 mm", StringComparison.Ordinal)
            .Replace("140 mm by 140 mm", "110 mm by 110 mm", StringComparison.Ordinal);
        var only = Assert.Single(LibraryDesign.Check(text).Diagnostics, d => d.Severity != Severity.Note);
        Assert.Equal(("icx_engines_keep_apart", Severity.Warning), (only.Code, only.Severity));
    }

    private static Compilation Compile(string path) => LibraryDesign.Compile(File.ReadAllText(RepositoryRoot.Combine(path)), path);
}
