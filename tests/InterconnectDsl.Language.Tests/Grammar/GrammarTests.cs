using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Language.Tests.Grammar;

public class GrammarTests
{
    private static readonly EbnfFile Grammar = EbnfFile.Icx;

    // Rules that sentences are derived from, and what makes a file of them.
    private static readonly (string Before, string Rule, string Behind)[] Starts =
    [
        ("", "File", ""), ("", "Declaration", "\n"), ("design Cpo51 {\n", "Member", "\n}"), ("study trade of Cpo51 {\n", "StudyLine", "\n}"),
        ("launch ", "Value", ""), ("launch = (", "Expression", " )"), ("fn twice(x : real) -> real =", "Block", ""),
        ("used = ", "Comprehension", ""), ("used = sum(p.strands for p : path", "Scope", " )"),
    ];

    [Fact]
    public void Every_sentence_the_grammar_derives_is_parsed_without_a_word()
    {
        var deriver = new SentenceDeriver(Grammar, seed: 1);
        for (var i = 0; i < 2000; i++)
        {
            var (before, rule, behind) = Starts[i % Starts.Length];
            Parses(before + deriver.Derive(rule, 12 + i % 40) + behind);
        }

        Assert.Empty(deriver.Unused());
    }

    [Fact]
    public void The_words_of_the_grammar_are_the_keywords_of_the_parser()
    {
        var words = Grammar.Rules.Values.SelectMany(EbnfFile.All).OfType<Terminal>().Select(t => t.Text)
            .Where(t => t.Length > 1 && t.All(c => c is '_' or >= 'a' and <= 'z'));
        Assert.Equal(Keywords.All.Order(StringComparer.Ordinal), words.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_rule_that_is_named_is_defined_and_every_rule_is_used()
    {
        var named = Grammar.Rules.Values.SelectMany(EbnfFile.All).OfType<Reference>().Select(r => r.Rule).Append("File").Distinct()
            .Where(r => r != "End");
        Assert.Equal(Grammar.Rules.Keys.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    private static void Parses(string sentence)
    {
        var tree = Parser.Parse(new SourceText("sentence.icx", sentence));
        Assert.True(tree.Diagnostics.Count == 0, AnnotatedSource.Render(tree.Text, tree.Diagnostics));
    }
}
