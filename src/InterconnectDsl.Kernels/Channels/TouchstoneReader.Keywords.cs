using System.Globalization;
using System.Numerics;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Kernels.Channels;

/// <content>The keywords of version 2, and what programs say of impedance in comments.</content>
public sealed partial class TouchstoneReader
{
    private readonly List<Complex> _reference = new();
    private readonly List<string> _modes = new();
    private int _version = 1;
    private int _referenceLeft;
    private int _announced = -1;
    private TextSpan _announcedAt;
    private bool _rowsFirst;
    private bool _inInformation;
    private bool _inNoise;
    private bool _hasEnded;
    private Triangle _triangle;

    /// <summary>Which half of a symmetric matrix is written.</summary>
    private enum Triangle
    {
        None,
        Lower,
        Upper,
    }

    private void Keyword(int at, int end)
    {
        var close = _text.IndexOf(']', at, end - at);
        if (close < 0)
        {
            FailAtWord(at, end, "begins a keyword that no `]` ends");
            return;
        }

        var span = new TextSpan(at, close + 1 - at);
        var keyword = _text.Substring(at + 1, close - at - 1).Trim().ToLowerInvariant();
        at = close + 1;
        if (_inInformation && keyword != "end information")
        {
            return;
        }

        if (_version == 1 && keyword != "version")
        {
            Fail(span, $"`{_source.Slice(span)}` belongs to version 2, and no `[Version]` stands before it");
            return;
        }

        Keyword(keyword, span, at, end);
    }

    private void Keyword(string keyword, TextSpan span, int at, int end)
    {
        switch (keyword)
        {
            case "version":
                Word(ref at, end, out var version, out var versionAt);
                _version = 2;
                Check(version is "2.0" or "2.1", versionAt, span, $"version `{version}` is neither 2.0 nor 2.1");
                break;
            case "number of ports":
                _ports = Count(at, end, span, MostPorts);
                break;
            case "number of frequencies":
                _announced = Count(at, end, span, int.MaxValue);
                _announcedAt = span;
                break;
            case "two-port data order" or "two-port order":
                Word(ref at, end, out var order, out var orderAt);
                _rowsFirst = order == "12_21";
                Check(order is "12_21" or "21_12", orderAt, span, $"the order `{order}` is neither 12_21 nor 21_12");
                break;
            case "matrix format":
                Word(ref at, end, out var half, out var halfAt);
                half = half.ToLowerInvariant();
                _triangle = half == "lower" ? Triangle.Lower : half == "upper" ? Triangle.Upper : Triangle.None;
                Check(half is "full" or "lower" or "upper", halfAt, span, $"the format `{half}` is none of Full, Lower and Upper");
                break;
            case "reference":
                _referenceLeft = _ports;
                _reference.Clear();
                Check(_ports > 0, span, span, "`[Number of Ports]` stands before `[Reference]`");
                ReadReference(ref at, end);
                break;
            case "mixed-mode order":
                while (Word(ref at, end, out var mode, out _))
                {
                    _modes.Add(mode.ToUpperInvariant());
                }

                Check(_modes.Count == _ports, span, span, $"`[Mixed-Mode Order]` names {Whole(_modes.Count)} modes of {Whole(_ports)} ports");
                break;
            case "begin information" or "end information":
                _inInformation = keyword[0] == 'b';
                break;
            case "network data":
                _inNoise = false;
                break;
            case "noise data":
                _inNoise = true;
                break;
            case "end":
                _hasEnded = true;
                break;
            case "number of noise frequencies":
                break;
            default:
                Fail(span, $"`{_source.Slice(span)}` is no keyword of Touchstone 2");
                break;
        }
    }

    private void Check(bool holds, TextSpan word, TextSpan keyword, string error)
    {
        if (!holds)
        {
            Fail(word.Length > 0 ? word : keyword, error);
        }
    }

    private int Count(int at, int end, TextSpan keyword, int most)
    {
        Word(ref at, end, out var word, out var span);
        var isCount = int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most;
        Check(isCount, span, keyword, $"`{word}` is no number of {_source.Slice(keyword).Trim('[', ']').Substring("Number of ".Length).ToLowerInvariant()}");
        return isCount ? count : 0;
    }

    // The impedances may go on on the next lines. True where the line is used up.
    private bool ReadReference(ref int at, int end)
    {
        while (_referenceLeft > 0 && SkipBlanks(ref at, end))
        {
            var from = at;
            if (!NumberScanner.Read(_text, ref at, end, out var ohms) || ohms <= 0)
            {
                FailAtWord(from, end, "is no impedance in ohms above zero");
                return true;
            }

            _reference.Add(new(ohms, 0));
            _referenceLeft--;
        }

        return !SkipBlanks(ref at, end);
    }

    // Field solvers write the impedances of their ports behind each frequency, as real and imaginary parts: `! Port Impedance 49.7 -0.11 49.6 -0.11`.
    private void Comment(int at, int end)
    {
        const string Word = "Port Impedance";
        if (_reference.Count > 0 || _version > 1 || !SkipBlanks(ref at, end) || string.CompareOrdinal(_text, at, Word, 0, Word.Length) != 0)
        {
            return;
        }

        at += Word.Length;
        var parts = new List<double>();
        while (SkipBlanks(ref at, end) && NumberScanner.Read(_text, ref at, end, out var part))
        {
            parts.Add(part);
        }

        for (var i = 0; parts.Count == 2 * _ports && i < _ports; i++)
        {
            _reference.Add(new(parts[2 * i], parts[(2 * i) + 1]));
        }
    }
}
