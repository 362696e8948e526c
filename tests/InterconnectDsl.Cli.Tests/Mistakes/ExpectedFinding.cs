using System.Globalization;
using System.Text.RegularExpressions;
using InterconnectDsl.Tests.Shared.Corpus;

namespace InterconnectDsl.Cli.Tests.Mistakes;

/// <summary>
/// What the first lines of a wrong design say: <c>// Mistake in a link: ...</c>, then <c>// expect: ICX2003 at 14:5</c>, the finding that names the mistake.
/// </summary>
/// <param name="Construct">The construct the mistake is in: link, rule, study ...</param>
/// <param name="Code">Code or rule id of the finding.</param>
/// <param name="Line">Its line.</param>
/// <param name="Column">Its column.</param>
internal sealed partial record ExpectedFinding(string Construct, string Code, int Line, int Column)
{
    /// <summary>Reads the header of a file.</summary>
    public static ExpectedFinding Of(CorpusFile file)
    {
        var header = Header().Match(file.Read().Content);
        Assert.True(header.Success, $"{file} does not begin with `// Mistake in a ...:` and `// expect: CODE at LINE:COLUMN`");
        int Number(string group) => int.Parse(header.Groups[group].Value, CultureInfo.InvariantCulture);
        return new(header.Groups["construct"].Value, header.Groups["code"].Value, Number("line"), Number("column"));
    }

    [GeneratedRegex(@"\A// Mistake in an? (?<construct>\w+): .+\.\n// expect: (?<code>\w+) at (?<line>\d+):(?<column>\d+)\n\n", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Header();
}
