using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;
using static InterconnectDsl.Language.Parsing.Combinators;
using static InterconnectDsl.Language.Parsing.Sequences;

namespace InterconnectDsl.Language.Parsing;

/// <summary><c>allow</c> and <c>confirm</c>, which stand in a module or in a design.</summary>
internal static class WaiverGrammar
{
    /// <summary><c>allow icx_fibers_fit until 2027-06-30 because "spare lanes"</c>; a missing reason is reported.</summary>
    public static readonly Parser<DeclarationSyntax> Allow = Sequence(
        After(Word(Keyword.Allow), NameGrammar.Qualified),
        Maybe<DateSyntax>(Keyword.Until, NumberGrammar.Date),
        Maybe<TextSyntax>(Keyword.Because, TextGrammar.Text),
        (at, rule, until, because) => (DeclarationSyntax)new AllowSyntax(at.Span, rule, until, Reasoned(at, rule, because)) { Doc = at.Doc });

    /// <summary><c>confirm X = 20 dB source "..."</c>.</summary>
    public static readonly Parser<DeclarationSyntax> Confirm = Sequence(
        After(Word(Keyword.Confirm), PrimaryGrammar.Reference),
        ValueGrammar.Required,
        (at, target, value) => (DeclarationSyntax)new ConfirmSyntax(at.Span, target, value) { Doc = at.Doc });

    private static TextSyntax? Reasoned(Covered at, Identifier rule, TextSyntax? because)
    {
        if (because is null && at.Session.EndsAt(at.Behind))
        {
            at.Session.Reports.Report("ICX1027", at.Span, rule.Text);
        }

        return because;
    }
}
