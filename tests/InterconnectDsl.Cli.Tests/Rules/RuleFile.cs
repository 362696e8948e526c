using System.Globalization;
using System.Text.RegularExpressions;
using InterconnectDsl.Tests.Shared;
using InterconnectDsl.Tests.Shared.Corpus;

namespace InterconnectDsl.Cli.Tests.Rules;

/// <summary>
/// A design of <c>tests/rules</c>: <c>ELE-01/fails.icx</c> breaks a rule of this number and no other, <c>ELE-01/passes.icx</c> keeps all of this number.
/// A number with several rules has a further <c>fails_RULE.icx</c> for each, and <c>passes_RULE.icx</c> where one design cannot keep them all.
/// </summary>
/// <param name="File">The file.</param>
/// <param name="Id">The number of the check, <c>ELE-01</c>.</param>
/// <param name="Code">The finding a failing design expects, by rule id or code; null in one that passes.</param>
/// <param name="Line">The line of the finding.</param>
/// <param name="Column">Its column.</param>
internal sealed partial record RuleFile(CorpusFile File, string Id, string? Code, int Line, int Column)
{
    /// <summary>All of them, in order of their paths.</summary>
    public static IReadOnlyList<RuleFile> All { get; } =
        Directory.EnumerateFiles(RepositoryRoot.Combine("tests/rules"), "*.icx", SearchOption.AllDirectories)
            .Select(RepositoryRoot.Relative).Order(StringComparer.Ordinal).Select(Read).ToList();

    /// <summary>Those that fail, or those that pass.</summary>
    public static TheoryData<string> Paths(bool fails) => new(All.Where(f => f.Code is not null == fails).Select(f => f.File.Path));

    /// <summary>The file of this path.</summary>
    public static RuleFile Of(string path) => All.First(f => f.File.Path == path);

    private static RuleFile Read(string path)
    {
        var file = new CorpusFile(path);
        var header = Header().Match(file.Read().Content);
        var id = file.Folder[(file.Folder.LastIndexOf('/') + 1)..];
        Assert.True(header.Success && header.Groups["id"].Value == id, $"{path} does not begin with `// {id}: ...` and `// expect: RULE at LINE:COLUMN`, or `// {id} holds: ...`");
        int Number(string group) => header.Groups[group].Success ? int.Parse(header.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
        return new(file, id, header.Groups["code"].Success ? header.Groups["code"].Value : null, Number("line"), Number("column"));
    }

    [GeneratedRegex(@"\A// (?<id>[A-Z]{3}-\d\d)( holds: .+\.|: .+\.\n// expect: (?<code>\w+) at (?<line>\d+):(?<column>\d+))\n\n", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Header();
}
