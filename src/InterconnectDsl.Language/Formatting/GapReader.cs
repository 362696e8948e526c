using InterconnectDsl.Language.Lexing;

namespace InterconnectDsl.Language.Formatting;

/// <summary>What stands between two tokens.</summary>
[Flags]
internal enum Gap : byte
{
    None = 0,

    /// <summary>The token starts a line.</summary>
    Newline = 1,

    /// <summary>A blank line stands directly in front of the token.</summary>
    Blank = 2,

    /// <summary>A blank line stands somewhere in the gap.</summary>
    Parted = 4,

    /// <summary>A comment behind the token before.</summary>
    Trailing = 8,

    /// <summary>A comment on a line of its own.</summary>
    Comment = 16,

    /// <summary>Documentation, on a line of its own.</summary>
    Documentation = 32,

    /// <summary>Characters that are neither blanks nor comments, and make no token.</summary>
    Unreadable = 64,

    /// <summary>Comments of whatever sort.</summary>
    AnyComment = Trailing | Comment | Documentation,
}

/// <summary>Reads the gaps between tokens, once, without making strings.</summary>
internal static class GapReader
{
    public static Gap[] Read(string text, Token[] tokens, int count)
    {
        var gaps = new Gap[count];
        for (int i = 0, at = 0; i < count; i++)
        {
            var end = tokens[i].Start;
            gaps[i] = end == at || (end == at + 1 && text[at] == ' ') ? Gap.None : Read(text, at, end, i == 0);
            at = tokens[i].End;
        }

        return gaps;
    }

    /// <summary>Offset behind the last character of the comment that starts at an offset, blanks at its end left out.</summary>
    public static int EndOfComment(string text, int start, int end)
    {
        var stop = text.IndexOf('\n', start, end - start);
        stop = stop < 0 ? end : stop;
        while (stop > start && char.IsWhiteSpace(text[stop - 1]))
        {
            stop--;
        }

        return stop;
    }

    private static Gap Read(string text, int at, int end, bool first)
    {
        var gap = Gap.None;
        var newlines = first ? 1 : 0;
        while (at < end)
        {
            switch (CharacterClasses.Of(text[at]))
            {
                case CharacterClass.Newline:
                    newlines++;
                    at++;
                    break;
                case CharacterClass.Blank:
                    at++;
                    break;
                case CharacterClass.Sign when text[at] == '/' && at + 1 < end && text[at + 1] == '/':
                    var documents = at + 2 < end && text[at + 2] == '/';
                    gap |= (newlines == 0 ? Gap.Trailing : documents ? Gap.Documentation : Gap.Comment) | (newlines > 1 ? Gap.Parted : Gap.None);
                    newlines = 0;
                    at = EndOfComment(text, at, end);
                    break;
                default:
                    return gap | Gap.Unreadable | Gap.Newline;
            }
        }

        return gap | (newlines > 0 ? Gap.Newline : Gap.None) | (newlines > 1 ? Gap.Blank | Gap.Parted : Gap.None);
    }
}
