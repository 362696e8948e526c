namespace InterconnectDsl.Runtime;

/// <summary>
/// What the body of a compiled kernel calls: one method for each operation of the kernel IR, under its name. The body is written once and compiled for
/// <see cref="LaneOperations{T, TFunctions}"/> with the functions of a precision and, where a number is none, for <see cref="CarefulOperations"/>. An
/// <c>id</c> names the operation, so that a failed number says where it comes from. Conditions are 0 and 1.
/// </summary>
/// <typeparam name="T">The lanes to work with.</typeparam>
public interface ILaneOperations<T>
    where T : struct, ILanes<T>
{
#pragma warning disable CS1591 // The operations say what they do.
    static abstract T Negate(T x, int id);

    static abstract T Not(T x, int id);

    static abstract T Abs(T x, int id);

    static abstract T Positive(T x, int id);

    static abstract T Sign(T x, int id);

    static abstract T Floor(T x, int id);

    static abstract T Ceiling(T x, int id);

    static abstract T Round(T x, int id);

    static abstract T Sqrt(T x, int id);

    static abstract T Exp(T x, int id);

    static abstract T ExpM1(T x, int id);

    static abstract T Ln(T x, int id);

    static abstract T Ln1P(T x, int id);

    static abstract T Log10(T x, int id);

    static abstract T Log2(T x, int id);

    static abstract T Sin(T x, int id);

    static abstract T Cos(T x, int id);

    static abstract T Tan(T x, int id);

    static abstract T Erf(T x, int id);

    static abstract T Erfc(T x, int id);

    static abstract T Erfcx(T x, int id);

    static abstract T NormalCdf(T x, int id);

    static abstract T NormalInverse(T x, int id);

    static abstract T LnGamma(T x, int id);

    static abstract T FromDecibel(T x, in PowerConstants<T> held, int id);

    static abstract PowerConstants<T> HoldFromDecibel();

    static abstract T ToDecibel(T x, int id);

    static abstract T Add(T a, T b, int id);

    static abstract T Subtract(T a, T b, int id);

    static abstract T Multiply(T a, T b, int id);

    static abstract T Divide(T a, T b, int id);

    static abstract T IntegerDivide(T a, T b, int id);

    static abstract T Modulo(T a, T b, int id);

    static abstract T Power(T a, T b, int id);

    static abstract T Minimum(T a, T b, int id);

    static abstract T Maximum(T a, T b, int id);

    static abstract T Atan2(T a, T b, int id);

    static abstract T Hypot(T a, T b, int id);

    static abstract T Less(T a, T b, int id);

    static abstract T LessOrEqual(T a, T b, int id);

    static abstract T Greater(T a, T b, int id);

    static abstract T GreaterOrEqual(T a, T b, int id);

    static abstract T Equal(T a, T b, int id);

    static abstract T NotEqual(T a, T b, int id);

    static abstract T LnChoose(T n, T k, int id);

    static abstract T ChiSquareUpper(T x, T k, int id);

    static abstract T Select(T condition, T then, T otherwise, int id);

    static abstract T Held(T flag, T given, T drawn, int id);

    static abstract T SelectLess(T a, T b, T then, T otherwise, int id);

    static abstract T SelectLessOrEqual(T a, T b, T then, T otherwise, int id);

    static abstract T SelectGreater(T a, T b, T then, T otherwise, int id);

    static abstract T SelectGreaterOrEqual(T a, T b, T then, T otherwise, int id);

    static abstract T AtLeast(T k, T n, T r, int id);

    static abstract T RsUncorrectable(T n, T t, T b, int id);
    static abstract T MultiplyAdd(T a, T b, T c, int id);
    static abstract T NegatedMultiplyAdd(T a, T b, T c, int id);
#pragma warning restore CS1591

    /// <summary>1 where both hold; the second is not asked for where the first does not hold. An absent first leaves the second to decide.</summary>
    static abstract T And(T a, T b, int id);

    /// <summary>1 where one holds; the second is not asked for where the first holds. An absent first leaves the second to decide.</summary>
    static abstract T Or(T a, T b, int id);

    /// <summary><see cref="And"/> of numbers that are never absent.</summary>
    static abstract T Both(T a, T b, int id);

    /// <summary><see cref="Or"/> of numbers that are never absent.</summary>
    static abstract T Either(T a, T b, int id);

    /// <summary>1 where the number is there, 0 where it is absent.</summary>
    static abstract T Exists(T x, int id);

    /// <summary>The first where it is there, otherwise the second.</summary>
    static abstract T Otherwise(T a, T b, int id);

    /// <summary>The result of an operation, absent where its argument is.</summary>
    static abstract T UnlessAbsent(T argument, T result);

    /// <summary>Takes an element into a sum.</summary>
    static abstract T Sum(T state, T element);

    /// <summary>Takes an element into a product.</summary>
    static abstract T Product(T state, T element);

    /// <summary>Takes an element into a minimum that starts at infinity.</summary>
    static abstract T Min(T state, T element);

    /// <summary>Takes an element into a maximum that starts at minus infinity.</summary>
    static abstract T Max(T state, T element);

    /// <summary>Takes an element into a disjunction that starts at 0.</summary>
    static abstract T Any(T state, T element);

    /// <summary>Takes an element into a conjunction that starts at 1.</summary>
    static abstract T All(T state, T element);

    /// <summary>Counts an element.</summary>
    static abstract T Count(T state, T element);

    /// <summary>The state of a reduction with one more element: the same as before where that is absent.</summary>
    static abstract T Unless(T element, T state, T taken);

    /// <summary>What a sum, product, disjunction, conjunction or count comes to.</summary>
    static abstract T Total(T state, int id);

    /// <summary>What a minimum or maximum comes to; absent where it never took an element.</summary>
    static abstract T Extreme(T state, int id);

    /// <summary>A mean from a sum and a count; absent where nothing was counted.</summary>
    static abstract T Mean(T sum, T count, int id);

    /// <summary>Takes elements that lie side by side, and are not absent, into a sum, in their order.</summary>
    /// <param name="state">The sum so far.</param>
    /// <param name="elements">The elements.</param>
    /// <param name="count">How many of them count, from the first on; there may be more than lanes.</param>
    static abstract double SumInOrder(double state, T elements, nint count);

    /// <summary>The same for a product.</summary>
    static abstract double ProductInOrder(double state, T elements, nint count);

    /// <summary>The least of the states side by side.</summary>
    static abstract double Lowest(T states);

    /// <summary>The greatest of the states side by side.</summary>
    static abstract double Highest(T states);

    /// <summary>The sum of the states side by side, which are whole numbers.</summary>
    static abstract double Added(T states);

    /// <summary>Adds 0 to a running check, or NaN where the number is infinite or none.</summary>
    static abstract T Check(T checks, T number);

    /// <summary>The same, but lets an absent number pass.</summary>
    static abstract T CheckPresent(T checks, T number);

    /// <summary>Marks the points from <paramref name="point"/> on at which checks failed, in the first column.</summary>
    static abstract void Flag(T checks, ref double columns, nint point);

    /// <summary>Marks a point at which checks of members side by side failed, in the first column.</summary>
    static abstract void FlagPoint(T checks, ref double columns, nint point);

    /// <summary>Starts the search for a fixed point in <see cref="FixedPoints.Fields"/> columns that lie <paramref name="pitch"/> apart.</summary>
    static abstract void SolveStart(T start, T tolerance, T limit, ref double columns, nint first, nint pitch, nint point);

    /// <summary>Takes what the body made of the number tried; says whether some lane is still on its way.</summary>
    static abstract bool SolveNext(T body, ref double columns, nint first, nint pitch, nint point, int step, int id);
}
