using System.Text;
using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Tests.Formatting;

/// <summary>Writes a text anew with other blanks, and other newlines where a newline means nothing: another hand, the same tree.</summary>
internal sealed class Respacing
{
    private readonly Random _random;
    private readonly bool _newlines;
    private readonly SourceText _text;
    private readonly TokenArray _tokens;
    private readonly HashSet<int> _glued = new();
    private readonly HashSet<int> _near = new();
    private readonly HashSet<int> _inLine = new();

    private Respacing(string text, int seed, bool newlines)
    {
        _random = new Random(seed);
        _newlines = newlines;
        _text = new SourceText("a.icx", text);
        _tokens = Lexer.Lex(_text);
        FindUnits(Parser.Parse(_text).Root);
    }

    /// <summary>The text with other blanks between its tokens; its lines stay.</summary>
    public static string Blanks(string text, int seed) => new Respacing(text, seed, newlines: false).Write();

    /// <summary>The text with other blanks and, inside parentheses and brackets and behind signs that ask for more, other newlines.</summary>
    public static string BlanksAndNewlines(string text, int seed) => new Respacing(text, seed, newlines: true).Write();

    private void FindUnits(SyntaxNode node)
    {
        if (node is NumberSyntax { Unit: { } unit })
        {
            Glue(unit);
        }
        else if (node is InUnitSyntax inUnit)
        {
            Glue(inUnit.Unit);
            Loosen(inUnit.Unit);
        }

        foreach (var child in SyntaxParts.Children(node))
        {
            FindUnits(child);
        }
    }

    // Behind `in` any number of blanks may stand, but no newline.
    private void Loosen(UnitSyntax unit)
    {
        foreach (var first in _near.Where(i => _tokens[i].Start == unit.Span.Start).ToList())
        {
            _near.Remove(first);
            _inLine.Add(first);
        }
    }

    private void Glue(UnitSyntax unit)
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i].Start == unit.Span.Start)
            {
                _near.Add(i);
            }
            else if (_tokens[i].Start > unit.Span.Start && _tokens[i].Start < unit.Span.End)
            {
                _glued.Add(i);
            }
        }
    }

    private string Write()
    {
        var result = new StringBuilder();
        var depth = 0;
        for (var i = 0; i < _tokens.Count; i++)
        {
            Gap(result, i, depth);
            result.Append(_text.Content, _tokens[i].Start, _tokens[i].Length);
            depth += _tokens[i].Kind is TokenKind.LeftParen or TokenKind.LeftBracket ? 1
                : _tokens[i].Kind is TokenKind.RightParen or TokenKind.RightBracket ? -1 : 0;
        }

        return result.ToString();
    }

    private void Gap(StringBuilder result, int index, int depth)
    {
        var from = index == 0 ? 0 : _tokens[index - 1].End;
        var gap = _text.Content[from.._tokens[index].Start];
        if (_glued.Contains(index) || gap.Contains('#') || gap.Contains("/*", StringComparison.Ordinal))
        {
            result.Append(gap);
        }
        else if (gap.Contains('\n') || gap.Contains("//", StringComparison.Ordinal))
        {
            Lines(result, gap);
        }
        else if (_near.Contains(index))
        {
            result.Append(' ', _random.Next(2));
        }
        else if (_newlines && index > 0 && depth > 0 && _random.Next(8) == 0 && !IsNumber(index - 1) && !_inLine.Contains(index) && !LooksLikeAStatement(index))
        {
            result.Append('\n').Append(' ', _random.Next(9));
        }
        else
        {
            result.Append(' ', Least(index) + (_random.Next(3) == 0 ? _random.Next(5) : 0));
        }
    }

    // The lines of a gap, each with another indent; blank lines stay what they are.
    private void Lines(StringBuilder result, string gap)
    {
        var lines = gap.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            result.Append(i == 0 ? "" : "\n");
            result.Append(' ', line.Length > 0 || i == lines.Length - 1 ? _random.Next(1, 9) : 0).Append(line);
        }
    }

    // Two words at the start of a line, or one that is set, would close what is open.
    private bool LooksLikeAStatement(int index) => _tokens[index].Kind == TokenKind.Name && _tokens[index + 1].Kind
        is TokenKind.Name or TokenKind.Text or TokenKind.Equal or TokenKind.Colon or TokenKind.Tilde or TokenKind.LeftBrace;

    private bool IsNumber(int index) => _tokens[index].Kind == TokenKind.Number;

    // Words run into each other, and so do some signs; a number's unit would be taken for one if it came nearer than it stands.
    private int Least(int index)
    {
        if (index == 0 || _tokens[index - 1].Kind == TokenKind.Number || _near.Contains(index - 1) || _glued.Contains(index - 1))
        {
            return index == 0 ? 0 : _tokens[index].Kind is TokenKind.Name or TokenKind.Number or TokenKind.Slash or TokenKind.Star or TokenKind.Caret
                or TokenKind.Dot or TokenKind.DotDot or TokenKind.Percent ? 2 : 0;
        }

        var (before, behind) = (_text.Content[_tokens[index - 1].End - 1], _text.Content[_tokens[index].Start]);
        return CharacterClasses.IsWord(before) == CharacterClasses.IsWord(behind) ? 1 : 0;
    }
}
