using System.Globalization;
using System.Text;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Syntax;

/// <summary>A syntax tree as indented lines: the form in which tests keep trees. Equal trees give equal text, to the byte.</summary>
public static class SyntaxDump
{
    /// <summary>The whole tree; each node on a line of its own with its role, its sort, its words and where it starts.</summary>
    public static string Write(SyntaxTree tree)
    {
        var writer = new Writer(tree.Text);
        writer.Node("", tree.Root, 0);
        return writer.ToString();
    }

    /// <summary>One node, without places.</summary>
    public static string Write(SyntaxNode node)
    {
        var writer = new Writer(null);
        writer.Node("", node, 0);
        return writer.ToString();
    }

    private sealed class Writer(SourceText? text)
    {
        private readonly StringBuilder _lines = new();

        public override string ToString() => _lines.ToString();

        public void Node(string role, SyntaxNode node, int depth)
        {
            var parts = SyntaxParts.Of(node).ToList();
            var words = parts.Where(p => p.Value is not null and not SyntaxNode and not System.Collections.IEnumerable or string).ToList();
            _lines.Append(' ', depth * 2).Append(role.Length > 0 ? role + ": " : "").Append(SyntaxParts.Sort(node));
            foreach (var word in words)
            {
                _lines.Append(' ').Append(Word(word));
            }

            if (text is not null)
            {
                var at = text.PositionOf(node.Span.Start);
                _lines.Append(FormattableString.Invariant($" @{at.Line}:{at.Column}"));
            }

            _lines.Append('\n');
            foreach (var part in parts.Except(words))
            {
                Children(part, depth + 1);
            }
        }

        private void Children(SyntaxPart part, int depth)
        {
            switch (part.Value)
            {
                case SyntaxNode child:
                    Node(part.Role, child, depth);
                    break;
                case IReadOnlyList<SyntaxNode> children:
                    foreach (var child in children)
                    {
                        Node(part.Role, child, depth);
                    }

                    break;
                case IReadOnlyList<TextPart> pieces:
                    Pieces(pieces, depth);
                    break;
            }
        }

        private void Pieces(IReadOnlyList<TextPart> pieces, int depth)
        {
            foreach (var piece in pieces)
            {
                if (piece.Expression is { } expression)
                {
                    Node(piece.Digits is { } digits ? "digits " + digits.ToString(CultureInfo.InvariantCulture) : "value", expression, depth);
                }
                else
                {
                    _lines.Append(' ', depth * 2).Append(Quoted(piece.Literal ?? "")).Append('\n');
                }
            }
        }

        private static string Word(SyntaxPart word)
        {
            var text = word.Value switch
            {
                string s => word.Role == "doc" ? Quoted(s) : s,
                bool => word.Role,
                IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
                var other => other!.ToString()!,
            };
            return word.Role is "name" || word.Value is bool ? text : word.Role + "=" + text;
        }

        private static string Quoted(string s) =>
            "\"" + s.Replace("\\", "\\\\").Replace("\n", "\\n").Replace("\t", "\\t").Replace("\"", "\\\"") + "\"";
    }
}
