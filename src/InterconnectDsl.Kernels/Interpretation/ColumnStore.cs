using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>The columns that stand, by number of their value, and the arrays of those that no longer do.</summary>
internal sealed class ColumnStore
{
    private Column?[] _columns = Array.Empty<Column?>();

    /// <summary>The arrays to be used again.</summary>
    public Buffers Buffers { get; } = new();

    /// <summary>Makes room for so many values.</summary>
    public void Grow(int count)
    {
        if (_columns.Length < count)
        {
            Array.Resize(ref _columns, Math.Max(count, _columns.Length * 2));
        }
    }

    /// <summary>The column of a value, or null.</summary>
    public Column? Find(Value value) => value.Id < _columns.Length ? _columns[value.Id] : null;

    /// <summary>Keeps the column of a value; several values may hold one column.</summary>
    public void Store(Value value, Column column)
    {
        column.Holders++;
        _columns[value.Id] = column;
    }

    /// <summary>Forgets the column of a value; its array is used again where no other holds it.</summary>
    public void Drop(Value value)
    {
        if (_columns[value.Id] is { } column)
        {
            _columns[value.Id] = null;
            if (--column.Holders == 0 && column.Owned)
            {
                Buffers.Return(column.Numbers);
            }
        }
    }
}
