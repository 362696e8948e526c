using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Tests.Binding;

/// <summary>Rules, waivers, confirmations, tests and studies.</summary>
public class RuleAndStudyTests
{
    private const string Design = """
        module shop.floor
        param load : power = 3 W within 1 W .. 9 W

        design Floor {
          board main { power = load }
          board rest[4]
          die   chip on main { power = 20 W }
          heat  warm[i in 4] = chip -> rest[i]
          allow icx_fibers_fit until 2027-06-30 because "spliced"
          confirm load = 4 W source "measured"
          confirm board.resistance = 0.1 K/W source "data sheet"
        }

        """;

    [Fact]
    public void A_rule_names_kinds_things_arrays_and_the_design()
    {
        var rules = Rules("""
            rule a for board as b, die as d if d.host == b { require b.power <= d.power }
            warning rule b of Floor for warm as w { require w.rise <= 9 K; message "{w} rises {w.rise in K to 3 digits}" }
            note rule c for each array of board as g { require count(g) <= 4 }
            rule d for design as d { require d.power <= 1 kW and d.power == d.power or design.lanes == 0 }
            """.Replace(" and d.power == d.power", "", StringComparison.Ordinal));
        Assert.Equal(["shop_floor_a", "shop_floor_b", "shop_floor_c", "shop_floor_d"], rules.Select(r => r.Id));
        Assert.Equal(["board", "die"], rules[0].Subjects.Select(s => s.Kind!.Name));
        Assert.Equal("warm", rules[1].Subjects[0].Thing);
        Assert.Equal(3, rules[1].Message!.Parts[2].Digits ?? rules[1].Message!.Parts.Max(p => p.Digits));
        Assert.IsType<ListType>(rules[2].Subjects[0].Name.Type);
        Assert.Equal("design", rules[3].Subjects[0].Kind!.Name);
    }

    [Fact]
    public void Waivers_and_confirmations_are_kept_with_the_design()
    {
        var design = Icx.Design(Design);
        Assert.Equal(new Waiver(design.Body.Waivers[0].Location, "icx_fibers_fit", 20270630, "spliced"), Assert.Single(design.Body.Waivers));
        Assert.Equal(["load", "resistance"], design.Body.Confirmations.Select(c => c.Target.Name));
        Assert.Equal("measured", design.Body.Confirmations[0].Formula.Source);
    }

    [Fact]
    public void A_test_sets_params_and_attributes()
    {
        var compilation = Icx.Bind(Design + "test \"cool\" of Floor {\n  with load = 5 W, chip.power = 3 W\n"
            + "  expect main.power within 1 % of 5 W\n}\n");
        Icx.IsSilent(compilation.Diagnostics);
        var test = Assert.Single(compilation.Modules[0].Tests);
        Assert.Equal("load", Assert.Single(test.With).Param.Name);
        Assert.True(Assert.Single(test.Amendments).Body.Overrides.ContainsKey("power"));
        Assert.Single(test.Expectations);
    }

    [Theory]
    [InlineData("sweep load over 1 W .. 9 W in 5 log steps\n  sweep chip.power over 3 W, 4 W\n"
        + "  observe total = power, worst = max(warm.rise)\n  expect worst <= 90 K")]
    [InlineData("sample 1_000\n  seed 7\n  observe total = power\n  expect probability(total <= 90 W) >= 99 %\n  expect quantile(total, 5 %) >= 1 W")]
    [InlineData("choose load\n  choose rest.power over 0 W .. 2 W\n  minimize power\n  subject max(warm.rise) <= 80 K")]
    public void A_study_is_checked(string lines) => Icx.IsClean(Design + "study s of Floor {\n  " + lines + "\n}\n");

    [Theory]
    [InlineData("sweep load over 1 K .. 9 W in 5 steps", "ICX2012")]
    [InlineData("sweep lod over 1 W, 2 W", "ICX2001")]
    [InlineData("sweep main over 1 W, 2 W", "ICX5002")]
    [InlineData("sweep load over 1 W .. 2 W", "ICX5004")]
    [InlineData("sweep load over 1 W .. 2 W in 0 steps", "ICX5006")]
    [InlineData("choose load", "ICX5008")]
    [InlineData("choose chip.power\n  minimize power", "ICX5003")]
    [InlineData("minimize power", "ICX5008")]
    [InlineData("observe total = rest.power", "ICX5007")]
    [InlineData("expect power", "ICX2012")]
    [InlineData("expect probability(power > 1 W) >= 3 %", "ICX5012")]
    [InlineData("expect probability(power) >= 3 %", "ICX2012")]
    [InlineData("expect power == 3 W", "ICX2013")]
    public void A_mistake_in_a_study_is_found(string lines, string code) =>
        Assert.Equal(code, Icx.Mistake(Design + "study s of Floor {\n  " + lines + "\n}\n").Code);

    [Fact]
    public void What_one_of_the_compared_designs_lacks_leaves_its_cell_empty_and_what_all_lack_is_an_error()
    {
        const string Other = "design Other : Floor { board extra { power = 2 W } }\n";
        Icx.IsClean(Design + Other + "study s of Floor, Other {\n  sweep load over 1 W, 2 W\n  observe more = extra.power\n}\n");
        Assert.Contains("any of the designs", Icx.Mistake(Design + Other + "study s of Floor, Other {\n  sweep load over 1 W, 2 W\n"
            + "  observe more = xtr.power\n}\n").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rules_of_the_library_come_first_and_bind_when_they_are_asked_for()
    {
        var compilation = Icx.Bind(Design + "rule a for board as b { require b.power <= 9 W }\n");
        Assert.StartsWith("icx_", compilation.Rules[0].Id, StringComparison.Ordinal);
        Assert.Equal("shop_floor_a", compilation.Rules[^1].Id);
        Assert.Empty(compilation.Rules[0].Requirements);
        compilation.Rules[0].Bind!();
        Assert.NotEmpty(compilation.Rules[0].Requirements);
    }

    [Fact]
    public void A_module_of_the_library_that_is_not_used_is_not_read()
    {
        var compilation = Icx.Bind(Design);
        var read = compilation.AllModules.Select(m => m.Name).Where(m => !m.StartsWith("icx.rules.", StringComparison.Ordinal));
        Assert.Equal(["icx.core", "icx.rules", "shop.floor"], read.Order(StringComparer.Ordinal));
    }

    private static List<RuleSymbol> Rules(string rules)
    {
        var compilation = Icx.Bind(Design + rules);
        Icx.IsSilent(compilation.Diagnostics);
        return compilation.Modules[0].Rules;
    }
}
