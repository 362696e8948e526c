using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Language.Tests.Binding;

public class ExampleTests
{
    public static TheoryData<string> Examples =>
        new(Directory.EnumerateFiles(RepositoryRoot.Combine("examples"), "*.icx", SearchOption.AllDirectories)
            .Select(RepositoryRoot.Relative).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_binds_without_a_word(string path)
    {
        var text = new SourceText(path, File.ReadAllText(RepositoryRoot.Combine(path)));
        var compilation = Compilation.Create([text], new LibrarySources());
        compilation.BindAll();
        Icx.IsSilent(compilation.Diagnostics);
        Assert.NotEmpty(compilation.Designs);
    }
}
