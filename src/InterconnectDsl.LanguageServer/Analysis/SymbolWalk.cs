using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.LanguageServer.Analysis;

/// <summary>Walks what a module declares, down into kinds and braces.</summary>
internal static class SymbolWalk
{
    /// <summary>All symbols of a module, outer ones first.</summary>
    public static IEnumerable<Symbol> Below(ModuleSymbol module) =>
        module.Members.Values.SelectMany(Of).Concat(module.Rules.SelectMany(Of)).Concat(module.Tests).Concat(module.Studies);

    /// <summary>A symbol and what is declared in it.</summary>
    private static IEnumerable<Symbol> Of(Symbol symbol)
    {
        var inner = symbol switch
        {
            KindSymbol kind => kind.Attributes,
            PartSymbol part => part.Parameters.Concat(In(part.Body)),
            DesignSymbol design => In(design.Body),
            FunctionSymbol function => function.Parameters,
            RuleSymbol rule => rule.Subjects.Select(s => s.Name),
            InstanceSymbol instance => Index(instance.Array).Concat(In(instance.Body)),
            PathSymbol path => Index(path.Array),
            _ => Enumerable.Empty<Symbol>(),
        };
        yield return symbol;
        foreach (var each in inner.SelectMany(Of))
        {
            yield return each;
        }
    }

    private static IEnumerable<Symbol> In(Body body) => body.Instances.Concat<Symbol>(body.Paths);

    private static IEnumerable<Symbol> Index(ArrayBounds? array) => array?.Index is { } index ? new[] { index } : Enumerable.Empty<Symbol>();
}
