using System.Text;

namespace InterconnectDsl.Generator.Emission;

/// <summary><c>///</c> text as it goes into XML documentation.</summary>
internal static class DocText
{
    /// <summary>The text up to its first full stop; null when there is none.</summary>
    public static string? FirstSentence(string? doc)
    {
        if (string.IsNullOrWhiteSpace(doc))
        {
            return null;
        }

        var line = doc!.Replace("\r", "").Replace('\n', ' ').Trim();
        var stop = line.IndexOf(". ", StringComparison.Ordinal);
        return (stop < 0 ? line : line.Substring(0, stop)).TrimEnd('.', ':');
    }

    /// <summary>Text with what XML reads as its own spelled out; on one line.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '\r': break;
                case '\n' or '\u0085' or '\u2028' or '\u2029': escaped.Append(' '); break;
                default: escaped.Append(c < ' ' && c != '\t' ? ' ' : c); break;
            }
        }

        return escaped.ToString().Trim();
    }
}
