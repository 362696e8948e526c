using FsCheck;
using FsCheck.Fluent;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Tests.Units;

/// <summary>Laws over all pairs of named types, and over dimensions drawn at random.</summary>
public class AlgebraLawTests
{
    private static readonly Config Cases = Config.QuickThrowOnFailure.WithMaxTest(1000);

    private static readonly IcxType[] Types = TypeNames.All.Select(n => TypeNames.Find(n)!)
        .Append(new WordType("connector.polish", "apc|upc|flat")).Append(new ListType(Units.Type("power")))
        .Append(Units.Type("optical_gain / length"))
        .ToArray();

    private static readonly BinaryOperator[] Operators = Enum.GetValues<BinaryOperator>();

    private static readonly BaseDimension[] Parts = Enum.GetValues<BaseDimension>();

    private static readonly Arbitrary<Dimension> Dimensions = Gen.Elements(Parts).Zip(Gen.Choose(-24, 24)).ListOf()
        .Select(parts => parts.Take(4).Aggregate(Dimension.None, (d, p) => d * Dimension.Of(p.Item1).Power(p.Item2, 12)!.Value))
        .Where(d => !d.IsBeyond).ToArbitrary();

    private static IEnumerable<(IcxType A, IcxType B)> Pairs => from a in Types from b in Types select (a, b);

    [Fact]
    public void Every_operator_answers_every_pair_with_a_type_or_with_a_problem_in_words() => Assert.All(Operators, op =>
    {
        foreach (var (a, b) in Pairs)
        {
            var (type, problem, _) = TypeAlgebra.Binary(op, a, b);
            Assert.True(type is null == !string.IsNullOrWhiteSpace(problem), $"{a} {op} {b}: {type} {problem}");
        }
    });

    [Fact]
    public void Sums_and_products_do_not_depend_on_the_order() => Assert.All(Pairs, pair =>
    {
        Assert.Equal(Made(BinaryOperator.Add, pair.A, pair.B), Made(BinaryOperator.Add, pair.B, pair.A));
        Assert.Equal(Made(BinaryOperator.Multiply, pair.A, pair.B), Made(BinaryOperator.Multiply, pair.B, pair.A));
    });

    [Fact]
    public void What_is_taken_away_can_be_added_again() => Assert.All(Pairs, pair =>
    {
        if (Made(BinaryOperator.Subtract, pair.A, pair.B) is { } difference)
        {
            var again = Made(BinaryOperator.Add, difference, pair.B);
            Assert.True(again is not null && TypeAlgebra.IsAssignable(pair.A, again), $"({pair.A} - {pair.B}) + {pair.B} = {again}");
        }
    });

    [Fact]
    public void What_is_divided_by_can_be_multiplied_again() => Assert.All(Pairs, pair =>
    {
        if (Made(BinaryOperator.Divide, pair.A, pair.B) is QuantityType ratio)
        {
            var again = Made(BinaryOperator.Multiply, ratio, pair.B) as QuantityType;
            Assert.Equal((pair.A as QuantityType ?? QuantityTypes.Real).Dimension, again!.Dimension);
        }
    });

    [Fact]
    public void Both_fit_where_two_types_meet() => Assert.All(Pairs, pair =>
    {
        if (TypeAlgebra.Unify(pair.A, pair.B).Type is { } met)
        {
            Assert.True(TypeAlgebra.IsAssignable(pair.A, met) && TypeAlgebra.IsAssignable(pair.B, met), $"{pair.A}, {pair.B} -> {met}");
            Assert.Equal(met, TypeAlgebra.Unify(pair.B, pair.A).Type);
        }
    });

    [Fact]
    public void Whatever_compares_also_subtracts() => Assert.All(Pairs, pair =>
        Assert.True(Made(BinaryOperator.Less, pair.A, pair.B) is null || Made(BinaryOperator.Subtract, pair.A, pair.B) is not null));

    [Fact]
    public void A_mismatch_names_both_types() => Assert.All(Pairs.Where(p => !TypeAlgebra.IsAssignable(p.A, p.B)), pair =>
    {
        var message = TypeAlgebra.ExplainMismatch(pair.A, pair.B);
        Assert.All(new[] { pair.A, pair.B }, type => Assert.Contains(type == QuantityTypes.Real ? "plain number" : type.Display, message));
    });

    [Fact]
    public void An_error_meets_everything_without_a_word() => Assert.All(Types, type =>
    {
        Assert.All(Operators, op => Assert.Equal(ErrorType.Instance, TypeAlgebra.Binary(op, type, ErrorType.Instance).Type));
        Assert.True(TypeAlgebra.IsAssignable(ErrorType.Instance, type) && TypeAlgebra.IsAssignable(type, ErrorType.Instance));
        Assert.Equal(type, TypeAlgebra.Unify(type, ErrorType.Instance).Type);
    });

    [Fact]
    public void Dimensions_multiply_as_exponents_add() =>
        Prop.ForAll(Dimensions, Dimensions, (a, b) =>
        {
            var product = a * b;
            return product.IsBeyond
                ? Parts.Any(d => Math.Abs(a.Twelfths(d) + b.Twelfths(d)) > sbyte.MaxValue)
                : product == b * a && product / b == a && Parts.All(d => product.Twelfths(d) == a.Twelfths(d) + b.Twelfths(d));
        }).Check(Cases);

    [Fact]
    public void A_square_root_squared_is_the_dimension_itself() =>
        Prop.ForAll(Dimensions, d => d.Power(1, 2) is not { } root || root.Power(2) == d).Check(Cases);

    [Fact]
    public void A_dimension_in_base_units_is_a_unit_of_that_dimension() =>
        Prop.ForAll(Dimensions, d =>
        {
            var unit = UnitTable.TryParse(d.ToString(), out var read, out _, out _) ? read : null;
            var decibels = Math.Abs(d.Twelfths(BaseDimension.Decibel));
            return d.IsNone || decibels is not (0 or 12) || (unit!.Dimension == d && Math.Abs(unit.Scale - 1) < 1e-9);
        }).Check(Cases);

    private static IcxType? Made(BinaryOperator op, IcxType a, IcxType b) => TypeAlgebra.Binary(op, a, b).Type;
}
