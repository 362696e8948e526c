using System.Runtime.InteropServices;

namespace InterconnectDsl.Runtime;

/// <summary>
/// An evaluation of many points, a tile at a time. A stage is computed only where one of its inputs changed, and for a single point where they are the same
/// for the whole tile: so what depends on one axis of a sweep is computed once for each value of it. For use by one thread.
/// </summary>
public sealed partial class KernelRun
{
    private const int Flags = 0;

    private readonly KernelLayout _layout;
    private readonly StageSet _stages;
    private readonly int _stride;
    private readonly AlignedNumbers _columns;
    private readonly nint[] _masks;
    private readonly bool[] _changed;
    private readonly bool[] _set;
    private readonly long[] _executions;
    private int _points;

    internal KernelRun(StageSet stages, int tilePoints, Func<KernelRun>? single)
    {
        _single = single;
        var layout = stages.Layout;
        _layout = layout;
        _stages = stages;
        TilePoints = tilePoints;
        _stride = (layout with { TilePoints = tilePoints }).Stride;
        _columns = new(layout.Columns * _stride);
        _masks = new nint[1 + layout.Sources + layout.Stages.Length + layout.Needs.Length];
        _changed = new bool[layout.Sources];
        _set = new bool[layout.Sources];
        _executions = new long[layout.Stages.Length];
        _ran = new bool[layout.Stages.Length];
        _none = new bool[]?[layout.Stages.Length];
        Asked.Fill(-1);
        for (var c = 0; c < layout.Constants.Length; c++)
        {
            Column(layout.ConstantColumns[c])[..stages.Lanes].Fill(BitConverter.UInt64BitsToDouble(layout.Constants[c]));
        }
    }

    /// <summary>The number of points that one tile can have.</summary>
    public int TilePoints { get; }

    /// <summary>How often each stage was computed.</summary>
    public IReadOnlyList<long> Executions => _executions;

    // For each body that may be left out whether it is asked for.
    private Span<nint> Asked => _masks.AsSpan(1 + _layout.Sources + _layout.Stages.Length);

    /// <summary>Leaves out what none of these outputs needs, from the next tile on; the numbers of all others are undefined then. At first all are asked for.</summary>
    /// <param name="outputs">The numbers of the outputs.</param>
    public void Ask(IEnumerable<int> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        var asked = new ulong[(_layout.Outputs.Length + 63) / 64];
        foreach (var output in outputs)
        {
            asked[output / 64] |= 1UL << (output % 64);
        }

        for (var body = 0; body < _layout.Needs.Length; body++)
        {
            Asked[body] = _layout.Needs[body].Zip(asked).Any(n => (n.First & n.Second) != 0) ? -1 : 0;
        }

        _points = 0;
    }

    /// <summary>Computes the stages whose inputs changed.</summary>
    /// <param name="points">The number of points of the tile; what was loaded must have as many.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are none or too many.</exception>
    /// <exception cref="InvalidOperationException">An input has no number.</exception>
    public void Execute(int points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(points, TilePoints);
        if (Array.IndexOf(_set, false) is >= 0 and var missing)
        {
            throw new InvalidOperationException(
                missing == _layout.Inputs.Length ? "What is drawn has no numbers: a Sampler gives them." : $"The input {_layout.Inputs[missing]} has no number.");
        }

        for (var s = 0; s < _layout.Stages.Length; s++)
        {
            var (changed, varying) = (_points == 0, false);
            foreach (var input in _layout.Stages[s])
            {
                changed |= _changed[input];
                varying |= _masks[1 + input] != 0;
            }

            _ran[s] = changed || (varying && points > _points);
            if (_ran[s])
            {
                _masks[1 + _layout.Sources + s] = varying ? -1 : 0;
                Execute(s, varying ? points : 1);
            }
        }

        _points = points;
        Array.Clear(_changed);
        if (_single is not null)
        {
            Repair(points);
        }
    }

    /// <summary>A result at one point of the tile; absent and failed numbers are NaN, which <see cref="Missing"/> tells apart.</summary>
    public double Number(int output, int member, int point)
    {
        var layout = _layout.Outputs[output];
        return Column(layout.ColumnOf(member))[_masks[layout.Source] == 0 ? 0 : point];
    }

    /// <summary>A result at the points of the tile.</summary>
    public void Copy(int output, int member, Span<double> results)
    {
        var layout = _layout.Outputs[output];
        var column = Column(layout.ColumnOf(member));
        if (_masks[layout.Source] == 0)
        {
            results.Fill(column[0]);
        }
        else
        {
            column[..results.Length].CopyTo(results);
        }
    }

    /// <summary>A result at the first points of the tile, to places that are so far apart.</summary>
    internal void Copy(int output, int member, int count, Span<double> results, int step)
    {
        var layout = _layout.Outputs[output];
        var column = Column(layout.ColumnOf(member));
        var mask = _masks[layout.Source];
        for (var p = 0; p < count; p++)
        {
            results[p * step] = column[(int)(p & mask)];
        }
    }

    /// <summary>Asks for all outputs, and computes all stages anew with the next tile.</summary>
    internal void Renew()
    {
        Asked.Fill(-1);
        _points = 0;
    }

    internal Precision Precision => _single is null ? Precision.Full : Precision.Reduced;

    internal int Lanes => _stages.Lanes;

    /// <summary>How its columns lie.</summary>
    internal KernelLayout Layout => _layout;

    /// <summary>Room for the draws of a column at the points of a tile, which the caller fills with numbers between 0 and 1.</summary>
    internal Span<double> Draw(int column, int count)
    {
        var draws = _layout.Inputs.Length;
        _masks[1 + draws] = -1;
        _changed[draws] = true;
        _set[draws] = true;
        return Column(column)[..count];
    }

    /// <summary>A result at the points of the tile, where it lies.</summary>
    internal ReadOnlySpan<double> Results(int output, int member, int count)
    {
        var layout = _layout.Outputs[output];
        var column = Column(layout.ColumnOf(member));
        if (_masks[layout.Source] == 0)
        {
            // The same for all points: nobody reads beyond the first of such a column but this.
            column[..count].Fill(column[0]);
        }

        return column[..count];
    }

    internal void CopyAll(Span<double> results)
    {
        var next = 0;
        for (var o = 0; o < _layout.Outputs.Length; o++)
        {
            for (var m = 0; m < _layout.Outputs[o].Members; m++)
            {
                results[next++] = Number(o, m, 0);
            }
        }
    }

    private Span<double> Column(int column) => _columns.Span.Slice(column * _stride, _stride);

    // Where points lie side by side, those beyond the last are computed too, up to a whole number of lanes: nobody reads them but where a single point stands
    // for all, as many times as there are lanes.
    private void Execute(int stage, int points)
    {
        var flags = Column(Flags);
        flags[..(points + _stages.Lanes)].Clear();
        _stages.Fast[stage](ref _columns.First, ref _masks[0], _stride, 0, points);
        _executions[stage]++;
        var all = MemoryMarshal.Cast<double, long>(flags[..points]).IndexOfAnyExcept(0L) < 0;
        if (_single is not null)
        {
            Note(stage, all, flags[..points]);
        }
        else if (!all)
        {
            Settle(stage, points, flags);
        }
    }

    private void Settle(int stage, int points, ReadOnlySpan<double> flags)
    {
        var single = _masks[1 + _layout.Sources + stage] == 0;
        for (var p = 0; p < (single ? _stages.Lanes : points); p++)
        {
            if (double.IsNaN(flags[single ? 0 : p]))
            {
                _stages.Careful[stage](ref _columns.First, ref _masks[0], _stride, p, p + 1);
            }
        }
    }
}
