using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>Holds ranges that are known from the text to what a range is: its first end not above its second.</summary>
internal static class RangeCheck
{
    /// <summary>Whether the first end is not above the second; false after a report. What is not known from the text is not judged.</summary>
    public static bool EndsInOrder(BoundRange range, RangeSyntax syntax, Scope scope)
    {
        if (range.From.Type is ErrorType || range.To.Type is ErrorType || !ConstantFolder.TryFold(range.From, out var low)
            || !ConstantFolder.TryFold(range.To, out var high) || low <= high)
        {
            return true;
        }

        var turned = scope.Text.Slice(syntax.To.Span) + " .. " + scope.Text.Slice(syntax.From.Span);
        scope.ReportWithHelp("ICX2043", syntax.Span, $"write `{turned}`", turned, scope.Text.Slice(syntax.From.Span), scope.Text.Slice(syntax.To.Span));
        return false;
    }

    /// <summary>Reports a nominal that lies outside of what a study may explore.</summary>
    public static void StartsInside(BoundExpression? nominal, BoundRange range, Scope scope)
    {
        if (nominal is null || range.Type is not (QuantityType or IntType) || nominal.Type is ErrorType || !ConstantFolder.TryFold(nominal, out var start)
            || !ConstantFolder.TryFold(range.From, out var low) || !ConstantFolder.TryFold(range.To, out var high))
        {
            return;
        }

        // The ends themselves are within, however they were rounded.
        var slack = 1e-12 * (Math.Abs(low) + Math.Abs(high));
        if (start < low - slack || start > high + slack)
        {
            var shown = Quantities.Format(start, range.Type, (nominal as BoundNumber)?.Unit);
            scope.Bag.Report("ICX2044", nominal.Location, shown, range.Location.Text.Slice(range.Location.Span));
        }
    }
}
