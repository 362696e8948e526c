using System.Text.Json.Nodes;

namespace InterconnectDsl.LanguageServer.Tests.Features;

/// <summary>Actions, chosen and made as a client does.</summary>
public class ActionTests
{
    private const string Design =
        """
        module site.d

        use icx.ieee.{Dr4}
        use icx.oif.{Vsr112}

        param reach : length = 500 m

        part Asic : die { lanes = 4; io = Vsr112; power = 10 W }

        design D {
          board main
          die asic : Asic on main
          socket s on main { price = 3 USD }
        }

        """;

    [Fact]
    public async Task A_name_that_was_meant_is_put_in()
    {
        var text = Design.Replace("asic : Asic", "asic : Asci", StringComparison.Ordinal);
        Assert.Equal(Design, await ChosenAsync(text, "Asci", "Write `Asic`"));
    }

    [Fact]
    public async Task A_module_that_declares_a_name_is_used()
    {
        var text = Design.Replace("io = Vsr112", "io = Xsr112", StringComparison.Ordinal);
        Assert.Equal(
            text.Replace("{Vsr112}", "{Vsr112, Xsr112}", StringComparison.Ordinal),
            await ChosenAsync(text, "io = Xsr112", "Add `use icx.oif.{Xsr112}`", offset: 6));
    }

    [Fact]
    public async Task What_is_missing_is_given_and_marked_as_confirmed_by_nobody()
    {
        var text = Design.Replace("  socket s", "  connector c on main\n  socket s", StringComparison.Ordinal);
        var chosen = await ChosenAsync(text, "connector c", "Give what is missing", offset: 10);
        Assert.Contains("  connector c on main { ", chosen, StringComparison.Ordinal);
        Assert.Contains("  confidence U", chosen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_is_waived_with_a_reason_to_be_written()
    {
        var text = Design.Replace("design D", "rule cheap of D for asic as a { require a.power <= 5 W; message \"{a} takes {a.power}\" }\n\ndesign D", StringComparison.Ordinal);
        var chosen = await ChosenAsync(text, "asic : Asic", "Waive `site_d_cheap`", evaluated: true);
        Assert.Contains("  allow site_d_cheap because \"the reason is to be written here\"\n}", chosen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_help_of_a_rule_says_to_write_is_written_where_it_belongs()
    {
        const string Rule = "rule quiet of D for asic as a { require a.power <= 5 W; message \"{a} takes {a.power}\"; help \"say `power = 5 W`, or `blast_limit = 100 %`, or `light = cw[...]`\" }\n\n";
        var text = Design.Replace("design D", Rule + "design D", StringComparison.Ordinal);
        Assert.Equal(
            text.Replace("asic : Asic on main", "asic : Asic on main { power = 5 W }", StringComparison.Ordinal), await ChosenAsync(text, "asic : Asic", "Write `power = 5 W`", evaluated: true));
        Assert.Equal(
            text.Replace("3 USD }\n", "3 USD }\n  blast_limit = 100 %\n", StringComparison.Ordinal), await ChosenAsync(text, "asic : Asic", "Write `blast_limit = 100 %`", evaluated: true));
        var stated = text.Replace("asic : Asic on main", "asic : Asic on main { power = 6 W; price = 3 USD }", StringComparison.Ordinal);
        Assert.Equal(
            stated.Replace("power = 6 W", "power = 5 W", StringComparison.Ordinal), await ChosenAsync(stated, "asic : Asic", "Write `power = 5 W`", evaluated: true));
    }

    [Theory]
    [InlineData("Write 0.5 km", "0.5 km")]
    [InlineData("Write 50000 cm", "50000 cm")]
    public async Task A_length_is_written_in_another_unit(string title, string written) =>
        Assert.Equal(Design.Replace("500 m", written, StringComparison.Ordinal), await ChosenAsync(Design, "500 m", title));

    [Fact]
    public async Task A_bare_thing_becomes_a_part()
    {
        var chosen = await ChosenAsync(Design, "socket s on main", "Make a part of `s`", offset: 8);
        Assert.Contains("part S : socket {\n  price = 3 USD\n}\n\ndesign D {", chosen, StringComparison.Ordinal);
        Assert.Contains("  socket s : S on main\n", chosen, StringComparison.Ordinal);
    }

    private static async Task<string> ChosenAsync(string text, string at, string title, int offset = 1, bool evaluated = false)
    {
        await using var client = await Client.StartAsync();
        var uri = client.Open("untitled:d", text);
        if (evaluated)
        {
            await client.OfAsync("textDocument/inlayHint", uri, ("range", Client.Range(0, 0, 0, 0)));
        }

        var (line, character) = Places.Find(text, at, offset);
        var actions = await client.OfAsync("textDocument/codeAction", uri, ("range", Client.Range(line, character, line, character)), ("context", new JsonObject { ["diagnostics"] = new JsonArray() }));
        var action = actions!.AsArray().FirstOrDefault(a => ((string)a!["title"]!).StartsWith(title, StringComparison.Ordinal));
        Assert.True(action is not null, "there are " + string.Join("; ", actions.AsArray().Select(a => (string)a!["title"]!)));
        var resolved = await client.RequestAsync("codeAction/resolve", action.DeepClone());
        return Places.Edited(text, resolved!["edit"]!["changes"]![uri]!.AsArray());
    }
}
