using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Tests.Units;

/// <summary>Types under an operator, written as in a formula: <c>oma - optical_gain</c>.</summary>
internal static class Expression
{
    private static readonly Dictionary<string, BinaryOperator> Operators = new()
    {
        ["+"] = BinaryOperator.Add, ["-"] = BinaryOperator.Subtract, ["*"] = BinaryOperator.Multiply, ["/"] = BinaryOperator.Divide,
        ["div"] = BinaryOperator.Div, ["mod"] = BinaryOperator.Mod, ["^"] = BinaryOperator.Power,
        ["<"] = BinaryOperator.Less, ["<="] = BinaryOperator.LessOrEqual, [">"] = BinaryOperator.Greater, [">="] = BinaryOperator.GreaterOrEqual,
        ["=="] = BinaryOperator.Equal, ["!="] = BinaryOperator.NotEqual, ["and"] = BinaryOperator.And, ["or"] = BinaryOperator.Or,
    };

    public static Operation Of(string expression)
    {
        var words = expression.Split(' ');
        return words[1] == "^"
            ? TypeAlgebra.Power(Units.Type(words[0]), double.Parse(words[2], System.Globalization.CultureInfo.InvariantCulture))
            : TypeAlgebra.Binary(Operators[words[1]], Units.Type(words[0]), Units.Type(words[2]));
    }

    public static void Makes(string expression, string type)
    {
        var made = Of(expression);
        Assert.True(made.Type is not null, made.Problem);
        Assert.Equal(Units.Type(type), made.Type);
    }

    public static Operation Fails(string expression)
    {
        var made = Of(expression);
        Assert.Null(made.Type);
        Assert.NotEmpty(made.Problem!);
        return made;
    }
}
