using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>Waivers and confirmations.</content>
internal sealed partial class BodyBinder
{
    private void Allow(AllowSyntax syntax, Body body, Scope scope)
    {
        if (session.Rules.IdOf(syntax.Rule, scope) is { } id)
        {
            int? until = syntax.Until is { } date ? (((date.Year * 100) + date.Month) * 100) + date.Day : null;
            body.Add(new Waiver(scope.At(syntax), id, until, syntax.Because?.Plain ?? ""));
        }
    }

    private void Confirm(ConfirmSyntax syntax, Body body, Scope scope)
    {
        if (syntax.Value.Source is null)
        {
            scope.Report("ICX3027", syntax.Target.Span, scope.Text.Slice(syntax.Target.Span));
        }

        var (symbol, part, kind) = ConfirmTarget(syntax.Target, scope);
        var formula = symbol switch
        {
            ParamSymbol param => session.Formulas.Make(syntax.Value, scope, () => param.Type, () => param),
            ConstantSymbol constant => session.Formulas.Make(syntax.Value, scope, () => constant.Type, () => constant),
            AttributeSymbol attribute => session.Formulas.MakeFor(attribute, kind!, syntax.Value, scope, isMany: false),
            _ => null,
        };
        if (formula is not null)
        {
            body.Add(new Confirmation(scope.At(syntax), symbol!, part, formula));
        }
    }

    private (Symbol? Symbol, PartSymbol? Part, KindSymbol? Kind) ConfirmTarget(ExpressionSyntax syntax, Scope scope)
    {
        var symbol = session.Parts.FindSymbol(syntax, scope, out var isSilent);
        if (symbol is ParamSymbol or ConstantSymbol || isSilent)
        {
            return (symbol, null, null);
        }

        if (syntax is MemberAccessSyntax member && session.Parts.FindSymbol(member.Target, scope, out isSilent) is PartSymbol or KindSymbol
            && !isSilent)
        {
            var owner = session.Parts.FindSymbol(member.Target, scope, out _);
            var part = owner as PartSymbol;
            if (part is not null)
            {
                session.Parts.CompleteHead(part);
            }

            var kind = part?.Kind ?? (KindSymbol)owner!;
            var attribute = kind.FindAttribute(member.Name.Text);
            if (attribute is null)
            {
                scope.ReportUnknown("ICX2003", member.Name, AttributeIndex.NamesOf(kind), Names.Article(kind.Name));
            }

            return (attribute, part, kind);
        }

        if (!isSilent)
        {
            scope.Report("ICX3028", syntax.Span, scope.Text.Slice(syntax.Span));
        }

        return (null, null, null);
    }
}
