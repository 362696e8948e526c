using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Language.Tests.Binding;

/// <summary>Parts, paths, and designs that extend others.</summary>
public class StructureTests
{
    private const string Pluggable = """
        module family
        part Retimed : engine { pmd = Nrz; lanes = 4; bandwidth = 400 Gb/s per_direction; power = 12 W; dsp = both }
        part Linear  : Retimed { power = 6 W; dsp = neither }
        part Nrz     : pmd { baud = 26 GBd }
        part Supply  : laser { launch = 20 dBm }

        design Base {
          board main
          package sw on main { die asic { power = 300 W } }
          cage   osfp[4] on main { power_class = 21 W }
          engine m[4] : Retimed on osfp[index] { price = 900 USD }
          laser  els : Supply on main
          feed   cw = els -> m[0]
          heat   h[i in 4] = m[i] -> main
        }

        design Lpo : Base {
          m : Linear { price = 500 USD }
          osfp { power_class = 10 W }
          without cw
          without els
        }

        design Hot : Base { asic : Warm }
        part Warm : die { power = 500 W }
        """;

    [Fact]
    public void A_design_takes_over_what_it_does_not_change()
    {
        var designs = Designs();
        var (@base, lpo) = (designs[0], designs[1]);
        Assert.Equal(["main", "sw", "osfp", "m"], lpo.Body.Instances.Select(i => i.Name));
        Assert.Equal(["h"], lpo.Body.Paths.Select(p => p.Name));
        Assert.Equal(5, @base.Body.Instances.Count);
        Assert.Equal("Base", lpo.Base!.Name);
    }

    [Fact]
    public void A_replacement_keeps_array_and_host_and_has_its_own_values()
    {
        var replaced = Designs()[1].Body.Instances[3];
        Assert.Equal("Linear", replaced.Part!.Part.Name);
        Assert.NotNull(replaced.Array);
        Assert.NotNull(replaced.Host);
        Assert.Equal(500, Assert.IsType<BoundNumber>(replaced.Body.Overrides["price"].Bound.Nominal).Value);
    }

    [Fact]
    public void What_is_amended_stays_and_the_amendment_stands_beside_it()
    {
        var amendment = Assert.Single(Designs()[1].Body.Amendments);
        Assert.Equal("osfp", Assert.IsType<BoundInstance>(amendment.Target).Name);
        Assert.Equal(10, Assert.IsType<BoundNumber>(amendment.Body.Overrides["power_class"].Bound.Nominal).Value);
    }

    [Fact]
    public void A_nested_thing_is_replaced_in_a_copy_of_what_holds_it()
    {
        var designs = Designs();
        var (@base, hot) = (designs[0], designs[2]);
        var (old, copy) = (@base.Body.Instances[1], hot.Body.Instances[1]);
        Assert.NotSame(old, copy);
        Assert.Null(Assert.Single(old.Body.Instances).Part);
        var asic = Assert.Single(copy.Body.Instances);
        Assert.Equal("Warm", asic.Part!.Part.Name);
        Assert.Same(copy, asic.Container);
        Assert.Same(@base.Body.Instances[0], hot.Body.Instances[0]);
    }

    [Fact]
    public void A_part_hands_arguments_to_the_part_it_builds_on()
    {
        var design = Icx.Design("module a\nuse icx.fiber.{smf}\npart Patch(turns : int, each : length = 2 m) : smf(turns * each)\n"
            + "design D { fiber f : Patch(3); fiber g : Patch(each = 1 m, turns = 2) }\n");
        var use = design.Body.Instances[1].Part!;
        Assert.Equal([2, 1], use.Arguments.Select(a => ((BoundNumber)a).Value));
        Assert.IsType<BoundBinary>(Assert.Single(use.Part.BaseArguments));
    }

    [Fact]
    public void Steps_are_things_members_parts_positions_and_a_temperature()
    {
        var design = Icx.Design("""
            module a
            use icx.fiber.{smf}
            param ambient : temperature = 35 degC
            design D {
              board main
              die   asic[2] on main
              connector port[2] { fibers = 16; family = mpo16 }
              link  lane[i in 2] = asic[i] <-> smf(2 m) { latency = 3 ns } -> port[i].position[1] -> smf(30 m) -> mirror { from_balls = true }
              heat  warm = asic[0] -> main -> ambient
            }
            """);
        var lane = design.Body.Paths[0];
        Assert.True(lane is { Mirrored: true, BothDirections: true });
        Assert.Equal(["BoundElement", "BoundPart", "BoundPosition", "BoundPart"], lane.Steps.Select(s => s.Value.GetType().Name));
        Assert.True(lane.Steps[1].Body!.Overrides.ContainsKey("latency"));
        Assert.True(lane.Body.Overrides.ContainsKey("from_balls"));
        Assert.IsType<BoundParam>(design.Body.Paths[1].Steps[2].Value);
    }

    [Fact]
    public void A_placement_function_is_told_index_count_host_and_size()
    {
        var design = Icx.Design("module a\ndesign D { board main { size = 3 cm by 3 cm }\n"
            + "  die d[4] on main at edge(north) { size = 3 mm by 3 mm }\n  die e on main at center }\n");
        var call = Assert.IsType<BoundCall>(design.Body.Instances[1].Place);
        Assert.Equal(["side", "host", "size", "index", "count"], call.Function.Parameters.Select(p => p.Name));
        Assert.Equal(ContextName.Host, Assert.IsType<BoundContext>(Assert.IsType<BoundAttribute>(call.Arguments[1]).Target).Name);
        Assert.Null(Assert.IsType<BoundAttribute>(call.Arguments[2]).Target);
        Assert.Equal(ContextName.Index, Assert.IsType<BoundContext>(call.Arguments[3]).Name);
        Assert.Equal(ContextName.Count, Assert.IsType<BoundContext>(call.Arguments[4]).Name);
        Assert.IsType<BoundConstant>(design.Body.Instances[2].Place);
    }

    [Fact]
    public void What_is_missing_may_be_given_by_a_part_a_thing_or_an_amendment()
    {
        const string Head = "module a\npart Mt : connector { fibers = 12 }\n";
        Assert.Contains("still needs `family`", Icx.Mistake(Head + "design D { connector c : Mt }\n").Message, StringComparison.Ordinal);
        Icx.IsClean(Head + "design D { connector c : Mt { family = mpo12 } }\n");
        Icx.IsClean(Head + "design D { connector c : Mt; c.family = mpo12 }\n");
        Icx.IsClean(Head + "design D { board b { connector c : Mt }\n  b.c { family = mpo12 } }\n");
    }

    [Fact]
    public void A_kind_serves_as_a_type_whose_values_are_parts_and_things()
    {
        var design = Icx.Design("module a\nuse icx.electrical.{Megtron7}\ndesign D { board main { material = Megtron7 }\n  laminate own\n"
            + "  board other { material = own } }\n");
        Assert.Equal("Megtron7", Assert.IsType<BoundPart>(design.Body.Instances[0].Body.Overrides["material"].Bound.Nominal).Use.Part.Name);
        Assert.IsType<BoundInstance>(design.Body.Instances[2].Body.Overrides["material"].Bound.Nominal);
        Assert.Equal("ICX2012", Icx.Mistake("module a\nuse icx.fiber.{smf}\ndesign D { board main { material = smf(2 m) } }\n").Code);
    }

    private static IReadOnlyList<DesignSymbol> Designs()
    {
        var compilation = Icx.Bind(Pluggable);
        Icx.IsSilent(compilation.Diagnostics);
        return compilation.Designs;
    }
}
