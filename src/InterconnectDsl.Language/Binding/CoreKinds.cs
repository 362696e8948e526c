using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>The kinds of <c>icx.core</c> that the language itself speaks of.</summary>
internal sealed class CoreKinds
{
    public KindSymbol Node { get; private set; } = new("node", default);

    public KindSymbol Path { get; private set; } = new("path", default);

    public KindSymbol Design { get; private set; } = new("design", default);

    /// <summary>What a path may go through; every node when the core declares no <c>step</c>.</summary>
    public KindSymbol Step { get; private set; } = new("step", default);

    /// <summary>What a common host can be; every node when the core declares no <c>carrier</c>.</summary>
    public KindSymbol Carrier { get; private set; } = new("carrier", default);

    /// <summary>The paths that may end in a temperature, or null.</summary>
    public KindSymbol? Heat { get; private set; }

    /// <summary>Paths of data; every path when the core declares no <c>link</c>.</summary>
    public KindSymbol Link { get; private set; } = new("link", default);

    public void Find(LoadedModule? core)
    {
        Node = Kind(core, "node") ?? Node;
        Path = Kind(core, "path") ?? Path;
        Design = Kind(core, "design") ?? Design;
        Step = Kind(core, "step") ?? Node;
        Carrier = Kind(core, "carrier") ?? Node;
        Heat = Kind(core, "heat");
        Link = Kind(core, "link") ?? Path;
    }

    private static KindSymbol? Kind(LoadedModule? core, string name) =>
        core is not null && core.Symbol.Members.TryGetValue(name, out var found) ? found as KindSymbol : null;
}
