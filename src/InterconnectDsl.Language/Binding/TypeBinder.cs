using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>Types as written to types.</summary>
internal sealed class TypeBinder(BindingSession session)
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
        var symbol = session.Modules.ResolveDotted(scope.Module, name.Text);
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

    /// <summary>The same with the candidates at hand. A name that is near to none is missing as a whole, and is reported where it is first met only.</summary>
    public void ReportUnknown(string code, Identifier name, Scope scope, IEnumerable<string> candidates)
    {
        if (session.IsSilenced(name.Text))
        {
            return;
        }

        if (session.Modules.ModuleThatDeclares(name.Text) is { } module)
        {
            scope.ReportWithHelp(code, name.Span, $"`{module}` declares it: write `use {module}.{{{name.Text}}}` below the module line", null, name.Text);
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

        switch (session.Modules.Resolve(scope.Module, syntax.Name))
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
        var target = syntax.Target is NameSyntax name ? session.Modules.Resolve(scope.Module, name.Name) : null;
        switch (target)
        {
            case KindSymbol kind when kind.FindAttribute(syntax.Name.Text) is { } attribute:
                return attribute.Type;
            case KindSymbol kind:
                scope.ReportUnknown("ICX2003", syntax.Name, AttributeIndex.NamesOf(kind), Names.Article(kind.Name));
                return ErrorType.Instance;
            case ModuleSymbol module when module.Members.TryGetValue(syntax.Name.Text, out var member) && member is KindSymbol kind:
                return new NodeType(kind);
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
