using InterconnectDsl.Tests.Shared;
using InterconnectDsl.Tests.Shared.Corpus;

namespace InterconnectDsl.Kernels.Tests.Corpus;

/// <summary>The .icx files of the repository are found from wherever the tests run.</summary>
public class CorpusTests
{
    [Fact]
    public void The_root_of_the_repository_is_found_from_the_running_test() =>
        Assert.True(File.Exists(RepositoryRoot.Combine("src/InterconnectDsl.Language/InterconnectDsl.Language.csproj")));

    [Fact]
    public void Files_are_named_from_the_root_with_forward_slashes_and_in_order_of_name()
    {
        var all = CorpusFiles.Examples.Concat(CorpusFiles.Mistakes).Concat(CorpusFiles.Library).ToList();
        Assert.All(all, f => Assert.True(File.Exists(f.FullPath) && !f.Path.Contains('\\') && f.Read().Path == f.Path));
        Assert.Equal(CorpusFiles.Mistakes.Select(f => f.Path).Order(StringComparer.Ordinal), CorpusFiles.Mistakes.Select(f => f.Path));
    }
}
