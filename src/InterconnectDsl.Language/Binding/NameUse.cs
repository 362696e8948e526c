using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Binding;

/// <summary>A place where a name is used, and what it was found to mean there.</summary>
/// <param name="Span">The characters of the name, its last part where it is dotted.</param>
/// <param name="Symbol">What it means: several uses of one thing may lead to several symbols, which share their <see cref="Symbol.Location"/>.</param>
public readonly record struct NameUse(TextSpan Span, Symbol Symbol);

/// <summary>Notes what names mean, for editors; a compilation that is not asked to note takes no list along.</summary>
internal static class Noting
{
    /// <summary>Notes a name where its module keeps a list, says so where its declaration calls it deprecated, and hands the symbol on.</summary>
    public static T Note<T>(this Scope scope, TextSpan span, T symbol)
        where T : Symbol?
    {
        if (symbol?.Deprecation is { } instead && !scope.Text.IsLibrary)
        {
            scope.Report("ICX2049", LastName(scope.Text.Content, span), symbol.Name, instead);
        }

        if (symbol is not null && scope.Module.Uses is { } uses && ReferenceEquals(scope.Text, scope.Module.Text))
        {
            uses.Add(new(LastName(scope.Text.Content, span), symbol));
        }

        return symbol;
    }

    // Of `icx.oif.Xsr112` the use is of Xsr112.
    private static TextSpan LastName(string text, TextSpan span)
    {
        var dot = span.Length == 0 ? -1 : text.LastIndexOf('.', span.End - 1, span.Length);
        return dot < 0 ? span : new(dot + 1, span.End - dot - 1);
    }
}
