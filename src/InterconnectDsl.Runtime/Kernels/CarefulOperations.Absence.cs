using InterconnectDsl.Numerics;
using Full = InterconnectDsl.Runtime.LaneOperations<InterconnectDsl.Runtime.Lanes1, InterconnectDsl.Runtime.FullFunctions<InterconnectDsl.Runtime.Lanes1>>;

namespace InterconnectDsl.Runtime;

/// <content>What treats absence and failure in its own way.</content>
public readonly partial struct CarefulOperations
{
    /// <inheritdoc/>
    public static Lanes1 Select(Lanes1 condition, Lanes1 then, Lanes1 otherwise, int id) =>
        double.IsNaN(D(condition)) ? condition : D(condition) != 0.0 ? then : otherwise;

    /// <inheritdoc/>
    public static Lanes1 SelectGreaterOrEqual(Lanes1 a, Lanes1 b, Lanes1 then, Lanes1 otherwise, int id) => Select(GreaterOrEqual(a, b, id), then, otherwise, id);

    /// <inheritdoc/>
    public static Lanes1 SelectGreater(Lanes1 a, Lanes1 b, Lanes1 then, Lanes1 otherwise, int id) => Select(Greater(a, b, id), then, otherwise, id);

    /// <inheritdoc/>
    public static Lanes1 SelectLessOrEqual(Lanes1 a, Lanes1 b, Lanes1 then, Lanes1 otherwise, int id) => Select(LessOrEqual(a, b, id), then, otherwise, id);

    /// <inheritdoc/>
    public static Lanes1 Held(Lanes1 flag, Lanes1 given, Lanes1 drawn, int id) => Select(flag, given, drawn, id);

    /// <inheritdoc/>
    public static Lanes1 SelectLess(Lanes1 a, Lanes1 b, Lanes1 then, Lanes1 otherwise, int id) => Select(Less(a, b, id), then, otherwise, id);

    /// <inheritdoc/>
    public static Lanes1 And(Lanes1 a, Lanes1 b, int id) => L(NoNumber.Junction(D(a), D(b), 0.0));

    /// <inheritdoc/>
    public static Lanes1 Or(Lanes1 a, Lanes1 b, int id) => L(NoNumber.Junction(D(a), D(b), 1.0));

    /// <inheritdoc/>
    public static Lanes1 Both(Lanes1 a, Lanes1 b, int id) => And(a, b, id);

    /// <inheritdoc/>
    public static Lanes1 Either(Lanes1 a, Lanes1 b, int id) => Or(a, b, id);

    /// <inheritdoc/>
    public static Lanes1 Exists(Lanes1 x, int id) => NoNumber.IsFailed(D(x)) ? x : Full.Exists(x, id);

    /// <inheritdoc/>
    public static Lanes1 Otherwise(Lanes1 a, Lanes1 b, int id) => Full.Otherwise(a, b, id);

    /// <inheritdoc/>
    public static Lanes1 UnlessAbsent(Lanes1 argument, Lanes1 result) => result;

    /// <inheritdoc/>
    public static Lanes1 Sum(Lanes1 state, Lanes1 element) => Take(state, element, Full.Sum(state, element));

    /// <inheritdoc/>
    public static Lanes1 Product(Lanes1 state, Lanes1 element) => Take(state, element, Full.Product(state, element));

    /// <inheritdoc/>
    public static Lanes1 Min(Lanes1 state, Lanes1 element) => Take(state, element, Full.Min(state, element));

    /// <inheritdoc/>
    public static Lanes1 Max(Lanes1 state, Lanes1 element) => Take(state, element, Full.Max(state, element));

    /// <inheritdoc/>
    public static Lanes1 Any(Lanes1 state, Lanes1 element) => Take(state, element, Full.Any(state, element));

    /// <inheritdoc/>
    public static Lanes1 All(Lanes1 state, Lanes1 element) => Take(state, element, Full.All(state, element));

    /// <inheritdoc/>
    public static Lanes1 Count(Lanes1 state, Lanes1 element) => Take(state, element, Full.Count(state, element));

    /// <inheritdoc/>
    public static Lanes1 Unless(Lanes1 element, Lanes1 state, Lanes1 taken) => taken;

    /// <inheritdoc/>
    public static Lanes1 Total(Lanes1 state, int id) => Finish(state, id);

    /// <inheritdoc/>
    public static Lanes1 Extreme(Lanes1 state, int id) => Full.Extreme(state, id);

    /// <inheritdoc/>
    public static Lanes1 Mean(Lanes1 sum, Lanes1 count, int id) =>
        NoNumber.IsFailed(D(sum)) ? sum : D(count) == 0.0 ? L(NoNumber.Absent) : Finish(sum / count, id);

    /// <inheritdoc/>
    public static Lanes1 Check(Lanes1 checks, Lanes1 number) => checks;

    /// <inheritdoc/>
    public static Lanes1 CheckPresent(Lanes1 checks, Lanes1 number) => checks;

    /// <inheritdoc/>
    public static void Flag(Lanes1 checks, ref double columns, nint point)
    {
    }

    // The first failed element fails the list; absent ones are passed over.
    private static Lanes1 Take(Lanes1 state, Lanes1 element, Lanes1 taken) =>
        NoNumber.IsFailed(D(state)) || NoNumber.IsAbsent(D(element)) ? state : NoNumber.IsFailed(D(element)) ? element : taken;

    private static Lanes1 Finish(Lanes1 state, int id) =>
        NoNumber.IsFailed(D(state)) || Floats.IsFinite(D(state)) ? state : L(NoNumber.FailedAt(id));
}
