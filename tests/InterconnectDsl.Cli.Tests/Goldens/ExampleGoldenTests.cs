using System.Text.RegularExpressions;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Library;
using InterconnectDsl.Tests.Shared;
using InterconnectDsl.Tests.Shared.Corpus;
using VerifyTests;

namespace InterconnectDsl.Cli.Tests.Goldens;

/// <summary>Each example at each stage, from its tokens to its report, under <c>tests/corpus/examples</c>. On a day that is always the same.</summary>
public partial class ExampleGoldenTests
{
    public static TheoryData<string> Examples => new(CorpusFiles.Examples.Select(f => f.Path));

    public static TheoryData<string, string> Designs
    {
        get
        {
            var designs = new TheoryData<string, string>();
            foreach (var file in CorpusFiles.Examples)
            {
                foreach (var design in Parser.Parse(file.Read()).Root.Declarations.OfType<DesignSyntax>())
                {
                    designs.Add(file.Path, design.Name.Text);
                }
            }

            return designs;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public Task Tokens_of_an_example(string path) => Verify(TokenLines.Write(new CorpusFile(path).Read()), In(path, "tokens"));

    [Theory]
    [MemberData(nameof(Examples))]
    public Task Tree_of_an_example(string path) => Verify(SyntaxDump.Write(Parser.Parse(new CorpusFile(path).Read())), In(path, "tree"));

    [Theory]
    [MemberData(nameof(Examples))]
    public Task Symbols_of_an_example(string path) => Verify(SymbolLines.Write(Bound(path).Modules[0]), In(path, "symbols"));

    [Theory]
    [MemberData(nameof(Examples))]
    public Task Diagnostics_of_an_example(string path)
    {
        var found = WholeCheck.Of(new CorpusFile(path).Read());
        return Verify(found.Count == 0 ? "nothing is found" : AnnotatedSource.Lines(found), In(path, "diagnostics"));
    }

    [Theory]
    [MemberData(nameof(Designs))]
    public Task Numbers_of_an_example(string path, string design)
    {
        var compilation = Bound(path);
        return Verify(NumberLines.Write(Elaborator.Elaborate(compilation, compilation.Designs.Single(d => d.Name == design))), In(path, design + ".numbers"));
    }

    [Theory]
    [MemberData(nameof(Designs))]
    public Task Report_of_an_example(string path, string design) => Verify(Report(path, design, "md"), "md", In(path, design + ".report"));

    [Theory]
    [MemberData(nameof(Designs))]
    public Task Report_of_an_example_for_programs(string path, string design) => Verify(JsonLines.Write(Report(path, design, "json")), "json", In(path, design + ".report"));

    // The hash of the library's text, and the lines of its formulas, change with every comment in it.
    private static string Report(string path, string design, string format)
    {
        var result = IcxCommand.Run("report", path, "--design", design, "--format", format);
        Assert.Equal(0, result.ExitCode);
        return LibraryLine().Replace(result.Out.Replace(StandardLibrary.TextHash, "HASH", StringComparison.Ordinal), "$1");
    }

    [GeneratedRegex(@"(\bicx/[a-z0-9_/.]+\.icx):\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LibraryLine();

    private static Compilation Bound(string path)
    {
        var compilation = Compilation.Create([new CorpusFile(path).Read()], LibrarySources.Instance);
        compilation.BindAll();
        return compilation;
    }

    private static VerifySettings In(string path, string what)
    {
        var settings = new VerifySettings();
        settings.UseDirectory("../../corpus/examples/" + new CorpusFile(path).Name);
        settings.UseFileName(what);
        return settings;
    }
}
