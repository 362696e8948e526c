namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>An argument of an elementwise operation, read in blocks in the classes of the result.</summary>
internal readonly struct Operand
{
    /// <summary>Numbers a block has: few enough that all blocks of an operation stay in the first cache.</summary>
    public const int Block = 512;

    private readonly double[] _numbers;
    private readonly int[]? _index;
    private readonly bool _single;
    private readonly double[]? _block;

    /// <summary>Reads a column in the classes of a result.</summary>
    public Operand(Column column, ClassMap classes, ClassMaps maps)
    {
        _numbers = column.Numbers;
        _single = column.Classes.IsUniform;
        _index = _single ? null : maps.Index(classes, column.Classes);
        Clean = column.Clean;
        if (_single)
        {
            _block = new double[Math.Min(Block, classes.ClassCount)];
            for (var i = 0; i < _block.Length; i++)
            {
                _block[i] = _numbers[0];
            }
        }
        else if (_index is not null)
        {
            _block = new double[Math.Min(Block, classes.ClassCount)];
        }
    }

    /// <summary>Whether all numbers are there.</summary>
    public bool Clean { get; }

    /// <summary>The array that holds the numbers of a block, and where they start in it.</summary>
    public double[] Fetch(int start, int count, out int offset)
    {
        offset = 0;
        if (_single)
        {
            return _block!;
        }

        if (_index is null)
        {
            offset = start;
            return _numbers;
        }

        for (var i = 0; i < count; i++)
        {
            _block![i] = _numbers[_index[start + i]];
        }

        return _block!;
    }
}
