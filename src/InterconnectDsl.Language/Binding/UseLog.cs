using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Language.Binding;

/// <summary>What is used by anything: what nothing uses is warned of. Of one formula it can tell apart what that uses.</summary>
internal sealed class UseLog
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private HashSet<object>? _ofOne;

    /// <summary>Whether something was used that nothing had used, since this was last set to false.</summary>
    public bool HasFirst { get; set; }

    /// <summary>A name was resolved to a symbol.</summary>
    public void Note(Symbol symbol)
    {
        HasFirst |= !symbol.IsUsed;
        symbol.IsUsed = true;
        _ofOne?.Add(symbol);
    }

    /// <summary>A name was resolved to what a <c>use</c> brought in.</summary>
    public void Note(Import import)
    {
        HasFirst |= !import.IsUsed;
        import.IsUsed = true;
        _ofOne?.Add(import);
    }

    /// <summary>A formula, rule, test or study asks for attributes of this name.</summary>
    public void NoteAttribute(string name)
    {
        HasFirst |= _read.Add(name);
        _ofOne?.Add(name);
    }

    /// <summary>Whether anything bound so far asks for attributes of this name.</summary>
    public bool IsRead(string name) => _read.Contains(name);

    /// <summary>What something uses while it is bound: symbols, imports, names of attributes.</summary>
    public HashSet<object> Of(Action bind)
    {
        var used = _ofOne = new();
        bind();
        _ofOne = null;
        return used;
    }
}
