using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Binding;

/// <content>Parts, and the things in them, by name.</content>
internal sealed partial class PartBinder
{
    /// <summary>A thing of this name in the braces of a part, or of those it builds on; of an instance, in its part.</summary>
    public Symbol? FindNested(Symbol owner, string name)
    {
        for (var part = owner as PartSymbol ?? (owner as InstanceSymbol)?.Part?.Part; part is not null; part = part.Base)
        {
            CompleteNames(part);
            if (part.Body.Names?.Find(name) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    public IEnumerable<string> NestedNames(Symbol owner)
    {
        for (var part = owner as PartSymbol ?? (owner as InstanceSymbol)?.Part?.Part; part is not null; part = part.Base)
        {
            foreach (var symbol in part.Body.Names?.All ?? Array.Empty<Symbol>())
            {
                yield return symbol.Name;
            }
        }
    }

    /// <summary>The part an expression names, arguments left aside; null, and reported, when it names none.</summary>
    public PartSymbol? Find(ExpressionSyntax syntax, Scope scope, string expected)
    {
        var symbol = FindSymbol(syntax, scope, out var isSilent);
        if (symbol is PartSymbol part)
        {
            CompleteHead(part);
            return part;
        }

        if (isSilent)
        {
            return null;
        }

        var named = syntax is CallSyntax call ? call.Target : syntax;
        var name = new Identifier(scope.Text.Slice(named.Span), named.Span);
        if (symbol is not null)
        {
            scope.Report("ICX2006", named.Span, name.Text, Names.Sort(symbol), expected);
        }
        else if (named is NameSyntax or MemberAccessSyntax)
        {
            session.Types.ReportUnknown("ICX2001", name, scope, s => s is PartSymbol || (s is KindSymbol && expected != "a part"));
        }
        else
        {
            scope.Report("ICX2006", named.Span, name.Text, "an expression", expected);
        }

        return null;
    }

    /// <summary>What a name, a dotted name or the target of a call stands for at module level.</summary>
    public Symbol? FindSymbol(ExpressionSyntax syntax, Scope scope, out bool isSilent)
    {
        isSilent = syntax is ErrorExpressionSyntax;
        switch (syntax is CallSyntax call ? call.Target : syntax)
        {
            case NameSyntax name:
                isSilent = session.IsSilenced(name.Name);
                return scope.Note(name.Span, session.Modules.Resolve(scope.Module, name.Name));
            case MemberAccessSyntax member:
                return session.Expressions.Qualified(member, scope, out isSilent);
            default:
                return null;
        }
    }
}
