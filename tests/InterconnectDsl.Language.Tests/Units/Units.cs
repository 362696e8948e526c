using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Tests.Units;

/// <summary>Short ways to units, values and types for the tests of this folder.</summary>
internal static class Units
{
    public static Unit Parse(string text)
    {
        Assert.True(UnitTable.TryParse(text, out var unit, out var problem, out _), problem);
        return unit;
    }

    public static double Value(double number, string unit) => Quantities.ToCoherent(number, Parse(unit));

    /// <summary>The type of a name, or of a quotient or product of names written from left to right.</summary>
    public static IcxType Type(string text)
    {
        var words = text.Split(' ');
        var type = Find(words[0]);
        for (var i = 1; i < words.Length; i += 2)
        {
            var op = words[i] == "/" ? Syntax.BinaryOperator.Divide : Syntax.BinaryOperator.Multiply;
            type = TypeAlgebra.Binary(op, type, Find(words[i + 1])).Type ?? throw new ArgumentException(text, nameof(text));
        }

        return type;
    }

    private static IcxType Find(string name) => TypeNames.Find(name) ?? throw new ArgumentException("no type " + name, nameof(name));
}
