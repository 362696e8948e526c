using System.Numerics;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Channels;

/// <content>From the numbers as written to scattering parameters.</content>
public sealed partial class TouchstoneReader
{
    private TouchstoneFile? Finish()
    {
        var end = new TextSpan(_text.TrimEnd().Length, 0);
        if (_referenceLeft > 0)
        {
            Fail(end, $"`[Reference]` lacks {Whole(_referenceLeft)} of {Whole(_ports)} impedances");
        }
        else if (_filled != 0)
        {
            Fail(end, $"the file ends within a frequency, behind {Whole(_filled)} of its {Whole(PerPoint)} numbers");
        }
        else if (_points == 0)
        {
            Fail(end, "the file holds no data");
        }
        else if (_announced >= 0 && _announced != _points)
        {
            Fail(_announcedAt, $"{Whole(_announced)} frequencies are announced, and {Whole(_points)} are there");
        }

        return _error is null ? Convert() : null;
    }

    private TouchstoneFile? Convert()
    {
        var size = _ports * _ports;
        var (frequencies, real, imaginary) = (new double[_points], new double[_points * size], new double[_points * size]);
        for (var point = 0; point < _points; point++)
        {
            var at = point * PerPoint;
            frequencies[point] = _numbers[at++] * _options.Scale;
            for (var i = 0; at < (point + 1) * PerPoint; i++, at += 2)
            {
                var (row, column) = PlaceOf(i);
                var (re, im) = Pair(_numbers[at], _numbers[at + 1]);
                Set(real, imaginary, (point * size) + (row * _ports) + column, re, im);
                if (_triangle != Triangle.None)
                {
                    Set(real, imaginary, (point * size) + (column * _ports) + row, re, im);
                }
            }
        }

        var reference = _reference.Count > 0 ? _reference : Enumerable.Repeat(_options.Resistance, _ports).ToList();
        var file = new TouchstoneFile(_ports, frequencies, real, imaginary, reference, _modes);
        if (_options.Parameter != 'S')
        {
            Scatter(file, real, imaginary);
        }

        if (_error is null && !Array.TrueForAll(real, Floats.IsFinite))
        {
            Fail(default, "it holds a magnitude that no number can take");
        }

        return file;
    }

    private static void Set(double[] real, double[] imaginary, int at, double re, double im)
    {
        real[at] = re;
        imaginary[at] = im;
    }

    // Numbers are normalized to the resistance in version 1, and as they are in version 2.
    private void Scatter(TouchstoneFile file, double[] real, double[] imaginary)
    {
        var unit = _version < 2 ? Enumerable.Repeat(Complex.One, _ports).ToList() : file.Reference;
        for (var point = 0; point < _points; point++)
        {
            if (NetworkParameters.ToScattering(_options.Parameter, file.Matrix(point), unit) is not { } s)
            {
                Fail(default, $"its {_options.Parameter} parameters at frequency {Whole(point + 1)} have no scattering parameters");
                return;
            }

            for (var i = 0; i < s.Length; i++)
            {
                Set(real, imaginary, (point * s.Length) + i, s[i].Real, s[i].Imaginary);
            }
        }
    }

    /// <summary>Row and column of a pair within its frequency.</summary>
    private (int Row, int Column) PlaceOf(int pair)
    {
        if (_triangle == Triangle.None)
        {
            var byColumn = _ports == 2 && !_rowsFirst;
            return byColumn ? (pair % 2, pair / 2) : (pair / _ports, pair % _ports);
        }

        var row = 0;
        for (var length = _triangle == Triangle.Lower ? 1 : _ports; pair >= length; length += _triangle == Triangle.Lower ? 1 : -1)
        {
            pair -= length;
            row++;
        }

        return _triangle == Triangle.Lower ? (row, pair) : (row, row + pair);
    }

    private (double Real, double Imaginary) Pair(double first, double second)
    {
        if (_options.Format == PairFormat.RealImaginary)
        {
            return (first, second);
        }

        var size = _options.Format == PairFormat.DecibelAngle ? Exponential.FromDecibel(first / 2) : first;
        var angle = second * (Math.PI / 180);
        return (size * Trigonometry.Cos(angle), size * Trigonometry.Sin(angle));
    }
}
