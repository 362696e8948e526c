using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>Finds distributions that cannot be: a negative spread, ends that are swapped, shares that do not add up. Only what is known from the text is judged.</summary>
internal sealed class DistributionCheck(Scope scope, CallSyntax call)
{
    private const double Rounding = 1e-9;

    /// <summary>Whether its arguments make a distribution; false after a report.</summary>
    public bool Check(string name, IReadOnlyList<BoundExpression> arguments)
    {
        var given = Fold(arguments);
        switch (name)
        {
            case "normal":
                return Spread(name, given[1], arguments[1]);
            case "lognormal":
                return (!(given[0] <= 0) || Report(0, $"the median of `lognormal` lies above zero, and this is {Show(arguments[0])}", null))
                    && Spread(name, given[1], arguments[1]);
            case "uniform":
                return Ends(name, arguments, given, 0, 1, mayMeet: true);
            case "triangular":
                return Ends(name, arguments, given, 0, 2, mayMeet: true)
                    && (!(given[1] < given[0] || given[1] > given[2])
                        || Report(
                            1, $"the likeliest value of `triangular`, {Show(arguments[1])}, lies outside {Show(arguments[0])} .. {Show(arguments[2])}",
                            "the order is triangular(low, likeliest, high)"));
            case "truncated":
                return Ends(name, arguments, given, 1, 2, mayMeet: false) && Overlap((BoundIntrinsic)arguments[0], arguments, given);
            default:
                return true;
        }
    }

    /// <summary>Whether the shares of a choice go with its values; false after a report.</summary>
    public bool CheckShares(int values, IReadOnlyList<double?> shares)
    {
        if (shares.Count != values)
        {
            return Report(1, $"`choice` has {Some(values, "value")} and {Some(shares.Count, "share")}", "give each value its share");
        }

        if (shares.Any(s => s is null))
        {
            return Report(1, "the shares of `choice` are numbers that stand here", "write them out: choice([7 W, 8 W], [70 %, 30 %])");
        }

        if (shares.FirstOrDefault(s => s < 0) is { } negative)
        {
            return Report(1, $"a share of `choice` is negative: {Quantities.FormatNumber(negative)}", "a value that never comes is left out");
        }

        var sum = shares.Sum(s => s!.Value);
        return Math.Abs(sum - 1) <= Rounding
            || Report(1, $"the shares of `choice` come to {Quantities.FormatNumber(sum * 100)} %", "together they are 100 %");
    }

    // The numbers that stand there, NaN for those that are not known from the text.
    private static double[] Fold(IReadOnlyList<BoundExpression> arguments)
    {
        var numbers = new double[arguments.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = arguments[i] is not BoundIntrinsic && ConstantFolder.TryFold(arguments[i], out var value) ? value : double.NaN;
        }

        return numbers;
    }

    private bool Spread(string name, double sigma, BoundExpression argument) =>
        !(sigma < 0) || Report(1, $"the sigma of `{name}` is negative: {Show(argument)}", "a spread is zero or more");

    private bool Ends(string name, IReadOnlyList<BoundExpression> arguments, double[] given, int low, int high, bool mayMeet)
    {
        if (!(given[low] > given[high]) && (mayMeet || given[low] != given[high]))
        {
            return true;
        }

        var text = given[low] > given[high]
            ? $"the low end of `{name}`, {Show(arguments[low])}, lies above its high end, {Show(arguments[high])}"
            : $"`{name}` leaves nothing between {Show(arguments[low])} and {Show(arguments[high])}";
        return Report(low, text, $"the order is {DistributionBinder.FormOf(name)}");
    }

    private bool Overlap(BoundIntrinsic inner, IReadOnlyList<BoundExpression> arguments, double[] given)
    {
        var ends = Fold(inner.Arguments);
        var (from, to) = inner.Name switch
        {
            "uniform" => (ends[0], ends[1]),
            "triangular" => (ends[0], ends[2]),
            "lognormal" => (0, double.NaN),
            _ => (double.NaN, double.NaN),
        };
        return !(given[2] <= from || given[1] >= to)
            || Report(1, $"`truncated` leaves nothing of `{inner.Name}` between {Show(arguments[1])} and {Show(arguments[2])}", "cut inside what it draws from");
    }

    private static string Some(int count, string noun) => $"{Quantities.FormatNumber(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Show(BoundExpression argument) => ConstantFolder.TryFold(argument, out var value)
        ? Quantities.Format(value, argument.Type, (argument as BoundNumber)?.Unit) : argument.Location.Text.Slice(argument.Location.Span);

    private bool Report(int argument, string text, string? help)
    {
        scope.ReportWithHelp("ICX2042", call.Arguments[argument].Value.Span, help, null, text);
        return false;
    }
}
