using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Binding;

/// <summary>A module with what its binding needs beside its symbols.</summary>
internal sealed class LoadedModule
{
    public LoadedModule(ModuleSymbol symbol, bool isUser, DiagnosticBag bag)
    {
        (Symbol, IsUser) = (symbol, isUser);
        Scope = new(this, symbol.Tree.Text, bag);
    }

    public ModuleSymbol Symbol { get; }

    /// <summary>Whether it is one of the files the compilation was asked about.</summary>
    public bool IsUser { get; }

    public ModuleScope Scope { get; }

    public SourceText Text => Symbol.Tree.Text;

    /// <summary>Imports by the name they have here; each is resolved when first asked for.</summary>
    public Dictionary<string, Import> Imports { get; } = new(StringComparer.Ordinal);

    public List<(KindSymbol Symbol, KindSyntax Syntax)> Kinds { get; } = new();

    /// <summary>What the names in it were found to mean; null where nobody asks.</summary>
    public List<NameUse>? Uses { get; set; }

    /// <summary>Declarations that belong in a design and not at module level.</summary>
    public bool IsUsedByOthers { get; set; }

    /// <summary>Whether it belongs to the standard library, which names its rules <c>icx_</c>.</summary>
    public bool IsStandard => Symbol.Name.StartsWith("icx.", StringComparison.Ordinal);
}

/// <summary>A name brought in by <c>use</c>.</summary>
internal sealed class Import(UseSyntax use, UseItemSyntax? item)
{
    public UseSyntax Use { get; } = use;

    /// <summary>The item, or null when the whole module is brought in.</summary>
    public UseItemSyntax? Item { get; } = item;

    public Symbol? Symbol { get; set; }

    public bool IsResolved { get; set; }

    public bool IsUsed { get; set; }

    public Identifier Name => Item is null ? Use.Module : Item.Alias ?? Item.Name;
}
