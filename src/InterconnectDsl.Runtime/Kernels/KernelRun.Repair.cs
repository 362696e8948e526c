namespace InterconnectDsl.Runtime;

/// <content>Reduced precision where a number is none: full precision computes such a point, and says what is absent and what failed.</content>
public sealed partial class KernelRun
{
    private readonly Func<KernelRun>? _single;
    private readonly bool[] _ran;
    private readonly bool[]?[] _none;
    private KernelRun? _full;

    // Keeps at which points a stage found a number that is none.
    private void Note(int stage, bool all, ReadOnlySpan<double> flags)
    {
        if (all)
        {
            _none[stage] = null;
            return;
        }

        var none = _none[stage] ??= new bool[TilePoints];
        for (var p = 0; p < flags.Length; p++)
        {
            none[p] = double.IsNaN(flags[p]);
        }
    }

    private void Repair(int points)
    {
        if (Array.TrueForAll(_none, n => n is null))
        {
            return;
        }

        for (var p = 0; p < points; p++)
        {
            Repair((nint)p);
        }
    }

    private void Repair(nint point)
    {
        var computed = false;
        for (var o = 0; o < _layout.Outputs.Length; o++)
        {
            var output = _layout.Outputs[o];
            var stage = output.Source - 1 - _layout.Sources;
            if (stage < 0 || !_ran[stage] || !RestsOnNone(stage, point) || (point > 0 && _masks[output.Source] == 0))
            {
                continue;
            }

            if (!computed)
            {
                Compute(point);
                computed = true;
            }

            for (var m = 0; m < output.Members; m++)
            {
                Column(output.ColumnOf(m))[(int)point] = _full!.Number(o, m, 0);
            }
        }
    }

    // Whether a stage that this one may read, or itself, found a number that is none.
    private bool RestsOnNone(int stage, nint point)
    {
        for (var s = 0; s <= stage; s++)
        {
            if (_none[s] is { } none && none[point & _masks[1 + _layout.Sources + s]] && Array.TrueForAll(_layout.Stages[s], i => Array.IndexOf(_layout.Stages[stage], i) >= 0))
            {
                return true;
            }
        }

        return false;
    }

    private void Compute(nint point)
    {
        _full ??= _single!();
        for (var i = 0; i < _layout.Inputs.Length; i++)
        {
            _full.Set(i, Column(1 + i)[(int)(point & _masks[1 + i])]);
        }

        foreach (var draw in _full._layout.Draws)
        {
            // Both plans draw the same, perhaps in another order.
            var same = _layout.Draws.FirstOrDefault(d => d.Hash == draw.Hash && d.IsNormal == draw.IsNormal);
            for (var m = 0; m < draw.Count; m++)
            {
                _full.Draw(draw.First + m, 1)[0] = same is null ? 0.5 : Column(same.First + m)[(int)point];
            }
        }

        _full.Execute(1);
    }
}
