using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>Holds values that are known from the text to the range in which they make sense, and says which unit was probably meant.</summary>
internal sealed class PlausibilityCheck(Scope scope, BoundRange range)
{
    /// <summary>Holds the nominal, both ends of its tolerance, and both ends of what a study may explore to the range; the first that is outside is reported.</summary>
    public void Check(BoundFormula value)
    {
        if (value.Nominal is BoundList list)
        {
            foreach (var item in list.Items)
            {
                Check(item);
            }
        }
        else if (Check(value.Nominal) && Check(EndOf(value, BinaryOperator.Subtract)) && Check(EndOf(value, BinaryOperator.Add)) && Check(value.Within?.From))
        {
            Check(value.Within?.To);
        }
    }

    private static BoundExpression? EndOf(BoundFormula value, BinaryOperator direction) =>
        value is { Nominal: { } nominal, Tolerance: { } tolerance } ? new BoundBinary(direction, nominal, tolerance, nominal.Type, tolerance.Location) : null;

    private bool Check(BoundExpression? value)
    {
        if (value is null || range.Type is not (QuantityType or IntType) || !ConstantFolder.TryFold(value, out var number)
            || !ConstantFolder.TryFold(range.From, out var low) || !ConstantFolder.TryFold(range.To, out var high))
        {
            return true;
        }

        // The ends themselves are within, however they were rounded.
        var slack = 1e-12 * (Math.Abs(low) + Math.Abs(high));
        if (number >= low - slack && number <= high + slack)
        {
            return true;
        }

        Report(value, number, low, high);
        return false;
    }

    private void Report(BoundExpression value, double number, double low, double high)
    {
        var unit = (value as BoundNumber)?.Unit;
        string Show(BoundExpression end, double at) => Quantities.Format(at, range.Type, (end as BoundNumber)?.Unit ?? unit);
        var shown = Quantities.Format(number, range.Type, unit);
        var ends = $"{Show(range.From, low)} .. {Show(range.To, high)}";
        string? help = null, replacement = null;
        if (unit is not null && range.Type is QuantityType type && Quantities.TryFromCoherent(number, type, unit, out var written, out _)
            && MeantUnit.ForRange(written, unit, low, high) is { } meant)
        {
            replacement = Quantities.FormatNumber(written) + " " + meant.Text;
            help = $"`{replacement}` was probably meant";
        }

        if (unit is null && (range.To as BoundNumber)?.Unit is { Text: "%" } && number / 100 >= low && number / 100 <= high)
        {
            replacement = Quantities.FormatNumber(number) + " %";
            help = $"`{replacement}` was probably meant";
        }

        scope.Bag.ReportWithHelp("ICX2028", value.Location, help, replacement, shown, ends);
    }
}
