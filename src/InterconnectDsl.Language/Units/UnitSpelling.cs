namespace InterconnectDsl.Language.Units;

/// <summary>What was probably meant by a text that is no unit.</summary>
internal static class UnitSpelling
{
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

        var factor = text.Length > UnitTable.LongestText ? text : text.Substring(reading.Fault.Start, reading.Fault.Length);
        if (factor.Length == 0)
        {
            var sign = text[Math.Max(0, reading.Fault.Start - 1)];
            return ($"a unit is missing in {Shorten(text)}, before or behind the {sign}", null);
        }

        var hint = UnitMistakes.NoteOn(factor) is { } note ? $": {note}"
            : suggestion is not null || reading.Fault.Start == 0 ? ""
            : $"; to divide or multiply by something called {Shorten(factor)}, put blanks around the sign";
        return ($"there is no unit {Shorten(factor)}{hint}", suggestion);
    }

    private static string? Mend(string text)
    {
        if (text.Length > UnitTable.LongestText)
        {
            return null;
        }

        if (UnitMistakes.Find(text) is { } whole)
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

    // One factor as it was probably meant; itself when nothing is near, and then the whole is not offered.
    private static string Factor(string factor, bool alone)
    {
        var caret = factor.IndexOf('^');
        var word = caret < 0 ? factor : factor.Substring(0, caret);
        var power = caret < 0 ? "" : factor.Substring(caret);
        if (caret < 0 && UnitTable.Find(word, out _, out _) is null && SplitPower(factor) is { } split)
        {
            return split;
        }

        var meant = Known(word) ?? word;
        return (alone ? meant : meant switch { "dBm" => "dB", "degC" => "K", _ => meant }) + power;
    }

    // A unit that has a note has no spelling of ours: 95 degF are not 95 degC.
    private static string? Known(string word) =>
        UnitTable.Find(word, out _, out _) is not null ? word
        : UnitMistakes.Find(word) ?? (UnitMistakes.NoteOn(word) is null ? Spelling.Nearest(word, UnitTable.Words.Select(w => w.Text)) : null);

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
        return Known(word) is not { } known ? null : known + "^" + digit.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text.Substring(0, 40) + "...";
}
