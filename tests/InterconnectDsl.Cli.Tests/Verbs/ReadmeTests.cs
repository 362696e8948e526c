using System.Text.RegularExpressions;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Cli.Tests.Verbs;

/// <summary>What README.md shows of the command is what the command prints.</summary>
public partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(RepositoryRoot.Combine("README.md"));

    public static TheoryData<string, string> Sessions
    {
        get
        {
            var sessions = new TheoryData<string, string>();
            foreach (Match session in Session().Matches(Readme))
            {
                sessions.Add(session.Groups["command"].Value, session.Groups["output"].Value);
            }

            return sessions;
        }
    }

    [Theory]
    [MemberData(nameof(Sessions))]
    public void A_session_in_the_readme_shows_what_the_command_prints(string command, string output)
    {
        var result = IcxCommand.Run(Words().Matches(command).Select(w => w.Value.Trim('\'')).ToArray());
        var printed = Passing().Replace(result.Out + result.Error, "");
        Assert.All(
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.Trim() != "..."),
            line => Assert.Contains(Passing().Replace(line, "") + "\n", printed + "\n", StringComparison.Ordinal));
    }

    [Fact]
    public void The_design_in_the_readme_is_the_example()
    {
        var shown = Readme[(Readme.IndexOf("```icx\n", StringComparison.Ordinal) + "```icx\n".Length)..];
        shown = shown[..shown.IndexOf("```", StringComparison.Ordinal)];
        Assert.Contains(shown, File.ReadAllText(RepositoryRoot.Combine("examples/cpo51/cpo51.icx")), StringComparison.Ordinal);
        Assert.True(Sessions.Count >= 4);
    }

    [GeneratedRegex(@"^\$ icx (?<command>.+)\n(?<output>(?:(?!```).*\n)+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Session();

    [GeneratedRegex(@"'[^']*'|\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    // What changes from day to day: how long it took, how many rules the library has, at which of its lines a formula stands.
    [GeneratedRegex(@"; [\d.]+ s$|(?<=rules: )\d+(?= passed)|\d+(?= do not apply)|(?<=\[icx/[\w/.]+:)\d+", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Passing();
}
