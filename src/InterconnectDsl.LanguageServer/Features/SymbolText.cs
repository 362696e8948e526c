using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>Symbols as a reader would declare them.</summary>
internal static class SymbolText
{
    /// <summary>The head of a declaration, as it would be written.</summary>
    public static string Signature(Symbol symbol) => symbol switch
    {
        ParamSymbol s => $"param {s.Name} : {s.Type.Display}{Value(s.Formula)}",
        ConstantSymbol s => $"{s.Name} : {s.Type.Display}{Value(s.Formula)}",
        AttributeSymbol s => $"{s.Owner.Name}.{s.Name} : {s.Type.Display}{(s.Optional ? "?" : "")}{Value(s.Default)}",
        KindSymbol s => "kind " + s.Name + (s.Base is null ? "" : " : " + s.Base.Name),
        PartSymbol s => "part " + s.Name + Parameters(s.Parameters) + " : " + (s.Base?.Name ?? s.Kind?.Name ?? "node"),
        FunctionSymbol s => $"fn {s.Name}({Listed(s.Parameters)}) -> {s.Result.Display}",
        InstanceSymbol s => $"{s.Kind.Name} {s.Name}{(s.Array is null ? "" : "[]")}{(s.Part is null ? "" : " : " + s.Part.Part.Name)}",
        PathSymbol s => $"{s.Kind.Name} {s.Name}{(s.Array is null ? "" : "[]")}",
        DesignSymbol s => "design " + s.Name + (s.Base is null ? "" : " : " + s.Base.Name),
        LocalSymbol s => $"{s.Name} : {s.Type.Display}",
        RuleSymbol s => "rule " + s.Id,
        StudySymbol s => "study " + s.Name,
        TestSymbol s => "test \"" + s.Name + "\"",
        ModuleSymbol s => "module " + s.Name,
        _ => symbol.Name,
    };

    /// <summary>The type of what a symbol stands for as a value; null for what is none.</summary>
    public static IcxType? TypeOf(Symbol symbol) => symbol switch
    {
        ParamSymbol s => s.Type,
        ConstantSymbol s => s.Type,
        AttributeSymbol s => s.Type,
        LocalSymbol s => s.Type,
        InstanceSymbol s => new NodeType(s.Kind),
        PathSymbol s => new NodeType(s.Kind),
        PartSymbol { Kind: { } kind } => new NodeType(kind),
        DesignSymbol s => new NodeType(s.Kind),
        FunctionSymbol s => s.Result,
        _ => null,
    };

    /// <summary>The kind a symbol is or is of; null for a plain value.</summary>
    public static KindSymbol? KindOf(Symbol symbol) => symbol as KindSymbol ?? KindOf(TypeOf(symbol));

    /// <summary>The kind of things a type refers to.</summary>
    public static KindSymbol? KindOf(IcxType? type) => type switch
    {
        NodeType node => node.Kind,
        ListType list => KindOf(list.Element),
        _ => null,
    };

    /// <summary>The formula that gives a symbol its value, as declared.</summary>
    public static Formula? FormulaOf(Symbol symbol) => symbol switch
    {
        ParamSymbol s => s.Formula,
        ConstantSymbol s => s.Formula,
        AttributeSymbol s => s.Default,
        _ => null,
    };

    /// <summary>What is in the braces of a thing, its parts included.</summary>
    public static IEnumerable<Symbol> Nested(Symbol symbol)
    {
        var own = symbol switch { InstanceSymbol s => s.Body, PathSymbol s => s.Body, DesignSymbol s => s.Body, PartSymbol s => s.Body, _ => null };
        var things = own is null ? Enumerable.Empty<Symbol>() : own.Instances.Concat<Symbol>(own.Paths);
        var part = symbol is InstanceSymbol { Part: { } use } ? use.Part : (symbol as PartSymbol)?.Base;
        return part is null ? things : things.Concat(Nested(part));
    }

    /// <summary>The attributes of a kind, its own first.</summary>
    public static IEnumerable<AttributeSymbol> Attributes(KindSymbol kind)
    {
        for (var at = kind; at is not null; at = at.Base)
        {
            foreach (var attribute in at.Attributes)
            {
                yield return attribute;
            }
        }
    }

    private static string Parameters(IReadOnlyList<LocalSymbol> parameters) => parameters.Count == 0 ? "" : "(" + Listed(parameters) + ")";

    private static string Listed(IReadOnlyList<LocalSymbol> parameters) =>
        string.Join(", ", parameters.Select(p => $"{p.Name} : {p.Type.Display}{(p.Default is { } d ? " = " + d.Location.Text.Slice(d.Location.Span) : "")}"));

    private static string Value(Formula? formula) =>
        formula is null ? "" : formula.Location.Text.Slice(formula.Location.Span) is var text && text.StartsWith('=') ? " " + text : text.Length == 0 ? "" : " " + text;
}
