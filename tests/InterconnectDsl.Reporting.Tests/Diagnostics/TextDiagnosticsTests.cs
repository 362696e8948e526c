using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Reporting.Diagnostics;

namespace InterconnectDsl.Reporting.Tests.Diagnostics;

/// <summary>Diagnostics as people read them: the line, carets under what is meant, and nothing that could harm a terminal, whatever the span.</summary>
public class TextDiagnosticsTests
{
    private static readonly string[] Texts =
    [
        "", "\n", "a", "\t\tx = 3 m\n\ty", "x = \"\u03bc\U0001F52C\u4e2d\u6587 e\u0301\" // \u001b[31m red \u202e back\nend", "one\r\ntwo\r\n\r\nfour\r\n", "\ud800 alone \udc00\n\u2028\u0085x\0y",
        "part Long : die { " + string.Concat(Enumerable.Repeat("lanes = 512; \t", 12)) + "}\nnext\nlast",
    ];

    [Fact]
    public Task The_source_line_stands_over_carets() => Verify(TextDiagnostics.Render(Findings.All, TextStyle.Plain));

    [Fact]
    public Task A_span_over_several_lines_shows_its_first_and_its_last() =>
        Verify(TextDiagnostics.Render([new("ICX3001", Severity.Error, "this design has no link", new(Findings.Switch, Span("design", "}\n", 1)))], TextStyle.Plain));

    [Fact]
    public Task Colours_mark_severity_and_carets() => Verify(TextDiagnostics.Render(Findings.All, new(Color: true)).Replace("\u001b", "ESC", StringComparison.Ordinal));

    [Theory]
    [InlineData(40)]
    [InlineData(120)]
    public void Every_span_of_every_text_has_carets_and_no_character_that_moves_the_cursor(int width)
    {
        foreach (var content in Texts)
        {
            var text = new SourceText("t.icx", content);
            for (var start = 0; start <= content.Length + 1; start++)
            {
                for (var length = 0; start + length <= content.Length + 1; length += length < 20 ? 1 : 17)
                {
                    Check(TextDiagnostics.Render([new("ICX1001", Severity.Error, "m", new(text, new(start, length)))], new(Width: width)), width);
                }
            }
        }
    }

    [Fact]
    public void Carets_stand_exactly_under_the_characters_of_the_span()
    {
        const string Line = "  laser els[16] : Elsfp on face";
        var text = new SourceText("t.icx", "module m\n" + Line + "\n");
        for (var start = 0; start < Line.Length; start++)
        {
            for (var length = 1; start + length <= Line.Length; length++)
            {
                var lines = TextDiagnostics.Render([new("ICX1001", Severity.Error, "m", new(text, new(9 + start, length)))], TextStyle.Plain).Split('\n');
                var from = lines[4].IndexOf('^', StringComparison.Ordinal);
                Assert.Equal(Line.Substring(start, length), lines[3].PadRight(80).Substring(from, lines[4].Length - from));
            }
        }
    }

    [Fact]
    public void A_tab_is_as_wide_as_what_is_shown_for_it()
    {
        var lines = TextDiagnostics.Render([new("ICX1001", Severity.Error, "m", new(new("t.icx", "\ta\tb"), new(3, 1)))], TextStyle.Plain).Split('\n');
        Assert.Equal("1 |     a   b", lines[3]);
        Assert.Equal("  |         ^", lines[4]);
    }

    [Fact]
    public void A_wide_character_before_the_span_takes_two_columns()
    {
        var lines = TextDiagnostics.Render([new("ICX1001", Severity.Error, "m", new(new("t.icx", "\u4e2dx"), new(1, 1)))], TextStyle.Plain).Split('\n');
        Assert.Equal("  |   ^", lines[4]);
    }

    [Fact]
    public void A_place_behind_the_last_line_is_shown_on_the_last_line()
    {
        var lines = TextDiagnostics.Render([new("ICX1001", Severity.Error, "m", new(new("t.icx", "a\n"), new(2, 0)))], TextStyle.Plain).Split('\n');
        Assert.Equal(" --> t.icx:2:1", lines[1]);
        Assert.Equal(["  |", "2 |", "  | ^"], lines[2..5]);
    }

    private static void Check(string rendered, int width)
    {
        Assert.Contains('^', rendered);
        foreach (var line in rendered.Split('\n'))
        {
            Assert.DoesNotContain(line, c => char.IsControl(c) || c is '\u202e' or '\u2028' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format);
            Assert.True(line.Length <= width + 24, line);
        }
    }

    private static TextSpan Span(string from, string to, int toLength)
    {
        var start = Findings.Switch.Content.IndexOf(from, StringComparison.Ordinal);
        return new(start, Findings.Switch.Content.IndexOf(to, start, StringComparison.Ordinal) + toLength - start);
    }
}
