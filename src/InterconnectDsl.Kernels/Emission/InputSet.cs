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

        if (IsEmpty)
        {
            return other;
        }

        var (these, those) = (_inputs, other._inputs);
        var (all, count, mine) = (new int[these.Length + those.Length], 0, 0);
        foreach (var input in those)
        {
            while (mine < these.Length && these[mine] < input)
            {
                all[count++] = these[mine++];
            }

            mine += mine < these.Length && these[mine] == input ? 1 : 0;
            all[count++] = input;
        }

        while (mine < these.Length)
        {
            all[count++] = these[mine++];
        }

        Array.Resize(ref all, count);
        return count == these.Length ? this : count == those.Length ? other : new(all);
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
