using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>Words of word types: bare where the type is known, <c>polish.apc</c> where it is not.</content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindWord(NameSyntax syntax, Scope scope, WordType words, int position)
    {
        var word = new BoundNumber(position, words, scope.At(syntax), null);
        for (var at = scope; at is not null; at = at.Parent)
        {
            if (at is LocalScope local && local.Local.Name == syntax.Name && local.Local.Type.Equals(words))
            {
                return ReportAmbiguousWord(syntax, scope, words);
            }

            if (at is ThingScope { SeesOwn: true } thing)
            {
                return thing.Kind.FindAttribute(syntax.Name) is { IsTyped: true } attribute && attribute.Type.Equals(words)
                    ? ReportAmbiguousWord(syntax, scope, words)
                    : word;
            }
        }

        return word;
    }

    private static BoundExpression ReportAmbiguousWord(NameSyntax syntax, Scope scope, WordType words)
    {
        var qualified = words.Owner.Substring(words.Owner.LastIndexOf('.') + 1) + "." + syntax.Name;
        scope.ReportWithHelp("ICX2016", syntax.Span, $"write `{qualified}` for the word", qualified, syntax.Name, words.Owner);
        return Error(syntax, scope);
    }

    /// <summary><c>polish.apc</c> and <c>connector.polish.apc</c>; null when it is no qualified word.</summary>
    private BoundExpression? QualifiedWord(MemberAccessSyntax syntax, Scope scope, IcxType? expected)
    {
        var word = syntax.Name.Text;
        var type = syntax.Target switch
        {
            NameSyntax name => WordTypeNamed(name.Name, word, scope, expected),
            MemberAccessSyntax { Target: NameSyntax owner } member when session.Modules.Resolve(scope.Module, owner.Name) is KindSymbol kind =>
                kind.FindAttribute(member.Name.Text)?.Type as WordType,
            _ => null,
        };
        return type is not null && type.IndexOf(word) is var position and >= 0 ? new BoundNumber(position, type, scope.At(syntax), null) : null;
    }

    private WordType? WordTypeNamed(string name, string word, Scope scope, IcxType? expected)
    {
        if (expected is WordType words && (words.Owner == name || words.Owner.EndsWith("." + name, StringComparison.Ordinal)))
        {
            return words;
        }

        if (scope.Thing is { SeesOwn: true } thing && thing.Kind.FindAttribute(name) is { Type: WordType own } && own.IndexOf(word) >= 0)
        {
            return own;
        }

        var found = session.Attributes.WordTypes(name, word);
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Whether an expression can only be a word: a name that stands for no value, or a choice between such.</summary>
    private bool IsBareWord(ExpressionSyntax syntax, Scope scope) => syntax switch
    {
        NameSyntax name => !IsKnown(name.Name, scope),
        IfSyntax choice => IsBareWord(choice.Then, scope),
        _ => false,
    };

    private bool IsKnown(string name, Scope scope)
    {
        if (name is "true" or "false" or "this" or "index" or "steps" || session.IsSilenced(name) || Array.IndexOf(ContextWords, name) >= 0)
        {
            return true;
        }

        var isOwn = true;
        for (var at = scope; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case LocalScope local when local.Local.Name == name:
                case ThingScope { SeesOwn: true } thing when isOwn && thing.Kind.FindAttribute(name) is not null:
                case BodyScope body when FindThing(body, name) is not null:
                case ModuleScope when session.Modules.Resolve(scope.Module, name) is not null:
                    return true;
                case ThingScope:
                    isOwn = false;
                    break;
            }
        }

        return false;
    }

    // Two sides of which one may be a bare word: the other is bound first and says of which type.
    private (BoundExpression Left, BoundExpression Right) BindSides(
        ExpressionSyntax left, ExpressionSyntax right, Scope scope, IcxType? expected = null)
    {
        if (expected is null && IsBareWord(left, scope))
        {
            var second = Bind(right, scope);
            return (Bind(left, scope, second.Type as WordType), second);
        }

        var first = Bind(left, scope, expected);
        return (first, Bind(right, scope, expected ?? WordsOf(first.Type) ?? first.Type as NodeType));
    }

    private static IcxType? WordsOf(IcxType type) => type as WordType ?? (type as ListType)?.Element as WordType;
}
