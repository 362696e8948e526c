using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Lowering;

/// <summary>
/// Which numbers of the IR are literals of the user's text, so that one may be given another number and only what reads it is computed again. Without
/// this, equal numbers are one value, and none can be told from another.
/// </summary>
internal sealed class Literals(IrBuilder ir)
{
    // Where a literal's number stands: in some members of a Data, perhaps with the other sign.
    private readonly record struct Cell(Value Value, int Start, int Count, bool IsNegated);

    private readonly Dictionary<BoundNumber, List<Cell>> _cells = new();

    /// <summary>Whether a number is a quantity of the user's text. Whole numbers count and index: what they say is structure.</summary>
    public static bool IsKept(BoundNumber number) => number.Type is QuantityType && !number.Location.Text.IsLibrary;

    /// <summary>A value of its own for a literal.</summary>
    public Value Make(BoundNumber number)
    {
        var value = ir.Data(Domain.One, new[] { number.Value });
        Note(number, new(value, 0, 1, false));
        return value;
    }

    /// <summary>Notes that the number of a literal, perhaps behind a minus, is that of some members of a Data.</summary>
    public void Note(BoundExpression literal, Value data, int start, int count)
    {
        var number = literal as BoundNumber ?? (BoundNumber)((BoundUnary)literal).Operand;
        if (IsKept(number))
        {
            Note(number, new(data, start, count, literal is BoundUnary));
        }
    }

    /// <summary>Gives literals other numbers; the values whose numbers changed, or null where one of them may not change.</summary>
    /// <param name="pairs">Literals, and what stands in their place.</param>
    /// <param name="isSettled">Whether the design is what it is on account of a value's numbers.</param>
    public IReadOnlyCollection<Value>? Revise(IReadOnlyList<(BoundNumber Before, BoundNumber After)> pairs, Func<Value, bool> isSettled)
    {
        if (pairs.Any(p => p.Before.Value != p.After.Value && !IsKept(p.Before)))
        {
            return null;
        }

        var cells = pairs.SelectMany(p => _cells.TryGetValue(p.Before, out var found) ? found.Select(c => (Cell: c, p.After)) : Enumerable.Empty<(Cell Cell, BoundNumber After)>()).ToList();
        if (cells.Exists(c => isSettled(c.Cell.Value)))
        {
            return null;
        }

        var changed = new HashSet<Value>();
        foreach (var (cell, after) in cells)
        {
            if (changed.Add(cell.Value))
            {
                cell.Value.Data = (double[])cell.Value.Data!.Clone();
            }

            for (var m = cell.Start; m < cell.Start + cell.Count; m++)
            {
                cell.Value.Data![m] = cell.IsNegated ? -after.Value : after.Value;
            }
        }

        foreach (var (before, after) in pairs)
        {
            if (_cells.TryGetValue(before, out var moved))
            {
                _cells.Remove(before);
                _cells[after] = moved;
            }
        }

        return changed;
    }

    private void Note(BoundNumber number, Cell cell)
    {
        if (!_cells.TryGetValue(number, out var cells))
        {
            _cells.Add(number, cells = new(1));
        }

        cells.Add(cell);
    }
}
