using System.Text;
using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Tests.Shared.Corpus;

namespace InterconnectDsl.Language.Tests.Parsing;

public class FuzzTests
{
    private static readonly string[] Odd =
    [
        "{", "}", "(", ")", "[", "]", "\"", "->", "=", ":", ";", "\n", "\r\n", "\t", "µ", "\0", "\uFEFF", "💡", "1e", "0x", "//", "/*", "'", "\\",
        "..", "if ", "param x", "steps ",
    ];

    [Fact]
    public void No_text_however_mangled_breaks_the_parser_and_every_node_stays_in_its_parent()
    {
        var random = new Random(7);
        var texts = CorpusFiles.Valid.Concat(CorpusFiles.Examples).Select(f => f.Read().Content).ToList();
        for (var round = 0; round < 600; round++)
        {
            var text = Mangled(texts[random.Next(texts.Count)], random);
            var tree = Parser.Parse(new SourceText("fuzz.icx", text));
            Inside(tree.Root, new TextSpan(0, text.Length), text);
            Assert.All(tree.Diagnostics, d => Assert.InRange(d.Location.Span.End, d.Location.Span.Start, text.Length));
        }
    }

    [Fact]
    public void Parsing_twice_gives_the_same_tree()
    {
        var random = new Random(11);
        var texts = CorpusFiles.Valid.Select(f => f.Read().Content).ToList();
        for (var round = 0; round < 100; round++)
        {
            var text = new SourceText("fuzz.icx", Mangled(texts[random.Next(texts.Count)], random));
            var (first, second) = (Parser.Parse(text), Parser.Parse(text));
            Assert.Equal(SyntaxDump.Write(first), SyntaxDump.Write(second));
            Assert.Equal(Parsed.Lines(first), Parsed.Lines(second));
        }
    }

    private static string Mangled(string text, Random random)
    {
        var mangled = new StringBuilder(text);
        for (var edits = random.Next(1, 8); edits > 0; edits--)
        {
            var at = random.Next(mangled.Length);
            switch (random.Next(4))
            {
                case 0:
                    mangled.Remove(at, Math.Min(mangled.Length - at, random.Next(1, 12)));
                    break;
                case 1:
                    mangled.Insert(at, Odd[random.Next(Odd.Length)]);
                    break;
                case 2:
                    var from = random.Next(text.Length);
                    mangled.Insert(at, text.Substring(from, Math.Min(text.Length - from, random.Next(1, 60))));
                    break;
                default:
                    mangled[at] = (char)random.Next(32, 127);
                    break;
            }
        }

        return mangled.ToString();
    }

    private static void Inside(SyntaxNode node, TextSpan parent, string text)
    {
        var inside = node.Span.Start >= parent.Start && node.Span.End <= parent.End;
        Assert.True(inside, $"{SyntaxParts.Sort(node)} {node.Span} is not in {parent} of\n{text}");
        foreach (var child in SyntaxParts.Children(node))
        {
            Inside(child, node.Span, text);
        }
    }
}
