using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>What the language itself calls by a word, and what is said of names that are not known.</content>
internal sealed partial class ExpressionBinder
{
    private static readonly string[] ContextWords = { "path", "previous", "next", "gap", "directions", "count", "design", "mirrored" };

    private BoundExpression? Context(string name, ExpressionSyntax syntax, Scope scope, ThingScope? own)
    {
        if (own is null)
        {
            return null;
        }

        var location = scope.At(syntax);
        var core = session.CoreKinds;
        var isStep = own.Use == ThingUse.Step || (own.Use != ThingUse.Rule && own.Kind.Is(core.Step) && !own.Kind.IsPath);
        return name switch
        {
            "path" when isStep => new BoundContext(ContextName.Path, null, core.Path.Type, location),
            "previous" when isStep => new BoundContext(ContextName.Previous, null, core.Step.Type, location),
            "next" when isStep => new BoundContext(ContextName.Next, null, core.Step.Type, location),
            "gap" when isStep => new BoundContext(ContextName.Gap, null, _length, location),
            "mirrored" when isStep => new BoundContext(ContextName.Mirrored, null, BoolType.Instance, location),
            "directions" when own.Kind.IsPath => new BoundContext(ContextName.Directions, null, IntType.Instance, location),
            "count" when own.Use != ThingUse.Rule => new BoundContext(ContextName.Count, null, IntType.Instance, location),
            "design" => new BoundContext(ContextName.Design, null, core.Design.Type, location),
            _ => null,
        };
    }

    private void ReportUnknown(NameSyntax syntax, Scope scope, IcxType? expected)
    {
        var name = new Identifier(syntax.Name, syntax.Span);
        if (expected is WordType words)
        {
            scope.ReportUnknown("ICX2015", name, words.List.Concat(VisibleNames(scope)), string.Join(", ", words.List), words.Owner);
            return;
        }

        if (session.Attributes.OwnersOfWord(name.Text) is { } owner)
        {
            scope.ReportWithHelp("ICX2001", name.Span, $"it is a word of `{owner}`: write `{owner}.{name.Text}`", owner + "." + name.Text, name.Text);
            return;
        }

        if (scope.Thing is { Use: ThingUse.Declaration or ThingUse.Placement } thing && thing.Kind.FindAttribute(name.Text) is not null)
        {
            scope.ReportWithHelp("ICX2001", name.Span, $"`this.{name.Text}` is its own attribute", "this." + name.Text, name.Text);
            return;
        }

        session.Types.ReportUnknown("ICX2001", name, scope, VisibleNames(scope));
    }

    /// <summary>Every name that is a value here, the nearest first.</summary>
    public IEnumerable<string> VisibleNames(Scope scope)
    {
        ThingScope? own = null;
        for (Scope? at = scope; at is not null; at = at.Parent)
        {
            foreach (var name in NamesIn(at, own))
            {
                yield return name;
            }

            own ??= at as ThingScope;
        }

        foreach (var word in ContextWords)
        {
            yield return word;
        }
    }

    private IEnumerable<string> NamesIn(Scope scope, ThingScope? own) => scope switch
    {
        LocalScope local => new[] { local.Local.Name },
        ThingScope { SeesOwn: true } thing when own is null => AttributesOf(thing.Kind),
        BodyScope body => (body.Body.Names?.All.Select(s => s.Name) ?? Array.Empty<string>()).Concat(body.Names?.All ?? Array.Empty<string>()),
        ModuleScope => session.Modules.Visible(scope.Module, s => s is ParamSymbol or ConstantSymbol or PartSymbol or FunctionSymbol),
        _ => Array.Empty<string>(),
    };

    private static IEnumerable<string> AttributesOf(KindSymbol kind)
    {
        for (var at = kind; at is not null; at = at.Base)
        {
            foreach (var attribute in at.Attributes)
            {
                yield return attribute.Name;
            }
        }
    }
}
