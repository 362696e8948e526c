using System.Globalization;
using InterconnectDsl.Language.Formatting;
using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Tests.Formatting;

/// <summary>What holds of every file: of those of the repository, of the same in another hand, and of the same with tokens lost.</summary>
public class FormatLawTests
{
    public static TheoryData<string> Files => new(Texts.All);

    // By blanks and indents the parser finds out how far a mistake reaches, so these laws are of files without syntax errors.
    public static TheoryData<string> Sound =>
        new(Texts.All.Where(path => Parser.Parse(new SourceText(path, Texts.Read(path))).Diagnostics.Count == 0));

    private static int Cases => Math.Max(1, Setting("ICX_FUZZ_CASES", 240) / 20);

    private static int Seed => Setting("ICX_FUZZ_SEED", 1);

    [Theory]
    [MemberData(nameof(Files))]
    public void Formatting_keeps_tokens_comments_and_tree_and_a_second_time_changes_nothing(string path) => Check(Texts.Read(path), path);

    [Theory]
    [MemberData(nameof(Sound))]
    public void Blanks_make_no_difference(string path)
    {
        var text = Texts.Read(path);
        var expected = Format(text);
        for (var i = 0; i < Cases; i++)
        {
            var respaced = Respacing.Blanks(text, Seed + i);
            Assert.Equal(Texts.Tree(text), Texts.Tree(respaced));
            Assert.Equal(expected, Format(respaced));
        }
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_file_in_another_hand_keeps_its_tree(string path)
    {
        var text = Texts.Read(path);
        for (var i = 0; i < Cases; i++)
        {
            var respaced = Respacing.BlanksAndNewlines(text, Seed + i);
            AssertSame(Texts.Tree(text).Split('\n'), Texts.Tree(respaced).Split('\n'), path, respaced);
            Check(respaced, $"{path}, seed {Seed + i}");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_with_tokens_lost_doubled_or_swapped_keeps_what_cannot_be_read(string path)
    {
        var text = Texts.Read(path);
        for (var i = 0; i < Cases; i++)
        {
            var mutated = Mutation.Of(text, Seed + i);
            Check(mutated, $"{path}, seed {Seed + i}");
            var formatted = Format(mutated);
            foreach (var broken in Broken(Parser.Parse(new SourceText("a.icx", mutated)).Root))
            {
                Assert.Contains(mutated.Substring(broken.Span.Start, broken.Span.Length), formatted, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>What a designer sees who saves a file that is not finished: the rest comes into style.</summary>
    [Fact]
    public void A_mistake_leaves_other_declarations_in_reach_of_the_formatter()
    {
        var (spoiled, reached) = (0, 0);
        foreach (var path in Texts.All.Where(p => p.StartsWith("examples/", StringComparison.Ordinal)))
        {
            for (var seed = 0; seed < 40; seed++)
            {
                var text = Mutation.Of(Texts.Read(path), seed) + "\n\npart Zz:die{power=1W}\n";
                var tree = Parser.Parse(new SourceText("a.icx", text));
                if (tree.Diagnostics.Count > 0 && tree.Root.Declarations[^1] is PartSyntax { Name.Text: "Zz" })
                {
                    spoiled++;
                    reached += Format(text).EndsWith("\npart Zz : die { power = 1 W }\n", StringComparison.Ordinal) ? 1 : 0;
                }
            }
        }

        Assert.InRange(spoiled, 100, int.MaxValue);
        Assert.True(reached >= spoiled * 0.99, $"{reached} of {spoiled}");
    }

    private static void Check(string text, string name)
    {
        var formatted = Format(text);
        AssertSame(Texts.Tokens(text), Texts.Tokens(formatted), name, text);
        AssertSame(Texts.Comments(text), Texts.Comments(formatted), name, text);
        AssertSame(Texts.Tree(text).Split('\n'), Texts.Tree(formatted).Split('\n'), name, text);
        AssertSame(formatted.Split('\n'), Format(formatted).Split('\n'), name, text);
        Assert.True(Formatter.IsFormatted(new SourceText("a.icx", formatted)));
    }

    private static void AssertSame(IReadOnlyList<string> expected, IReadOnlyList<string> found, string name, string text)
    {
        for (var i = 0; i < Math.Max(expected.Count, found.Count); i++)
        {
            if (i >= expected.Count || i >= found.Count || expected[i] != found[i])
            {
                var folder = Directory.CreateTempSubdirectory("icx-format-");
                File.WriteAllText(Path.Combine(folder.FullName, "a.icx"), text);
                Assert.Fail($"{name}: {At(expected, i)} became {At(found, i)}; see {folder.FullName}");
            }
        }
    }

    private static string At(IReadOnlyList<string> lines, int index) => index < lines.Count ? lines[index] : "the end";

    private static IEnumerable<SyntaxNode> Broken(SyntaxNode node) =>
        node is ErrorDeclarationSyntax ? new[] { node } : SyntaxParts.Children(node).SelectMany(Broken);

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private static string Format(string text) => Formatter.Format(new SourceText("a.icx", text));
}
