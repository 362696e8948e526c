using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Language.Tests.Binding;

/// <summary>Binds texts with the standard library.</summary>
internal static class Icx
{
    public static Compilation Bind(params string[] files)
    {
        var texts = files.Select((f, i) => new SourceText(i == 0 ? "test.icx" : $"test{i}.icx", f)).ToList();
        var compilation = Compilation.Create(texts, new LibrarySources());
        compilation.BindAll();
        return compilation;
    }

    /// <summary>Binds a text without a mistake and gives its first design.</summary>
    public static DesignSymbol Design(string file)
    {
        var compilation = Bind(file);
        IsSilent(compilation.Diagnostics.Where(d => d.Severity == Severity.Error));
        return compilation.Designs[0];
    }

    /// <summary>The one diagnostic a text gives.</summary>
    public static Diagnostic Mistake(string file)
    {
        var found = Bind(file).Diagnostics;
        Assert.True(found.Count == 1, AnnotatedSource.Lines(found));
        return found[0];
    }

    public static void IsClean(string file) => IsSilent(Bind(file).Diagnostics);

    public static void IsSilent(IEnumerable<Diagnostic> diagnostics)
    {
        var lines = AnnotatedSource.Lines(diagnostics);
        Assert.True(lines.Length == 0, lines);
    }
}
