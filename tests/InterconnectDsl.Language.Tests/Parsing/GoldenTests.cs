using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Tests.Shared;
using InterconnectDsl.Tests.Shared.Corpus;
using VerifyTests;

namespace InterconnectDsl.Language.Tests.Parsing;

public class GoldenTests
{
    // Each mistake a user makes in a first hour, one below the other: none hides the next.
    private const string FirstHour = """
        modul examples.first
        use icx.oif.{Xsr112, CoPackaged3200

        Param reach : length = 500 m withn 2 m .. 2 km
        param ambient : temperature 35 degC
        param launch : average_power = +3 dBm ± .5 dB
        lid = 0.04 K/W soruce "figure 4"

        parts Switch51 : die {
          size  = 32 mm x 26 mm
          power = 480 W,
          lanes == 512
          io    : = Xsr112
        }

        desgin Cpo51 {
          param count : int = 16
          panel face
          {
            rack_units = 2
          }
          engine oe[16 : CoPackaged3200 on face
          link lane[i in 512] = asic <-> trace( -> oe[i div 32]
                                -> smf(reach) <-> mirror
          total = oe[0].power
                + asic.power && 3
          warm  = if ambient > 30 degC than 1
          index = 3
          allow icx_fibers_fit until 2027-13-45
        }

        rule fits for connector {
          requre c.used <= c.fibers
        }

        rule fits2 for connector as c {
          requre c.used <= c.fibers
          message "{c has {c.used to 99 digits} fibers"
          help 'use another'
        }

        study trade of Cpo51 {
          sweep reach from 2 m .. 2 km
          expect min(lane.margin) > 0 dB
        """;

    public static TheoryData<string> Samples => new(CorpusFiles.Valid.Where(f => f.Folder == "tests/corpus/syntax").Select(f => f.Name));

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Tokens_of_a_sample(string name) => await Verify(TokenDump.Write(Sample(name)), In(name, "tokens"));

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Tree_of_a_sample(string name) => await Verify(SyntaxDump.Write(Parser.Parse(Sample(name))), In(name, "tree"));

    [Fact]
    public async Task Mistakes_of_a_first_hour()
    {
        var tree = Parser.Parse(new SourceText("first.icx", FirstHour));
        await Verify(AnnotatedSource.Render(tree.Text, tree.Diagnostics));
    }

    private static SourceText Sample(string name) => CorpusFiles.Valid.Single(f => f.Path == $"tests/corpus/syntax/{name}.icx").Read();

    private static VerifySettings In(string name, string what)
    {
        var settings = new VerifySettings();
        settings.UseDirectory("../../corpus/syntax");
        settings.UseFileName($"{name}.{what}");
        return settings;
    }
}
