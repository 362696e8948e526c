using System.Collections;

namespace InterconnectDsl.Generator.Pipeline;

/// <summary>An array that is equal to another of equal elements in the same order, so that a step of the pipeline can tell that nothing changed.</summary>
internal sealed class EquatableArray<T>(T[] items) : IReadOnlyList<T>, IEquatable<EquatableArray<T>>
    where T : IEquatable<T>
{
    public static readonly EquatableArray<T> Empty = new(System.Array.Empty<T>());

    private int? _hash;

    public int Count => items.Length;

    public T this[int index] => items[index];

    public bool Equals(EquatableArray<T>? other)
    {
        if (other is null || other.Count != Count || other.GetHashCode() != GetHashCode())
        {
            return false;
        }

        for (var i = 0; i < items.Length; i++)
        {
            if (!items[i].Equals(other[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as EquatableArray<T>);

    public override int GetHashCode()
    {
        if (_hash is not { } known)
        {
            known = items.Length;
            foreach (var item in items)
            {
                known = unchecked((known * 31) + item.GetHashCode());
            }

            _hash = known;
        }

        return known;
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes equatable arrays.</summary>
internal static class EquatableArrays
{
    public static EquatableArray<T> ToEquatable<T>(this IEnumerable<T> items)
        where T : IEquatable<T>
    {
        var array = items.ToArray();
        return array.Length == 0 ? EquatableArray<T>.Empty : new(array);
    }
}
