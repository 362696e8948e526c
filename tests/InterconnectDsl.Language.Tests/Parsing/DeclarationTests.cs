using InterconnectDsl.Language.Syntax;

namespace InterconnectDsl.Language.Tests.Parsing;

public class DeclarationTests
{
    [Fact]
    public void A_path_with_mirror_keeps_its_body_and_its_steps_apart()
    {
        var path = (PathSyntax)Parsed.Members("""
            link lane[i in 512] = asic <-> trace(3 mm) { spare = true } -> oe[i div 32]
                                  -> smf(reach) -> mirror { light = cw[i div 4] }
            """).Single();
        Assert.True(path.BothDirections);
        Assert.Equal(["asic", "trace(3mm)", "oe[(Div i 32)]", "smf(reach)", "mirror"], path.Steps.Select(s => Parsed.Of(s.Value)));
        Assert.Single(path.Steps[1].Members!);
        Assert.Null(path.Steps[4].Members);
        Assert.Single(path.Members!);
        Assert.Equal("i", path.Array!.Index?.Text);
    }

    [Fact]
    public void The_body_behind_the_last_step_is_the_path_s()
    {
        var path = (PathSyntax)Parsed.Members("influence near[c in 32] = asic -> osfp[c].m { psi = 0.012 K/W }").Single();
        Assert.All(path.Steps, s => Assert.Null(s.Members));
        Assert.Single(path.Members!);
        Assert.False(path.BothDirections);
    }

    [Fact]
    public void A_heat_path_may_end_in_a_temperature()
    {
        var path = (PathSyntax)Parsed.Members("heat core = asic -> lid(0.04 K/W) -> 45 degC").Single();
        Assert.Equal("45degC", Parsed.Of(path.Steps[2].Value));
    }

    [Fact]
    public void An_instance_says_its_part_its_host_and_its_place()
    {
        var oe = (InstanceSyntax)Parsed.Members("""
            /// The optics.
            icx.oif.engine oe[16] : CoPackaged3200(n = 2) on sw.base[3] at ring(ring_at) { spare = true }
            """).Single();
        Assert.Equal("icx.oif.engine", oe.Kind.Text);
        Assert.Equal("oe", oe.Name.Text);
        Assert.Equal("16", Parsed.Of(oe.Array!.Bounds));
        Assert.Equal("CoPackaged3200(n=2)", Parsed.Of(oe.Part));
        Assert.Equal("sw.base[3]", Parsed.Of(oe.Host));
        Assert.Equal("ring(ring_at)", Parsed.Of(oe.Place));
        Assert.Single(oe.Members!);
        Assert.Equal("The optics.", oe.Doc);
        Assert.Null(((InstanceSyntax)Parsed.Members("board main").Single()).Members);
    }

    [Fact]
    public void Setting_amending_and_replacing_are_told_apart()
    {
        var members = Parsed.Members("""
            m : LpoModule(3 W)
            osfp { power_class = 21 W }
            without els
            osfp.airflow = 1.2
            loss ~ normal(0.2 dB, 0.06 dB)
            oe[32 .. 35] { spare = true }
            n : Lpo { }
            """);
        Assert.Equal(
            ["Attribute", "Amend", "Without", "Assignment", "Assignment", "Amend", "Attribute"], members.Select(SyntaxParts.Sort));
        Assert.Equal("LpoModule(3W)", Parsed.Of(((AttributeSyntax)members[0]).Type));
        Assert.Equal("osfp.airflow", Parsed.Of(((AssignmentSyntax)members[3]).Target));
        Assert.Equal("oe[(32 .. 35)]", Parsed.Of(((AmendSyntax)members[5]).Target));
        Assert.NotNull(((AttributeSyntax)members[6]).Members);
    }

    [Theory]
    [InlineData("length", "length")]
    [InlineData("extent?", "extent?")]
    [InlineData("apc | upc | flat", "apc|upc|flat")]
    [InlineData("apc | upc?", "apc|upc?")]
    [InlineData("electrical_gain / length / frequency", "(Divide (Divide electrical_gain length) frequency)")]
    [InlineData("power / frequency ^ 0.5", "(Divide power (Power frequency 0.5))")]
    [InlineData("1 / (length * time)?", "(Divide 1 (Multiply length time))?")]
    [InlineData("icx.core.channel", "icx.core.channel")]
    public void Types_are_names_formulas_of_names_or_words(string text, string expected)
    {
        Assert.Equal(expected, Parsed.Of(((AttributeSyntax)Parsed.Members($"x : {text}").Single()).Type));
        Assert.Equal(expected, Parsed.Of(((AttributeSyntax)Parsed.Members($"x : {text} = y").Single()).Type));
    }

    [Fact]
    public void The_clauses_of_a_value_stand_in_any_order()
    {
        var value = ((ParamSyntax)Parsed.Declarations("""
            param slot = a or b ± 2 mm ~ normal(1 mm, 2 mm) confidence B within 80 mm .. 160 mm source "outline" plausible 1 mm .. 1 m
            """).Single()).Value;
        Assert.Equal("(Or a b)", Parsed.Of(value.Nominal));
        Assert.Equal("2mm", Parsed.Of(value.Tolerance));
        Assert.Equal("normal(1mm, 2mm)", Parsed.Of(value.Distribution));
        Assert.Equal("(80mm .. 160mm)", Parsed.Of(value.Within));
        Assert.Equal("(1mm .. 1m)", Parsed.Of(value.Plausible));
        Assert.Equal("outline", value.Source!.Plain);
        Assert.Equal("B", value.Confidence?.Text);
    }

    [Fact]
    public void In_a_value_within_is_the_clause_and_in_parentheses_the_test()
    {
        var value = ((AssignmentSyntax)Parsed.Declarations("ok = (x within 1 mm .. 2 mm) within 0 .. 1").Single()).Value;
        Assert.Equal("(within x (1mm .. 2mm))", Parsed.Of(value.Nominal));
        Assert.Equal("(0 .. 1)", Parsed.Of(value.Within));
        var chosen = ((AssignmentSyntax)Parsed.Declarations("a = if x within 1 .. 2 then 3 else 4 within 1 .. 5").Single()).Value;
        Assert.Equal("(if (within x (1 .. 2)) 3 4)", Parsed.Of(chosen.Nominal));
        Assert.NotNull(chosen.Within);
    }

    [Fact]
    public void A_function_is_an_expression_or_lines_that_end_in_one()
    {
        var functions = Parsed.Declarations("""
            fn f(x : length, n : int = 2) -> ratio = x / n
            fn g(er : optical_gain) -> optical_gain = {
              r = linear(er)
              half : ratio = (r - 1) / (r + 1); db(2 * half)
            }
            fn erfc(x : real) -> real
            """).Cast<FunctionSyntax>().ToList();
        Assert.Equal("2", Parsed.Of(functions[0].Parameters[1].Default));
        var block = (BlockSyntax)functions[1].Body!;
        Assert.Equal(["r", "half"], block.Locals.Select(l => l.Name.Text));
        Assert.Equal("db((Multiply 2 half))", Parsed.Of(block.Result));
        Assert.Null(functions[2].Body);
    }

    [Fact]
    public void A_rule_keeps_its_subjects_and_its_texts()
    {
        var rule = (RuleSyntax)Parsed.Declarations("""
            warning rule far_apart of Cpo51 for engine as a, each array of laser as g, design as d if a.power > 2 W {
              require a.x <= 3 mm; require g.y exists
              message "{a} is far"
              source "IEC 61754-7"
              help "move it"
            }
            """).Single();
        Assert.Equal(RuleSeverity.Warning, rule.Severity);
        Assert.Equal("Cpo51", rule.Of?.Text);
        Assert.Equal(["engine a False", "laser g True", "design d False"], rule.Subjects.Select(s => $"{s.Kind} {s.Name} {s.EachArray}"));
        Assert.Equal(2, rule.Requirements.Count);
        Assert.Equal("IEC 61754-7", rule.Source!.Plain);
        Assert.Equal("move it", rule.Help!.Plain);
    }

    [Fact]
    public void A_study_keeps_its_lines_in_order()
    {
        var study = (StudySyntax)Parsed.Declarations("""
            study trade of Pluggable51, Lpo51 {
              sweep reach over 2 m .. 2 km in 25 log steps
              sweep ambient over 25 degC, 35 degC
              choose oe.attach_sigma
              with osfp.airflow = 1.4, slot = 110 mm
              observe worst = min(lane.margin)
              sample 1_000_000
              expect probability(worst >= 0 dB) >= 99.9 %
            }
            """).Single();
        Assert.Equal(["Pluggable51", "Lpo51"], study.Of.Select(o => o.Text));
        Assert.Equal(["Knob", "Knob", "Knob", "StudyBindings", "StudyBindings", "StudyTerm", "StudyTerm"], study.Clauses.Select(SyntaxParts.Sort));
        var reach = (KnobSyntax)study.Clauses[0];
        Assert.True(reach.Logarithmic);
        Assert.Equal("25", Parsed.Of(reach.Points));
        Assert.Equal("(2m .. 2km)", Parsed.Of(reach.Over.Single()));
        Assert.True(((KnobSyntax)study.Clauses[2]).Choose);
        Assert.Equal("osfp.airflow", ((StudyBindingsSyntax)study.Clauses[3]).Bindings[0].Name.Text);
    }

    [Fact]
    public void A_test_sets_and_expects()
    {
        var test = (TestSyntax)Parsed.Declarations("""
            test "closes" of Cpo51 { with reach = 2 km ± 1 m, ambient ~ uniform(20 degC, 30 degC); expect min(lane.margin) >= 0 dB }
            """).Single();
        Assert.Equal("closes", test.Title.Plain);
        Assert.Equal(2, test.With.Count);
        Assert.NotNull(test.With[1].Value.Distribution);
        Assert.Single(test.Expectations);
    }

    [Fact]
    public void A_module_uses_names_of_others()
    {
        var tree = Parsed.File("/// What it is.\nmodule a.b\nuse icx.oif.{Xsr112, Elsfp as Source}\nuse icx.fiber\n");
        Assert.Equal("", Parsed.Lines(tree));
        Assert.Equal("a.b", tree.Root.Module!.Name);
        Assert.Equal("What it is.", tree.Root.Module.Doc);
        var uses = tree.Root.Declarations.Cast<UseSyntax>().ToList();
        Assert.Equal("icx.oif", uses[0].Module.Text);
        Assert.Equal("Source", uses[0].Items![1].Alias?.Text);
        Assert.Null(uses[1].Items);
    }

    [Fact]
    public void Documentation_belongs_to_the_declaration_below_it()
    {
        var kind = (KindSyntax)Parsed.Declarations("""
            /// Where fibers
            ///   meet.
            kind connector : step {
              fibers : int   /// behind is nothing
              /// Apart.

              // not this
              /// Positions.
              used : int
            }
            """).Single();
        Assert.Equal("Where fibers\n  meet.", kind.Doc);
        Assert.Equal([null, "Positions."], kind.Members.Select(m => m.Doc));
    }

    [Fact]
    public void A_waiver_and_a_confirmation_stand_in_a_design_or_in_a_module()
    {
        var waiver = (AllowSyntax)Parsed.Members("allow icx_fibers_fit until 2027-06-30 because \"spare lanes\"").Single();
        Assert.Equal((2027, 6, 30), (waiver.Until!.Year, waiver.Until.Month, waiver.Until.Day));
        Assert.Equal("spare lanes", waiver.Because!.Plain);
        var confirmed = (ConfirmSyntax)Parsed.Declarations("confirm asic.io.budget = 20 dB source \"board 3\"").Single();
        Assert.Equal("asic.io.budget", Parsed.Of(confirmed.Target));
    }
}
