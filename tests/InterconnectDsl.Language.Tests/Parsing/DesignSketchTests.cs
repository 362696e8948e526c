using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Tests.Parsing;

public class DesignSketchTests
{
    [Fact]
    public void A_path_with_mirror_keeps_its_body_and_its_steps_apart()
    {
        var design = (DesignSyntax)Parser.Parse(new SourceText("a.icx", """
            design Cpo51 {
              link lane[i in 512] = asic <-> trace(3 mm) { spare = true } -> oe[i div 32]
                                    -> smf(reach) -> mirror { light = cw[i div 4] }
            }
            """)).Root.Declarations.Single();
        var path = (PathSyntax)design.Members.Single();
        Assert.True(path.BothDirections);
        Assert.Equal(5, path.Steps.Count);
        Assert.Single(path.Steps[1].Members!);
        Assert.Null(path.Steps[4].Members);
        Assert.Equal("mirror", ((NameSyntax)path.Steps[4].Value).Name);
        Assert.Single(path.Members!);
    }
}
