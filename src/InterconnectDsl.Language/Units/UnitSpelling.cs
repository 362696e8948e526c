namespace InterconnectDsl.Language.Units;

/// <summary>What was probably meant by a text that is no unit.</summary>
internal static class UnitSpelling
{
    private static string[]? _vocabulary;

    // Units with their prefixes, the plain ones first and then by how common the prefix is: of equally near ones the first is offered.
    private static string[] Vocabulary => _vocabulary ??= UnitData.Entries.Select(e => e.Symbol)
        .Concat(UnitData.Decimal.Where(p => p.Text.Length > 0 && p.Text[0] < 128)
            .SelectMany(p => UnitData.Entries.Where(e => (e.Prefixes & p.Group) != 0).Select(e => p.Text + e.Symbol)))
        .ToArray();

    /// <summary>What is wrong, and the whole text as it was probably meant.</summary>
    public static (string Problem, string? Suggestion) Explain(string text, UnitReading reading)
    {
        if (text.Length == 0)
        {
            return ("a unit is missing", null);
        }

        var suggestion = Mend(text);
        if (reading.Problem is { } problem)
        {
            return ($"{Shorten(text)} is not a unit: {problem}", suggestion);
        }

        var factor = text.Length > 120 ? text : text.Substring(reading.Fault.Start, reading.Fault.Length);
        var note = UnitMistakes.Notes.FirstOrDefault(n => n.Word == factor).Note;
        var hint = note is not null ? $": {note}"
            : suggestion is null && reading.Fault.Start > 0 ? $"; to divide or multiply by something called {Shorten(factor)}, put blanks around the sign" : "";
        return ($"there is no unit {Shorten(factor.Length == 0 ? text : factor)}{hint}", suggestion);
    }

    private static string? Mend(string text)
    {
        if (text.Length > 120)
        {
            return null;
        }

        if (Whole(text) is { } whole)
        {
            return whole;
        }

        var mended = new System.Text.StringBuilder();
        for (var at = 0; ;)
        {
            var end = text.IndexOfAny(new[] { '*', '·', '/' }, at);
            end = end < 0 ? text.Length : end;
            mended.Append(Factor(text.Substring(at, end - at), alone: at == 0 && end == text.Length));
            if (end == text.Length)
            {
                break;
            }

            mended.Append(text[end]);
            at = end + 1;
        }

        var result = mended.ToString();
        var reading = new UnitReading();
        return result != text && reading.Read(result) && reading.ToUnit(result) is not null ? result : null;
    }

    private static string? Whole(string text) => UnitMistakes.Find(text);

    // One factor as it was probably meant; itself when nothing is near, and then the whole is not offered.
    private static string Factor(string factor, bool alone)
    {
        var caret = factor.IndexOf('^');
        var word = caret < 0 ? factor : factor.Substring(0, caret);
        var power = caret < 0 ? "" : factor.Substring(caret);
        if (UnitTable.Find(word, out _, out _) is { } entry)
        {
            return !alone && entry.Symbol == "dBm" ? "dB" + power : !alone && entry.Symbol == "degC" ? "K" + power : factor;
        }

        if (caret < 0 && SplitPower(factor) is { } split)
        {
            return split;
        }

        return (UnitMistakes.Find(word) ?? Spelling.Nearest(word, Vocabulary) ?? word) + power;
    }

    // um2 and mm² mean powers.
    private static string? SplitPower(string factor)
    {
        var digit = factor.Length < 2 ? -1 : "0123456789".IndexOf(factor[factor.Length - 1]);
        digit = digit < 0 && factor.Length > 1 ? factor[factor.Length - 1] switch { '²' => 2, '³' => 3, _ => -1 } : digit;
        if (digit < 2)
        {
            return null;
        }

        var word = factor.Substring(0, factor.Length - 1);
        var known = UnitTable.Find(word, out _, out _) is not null ? word : UnitMistakes.Find(word) ?? Spelling.Nearest(word, Vocabulary);
        return known is null ? null : known + "^" + digit.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text.Substring(0, 40) + "...";
}
