using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>Types as written to types.</summary>
internal sealed partial class TypeBinder(BindingSession session)
{
    /// <summary>The type written; <paramref name="owner"/> is what a list of words is called, <c>connector.polish</c>.</summary>
    public IcxType Bind(TypeSyntax syntax, Scope scope, string owner) => syntax switch
    {
        WordsTypeSyntax words => Words(words, scope, owner),
        NamedTypeSyntax named => Expression(named.Expression, scope),
        _ => ErrorType.Instance,
    };

    public static bool IsOptional(TypeSyntax syntax) => syntax is NamedTypeSyntax { Optional: true } or WordsTypeSyntax { Optional: true };

    /// <summary>The kind of this name; reports and gives null when there is none.</summary>
    public KindSymbol? Kind(Identifier name, Scope scope)
    {
        var symbol = scope.Note(name.Span, session.Modules.ResolveDotted(scope.Module, name.Text));
        if (symbol is KindSymbol kind)
        {
            return kind;
        }

        if (symbol is not null)
        {
            scope.Report("ICX2006", name.Span, name.Text, Names.Sort(symbol), "a kind");
        }
        else if (!session.IsSilenced(name.Text))
        {
            ReportUnknown("ICX2005", name, scope, s => s is KindSymbol);
        }

        return null;
    }

    /// <summary>Reports a name unknown at module level; offers the nearest of a sort, or the module that declares it.</summary>
    public void ReportUnknown(string code, Identifier name, Scope scope, Func<Symbol, bool> sort) =>
        ReportUnknown(code, name, scope, session.Modules.Visible(scope.Module, sort));

    /// <summary>
    /// The same with the candidates at hand. A name that is near to none is missing as a whole, and is reported where it is first met only.
    /// </summary>
    public void ReportUnknown(string code, Identifier name, Scope scope, IEnumerable<string> candidates)
    {
        if (session.IsSilenced(name.Text))
        {
            return;
        }

        if (session.Modules.ModuleThatDeclares(name.Text) is { } module)
        {
            scope.ReportWithHelp(
                code, name.Span, $"`{module}` declares it: write `use {module}.{{{name.Text}}}` below the module line", null, name.Text);
        }
        else if (scope.ReportUnknown(code, name, candidates))
        {
            return;
        }

        // What a prompt, or one of several designs that are compared, does not know is not missing everywhere.
        if (ReferenceEquals(scope.Bag, session.Bag))
        {
            session.Silence(name.Text);
        }
    }

    private static IcxType Words(WordsTypeSyntax syntax, Scope scope, string owner)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in syntax.Words)
        {
            if (!seen.Add(word.Text))
            {
                scope.Report("ICX2010", word.Span, word.Text);
            }
        }

        return new WordType(owner, string.Join("|", syntax.Words.Select(w => w.Text)));
    }
}
