using System.Text;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Formatting;

/// <summary>Writes what stands between tokens as planned, comments included, and the tokens as they are.</summary>
internal sealed partial class LayoutWriter
{
    private readonly Layout _layout;
    private readonly Planner _planner;
    private readonly string _newline;

    private LayoutWriter(Layout layout, Planner planner)
    {
        _layout = layout;
        _planner = planner;
        var first = layout.Content.IndexOf('\n');
        _newline = first > 0 && layout.Content[first - 1] == '\r' ? "\r\n" : "\n";
    }

    /// <summary>Marks, aligns and plans a file.</summary>
    /// <param name="tree">The tree of the file.</param>
    /// <param name="isBroken">Whether a declaration is kept to the letter.</param>
    public static LayoutWriter For(SyntaxTree tree, Func<DeclarationSyntax, bool> isBroken)
    {
        var layout = new Layout(tree.Text);
        new StatementMarker(layout, isBroken).Mark(tree.Root);
        var planner = new Planner(layout);
        planner.Run();
        return new LayoutWriter(layout, planner);
    }

    /// <summary>The whole file.</summary>
    public string Write()
    {
        var result = new StringBuilder(_layout.Content.Length + (_layout.Content.Length / 8));
        for (var i = 0; i < _layout.Count; i++)
        {
            WriteGap(result, i);
            result.Append(_layout.Content, _layout.Tokens[i].Start, _layout.Tokens[i].Length);
        }

        return result.ToString();
    }

    private void WriteGap(StringBuilder result, int index)
    {
        var from = index == 0 ? 0 : _layout.Tokens[index - 1].End;
        var to = _layout.Tokens[index].Start;
        if (_layout.Is(index, Place.Kept))
        {
            result.Append(_layout.Content, from, to - from);
            return;
        }

        var plan = _planner.Plan[index];
        if (_layout.Has(index, Gap.AnyComment))
        {
            WriteComments(result, index, from, to);
        }

        var atEnd = index == _layout.Count - 1;
        var lines = atEnd ? index == 0 && !_layout.Has(index, Gap.AnyComment) ? 0 : 1 : plan.Lines;
        if (index == 0 && !atEnd)
        {
            lines = !_layout.Has(0, Gap.AnyComment) ? 0 : _layout.Has(0, Gap.Blank) ? 2 : 1;
        }

        for (var i = 0; i < lines; i++)
        {
            result.Append(_newline);
        }

        if (!atEnd)
        {
            result.Append(' ', plan.Blanks);
        }
    }
}
