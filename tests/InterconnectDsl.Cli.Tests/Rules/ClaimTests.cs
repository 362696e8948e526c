using System.Text.RegularExpressions;
using InterconnectDsl.Tests.Shared;
using InterconnectDsl.Tests.Shared.Corpus;

namespace InterconnectDsl.Cli.Tests.Rules;

/// <summary>
/// What articles on optical interconnects disagree about or get wrong, as designs: each says in its first lines what is asked of the command
/// (<c>// ask: eval FILE architecture</c>) and what must be in the answers, in order (<c>// says: npo</c>). All answers stand beside it.
/// </summary>
public partial class ClaimTests
{
    public static TheoryData<string> Designs =>
        new(Directory.EnumerateFiles(RepositoryRoot.Combine("tests/seeds"), "*.icx").Select(RepositoryRoot.Relative).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Designs))]
    public async Task The_tool_says_what_is_so(string path)
    {
        var file = new CorpusFile(path);
        var lines = file.Read().Content.Split('\n');
        var answers = string.Join('\n', Marked(lines, "// ask: ").Select(ask => Answer(ask, path)));

        var from = 0;
        foreach (var says in Marked(lines, "// says: "))
        {
            var at = answers.IndexOf(says, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"`{says}` is not in\n{answers[from..]}");
            from = at + says.Length;
        }

        await Verify(answers).UseDirectory($"../../../{file.Folder}").UseFileName(file.Name);
    }

    [Fact]
    public void All_seventeen_are_there() => Assert.Equal(17, Designs.Count);

    private static List<string> Marked(string[] lines, string mark) =>
        lines.TakeWhile(l => l.StartsWith("//", StringComparison.Ordinal)).Where(l => l.StartsWith(mark, StringComparison.Ordinal)).Select(l => l[mark.Length..]).ToList();

    private static string Answer(string ask, string path)
    {
        var words = Word().Matches(ask).Select(m => m.Groups["quoted"].Success ? m.Groups["quoted"].Value : m.Value).Select(w => w == "FILE" ? path : w).ToArray();
        var answer = IcxCommand.Run([.. words, "--no-color"]);
        Assert.InRange(answer.ExitCode, 0, 1);

        // Where a rule stands in the library is no part of what it says.
        return "$ icx " + ask + "\n" + string.Join('\n', (answer.Out + answer.Error).Split('\n').Where(l => !l.Contains("= see: icx/rules/", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"'(?<quoted>[^']*)'|\S+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
