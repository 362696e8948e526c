using System.Globalization;
using System.Text;

namespace InterconnectDsl.Reporting.Diagnostics;

/// <summary>Columns a character takes on a terminal.</summary>
internal static class DisplayWidth
{
    /// <summary>What is shown in place of a character that would move the cursor or turn the line around.</summary>
    public const string Replacement = "\uFFFD";

    // Blocks that terminals draw two columns wide (Unicode, East Asian Width W and F, with the emoji blocks).
    private static readonly (int From, int To)[] Wide =
    {
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x1FA70, 0x1FAFF),
        (0x20000, 0x3FFFD),
    };

    /// <summary>0 for what combines with the character before, 2 for wide ones, else 1.</summary>
    public static int Of(Rune rune)
    {
        if (rune.Value < 0x300)
        {
            return 1;
        }

        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0
            : Array.Exists(Wide, w => rune.Value >= w.From && rune.Value <= w.To) ? 2 : 1;
    }

    /// <summary>Whether a character must not reach a terminal: controls, line separators, marks that reorder the line.</summary>
    public static bool IsUnsafe(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format
            or UnicodeCategory.Surrogate;

    /// <summary>A text with unsafe characters replaced; line feeds stay.</summary>
    public static string Safe(string text)
    {
        var safe = true;
        foreach (var c in text)
        {
            safe &= c is >= ' ' and < '\u007f' or '\n';
        }

        if (safe)
        {
            return text;
        }

        var built = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            built.Append(rune.Value == '\n' || !IsUnsafe(rune) ? rune.ToString() : rune.Value == '\t' ? " " : Replacement);
        }

        return built.ToString();
    }
}
