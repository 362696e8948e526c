using System.Globalization;

namespace InterconnectDsl.Benchmarks.Editor;

/// <summary>
/// The fixed mix: of ten edits six inside one leaf declaration (four change a number, one a comment, one a formula), two change a param that much reads, one
/// a kind's formula, one adds or removes a declaration. The same edits for the same text.
/// </summary>
internal sealed class EditMix(EditedDesign design)
{
    public const string Leaf = "leaf declaration";
    public const string Param = "param";
    public const string Kind = "kind's formula";
    public const string Declaration = "declaration added or removed";

    private const string Spare = "  connector spare[4] : Mpo16 on face";
    private static readonly string[] Order = { Leaf, Param, Leaf, Leaf, Kind, Leaf, Param, Leaf, Declaration, Leaf };

    private readonly Random _random = new(1);
    private readonly int[] _power = design.Where("      power   = ");
    private int _step;
    private int _leaf;
    private int _kind;
    private bool _hasSpare;

    public static IReadOnlyList<string> Classes { get; } = new[] { Leaf, Param, Kind, Declaration };

    /// <summary>The next edit and its class.</summary>
    public (string Class, Edit Edit) Next()
    {
        var kind = Order[_step++ % Order.Length];
        return (kind, kind switch { Leaf => InLeaf(), Param => InParam(), Kind => InKind(), _ => OfDeclaration() });
    }

    private Edit InLeaf()
    {
        // Declarations move down by a line while the spare is there.
        var line = _power[_random.Next(_power.Length)] + (_hasSpare ? 1 : 0);
        var text = design[line];
        var equals = text.IndexOf('=', StringComparison.Ordinal) + 2;
        var watt = text.IndexOf('W', StringComparison.Ordinal);
        return (_leaf++ % 6) switch
        {
            4 => design.Replace(line, text.IndexOf("//", StringComparison.Ordinal) + 3, 8, _leaf % 12 == 5 ? "by hand " : "measured"),
            5 => text.Contains('+', StringComparison.Ordinal)
                ? design.Replace(line, watt + 1, " + 0.1 W".Length, "")
                : design.Replace(line, watt + 1, 0, " + 0.1 W"),
            _ => design.Replace(line, equals, watt - 1 - equals, string.Create(CultureInfo.InvariantCulture, $"{20 + _random.Next(4)}.{_random.Next(10)}{_random.Next(1, 10)}")),
        };
    }

    private Edit InParam()
    {
        var line = design.Where("param reach")[0];
        var start = design[line].IndexOf('=', StringComparison.Ordinal) + 2;
        var length = design[line].IndexOf(" m ", StringComparison.Ordinal) - start;
        return design.Replace(line, start, length, string.Create(CultureInfo.InvariantCulture, $"{400 + _random.Next(100)}"));
    }

    private Edit InKind()
    {
        var line = design.Where("  drawn ")[0];
        var text = design[line];
        var factor = text.IndexOf("1.0", StringComparison.Ordinal);
        return _kind++ % 2 == 0
            ? design.Replace(line, factor, 4, string.Create(CultureInfo.InvariantCulture, $"1.0{1 + _random.Next(9)}"))
            : text.EndsWith("mW", StringComparison.Ordinal)
                ? design.Replace(line, text.IndexOf(" + 10 mW", StringComparison.Ordinal), " + 10 mW".Length, " + reading * 1 %")
                : design.Replace(line, text.IndexOf(" + reading", StringComparison.Ordinal), " + reading * 1 %".Length, " + 10 mW");
    }

    private Edit OfDeclaration()
    {
        var line = design.Where("  panel face")[0] + 1;
        _hasSpare = !_hasSpare;
        return _hasSpare ? design.Insert(line, Spare) : design.Remove(line);
    }
}
