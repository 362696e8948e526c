using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Language.Tests.Grammar;

/// <summary>A piece of a rule of an EBNF grammar.</summary>
internal abstract record Ebnf;

/// <summary>Characters as they are.</summary>
internal sealed record Terminal(string Text) : Ebnf;

/// <summary>One of some characters, or any but these.</summary>
internal sealed record CharacterSet(string Characters, bool Negated) : Ebnf;

internal sealed record Reference(string Rule) : Ebnf;

internal sealed record InOrder(IReadOnlyList<Ebnf> Parts) : Ebnf;

internal sealed record OneOf(IReadOnlyList<Ebnf> Alternatives) : Ebnf
{
    // Two choices are the same only when they are one place of the grammar: what was used is counted by place.
    public bool Equals(OneOf? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A piece that may be repeated.</summary>
internal sealed record Repeated(Ebnf Part, int Least, bool Many) : Ebnf
{
    public bool Equals(Repeated? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>The rules of a grammar in the W3C's notation.</summary>
internal sealed class EbnfFile
{
    private readonly string _text;
    private int _at;

    private EbnfFile(string text) => _text = text;

    public Dictionary<string, Ebnf> Rules { get; } = new(StringComparer.Ordinal);

    public static EbnfFile Icx { get; } = Read(File.ReadAllText(RepositoryRoot.Combine("grammar/icx.ebnf")));

    public static EbnfFile Read(string text)
    {
        var file = new EbnfFile(text);
        for (file.Blanks(); file._at < text.Length; file.Blanks())
        {
            var name = file.Word();
            file.Expect("::=");
            file.Rules.Add(name, file.Choice());
        }

        return file;
    }

    /// <summary>The pieces of a rule and all below them.</summary>
    public static IEnumerable<Ebnf> All(Ebnf piece) => new[] { piece }.Concat(piece switch
    {
        InOrder sequence => sequence.Parts.SelectMany(All),
        OneOf choice => choice.Alternatives.SelectMany(All),
        Repeated repeated => All(repeated.Part),
        _ => [],
    });

    private Ebnf Choice()
    {
        var alternatives = new List<Ebnf> { Sequence() };
        while (Take('|'))
        {
            alternatives.Add(Sequence());
        }

        return alternatives.Count == 1 ? alternatives[0] : new OneOf(alternatives);
    }

    private Ebnf Sequence()
    {
        var parts = new List<Ebnf>();
        while (StartsPiece())
        {
            var piece = Piece();
            parts.Add(
                Take('?') ? new Repeated(piece, 0, Many: false)
                : Take('*') ? new Repeated(piece, 0, Many: true)
                : Take('+') ? new Repeated(piece, 1, Many: true)
                : piece);
        }

        return parts.Count == 1 ? parts[0] : new InOrder(parts);
    }

    private bool StartsPiece()
    {
        Blanks();
        if (_at >= _text.Length || _text[_at] is '|' or ')')
        {
            return false;
        }

        var start = _at;
        var definesNext = char.IsLetter(_text[_at]) && Word().Length > 0 && Next("::=");
        _at = start;
        return !definesNext;
    }

    private Ebnf Piece()
    {
        switch (_text[_at])
        {
            case '(':
                _at++;
                var inner = Choice();
                Expect(")");
                return inner;
            case '\'' or '"':
                var end = _text.IndexOf(_text[_at], _at + 1);
                var text = _text[(_at + 1)..end];
                _at = end + 1;
                return new Terminal(text);
            case '[':
                return Set();
            default:
                return new Reference(Word());
        }
    }

    private CharacterSet Set()
    {
        var negated = _text[++_at] == '^';
        _at += negated ? 1 : 0;
        var characters = new List<char>();
        while (_text[_at] != ']')
        {
            var first = Character();
            var last = _text[_at] == '-' && _text[_at + 1] != ']' ? LastOfRange() : first;
            characters.AddRange(Enumerable.Range(first, last - first + 1).Select(c => (char)c));
        }

        _at++;
        return new(new string(characters.ToArray()), negated);
    }

    private char LastOfRange()
    {
        _at++;
        return Character();
    }

    private char Character()
    {
        if (string.CompareOrdinal(_text, _at, "#x", 0, 2) != 0)
        {
            return _text[_at++];
        }

        var digits = new string(_text.Skip(_at + 2).TakeWhile(char.IsAsciiHexDigit).ToArray());
        _at += 2 + digits.Length;
        return (char)Convert.ToInt32(digits, 16);
    }

    private string Word()
    {
        var start = _at;
        while (_at < _text.Length && char.IsLetterOrDigit(_text[_at]))
        {
            _at++;
        }

        Assert.True(_at > start, $"a name was expected at '{_text[start..Math.Min(_text.Length, start + 20)]}'");
        return _text[start.._at];
    }

    private bool Take(char sign)
    {
        Blanks();
        if (_at < _text.Length && _text[_at] == sign)
        {
            _at++;
            return true;
        }

        return false;
    }

    private bool Next(string text)
    {
        Blanks();
        return string.CompareOrdinal(_text, _at, text, 0, text.Length) == 0;
    }

    private void Expect(string text)
    {
        Assert.True(Next(text), $"'{text}' was expected at '{_text[_at..Math.Min(_text.Length, _at + 20)]}'");
        _at += text.Length;
    }

    private void Blanks()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_at]))
            {
                _at++;
            }
            else if (string.CompareOrdinal(_text, _at, "/*", 0, 2) == 0)
            {
                _at = _text.IndexOf("*/", _at, StringComparison.Ordinal) + 2;
            }
            else
            {
                return;
            }
        }
    }
}
