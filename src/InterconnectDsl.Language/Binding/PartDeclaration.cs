using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;

namespace InterconnectDsl.Language.Binding;

/// <summary>How far a part is bound.</summary>
internal enum PartStage
{
    Declared,
    HeadUnderway,

    /// <summary>Kind, base and parameters are known.</summary>
    Head,
    NamesUnderway,

    /// <summary>The things in its braces are known by name.</summary>
    Names,

    /// <summary>All is bound; formulas still wait until they are asked for.</summary>
    Body,
}

/// <summary>A part's syntax and how far it is bound.</summary>
internal sealed class PartDeclaration(PartSyntax syntax, LoadedModule module)
{
    public PartSyntax Syntax { get; } = syntax;

    public LoadedModule Module { get; } = module;

    public PartStage Stage { get; set; }

    /// <summary>The base's arguments as written.</summary>
    public IReadOnlyList<ArgumentSyntax> BaseArguments { get; set; } = Array.Empty<ArgumentSyntax>();

    public BodyBinder? Body { get; set; }

    public BodyScope? Scope { get; set; }

    /// <summary>The use without arguments, shared by all.</summary>
    public PartUse? Plain { get; set; }

    /// <summary>Whether its base is not known, which is reported: what it sets is not checked then.</summary>
    public bool IsBroken { get; set; }
}
