using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Language.Tests.Highlighting;

public class HighlightingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Files => new(GrammarFiles.Writers.Keys);

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_of_the_grammar_is_as_the_tables_have_it(string path)
    {
        var (full, expected) = (RepositoryRoot.Combine(path), GrammarFiles.Writers[path]().ReplaceLineEndings("\n"));
        if (Environment.GetEnvironmentVariable("UPDATE_GRAMMAR") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, expected);
        }

        Assert.True(
            File.Exists(full) && File.ReadAllText(full).ReplaceLineEndings("\n") == expected,
            $"{path} is not what the tables give; run this test with UPDATE_GRAMMAR=1 and look at what changes");
    }

    [Fact]
    public void Every_keyword_is_coloured_as_something() => Assert.Equal(Keywords.All, Words.All.Select(w => w.Spelling));

    [Fact]
    public void Every_unit_of_the_table_is_matched_whole_with_each_of_its_prefixes()
    {
        var pattern = Whole(UnitPattern.Unit);
        foreach (var unit in UnitPattern.Spellings)
        {
            Assert.True(UnitTable.TryParse(unit, out _, out _, out _), unit);
            Assert.Matches(pattern, unit);
        }
    }

    [Theory]
    [InlineData("dB/inch/GHz^0.5", true)]
    [InlineData("ps/nm/km", true)]
    [InlineData("m^-2", true)]
    [InlineData("kdB", false)]
    [InlineData("within", false)]
    [InlineData("metres", false)]
    [InlineData("m / s", false)]
    public void A_unit_is_matched_as_the_table_reads_it(string text, bool isUnit)
    {
        Assert.Equal(isUnit, UnitTable.TryParse(text, out _, out _, out _));
        Assert.Equal(isUnit, Whole(UnitPattern.Unit).IsMatch(text));
    }

    [Fact]
    public void Every_pattern_of_the_grammar_is_a_regular_expression_and_every_include_has_an_entry()
    {
        var grammar = TextMateGrammar.Write();
        foreach (var node in Nodes(grammar))
        {
            foreach (var role in new[] { "match", "begin", "end" })
            {
                if (node[role] is JsonValue pattern)
                {
                    _ = new Regex(pattern.GetValue<string>(), RegexOptions.None, Patience);
                }
            }

            if (node["include"] is JsonValue include)
            {
                Assert.NotNull(grammar["repository"]![include.GetValue<string>()[1..]]);
            }
        }
    }

    [Fact]
    public void Every_snippet_reads_without_a_word_and_is_in_style()
    {
        foreach (var snippet in Snippets.OfModule)
        {
            AssertReads(snippet.Plain + "\n", snippet.Prefix);
        }

        foreach (var snippet in Snippets.OfDesign)
        {
            AssertReads($"design D {{\n{string.Concat(snippet.Plain.Split('\n').Select(l => $"  {l}\n"))}}}\n", snippet.Prefix);
        }
    }

    [Fact]
    public void Every_declaration_keyword_of_a_module_has_a_snippet()
    {
        var words = Words.Of(WordClass.Declaration).Except(["warning", "note"]);
        Assert.Empty(words.Except(Snippets.OfModule.Select(s => s.Prefix)));
    }

    private static Regex Whole(string pattern) => new($"^(?:{pattern})$", RegexOptions.None, Patience);

    private static void AssertReads(string text, string prefix)
    {
        var source = new SourceText(prefix + ".icx", text);
        Assert.Empty(Parser.Parse(source).Diagnostics.Select(d => prefix + ": " + d.Message));
    }

    private static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Nodes(p.Value)).Prepend(o),
        JsonArray a => a.SelectMany(Nodes),
        _ => [],
    };
}
