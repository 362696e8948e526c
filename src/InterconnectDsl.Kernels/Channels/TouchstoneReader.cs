using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Kernels.Channels;

/// <summary>What came of reading a file: the network, or what is wrong first and where.</summary>
/// <param name="File">The network; null when something is wrong.</param>
/// <param name="Error">What is wrong, in words; null when nothing is.</param>
/// <param name="Location">Where.</param>
public sealed record TouchstoneReading(TouchstoneFile? File, string? Error, SourceSpan Location);

/// <summary>
/// Reads Touchstone files of versions 1.0, 1.1, 2.0 and 2.1 in one pass. Frequencies must rise, lines must be whole. Noise data is passed over: nothing
/// here is computed from it.
/// Source: Touchstone File Format Specification, version 2.1, IBIS Open Forum, 26 January 2024.
/// </summary>
public sealed partial class TouchstoneReader
{
    /// <summary>The most ports of a file that is read.</summary>
    public const int MostPorts = 64;

    private static readonly ConditionalWeakTable<SourceText, TouchstoneReading> Known = new();

    private readonly SourceText _source;
    private readonly string _text;
    private readonly OptionLine _options = new();
    private bool _hasOptions;
    private int _ports;
    private int _next;
    private double[] _numbers = new double[4096];
    private int _count;
    private int _filled;
    private int _points;
    private string? _error;
    private TextSpan _errorAt;

    private TouchstoneReader(SourceText source)
    {
        _source = source;
        _text = source.Content;
        _ports = PortsOf(source.Path);
    }

    /// <summary>The ports its numbers are complete for once a frequency has this many.</summary>
    private int PerPoint => 1 + (2 * (_triangle == Triangle.None ? _ports * _ports : _ports * (_ports + 1) / 2));

    /// <summary>Reads a file; the same text is read once.</summary>
    public static TouchstoneReading Read(SourceText source) => Known.GetValue(source, s => new TouchstoneReader(s).Read());

    private TouchstoneReading Read()
    {
        for (var at = 0; at < _text.Length && _error is null && !_hasEnded; at = _next)
        {
            var end = _text.IndexOf('\n', at);
            end = end < 0 ? _text.Length : end;
            _next = end + 1;
            Line(at, end);
        }

        var file = _error is null ? Finish() : null;
        return new(_error is null ? file : null, _error, new(_source, _errorAt));
    }

    private void Line(int at, int end)
    {
        var comment = _text.IndexOf('!', at, end - at);
        if (comment >= 0)
        {
            Comment(comment + 1, end);
            end = comment;
        }

        if (!SkipBlanks(ref at, end) || (_inInformation && _text[at] != '['))
        {
            return;
        }

        switch (_text[at])
        {
            case '[':
                Keyword(at, end);
                break;
            case '#' when _hasOptions:
                break;
            case '#':
                Options(at + 1, end);
                break;
            default:
                Numbers(at, end);
                break;
        }
    }

    private void Options(int at, int end)
    {
        _hasOptions = true;
        while (Word(ref at, end, out var word, out var span))
        {
            if (word is "R" or "r")
            {
                if (!Word(ref at, end, out word, out span) || !_options.TakeResistance(word))
                {
                    Fail(span, "behind `R` a resistance in ohms above zero is expected");
                }
            }
            else if (!_options.Take(word))
            {
                Fail(span, $"`{word}` is no word of an option line such as `# GHz S MA R 50`");
            }
        }
    }

    private void Numbers(int at, int end)
    {
        if (_referenceLeft > 0 && ReadReference(ref at, end))
        {
            return;
        }

        if (_inNoise || !IsReady(at, end))
        {
            return;
        }

        var (start, before, starts) = (at, _count, _filled == 0);
        while (_error is null && !_inNoise && SkipBlanks(ref at, end))
        {
            var from = at;
            if (!NumberScanner.Read(_text, ref at, end, out var number) || (at < end && !IsBlank(_text[at])))
            {
                FailAtWord(from, end, "is no number");
            }
            else if (_filled == 0 && _count > before)
            {
                Fail(new(from, at - from), $"with {Whole(_ports)} ports a frequency has {Whole(PerPoint)} numbers, and here is one more");
            }
            else if (_filled > 0 || IsRising(number, from, at))
            {
                Append(number);
            }
        }

        // A line that begins a frequency holds it and pairs, any other line pairs alone: a number lost is found on its own line.
        var whole = starts ? (_count - before) % 2 == 1 : (_count - before) % 2 == 0;
        if (_error is null && !_inNoise && (!whole || (_ports <= 2 && _version < 2 && _filled != 0)))
        {
            Fail(new(start, end - start), whole
                ? $"a frequency has {Whole(PerPoint)} numbers, and this line {Whole(_count - before)}"
                : $"numbers come in pairs{(starts ? " behind the frequency" : "")}, and this line has {Whole(_count - before)}");
        }
    }

    private bool IsReady(int at, int end)
    {
        if (!_hasOptions)
        {
            FailAtWord(at, end, "stands before the option line, such as `# GHz S MA R 50`");
        }
        else if (_ports == 0)
        {
            FailAtWord(at, end, "cannot be read without a number of ports: name the file `.s4p`, or write `[Number of Ports] 4`");
        }
        else if (_options.Parameter is 'G' or 'H' && _ports != 2)
        {
            FailAtWord(at, end, "is of a hybrid parameter, which has two ports");
        }

        return _error is null;
    }

    // In a file of version 1 with two ports, frequencies that start again begin the noise data.
    private bool IsRising(double number, int from, int at)
    {
        var frequency = number * _options.Scale;
        var last = _points > 0 ? _numbers[(_points - 1) * PerPoint] * _options.Scale : -1;
        if (frequency > last && frequency >= 0)
        {
            return true;
        }

        _inNoise = _ports == 2 && _version < 2 && frequency >= 0 && frequency < last;
        if (!_inNoise)
        {
            Fail(new(from, at - from), _points == 0 ? "a frequency is not below zero" : "frequencies rise, and this one is not above the one before");
        }

        return false;
    }

    private void Append(double number)
    {
        if (_count == _numbers.Length)
        {
            Array.Resize(ref _numbers, _count * 2);
        }

        _numbers[_count++] = number;
        if (++_filled == PerPoint)
        {
            _filled = 0;
            _points++;
        }
    }

    private bool SkipBlanks(ref int at, int end)
    {
        while (at < end && IsBlank(_text[at]))
        {
            at++;
        }

        return at < end;
    }

    private bool Word(ref int at, int end, out string word, out TextSpan span)
    {
        var any = SkipBlanks(ref at, end);
        var start = at;
        while (at < end && !IsBlank(_text[at]))
        {
            at++;
        }

        span = new(start, at - start);
        word = _text.Substring(start, at - start);
        return any;
    }

    private void FailAtWord(int at, int end, string what)
    {
        Word(ref at, end, out var word, out var span);
        Fail(span, $"`{(word.Length > 40 ? word.Substring(0, 40) + "..." : word)}` {what}");
    }

    private void Fail(TextSpan span, string error)
    {
        if (_error is null)
        {
            (_error, _errorAt) = (error, span);
        }
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\f' or '\v';

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    // host.s4p has four ports; a name that ends otherwise does not say.
    private static int PortsOf(string path)
    {
        var dot = path.LastIndexOf('.');
        var isNumbered = dot >= 0 && path.Length - dot > 3 && path[dot + 1] is 's' or 'S' && path[path.Length - 1] is 'p' or 'P';
        return isNumbered && int.TryParse(path.Substring(dot + 2, path.Length - dot - 3), NumberStyles.None, CultureInfo.InvariantCulture, out var ports)
            && ports is >= 1 and <= MostPorts ? ports : 0;
    }
}
