using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Tests.Binding;

/// <summary>What names in a design stand for.</summary>
public class ReferenceTests
{
    private const string Nested = """
        module nested
        design Nested {
          board main
          package q[p in 4] on main {
            die d[8] { power = p * 1 W + index * 1 W }
            heat inner = d[0] -> d[1]
          }
          board spread
        }
        """;

    [Theory]
    [InlineData("main", "main", "board")]
    [InlineData("q", "q", "list of package")]
    [InlineData("q[1].d", "q[].d", "list of die")]
    [InlineData("q[1].d[3]", "q[].d[]", "die")]
    [InlineData("q.d", "q.d", "list of die")]
    [InlineData("d", "q.d", "list of die")]
    [InlineData("d[3]", "q.d[]", "die")]
    [InlineData("q[0 .. 1].d", "q[].d", "list of die")]
    [InlineData("inner", "q.inner", "list of heat")]
    public void A_reference_names_its_containers(string expression, string path, string type)
    {
        var bound = Ask(Nested, expression);
        Assert.Equal(path, PathOf(bound));
        Assert.Equal(type, bound.Type.Display);
    }

    [Theory]
    [InlineData("q.power", "list of power")]
    [InlineData("q.count", "int")]
    [InlineData("d.host", "list of node")]
    [InlineData("main.host", "node")]
    [InlineData("q[2].index", "int")]
    [InlineData("power", "power")]
    [InlineData("sum(d.power)", "power")]
    [InlineData("count(x for x : die)", "int")]
    [InlineData("max(x.power for x : q if x.power > 1 W)", "power")]
    [InlineData("first(die).power", "power")]
    [InlineData("main.power in mW", "real")]
    [InlineData("main.power within 1 % of 3 W", "bool")]
    [InlineData("main.temperature exists", "bool")]
    [InlineData("min(main.power)", "power")]
    [InlineData("inner[0].steps", "list of step")]
    [InlineData("main == spread", "bool")]
    [InlineData("main is board", "bool")]
    [InlineData("architecture in {cpo, npo}", "bool")]
    [InlineData("architecture == architecture.cpo", "bool")]
    public void An_expression_has_its_type(string expression, string type) => Assert.Equal(type, Ask(Nested, expression).Type.Display);

    [Fact]
    public void A_short_name_that_two_things_have_names_them_both()
    {
        var found = Icx.Mistake("module a\ndesign D {\n  board l { die x }\n  board r { die x }\n  board t { power = x.power }\n}\n");
        Assert.Equal("`x` could be `l.x`, `r.x`", found.Message);
    }

    [Fact]
    public void A_thing_of_a_part_is_reached_through_what_is_of_the_part()
    {
        var bound = Ask("module a\npart Tray : frame { die chip[2] }\ndesign D { frame t[3] : Tray }\n", "t[1].chip[0]");
        Assert.Equal("t[].chip[]", PathOf(bound));
    }

    [Fact]
    public void A_thing_named_like_an_attribute_of_the_design_is_the_thing() =>
        Assert.IsType<BoundInstance>(Ask("module a\ndesign D { board lanes }\n", "lanes"));

    [Fact]
    public void A_whole_module_is_named_in_front_of_a_dot_and_hides_nothing()
    {
        var design = Icx.Design("module a\nuse icx.fiber\npart P : fiber { length = 2 m; attenuation = 0.3 dB/km }\n"
            + "part Q : fiber.smf(2 m)\npart R : icx.fiber.smf(2 m)\n"
            + "design D { fiber p : P; fiber q : Q; fiber r : R }\n");
        Assert.All(design.Body.Instances, i => Assert.Equal("fiber", i.Kind.Name));
        Assert.Equal("smf", design.Body.Instances[1].Part!.Part.Base!.Name);
    }

    [Fact]
    public void An_expression_typed_at_a_prompt_reports_into_its_own_bag()
    {
        var compilation = Icx.Bind(Nested);
        var bag = new DiagnosticBag();
        Assert.Null(compilation.BindExpression(new("prompt", "mian.power"), compilation.Designs[0], bag));
        Assert.Equal("main", Assert.Single(bag.Items).Replacement);
        Assert.Empty(compilation.Diagnostics);
    }

    [Fact]
    public void A_value_from_outside_has_the_type_of_its_param()
    {
        var compilation = Icx.Bind("module a\nparam mode : fast | slow = fast\nparam reach : length = 3 m\n"
            + "design D { board b { latency = if mode == fast then reach * 5 ns/m else 1 s } }\n");
        var module = compilation.Modules[0];
        var mode = (ParamSymbol)module.Members["mode"];
        var reach = (ParamSymbol)module.Members["reach"];
        Assert.Equal(1, Assert.IsType<BoundNumber>(compilation.BindValue(new("--set", "slow"), mode, module, new())).Value);
        Assert.Equal(2000, Assert.IsType<BoundNumber>(compilation.BindValue(new("--set", "2km"), reach, module, new())).Value);
        var bag = new DiagnosticBag();
        Assert.Null(compilation.BindValue(new("--set", "2 W"), reach, module, bag));
        Assert.Equal("ICX2012", Assert.Single(bag.Items).Code);
    }

    [Theory]
    [InlineData("20 km", "ICX2044", "20 km lies outside of what may be explored, 2 m .. 2 km")]
    [InlineData("1 mm", "ICX2028", "")]
    public void A_value_from_outside_is_held_to_what_its_param_says(string value, string code, string message)
    {
        var compilation = Icx.Bind("module a\nparam reach : length = 3 m within 2 m .. 2 km plausible 1 m .. 100 km\ndesign D { board b { latency = reach * 5 ns/m } }\n");
        var bag = new DiagnosticBag();
        Assert.Null(compilation.BindValue(new("--set", value), (ParamSymbol)compilation.Modules[0].Members["reach"], compilation.Modules[0], bag));
        Assert.Equal(code, bag.Items[0].Code);
        Assert.Contains(message, bag.Items[0].Message, StringComparison.Ordinal);
    }

    private static BoundExpression Ask(string file, string expression)
    {
        var compilation = Icx.Bind(file);
        Icx.IsSilent(compilation.Diagnostics);
        var bag = new DiagnosticBag();
        var bound = compilation.BindExpression(new SourceText("prompt", expression), compilation.Designs[0], bag);
        Icx.IsSilent(bag.Items);
        return bound!;
    }

    private static string PathOf(BoundExpression? bound) => bound switch
    {
        BoundInstance instance => (instance.Container is null ? "" : PathOf(instance.Container) + ".") + instance.Name,
        BoundElement element => PathOf(element.List) + "[]",
        _ => "?",
    };
}
