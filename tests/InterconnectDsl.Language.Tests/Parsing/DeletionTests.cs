using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Tests.Shared.Corpus;
using Xunit.Abstractions;

namespace InterconnectDsl.Language.Tests.Parsing;

public class DeletionTests(ITestOutputHelper output)
{
    public static TheoryData<string> Sets => new("corpus", "examples", "library");

    [Theory]
    [MemberData(nameof(Sets))]
    public void Files_of_the_repository_parse_without_a_word(string set)
    {
        Assert.NotEmpty(Files(set));
        Assert.Equal("", string.Join("\n", Files(set).Select(f => Parsed.Lines(Parser.Parse(f.Read()))).Where(l => l.Length > 0)));
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_deleted_token_gives_at_most_two_diagnostics_and_almost_always_one(string set)
    {
        var counts = new int[3];
        foreach (var text in Files(set).Select(f => f.Read()))
        {
            // All tokens of a design; of a large file of the library a thousand, evenly.
            var tokens = Lexer.Lex(text);
            var stride = set == "library" ? 1 + tokens.Count / 1000 : 1;
            for (var i = 0; i < tokens.Count - 1; i += stride)
            {
                var cut = new SourceText(text.Path, text.Content.Remove(tokens[i].Start, tokens[i].Length));
                var found = Parser.Parse(cut).Diagnostics;
                Assert.True(found.Count <= 2, $"{text.Path}:{text.PositionOf(tokens[i].Start)}: {string.Join("\n", found.Select(d => d.Message))}");
                counts[found.Count]++;
            }
        }

        output.WriteLine($"{set}: {counts[0]} leave a valid file, {counts[1]} give one diagnostic, {counts[2]} give two");
        Assert.True(counts[1] >= 0.95 * (counts[1] + counts[2]), $"one: {counts[1]}, two: {counts[2]}");
    }

    private static IReadOnlyList<CorpusFile> Files(string set) => set switch
    {
        "corpus" => CorpusFiles.Valid.Where(f => f.Folder == "tests/corpus/syntax").ToList(),
        "examples" => CorpusFiles.Examples,
        _ => CorpusFiles.Library,
    };
}
