using System.Globalization;
using System.Text;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Project;

/// <summary>A value of a TOML file: a text, a truth or a whole number.</summary>
/// <param name="Table">The table it stands in, dotted; empty above the first.</param>
/// <param name="Key">Its key, dotted where it was written so.</param>
/// <param name="KeyLocation">Where the key stands.</param>
/// <param name="Value">A <see cref="string"/>, <see cref="bool"/> or <see cref="long"/>.</param>
/// <param name="ValueLocation">Where the value stands.</param>
public sealed record TomlEntry(string Table, string Key, SourceSpan KeyLocation, object Value, SourceSpan ValueLocation);

/// <summary>
/// Reads the part of TOML 1.0 that settings need: comments, <c>[tables]</c>, keys (bare, quoted, dotted), texts on one line, <c>true</c>, <c>false</c> and whole
/// numbers. What is beyond that part is said to be so; nothing is guessed. A line that cannot be read costs that line alone.
/// </summary>
public sealed class TomlReader
{
    private readonly SourceText _text;
    private readonly string _content;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<TomlEntry> _entries = new();
    private readonly Dictionary<string, SourceSpan> _seen = new(StringComparer.Ordinal);
    private string _table = "";
    private int _at;

    private TomlReader(SourceText text, DiagnosticBag diagnostics)
    {
        _text = text;
        _content = text.Content;
        _diagnostics = diagnostics;
    }

    /// <summary>The values of a file in order; mistakes go to the bag with their places.</summary>
    public static IReadOnlyList<TomlEntry> Read(SourceText text, DiagnosticBag diagnostics)
    {
        var reader = new TomlReader(text, diagnostics);
        while (reader._at < reader._content.Length)
        {
            if (!reader.ReadLine())
            {
                reader.SkipLine();
            }
        }

        return reader._entries;
    }

    private char Current => _at < _content.Length ? _content[_at] : '\n';

    private bool AtLineEnd => Current == '\n' || (Current == '\r' && (_at + 1 >= _content.Length || _content[_at + 1] == '\n'));

    private bool ReadLine()
    {
        SkipBlanks();
        if (Current == '[')
        {
            return ReadTable() && EndLine();
        }

        return AtLineEnd || Current == '#' ? EndLine() : ReadEntry() && EndLine();
    }

    private bool ReadTable()
    {
        var start = _at++;
        if (Current == '[')
        {
            return Fail(start, 2, "an array of tables, which settings have no use for");
        }

        if (ReadKey() is not { } key)
        {
            return false;
        }

        if (Current != ']')
        {
            return Fail(_at, 0, Found() + " where `]` ends the name of a table");
        }

        _at++;
        _table = key;
        return Once("[" + key + "]", start, _at);
    }

    private bool ReadEntry()
    {
        var start = _at;
        if (ReadKey() is not { } key)
        {
            return false;
        }

        var keyLocation = At(start, _content.Substring(start, _at - start).TrimEnd().Length);
        if (Current != '=')
        {
            return Fail(_at, 0, Found() + " where `=` and a value follow a key");
        }

        _at++;
        SkipBlanks();
        var valueStart = _at;
        if (ReadValue() is not { } value)
        {
            return false;
        }

        var once = Once(_table + "." + key, start, start + keyLocation.Span.Length);
        if (once)
        {
            _entries.Add(new(_table, key, keyLocation, value, At(valueStart, _at - valueStart)));
        }

        return true;
    }

    private bool Once(string name, int start, int end)
    {
        if (_seen.TryGetValue(name, out var first))
        {
            _diagnostics.Add(DiagnosticCatalogue.Make("ICX9013", At(start, end - start), new object[] { name.TrimStart('.') })
                with { Related = new[] { new RelatedLocation(first, "the first time") } });
            return false;
        }

        _seen.Add(name, At(start, end - start));
        return true;
    }

    private string? ReadKey()
    {
        var key = new StringBuilder();
        while (true)
        {
            SkipBlanks();
            var start = _at;
            if (Current is '"' or '\'')
            {
                if (ReadText() is not { } quoted)
                {
                    return null;
                }

                key.Append(quoted);
            }
            else
            {
                while (IsBare(Current))
                {
                    key.Append(_content[_at++]);
                }
            }

            if (_at == start)
            {
                Fail(_at, 0, Found() + " where a key begins; keys are letters, digits, `-` and `_`, or stand in quotes");
                return null;
            }

            SkipBlanks();
            if (Current != '.')
            {
                return key.ToString();
            }

            _at++;
            key.Append('.');
        }
    }

    private object? ReadValue()
    {
        if (Current is '"' or '\'')
        {
            return ReadText();
        }

        var start = _at;
        while (!AtLineEnd && Current is not ('#' or ' ' or '\t' or ','))
        {
            _at++;
        }

        var word = _content.Substring(start, _at - start);
        if (word is "true" or "false")
        {
            return word == "true";
        }

        if (word.Length > 0 && long.TryParse(word.Replace("_", ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        var said = word.Length == 0 ? "no value" : word[0] is '[' or '{' ? "a list or table in a line" : "`" + word + "`";
        Fail(start, word.Length, said + " where a text in quotes, `true`, `false` or a whole number is expected");
        return null;
    }

    private string? ReadText()
    {
        var start = _at;
        var quote = _content[_at++];
        var text = new StringBuilder();
        if (Current == quote && _at + 1 < _content.Length && _content[_at + 1] == quote)
        {
            Fail(start, 3, "a text over several lines");
            return null;
        }

        while (Current != quote)
        {
            if (AtLineEnd)
            {
                Fail(start, _at - start, "a text that does not end on its line");
                return null;
            }

            if (Current == '\\' && quote == '"')
            {
                if (ReadEscape() is not { } escaped)
                {
                    return null;
                }

                text.Append(escaped);
            }
            else
            {
                text.Append(_content[_at++]);
            }
        }

        _at++;
        return text.ToString();
    }

    private string? ReadEscape()
    {
        const string Letters = "btnfr\"\\";
        var start = _at++;
        var which = Letters.IndexOf(Current);
        if (which >= 0)
        {
            _at++;
            return "\b\t\n\f\r\"\\"[which].ToString();
        }

        var digits = Current == 'u' ? 4 : Current == 'U' ? 8 : 0;
        if (digits > 0 && _at + digits < _content.Length
            && int.TryParse(_content.Substring(_at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && code is >= 0 and <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF))
        {
            _at += digits + 1;
            return char.ConvertFromUtf32(code);
        }

        Fail(start, 2, "`\\" + Current + "`, which is no escape; a path reads best in single quotes");
        return null;
    }

    private bool EndLine()
    {
        SkipBlanks();
        if (Current != '#' && !AtLineEnd)
        {
            return Fail(_at, 0, Found() + " behind the end of what the line says");
        }

        SkipLine();
        return true;
    }

    private void SkipLine()
    {
        while (_at < _content.Length && _content[_at] != '\n')
        {
            _at++;
        }

        _at++;
    }

    private void SkipBlanks()
    {
        while (Current is ' ' or '\t')
        {
            _at++;
        }
    }

    private string Found() => AtLineEnd ? "the end of the line stands" : "`" + Current + "` stands";

    private static bool IsBare(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-';

    private SourceSpan At(int start, int length) => new(_text, new(start, length));

    private bool Fail(int start, int length, string what)
    {
        _diagnostics.Report("ICX9010", At(start, length), what);
        return false;
    }
}
