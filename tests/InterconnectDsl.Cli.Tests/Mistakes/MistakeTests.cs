using InterconnectDsl.Tests.Shared;
using InterconnectDsl.Tests.Shared.Corpus;

namespace InterconnectDsl.Cli.Tests.Mistakes;

/// <summary>
/// Two hundred designs with one mistake each, as a person meets them: <c>icx check FILE</c>, what it prints beside the file as its golden, and the finding
/// that must be among it in the file's first lines.
/// </summary>
public class MistakeTests
{
    private static readonly string[] Kinds =
        ["counts", "dimensions", "duplicates", "missing", "references", "spelling", "structure", "text", "units", "values"];

    private static readonly string[] Constructs =
    [
        "array", "constant", "design", "feed", "fn", "heat", "instance", "kind", "link", "module", "param", "part", "rule", "solve", "study", "test", "text",
        "waiver",
    ];

    public static TheoryData<string> Files => new(CorpusFiles.Mistakes.Select(f => f.Path));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_mistake_is_named_at_its_place(string path)
    {
        var file = new CorpusFile(path);
        var expected = ExpectedFinding.Of(file);
        var result = IcxCommand.Run("check", path, "--no-color");

        Assert.InRange(result.ExitCode, 0, 1);
        Assert.Matches($"(?m)^(error|warning) {expected.Code}: .+\n *--> {path}:{expected.Line}:{expected.Column}$", result.Error);
        await Verify(result.Error).UseDirectory($"../../../{file.Folder}").UseFileName(file.Name);
    }

    [Fact]
    public void Every_golden_has_its_design() =>
        Assert.Equal(
            CorpusFiles.Mistakes.Select(f => f.FullPath[..^".icx".Length]),
            Directory.EnumerateFiles(RepositoryRoot.Combine("tests/mistakes"), "*.verified.txt", SearchOption.AllDirectories)
                .Select(f => f[..^".verified.txt".Length]).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_kind_of_mistake_is_there_in_many_forms()
    {
        var byKind = CorpusFiles.Mistakes.ToLookup(f => f.Folder[(f.Folder.LastIndexOf('/') + 1)..], StringComparer.Ordinal);
        Assert.Equal(Kinds, byKind.Select(k => k.Key).Order(StringComparer.Ordinal));
        Assert.All(byKind, k => Assert.True(k.Count() >= 10, $"only {k.Count()} files in {k.Key}"));
    }

    [Fact]
    public void Every_construct_is_there_in_many_forms()
    {
        var byConstruct = CorpusFiles.Mistakes.ToLookup(f => ExpectedFinding.Of(f).Construct, StringComparer.Ordinal);
        Assert.Equal(Constructs, byConstruct.Select(c => c.Key).Order(StringComparer.Ordinal));
        Assert.All(byConstruct, c => Assert.True(c.Count() >= 5, $"only {c.Count()} files about a {c.Key}"));
    }
}
