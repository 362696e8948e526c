using System.Globalization;
using System.Text.RegularExpressions;
using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;
using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Documents;
using InterconnectDsl.LanguageServer.Protocol;
using InterconnectDsl.Tests.Shared;
using Found = InterconnectDsl.Language.Diagnostics.Diagnostic;

namespace InterconnectDsl.LanguageServer.Tests.Analysis;

/// <summary>What is found by following edits is what a check of the whole text finds, made in the way the command line makes it.</summary>
public partial class FollowedEditTests
{
    // Things that are alike but for their numbers, some that differ in more, a kind and a part of its own, an amendment.
    private const string Alike = """
        module alike
        use icx.oif.{CoPackaged3200}
        use icx.electrical.{Abf}

        param share : real = 0.5 within 0 .. 1

        kind meter : node {
          reading : power = 2 W
          drawn   : power = reading * 1.02 + share * 10 mW
        }

        part Warm : CoPackaged3200 { power = 21.5 W * 1.1 + 0.25 W }

        note rule meters_are_small for meter as m {
          require m.drawn <= 2.6 W
          message "{m} draws {m.drawn}"
        }

        rule engines_are_cool for engine as e {
          require e.power <= 24.5 W and e.size.width <= 40.5 mm
          message "{e} takes {e.power}"
        }

        design Alike {
          board main
          package a on main {
            substrate base : Abf { size = 110 mm by 110 mm }
            engine oe[2] : CoPackaged3200 on base { power = 20.5 W }
            meter m { reading = 2.25 W }
          }
          package b on main {
            substrate base : Abf { size = 110 mm by 110 mm }
            engine oe[2] : CoPackaged3200 on base { power = 22.5 W }
            meter m { reading = 2.5 W }
          }
          package c on main {
            substrate base : Abf { size = 120 mm by 110 mm }
            engine oe[2] : Warm on base
            meter m { reading = 2.5 W + 0.5 W }

          }
          c.oe[1].power = 23.5 W
        }
        """;

    private readonly Workspace _workspace = new(_ => null, () => WholeCheck.Today);

    public static TheoryData<string> Examples => new("cpo51", "hybrid25", "lid51", "lpo51", "measured", "npo32", "oio", "pluggable51", "quantum115", "ssd");

    // As many for each example as the end-to-end run asks for; a few here.
    private static int Edits => int.TryParse(Environment.GetEnvironmentVariable("ICX_FUZZ_CASES"), CultureInfo.InvariantCulture, out var cases) ? Math.Max(1, cases / 10) : 30;

    [Theory]
    [MemberData(nameof(Examples))]
    public void Numbers_changed_in(string example)
    {
        var random = new Random(example.Length * 17);
        var original = Open(example);
        var (document, check) = (original, Check(original));
        for (var i = 0; i < Edits; i++)
        {
            var next = Number(document, random);
            check = Follows(check, document, next) ? check : Check(next);
            document = next;
            var expected = FromScratch(document);
            Assert.Equal(expected, Told(document, check.Findings.All));
            if (expected.Any(d => d.StartsWith("Error", StringComparison.Ordinal)))
            {
                // Nothing is followed from a text that is wrong.
                (document, check) = (original, Check(original));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Formulas_changed_in(string example) => Formulas(Open(example), new(example.Length * 31), Edits);

    [Fact]
    public void Formulas_changed_among_things_that_are_alike() =>
        Assert.True(Formulas(new("untitled:alike", "untitled:alike", 0, new("alike.icx", Alike)), new(3), 3 * Edits) > Edits / 2);

    // Edits of formulas, one upon the other; how many were followed.
    private int Formulas(Document original, Random random, int edits)
    {
        var (document, check, followed) = (original, Check(original), 0);
        for (var i = 0; i < edits; i++)
        {
            var next = Formula(document, random);
            var isFollowed = Follows(check, document, next);
            followed += isFollowed ? 1 : 0;
            check = isFollowed ? check : Check(next);
            document = next;
            var (expected, told) = (FromScratch(document), Told(document, check.Findings.All));
            Assert.True(expected.SequenceEqual(told), $"edit {i}, line {next.Touched?.FirstOrDefault() + 1}: {string.Join(" | ", next.Touched?.Select(l => next.Text.Line(l + 1)) ?? [])}\nfound {string.Join('\n', told)}\nnot {string.Join('\n', expected)}");
            (document, check) = expected.Any(d => d.StartsWith("Error ICX", StringComparison.Ordinal)) ? (original, Check(original)) : (document, check);
        }

        return followed;
    }

    [Fact]
    public void Numbers_changed_among_things_that_are_alike()
    {
        var random = new Random(5);
        var original = new Document("untitled:alike", "untitled:alike", 0, new("alike.icx", Alike));
        var (document, check, followed) = (original, Check(original), 0);
        Assert.DoesNotContain(Told(document, check.Findings.All), d => d.Contains("ICX", StringComparison.Ordinal));
        for (var i = 0; i < 3 * Edits; i++)
        {
            var next = Number(document, random, 0.9, 0.2);
            var isFollowed = Follows(check, document, next);
            followed += isFollowed ? 1 : 0;
            check = isFollowed ? check : Check(next);
            document = next;
            var expected = FromScratch(document);
            Assert.Equal(expected, Told(document, check.Findings.All));
            (document, check) = expected.Any(d => d.Contains("ICX", StringComparison.Ordinal)) ? (original, Check(original)) : (document, check);
        }

        Assert.True(followed > Edits / 2, $"only {followed} of {3 * Edits} edits were followed");
    }

    [Fact]
    public void An_example_typed_character_by_character()
    {
        var whole = Open("cpo51");
        var typed = Math.Min(whole.Text.Content.Length, 10 * Edits);
        var document = Whole(whole, whole.Text.Content[..^typed]);
        var check = Check(document);
        for (var at = document.Text.Content.Length; at < whole.Text.Content.Length; at++)
        {
            var (line, column) = document.Text.PositionOf(at);
            var next = document.With(at, new[] { new TextDocumentContentChangeEvent(new(new(line - 1, column - 1), new(line - 1, column - 1)), whole.Text.Content[at].ToString()) }, PositionEncoding.Utf16);
            check = Follows(check, document, next) ? check : Check(next);
            document = next;
            Assert.Equal(FromScratch(document), Told(document, check.Findings.All));
        }
    }

    [Theory]
    [InlineData("power = 480 W", "power = 481 W")]
    [InlineData("power = 480 W", "power = 480.0 W")]
    [InlineData("size  = 32 mm by 26 mm", "size  = 32 mm by 27.5 mm")]
    [InlineData("smf(0.6 m)", "smf(0.7 m)")]
    [InlineData("i div 8", "i div 8.0")]
    [InlineData("power = 480 W", "power = 0.4 kW + 80 W")]
    [InlineData("power = 480 W", "power = 480 nm")]
    [InlineData("power = 480 W", "power = 480 W +")]
    [InlineData("power = 480 W", "power = reach")]
    [InlineData("// eight lasers", "// nine  lasers")]
    public void Is_followed_or_done_again(string before, string after)
    {
        var document = Open("cpo51");
        Assert.Contains(before, document.Text.Content, StringComparison.Ordinal);
        var check = Check(document);
        var next = Replace(document, document.Text.Content.IndexOf(before, StringComparison.Ordinal), before.Length, after);
        check = Follows(check, document, next) ? check : Check(next);
        Assert.Equal(FromScratch(next), Told(next, check.Findings.All));
    }

    [Fact]
    public void A_number_of_a_leaf_is_followed()
    {
        var document = Open("cpo51");
        var at = document.Text.Content.IndexOf("480 W", StringComparison.Ordinal);
        Assert.True(Follows(Check(document), document, Replace(document, at, 3, "470")));
    }

    [Fact]
    public void A_whole_number_that_counts_things_is_not()
    {
        var document = Open("cpo51");
        var at = document.Text.Content.IndexOf("oe[16]", StringComparison.Ordinal);
        Assert.False(Follows(Check(document), document, Replace(document, at + 3, 2, "18")));
    }

    [Fact]
    public void A_number_out_of_its_range_is_told()
    {
        var document = Open("cpo51");
        var at = document.Text.Content.IndexOf("param reach", StringComparison.Ordinal);
        var number = Digits().Match(document.Text.Content, at);
        var next = Replace(document, number.Index, number.Length, "90000");
        var check = Check(document);
        check = Follows(check, document, next) ? check : Check(next);
        Assert.Contains(Told(next, check.Findings.All), d => d.Contains("error", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(FromScratch(next), Told(next, check.Findings.All));
    }

    [Fact]
    public void Places_move_with_the_numbers_before_them()
    {
        var before = new SourceText("a.icx", "a = 3 W  b = 4 W\nc");
        var edits = new FollowedText(before);
        Assert.NotNull(edits.Numbers(0, "a = 3.25 W  b = 4 W"));
        edits.GoTo(new("a.icx", "a = 3.25 W  b = 4 W\nc"), new[] { (0, default(ValueEdit)) });
        Assert.Equal(new TextSpan(12, 1), edits.Moved(new SourceSpan(before, new(9, 1))).Span);
        Assert.Equal(new TextSpan(4, 4), edits.Moved(new SourceSpan(before, new(4, 1))).Span);
        Assert.Equal(new TextSpan(20, 1), edits.Moved(new SourceSpan(before, new(17, 1))).Span);
    }

    [Theory]
    [InlineData("a = 3 W", "a = 3 mW")]
    [InlineData("a = 3 W", "a = 3  W")]
    [InlineData("a = 3 W", "a = 3 W + 1 W")]
    [InlineData("a = 3 W", "a = -3 W")]
    [InlineData("a = 3 W", "a = 3__1 W")]
    [InlineData("/// of it", "/// of them")]
    [InlineData("a = \"3\"", "a = \"4\"")]
    public void More_than_a_number(string before, string now) => Assert.Null(new FollowedText(new("a.icx", before)).Numbers(0, now));

    private static Document Open(string example)
    {
        var path = $"examples/{example}/{example}.icx";
        var full = RepositoryRoot.Combine(path);
        return new(new Uri(full).AbsoluteUri, full, 0, new(path, File.ReadAllText(full)));
    }

    private static Document Whole(Document document, string text) => document.With(0, new[] { new TextDocumentContentChangeEvent(null, text) }, PositionEncoding.Utf16);

    private static Document Replace(Document document, int start, int length, string text)
    {
        var range = PositionEncoding.Utf16.RangeOf(document.Text, new(start, length));
        return document.With(0, new[] { new TextDocumentContentChangeEvent(range, text) }, PositionEncoding.Utf16);
    }

    private static Document Number(Document document, Random random, double least = 0.5, double spread = 1)
    {
        var numbers = Digits().Matches(document.Text.Content);
        var number = numbers[random.Next(numbers.Count)];
        var value = double.Parse(number.Value, CultureInfo.InvariantCulture) * (least + (spread * random.NextDouble()));
        var isWhole = !number.Value.Contains('.', StringComparison.Ordinal);
        return Replace(document, number.Index, number.Length, value.ToString(random.Next(8) == 0 || !isWhole ? "F2" : "F0", CultureInfo.InvariantCulture));
    }

    // Another unit, more behind a number or before it, a comment, another name, and at times only another number.
    private static Document Formula(Document document, Random random)
    {
        var text = document.Text.Content;
        var numbers = Quantity().Matches(text);
        var (at, names) = (numbers[random.Next(numbers.Count)], Name().Matches(text));
        var name = names[random.Next(names.Count)];
        return random.Next(9) switch
        {
            0 => Number(document, random, 0.9, 0.2),
            1 => Replace(document, at.Groups[2].Index, at.Groups[2].Length, at.Groups[2].Value switch { "W" => "mW", "mW" => "W", "m" => "mm", "mm" => "m", "dB" => "dBm", "dBm" => "mW", "degC" => "K", var u => u + " * 1" }),
            2 => Replace(document, at.Index + at.Length, 0, " + " + at.Value),
            3 => Replace(document, at.Index + at.Length, 0, " * 0.5"),
            4 => Replace(document, at.Index, 0, "2 * "),
            5 => Replace(document, at.Index, at.Length, $"if 1 < 2 then {at.Value} else 2 * {at.Value}"),
            6 => Replace(document, at.Index, at.Length, $"({at.Value})"),
            7 => Replace(document, at.Index, at.Length, name.Value),
            _ => Replace(document, name.Index, name.Length, names[random.Next(names.Count)].Value),
        };
    }

    private static string[] Told(Document document, IEnumerable<Found> found) => found
        .Select(d => $"{d.Severity} {d.Code} {d.Location.Text.Path}:{d.Location.Position} {d.Message} | {d.Help} | {string.Join("; ", d.Related.Select(r => $"{r.Location.Text.Path}:{r.Location.Position} {r.Message}"))}"
            + (d.Location.Text.IsLibrary || ReferenceEquals(d.Location.Text, document.Text) ? "" : " in an old text"))
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();

    private static string[] FromScratch(Document document)
    {
        var text = new SourceText(document.Text.Path, document.Text.Content);
        var fresh = new Document(document.Uri, document.Path, 0, text);
        var analysis = new Workspace(_ => null, () => WholeCheck.Today).Bind(fresh);
        var compilation = Compilation.Create(new[] { text }, analysis.Sources);
        compilation.BindAll();
        var designs = analysis.Diagnostics.Any(d => d.Severity == Severity.Error) ? [] : compilation.Designs
            .SelectMany(d => DesignChecker.Check(compilation, d, new() { Today = WholeCheck.Today, Severities = analysis.Settings.Severities }).Diagnostics).ToList();
        return Told(fresh, analysis.Diagnostics.Concat(analysis.Settings.Apply(designs)));
    }

    private static bool Follows(FileCheck check, Document before, Document now) => now.Touched is { } touched && check.GoTo(before, now, touched);

    private FileCheck Check(Document document) => _workspace.Check(document, _ => { }, CancellationToken.None);

    [GeneratedRegex(@"(?<![\w.])\d+(\.\d+)?(?![\w.])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?<![\w.])\d+(?:\.\d+)?( )([A-Za-z]+)(?![\w.])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quantity();

    [GeneratedRegex(@"(?<=[=+*] )[a-z_]+(?![\w(])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
