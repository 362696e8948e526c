using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Tests.Shared;
using InterconnectDsl.Tests.Shared.Corpus;
using Xunit.Abstractions;

namespace InterconnectDsl.Cli.Tests.Mistakes;

/// <summary>One token too few, and all that a whole check has to say of it: what follows from the gap is not told again.</summary>
public class DeletionTests(ITestOutputHelper output)
{
    private const int Sampled = 500;
    private const int Few = 3;

    [Fact]
    public void A_whole_check_says_at_most_three_things_of_a_missing_token_in_ninety_nine_of_a_hundred_cases()
    {
        var counts = new int[Few + 2];
        foreach (var text in Sample())
        {
            var found = WholeCheck.Of(text);
            counts[Math.Min(found.Count, Few + 1)]++;
            if (found.Count > Few)
            {
                output.WriteLine(AnnotatedSource.Lines(found));
            }
        }

        output.WriteLine($"none to three: {string.Join(", ", counts.Take(Few + 1))}; more: {counts[Few + 1]}");
        Assert.Equal(Sampled, counts.Sum());
        Assert.True(counts[Few + 1] <= Sampled / 100, $"{counts[Few + 1]} of {Sampled} say more than {Few} things");
    }

    // Every n-th token of all examples laid end to end: always the same five hundred.
    private static IEnumerable<SourceText> Sample()
    {
        var files = CorpusFiles.Examples.Select(f => f.Read()).Select(t => (Text: t, Tokens: Lexer.Lex(t))).ToList();
        var all = files.Sum(f => f.Tokens.Count - 1);
        for (var i = 0; i < Sampled; i++)
        {
            var at = (int)((long)i * all / Sampled);
            var file = 0;
            while (at >= files[file].Tokens.Count - 1)
            {
                at -= files[file++].Tokens.Count - 1;
            }

            var token = files[file].Tokens[at];
            yield return new(files[file].Text.Path, files[file].Text.Content.Remove(token.Start, token.Length));
        }
    }
}
