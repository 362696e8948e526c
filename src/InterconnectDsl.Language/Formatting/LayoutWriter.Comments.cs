using System.Text;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Formatting;

/// <content>Comments, each at the end of the line it stood at the end of, or on a line of its own.</content>
internal sealed partial class LayoutWriter
{
    private void WriteComments(StringBuilder result, int index, int at, int to)
    {
        var first = true;
        foreach (var comment in Comments(at, to, index == 0))
        {
            if (!comment.OwnLine)
            {
                result.Append(' ', _planner.CommentBlanks[index]);
            }
            else
            {
                var opening = first && (index == 0 || LineBreaker.Opens(_layout, index - 1));
                if (index > 0 || !first)
                {
                    result.Append(_newline);
                }

                if (comment.Parted && !opening)
                {
                    result.Append(_newline);
                }

                result.Append(' ', _planner.CommentIndents[index]);
            }

            result.Append(_layout.Content, comment.Span.Start, comment.Span.Length);
            first = false;
        }
    }

    private IEnumerable<GapComment> Comments(int at, int to, bool ownLine)
    {
        var newlines = ownLine ? 1 : 0;
        while (at < to)
        {
            if (_layout.Content[at] != '/')
            {
                newlines += _layout.Content[at++] == '\n' ? 1 : 0;
                continue;
            }

            var end = GapReader.EndOfComment(_layout.Content, at, to);
            yield return new(new(at, end - at), newlines > 0, newlines > 1);
            newlines = 0;
            at = end;
        }
    }

    private readonly record struct GapComment(TextSpan Span, bool OwnLine, bool Parted);
}
