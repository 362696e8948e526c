using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>How binders report: at a place of the text at hand, with the nearest spelling where a name is unknown.</summary>
internal static class Reporting
{
    public static void Report(this Scope scope, string code, TextSpan span, params object[] arguments) =>
        scope.Bag.Report(code, scope.At(span), arguments);

    public static void ReportWithHelp(this Scope scope, string code, TextSpan span, string? help, string? replacement, params object[] arguments) =>
        scope.Bag.ReportWithHelp(code, scope.At(span), help, replacement, arguments);

    /// <summary>Reports with a second place, the one that was there first.</summary>
    public static void ReportRelated(this Scope scope, string code, TextSpan span, SourceSpan related, string what, params object[] arguments)
    {
        var made = DiagnosticCatalogue.Make(code, scope.At(span), arguments);
        scope.Bag.Add(related.Text is null ? made : made with { Related = new[] { new RelatedLocation(related, what) } });
    }

    /// <summary>Reports an unknown name, {0} of the message, and offers the nearest of the candidates; says whether there is one.</summary>
    public static bool ReportUnknown(this Scope scope, string code, Identifier name, IEnumerable<string> candidates, params object[] more)
    {
        if (name.Text.Length == 0)
        {
            return true;
        }

        var arguments = new object[more.Length + 1];
        arguments[0] = name.Text;
        more.CopyTo(arguments, 1);
        var nearest = Spelling.Nearest(name.Text, candidates);
        scope.ReportWithHelp(code, name.Span, nearest is null ? null : $"did you mean `{nearest}`?", nearest, arguments);
        return nearest is not null;
    }
}
