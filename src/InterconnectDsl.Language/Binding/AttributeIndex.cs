using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>
/// The attributes of all loaded kinds by name: where a reference is only known to be of some general kind, those of the special ones count.
/// </summary>
internal sealed class AttributeIndex
{
    private readonly Dictionary<string, List<AttributeSymbol>> _byName = new(StringComparer.Ordinal);

    public void Add(AttributeSymbol attribute)
    {
        if (!_byName.TryGetValue(attribute.Name, out var all))
        {
            _byName.Add(attribute.Name, all = new());
        }

        all.Add(attribute);
    }

    public IReadOnlyList<AttributeSymbol> Named(string name) =>
        _byName.TryGetValue(name, out var all) ? all : Array.Empty<AttributeSymbol>();

    /// <summary>Those of this name that kinds derived from <paramref name="kind"/> declare.</summary>
    public List<AttributeSymbol> Below(KindSymbol kind, string name)
    {
        var found = new List<AttributeSymbol>();
        foreach (var attribute in Named(name))
        {
            if (attribute.Owner.Is(kind))
            {
                found.Add(attribute);
            }
        }

        return found;
    }

    /// <summary>Names of the attributes of a kind, of what it derives from and of what derives from it.</summary>
    public static IEnumerable<string> NamesOf(KindSymbol kind)
    {
        for (var at = kind; at is not null; at = at.Base)
        {
            foreach (var attribute in at.Attributes)
            {
                yield return attribute.Name;
            }
        }

        foreach (var derived in kind.Derived)
        {
            foreach (var name in BelowNames(derived))
            {
                yield return name;
            }
        }
    }

    /// <summary>The word types of attributes called <paramref name="name"/> that have the word.</summary>
    public List<WordType> WordTypes(string name, string word)
    {
        var found = new List<WordType>();
        foreach (var attribute in Named(name))
        {
            if (attribute is { IsTyped: true, Type: WordType type } && type.IndexOf(word) >= 0 && !found.Contains(type))
            {
                found.Add(type);
            }
        }

        return found;
    }

    /// <summary>The one word type, <c>connector.polish</c>, that has this word; null when none or several do.</summary>
    public string? OwnersOfWord(string word)
    {
        string? owner = null;
        foreach (var attribute in _byName.Values.SelectMany(all => all))
        {
            // Only types that are written are asked for: to infer one for a message could report a mistake of its own.
            if (attribute is { IsTyped: true, Type: WordType type } && type.IndexOf(word) >= 0)
            {
                if (owner is not null && owner != type.Owner)
                {
                    return null;
                }

                owner = type.Owner;
            }
        }

        return owner;
    }

    private static IEnumerable<string> BelowNames(KindSymbol kind) =>
        kind.Attributes.Select(a => a.Name).Concat(kind.Derived.SelectMany(BelowNames));
}
