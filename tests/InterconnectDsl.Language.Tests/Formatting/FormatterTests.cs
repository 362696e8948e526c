using InterconnectDsl.Language.Formatting;
using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Language.Tests.Formatting;

public class FormatterTests
{
    private static string Format(string text) => Formatter.Format(new SourceText("a.icx", text));

    [Theory]
    [InlineData("cpo51")]
    [InlineData("kinds")]
    [InlineData("rules_and_studies")]
    [InlineData("fragments")]
    public void The_pages_of_the_language_are_in_style(string page)
    {
        var text = File.ReadAllText(RepositoryRoot.Combine($"tests/InterconnectDsl.Language.Tests/Formatting/Style/{page}.icx"));
        Assert.Empty(Parser.Parse(new SourceText("a.icx", text)).Diagnostics);
        Assert.Equal(text, Format(text));
        Assert.True(Formatter.IsFormatted(new SourceText("a.icx", text)));
    }

    [Theory]
    [InlineData("a=1", "a = 1\n")]
    [InlineData("a=  0.35dB", "a = 0.35 dB\n")]
    [InlineData("a=85%", "a = 85 %\n")]
    [InlineData("a = 3 m/ t", "a = 3 m / t\n")]
    [InlineData("a = 3 m/s*t", "a = 3 m/s*t\n")]
    [InlineData("a = 3 m/s * t", "a = 3 m/s * t\n")]
    [InlineData("a = 2 mm ^ 2", "a = 2 mm ^ 2\n")]
    [InlineData("a = ( x  in mW )*2", "a = (x in mW) * 2\n")]
    [InlineData("a = x  in dB/inch", "a = x in dB/inch\n")]
    [InlineData("a = - x+ -3 dB- y", "a = -x + -3 dB - y\n")]
    [InlineData("a = -( x )", "a = -(x)\n")]
    [InlineData("a = not( x ) and(y)", "a = not (x) and (y)\n")]
    [InlineData("a = f ( x,n=2 ) [ 3 ]", "a = f(x, n = 2)[3]\n")]
    [InlineData("a = index ( x )", "a = index(x)\n")]
    [InlineData("a = x in{ b,c }", "a = x in {b, c}\n")]
    [InlineData("a = sum( s . loss for s in steps between ( b,c ) if(s.open) )", "a = sum(s.loss for s in steps between(b, c) if (s.open))\n")]
    [InlineData("a = [1,2 , 3]", "a = [1, 2, 3]\n")]
    [InlineData("a = ( 1 mm,2 mm )", "a = (1 mm, 2 mm)\n")]
    [InlineData("a:length?=1..2", "a : length? = 1 .. 2\n")]
    [InlineData("kind k:step{a:apc|upc|flat?}", "kind k : step { a : apc | upc | flat? }\n")]
    [InlineData("a=1 ±2~ normal(1,2)within 1..2 source \"x\" confidence B", "a = 1 ± 2 ~ normal(1, 2) within 1 .. 2  source \"x\"  confidence B\n")]
    [InlineData("a = \"{ x  to 3 digits }\"", "a = \"{ x  to 3 digits }\"\n")]
    [InlineData("use icx.oif . { A,B as C }", "use icx.oif.{A, B as C}\n")]
    [InlineData("part P:die{x=1;y=2 }", "part P : die { x = 1; y = 2 }\n")]
    [InlineData("part P:die{}", "part P : die { }\n")]
    [InlineData("part P:die{\n\n}", "part P : die { }\n")]
    [InlineData("part P:die{x=1\ny=2}", "part P : die {\n  x = 1\n  y = 2\n}\n")]
    [InlineData("part P : die\n{ x = 1 }", "part P : die { x = 1 }\n")]
    [InlineData("design D { socket s[ 4 ]on base{ price=3 USD } }", "design D { socket s[4] on base { price = 3 USD } }\n")]
    [InlineData("", "")]
    [InlineData("\n\n  \n", "")]
    public void Spacing_is_that_of_the_style(string written, string expected) => Assert.Equal(expected, Format(written));

    public static TheoryData<string> Shipped =>
        new(Texts.All.Where(p => p.StartsWith("examples/", StringComparison.Ordinal) || p.StartsWith("src/", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Shipped))]
    public void The_examples_and_the_library_are_in_style(string path) =>
        Assert.True(Formatter.IsFormatted(new SourceText(path, Texts.Read(path))), $"{path} is not in style; run `icx fmt {path}`");

    [Fact]
    public void Columns_stand_below_each_other_until_a_blank_line_or_a_comment()
    {
        Assert.Equal(
            """
            kind engine : step {
              lanes     : int       = 8
              lane_rate : data_rate = 112 Gb/s
              // the optical side
              er  = 6 dB
              oma : oma

              average : average_power = 1 dBm
            }

            """,
            Format("""
            kind engine : step {
              lanes : int = 8
              lane_rate : data_rate = 112 Gb/s
              // the optical side
              er = 6 dB
              oma : oma

              average : average_power = 1 dBm
            }
            """));
    }

    [Fact]
    public void A_name_that_stands_out_pushes_nobody()
    {
        Assert.Equal(
            """
            part pmf(span : length) : fiber {
              length      = span
              attenuation = 0.5 dB/km
              mode_field  = 9.0 um
              maintains_polarization = true
            }

            """,
            Format("""
            part pmf(span : length) : fiber {
              length = span
              attenuation = 0.5 dB/km
              mode_field = 9.0 um
              maintains_polarization = true
            }
            """));
    }

    [Fact]
    public void Comments_stay_where_they_stand_and_those_behind_lines_share_a_column()
    {
        Assert.Equal(
            """
            // the file
            kind die : step {  // stacked or not
              lanes : int      // those it drives
              io    : channel  // how
              // neither here
            }  // nor there
            // at the end

            """,
            Format("""


              // the file
            kind die:step {// stacked or not

            lanes : int // those it drives
                io : channel          // how
            // neither here

            } // nor there
               // at the end


            """));
    }

    [Fact]
    public void A_path_longer_than_a_line_is_broken_at_arrows_below_its_first_step()
    {
        var step = "connector_with_a_long_name[i div 8]";
        var text = $"design D {{\n  link lane[i in 512] = asic <-> {string.Join(" -> ", Enumerable.Repeat(step, 8))} -> mirror\n}}\n";
        var formatted = Format(text);
        var below = new string(' ', "  link lane[i in 512] = ".Length);
        Assert.Equal(
            $"design D {{\n  link lane[i in 512] = asic <-> {step} -> {step} -> {step}\n"
            + $"{below}-> {step} -> {step} -> {step}\n{below}-> {step} -> {step} -> mirror\n}}\n",
            formatted);
    }

    [Fact]
    public void Further_lines_stand_below_the_value_and_inside_brackets_below_the_bracket()
    {
        Assert.Equal(
            """
            kind link : path {
              channel : electrical_gain = if tx exists then sum(s.electrical_loss for s in steps before tx)
                                          else sum(s.electrical_loss for s in steps)
              form    : cpo | npo =
                  if tx missing then npo
                  else cpo
              across  : length = max(1 mm,
                                     2 mm)
              along   : length = max(
                1 mm,
                2 mm
              )
            }

            fn loss(f : frequency) -> optical_gain =
              linear(f)

            """,
            Format("""
            kind link:path{
            channel:electrical_gain=if tx exists then sum(s.electrical_loss for s in steps before tx)
            else sum(s.electrical_loss for s in steps)
            form : cpo | npo =
            if tx missing then npo
            else cpo
            across : length = max(1 mm,
             2 mm)
            along : length = max(
               1 mm,
             2 mm
             )
            }

            fn loss( f : frequency )->optical_gain=
              linear(f)
            """));
    }

    [Fact]
    public void What_cannot_be_read_is_kept_to_the_character_and_the_rest_is_formatted()
    {
        Assert.Equal(
            """
            part A : die { size = 3 mm by 2 mm }
            design D {
              board main
              die  asic  :  :  Switch   on [ base
              engine oe : Dr4 on main
            }

            """,
            Format("""
            part A:die{size=3mm by 2mm}
            design D {
            board main
               die  asic  :  :  Switch   on [ base
              engine oe:Dr4 on main
            }
            """));
    }

    [Fact]
    public void Characters_outside_the_language_are_kept()
    {
        Assert.Equal("a = 1 /* one */\nb = 2   #\nc = 3\n", Format("a=1 /* one */\nb=2   #\nc=3"));
    }

    [Fact]
    public void A_file_keeps_its_line_ends() => Assert.Equal("a = 1\r\n\r\nb = 2  // two\r\n", Format("a=1\r\n\r\n\r\nb=2 // two\r\n"));

    [Fact]
    public void A_range_formats_its_lines_only()
    {
        const string text = "a=1\nb=2\nc=3\n";
        var tree = Parser.Parse(new SourceText("a.icx", text));
        Assert.Equal("a=1\nb = 2\nc=3\n", TextChange.Apply(text, Formatter.Changes(tree, new TextSpan(5, 1))));
        Assert.Equal(2, Formatter.Changes(tree, new TextSpan(5, 1)).Count);
    }
}
