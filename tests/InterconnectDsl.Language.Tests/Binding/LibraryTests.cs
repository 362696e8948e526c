using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Library;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Language.Tests.Binding;

public class LibraryTests
{
    public static TheoryData<string> Modules => new(StandardLibrary.Modules);

    [Theory]
    [MemberData(nameof(Modules))]
    public void Every_module_of_the_library_binds_wholly_and_without_a_word(string module)
    {
        var user = new SourceText("all.icx", $"module all\nuse {module}\n");
        var compilation = Compilation.Create([user], new LibrarySources());
        compilation.BindLibrary();
        Icx.IsSilent(compilation.Diagnostics.Where(d => d.Code != "ICX2031"));
    }
}
