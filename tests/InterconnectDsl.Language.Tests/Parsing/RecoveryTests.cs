using InterconnectDsl.Language.Syntax;

namespace InterconnectDsl.Language.Tests.Parsing;

public class RecoveryTests
{
    [Fact]
    public void A_failed_statement_is_an_error_node_that_knows_its_names_and_the_others_stand()
    {
        var tree = Parsed.File("""
            design Cpo51 {
              board main
              engine oe[16 : CoPackaged3200 on base
              die asic : Switch51
            }
            param reach : length = 500 m
            """);
        Assert.Single(tree.Diagnostics);
        var design = (DesignSyntax)tree.Root.Declarations[0];
        Assert.Equal(["Instance", "ErrorDeclaration", "Instance"], design.Members.Select(SyntaxParts.Sort));
        Assert.Equal(["oe"], ((ErrorDeclarationSyntax)design.Members[1]).Names);
        Assert.IsType<ParamSyntax>(tree.Root.Declarations[1]);
    }

    [Fact]
    public void A_failed_declaration_names_all_it_would_have_declared()
    {
        var tree = Parsed.File("connector : step {\n  fibers : int\n  engine oe[3]\n  loss = 3 dB\n}\nuse icx.oif.{A B as C}\n");
        Assert.Equal(2, tree.Diagnostics.Count);
        Assert.Equal(["connector", "fibers", "oe", "loss"], ((ErrorDeclarationSyntax)tree.Root.Declarations[0]).Names);
        Assert.Contains("C", ((ErrorDeclarationSyntax)tree.Root.Declarations[1]).Names);
    }

    [Fact]
    public void A_declaration_at_the_start_of_a_line_closes_what_is_open()
    {
        var tree = Parsed.File("design A {\n  package sw {\n    board main\n\ndesign B {\n  board main\n}\n");
        Assert.Single(tree.Diagnostics);
        Assert.Equal(["A", "B"], tree.Root.Declarations.Cast<DesignSyntax>().Select(d => d.Name.Text));
    }

    [Fact]
    public void Indentation_tells_which_brace_is_missing()
    {
        var open = Parsed.File("design A {\n  package sw {\n    die asic\n\n  laser els\n}\nparam x = 3");
        Assert.Equal("5:3 ICX1003 the `{` of `package sw` is not closed: expected `}`, found `laser`", Parsed.Lines(open));
        Assert.Equal(["sw", "els"], ((DesignSyntax)open.Root.Declarations[0]).Members.Cast<InstanceSyntax>().Select(m => m.Name.Text));

        var missing = Parsed.File("design A {\n  package sw on main\n    die asic\n  }\n  laser els\n}\nparam x = 3");
        Assert.Equal("2:21 ICX1001 expected `{`, found the end of the line", Parsed.Lines(missing));
        var package = (InstanceSyntax)((DesignSyntax)missing.Root.Declarations[0]).Members[0];
        Assert.Equal("asic", ((InstanceSyntax)package.Members!.Single()).Name.Text);
        Assert.Equal(2, missing.Root.Declarations.Count);
    }

    [Fact]
    public void Indentation_means_nothing_where_braces_match()
    {
        Parsed.Declarations(
            "design A {\nboard main\n      package sw {\n die asic\nlaser els\n   }\n laser els2\n        board x\n  }\n   param x = 3");
    }

    [Fact]
    public void A_declaration_inside_another_is_reported_and_closes_nothing()
    {
        var tree = Parsed.File("design A {\n  param reach : length = 500 m\n  board main\n}\nparam x = 3");
        Assert.Equal("2:3 ICX1020 `param reach` is declared in a module, not inside `design A`", Parsed.Lines(tree));
        Assert.Equal(["reach"], ((ErrorDeclarationSyntax)((DesignSyntax)tree.Root.Declarations[0]).Members[0]).Names);
        Assert.Equal(2, tree.Root.Declarations.Count);
    }

    [Fact]
    public void Things_outside_a_design_are_reported_once()
    {
        var tree = Parsed.File("module a\nboard main\npanel face { rack_units = 2 }\nlink x = a -> b\nparam y = 3");
        Assert.Equal("2:1 ICX1021 `board main` stands outside a design", Parsed.Lines(tree));
        Assert.IsType<ParamSyntax>(tree.Root.Declarations[^1]);
    }

    [Fact]
    public void A_rule_with_a_broken_line_is_no_rule()
    {
        var tree = Parsed.File("rule fits for connector as c {\n  require c.used <=\n  message \"full\"\n}");
        Assert.Equal("2:20 ICX1001 expected a value, found the end of the line", Parsed.Lines(tree));
        Assert.Equal(["fits"], ((ErrorDeclarationSyntax)tree.Root.Declarations.Single()).Names);
    }

    [Fact]
    public void A_mistake_in_parentheses_over_lines_is_skipped_as_a_whole()
    {
        var tree = Parsed.File("x = f(a b,\n  c,\n  d)\ny = 3");
        Assert.Single(tree.Diagnostics);
        Assert.Equal(["ErrorDeclaration", "Assignment"], tree.Root.Declarations.Select(SyntaxParts.Sort));
    }
}
