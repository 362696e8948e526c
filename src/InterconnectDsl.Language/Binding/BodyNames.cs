using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Language.Binding;

/// <summary>The things in one pair of braces by name: a list while it is short, a dictionary when it grows.</summary>
internal sealed class BodyNames
{
    private const int Long = 8;

    private readonly List<Symbol> _list = new();
    private Dictionary<string, Symbol>? _table;

    public IReadOnlyList<Symbol> All => _list;

    public Symbol? Find(string name)
    {
        if (_table is not null)
        {
            return _table.TryGetValue(name, out var found) ? found : null;
        }

        foreach (var symbol in _list)
        {
            if (symbol.Name == name)
            {
                return symbol;
            }
        }

        return null;
    }

    public void Add(Symbol symbol)
    {
        _list.Add(symbol);
        if (_table is not null)
        {
            _table.Add(symbol.Name, symbol);
        }
        else if (_list.Count > Long)
        {
            _table = new(_list.Count * 2, StringComparer.Ordinal);
            foreach (var each in _list)
            {
                _table.Add(each.Name, each);
            }
        }
    }
}

/// <summary>The short names of a design or part: every thing in any of its braces, those in its parts left out.</summary>
internal sealed class RootNames
{
    private readonly Dictionary<string, Symbol> _first = new(StringComparer.Ordinal);
    private Dictionary<string, List<Symbol>>? _shared;

    public IEnumerable<string> All => _first.Keys;

    /// <summary>The thing of this short name, the first of several.</summary>
    public Symbol? Find(string name) => _first.TryGetValue(name, out var found) ? found : null;

    /// <summary>All things of this short name when there are several, else null.</summary>
    public IReadOnlyList<Symbol>? Shared(string name) => _shared is not null && _shared.TryGetValue(name, out var all) ? all : null;

    public void Add(Symbol symbol)
    {
        if (!_first.TryGetValue(symbol.Name, out var first))
        {
            _first.Add(symbol.Name, symbol);
            return;
        }

        _shared ??= new(StringComparer.Ordinal);
        if (!_shared.TryGetValue(symbol.Name, out var all))
        {
            _shared.Add(symbol.Name, all = new() { first });
        }

        all.Add(symbol);
    }
}
