namespace InterconnectDsl.Library.Tests.WorkedNumbers;

/// <summary>Every model of the library against the numbers worked out for it elsewhere, to the digits they are given in.</summary>
public class WorkedNumberTests
{
    private static readonly Lazy<EvaluatedDesign> Design = new(() => EvaluatedDesign.OfFile("WorkedNumbers/worked-numbers.icx"));

    private static readonly Lazy<IReadOnlyList<WorkedNumber>> All =
        new(() => WorkedNumber.Parse(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "WorkedNumbers/worked-numbers.txt"))));

    public static TheoryData<string, string, string> Numbers
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var number in All.Value)
            {
                data.Add(number.Section, number.Expression, number.Figure);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_formula_comes_to_its_worked_number(string section, string expression, string figure)
    {
        var number = new WorkedNumber(section, expression, figure);
        var found = Design.Value.Number(expression);
        Assert.True(
            Math.Abs(found - number.Value) <= number.Tolerance,
            FormattableString.Invariant($"{section}: {expression} is {found:r}, and not {figure} within {number.Tolerance:g2}"));
    }

    [Fact]
    public void Every_one_of_the_sixteen_models_has_worked_numbers()
    {
        Assert.Equal(
            Enumerable.Range(1, 16).Select(n => "5." + n), All.Value.Select(n => n.Section).Distinct().OrderBy(s => int.Parse(s.AsSpan(2), null)));
        Assert.All(All.Value.GroupBy(n => n.Section), g => Assert.True(g.Count() >= 4, g.Key));
    }

    [Theory]
    [InlineData("7.0345", 0.00005)]
    [InlineData("2.4e-4", 0.000005)]
    [InlineData("352", 0.5)]
    [InlineData("1.000", 0.0005)]
    public void A_figure_is_known_to_half_a_unit_of_its_last_digit(string figure, double tolerance) =>
        Assert.Equal(tolerance, new WorkedNumber("", "", figure).Tolerance, tolerance * 1e-6);
}
