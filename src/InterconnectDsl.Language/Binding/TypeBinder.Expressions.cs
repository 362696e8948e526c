using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>Types put together of names.</content>
internal sealed partial class TypeBinder
{
    private IcxType Expression(ExpressionSyntax syntax, Scope scope) => syntax switch
    {
        NameSyntax name => Named(name, scope),
        MemberAccessSyntax member => Member(member, scope),
        NumberSyntax { Unit: null } => QuantityTypes.Real,
        BinarySyntax { Operator: BinaryOperator.Power } power => Power(power, scope),
        BinarySyntax { Operator: BinaryOperator.Multiply or BinaryOperator.Divide } binary => Product(binary, scope),
        ErrorExpressionSyntax => ErrorType.Instance,
        _ => Fail(syntax, scope),
    };

    private IcxType Named(NameSyntax syntax, Scope scope)
    {
        if (TypeNames.Find(syntax.Name) is { } known)
        {
            return known;
        }

        switch (scope.Note(syntax.Span, session.Modules.Resolve(scope.Module, syntax.Name)))
        {
            case KindSymbol kind:
                return new NodeType(kind);
            case PartSymbol part:
                session.Parts.Complete(part);
                scope.ReportWithHelp("ICX2006", syntax.Span, $"its kind is `{part.Kind.Name}`", part.Kind.Name, syntax.Name, "a part", "a type");
                return ErrorType.Instance;
            case { } other:
                scope.Report("ICX2006", syntax.Span, syntax.Name, Names.Sort(other), "a type");
                return ErrorType.Instance;
        }

        if (!session.IsSilenced(syntax.Name))
        {
            ReportUnknownType(syntax, scope);
        }

        return ErrorType.Instance;
    }

    private void ReportUnknownType(NameSyntax syntax, Scope scope)
    {
        if (TypeNames.Nearest(syntax.Name) is { } type)
        {
            scope.ReportWithHelp("ICX2004", syntax.Span, $"did you mean `{type}`?", type, syntax.Name);
        }
        else
        {
            ReportUnknown("ICX2004", new(syntax.Name, syntax.Span), scope, s => s is KindSymbol);
        }
    }

    private IcxType Member(MemberAccessSyntax syntax, Scope scope)
    {
        var target = syntax.Target is NameSyntax name ? scope.Note(name.Span, session.Modules.Resolve(scope.Module, name.Name)) : null;
        switch (target)
        {
            case KindSymbol kind when kind.FindAttribute(syntax.Name.Text) is { } attribute:
                return scope.Note(syntax.Name.Span, attribute).Type;
            case KindSymbol kind:
                scope.ReportUnknown("ICX2003", syntax.Name, AttributeIndex.NamesOf(kind), Names.Article(kind.Name));
                return ErrorType.Instance;
            case ModuleSymbol module when module.Members.TryGetValue(syntax.Name.Text, out var member) && member is KindSymbol kind:
                return new NodeType(scope.Note(syntax.Name.Span, kind));
            case ModuleSymbol module:
                scope.ReportUnknown("ICX2008", syntax.Name, module.Members.Keys, module.Name);
                return ErrorType.Instance;
            default:
                return syntax.Target is NameSyntax unknown && session.IsSilenced(unknown.Name) ? ErrorType.Instance : Fail(syntax, scope);
        }
    }

    private IcxType Product(BinarySyntax syntax, Scope scope)
    {
        var (left, right) = (Expression(syntax.Left, scope), Expression(syntax.Right, scope));
        var made = TypeAlgebra.Binary(syntax.Operator, left, right);
        if (made.Type is null)
        {
            scope.ReportWithHelp("ICX2013", syntax.Span, made.Suggestion, null, made.Problem ?? "");
        }

        return made.Type ?? ErrorType.Instance;
    }

    private IcxType Power(BinarySyntax syntax, Scope scope)
    {
        var type = Expression(syntax.Left, scope);
        var negative = syntax.Right is UnarySyntax { Operator: UnaryOperator.Negate };
        var exponent = syntax.Right is UnarySyntax unary ? unary.Operand : syntax.Right;
        if (exponent is not NumberSyntax { Unit: null } number)
        {
            return Fail(syntax.Right, scope);
        }

        var made = TypeAlgebra.Power(type, negative ? -number.Value : number.Value);
        if (made.Type is null)
        {
            scope.ReportWithHelp("ICX2013", syntax.Span, made.Suggestion, null, made.Problem ?? "");
        }

        return made.Type ?? ErrorType.Instance;
    }

    private static IcxType Fail(ExpressionSyntax syntax, Scope scope)
    {
        scope.Report("ICX2004", syntax.Span, scope.Text.Slice(syntax.Span));
        return ErrorType.Instance;
    }
}
