using System.Globalization;
using System.Text;

namespace InterconnectDsl.Language.Tests.Binding;

/// <summary>Nothing a user can write exhausts the stack, on a thread with as little of it as any host gives.</summary>
public class DepthTests
{
    private const int HalfMegabyte = 512 * 1024;

    [Fact]
    public void Constants_whose_types_rest_on_each_other_in_reverse_order_end_in_a_diagnostic()
    {
        var text = new StringBuilder("module deep\n");
        for (var i = 0; i < 3000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"c{i} = c{i + 1} + 1\n");
        }

        Assert.Contains("ICX3026", Codes(text.Append("c3000 = 1\n").ToString()));
    }

    [Fact]
    public void In_the_order_of_their_use_they_may_be_any_number()
    {
        var text = new StringBuilder("module long\nc0 = 1\n");
        for (var i = 1; i < 3000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"c{i} = c{i - 1} + 1\n");
        }

        Assert.Empty(Codes(text.ToString()));
    }

    [Fact]
    public void Functions_that_call_the_next_end_in_a_diagnostic()
    {
        var text = new StringBuilder("module deep\n");
        for (var i = 0; i < 3000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"fn f{i}(x : real) -> real = f{i + 1}(x) + 1\n");
        }

        Assert.Contains("ICX3026", Codes(text.Append("fn f3000(x : real) -> real = x\n").ToString()));
    }

    [Fact]
    public void A_choice_of_many_branches_binds() =>
        Assert.Empty(Codes("module wide\nn : int = " + string.Concat(Enumerable.Range(0, 150).Select(i => $"if 1 == {i} then {i} else ")) + "0\n"));

    [Fact]
    public void Parts_and_designs_in_long_chains_bind()
    {
        var text = new StringBuilder("module chain\npart P0 : board { power = 1 W }\ndesign D0 { board b : P299 }\n");
        for (var i = 1; i < 300; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"part P{i} : P{i - 1} {{ price = {i} USD }}\ndesign D{i} : D{i - 1} {{ board b{i} }}\n");
        }

        Assert.Empty(Codes(text.ToString()));
    }

    private static List<string> Codes(string text)
    {
        List<string> codes = [];
        var thread = new Thread(() => codes = Icx.Bind(text).Diagnostics.Select(d => d.Code).Distinct().ToList(), HalfMegabyte);
        thread.Start();
        thread.Join();
        return codes;
    }
}
