namespace InterconnectDsl.Kernels.Emission;

/// <summary>The inputs that a value depends on. Two sets of the same inputs are equal.</summary>
internal sealed class InputSet : IEquatable<InputSet>
{
    /// <summary>No inputs.</summary>
    public static readonly InputSet Empty = new(Array.Empty<int>());

    private readonly int[] _inputs;

    private InputSet(int[] inputs) => _inputs = inputs;

    /// <summary>Their numbers, in order.</summary>
    public IReadOnlyList<int> Inputs => _inputs;

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _inputs.Length == 0;

    /// <summary>A single input.</summary>
    public static InputSet Of(int input) => new(new[] { input });

    /// <summary>The inputs of either set.</summary>
    public InputSet With(InputSet other)
    {
        if (other.IsEmpty || ReferenceEquals(this, other))
        {
            return this;
        }

        var all = new List<int>(_inputs);
        foreach (var input in other._inputs)
        {
            var place = all.BinarySearch(input);
            if (place < 0)
            {
                all.Insert(~place, input);
            }
        }

        return all.Count == _inputs.Length ? this : new(all.ToArray());
    }

    /// <inheritdoc/>
    public bool Equals(InputSet? other)
    {
        if (other is null || other._inputs.Length != _inputs.Length)
        {
            return false;
        }

        for (var i = 0; i < _inputs.Length; i++)
        {
            if (_inputs[i] != other._inputs[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as InputSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var input in _inputs)
        {
            hash = unchecked((hash * 31) + input);
        }

        return hash;
    }
}
