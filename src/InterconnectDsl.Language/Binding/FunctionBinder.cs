using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>A function's syntax and how far it is bound.</summary>
internal sealed class FunctionDeclaration(FunctionSyntax syntax, LoadedModule module)
{
    public FunctionSyntax Syntax { get; } = syntax;

    public LoadedModule Module { get; } = module;

    /// <summary>Whether it is written in icx; else it only documents one of the compiler's.</summary>
    public bool IsOwn => Syntax.Body is not null;

    public bool IsComplete { get; set; }

    public bool IsChecked { get; set; }

    public BoundExpression? Body { get; set; }
}

/// <summary>Functions: parameters and result when first named, the body when first called.</summary>
internal sealed class FunctionBinder(BindingSession session)
{
    public FunctionSymbol Declare(FunctionSyntax syntax, LoadedModule module)
    {
        var function = new FunctionSymbol(syntax.Name.Text, module.Scope.At(syntax.Name)) { Declaration = new(syntax, module) };
        function.BodyOf = () => BodyOf(function);
        return function;
    }

    /// <summary>Binds parameters and result type.</summary>
    public void Complete(FunctionSymbol function)
    {
        var declaration = function.Declaration!;
        if (declaration.IsComplete)
        {
            return;
        }

        declaration.IsComplete = true;
        session.Enter();
        var scope = declaration.Module.Scope;
        function.Parameters = Parameters(declaration.Syntax.Parameters, scope, function.Name);
        function.Result = declaration.Syntax.Result is { } result ? session.Types.Bind(result, scope, function.Name) : ErrorType.Instance;
        if (declaration.Syntax.Result is null)
        {
            function.Result = BodyOf(function)?.Type ?? ErrorType.Instance;
        }
        else if (!declaration.IsOwn && IntrinsicSignatures.Names.All(n => n != function.Name))
        {
            scope.ReportUnknown("ICX2040", declaration.Syntax.Name, IntrinsicSignatures.Names);
        }

        session.Leave();
    }

    /// <summary>Binds the body, so that a call of it from itself is found where it is made.</summary>
    public void CheckBody(FunctionSymbol function)
    {
        var start = session.Underway.IndexOf(function);
        if (start >= 0)
        {
            var declaration = function.Declaration!;
            if (!declaration.IsChecked)
            {
                declaration.IsChecked = true;
                var ring = session.Underway.Skip(start).Where(s => s is FunctionSymbol).Concat(new Symbol[] { function }).Select(s => s.Name);
                declaration.Module.Scope.Report("ICX2020", declaration.Syntax.Name.Span, function.Name, string.Join(" calls ", ring));
            }

            return;
        }

        BodyOf(function);
    }

    /// <summary>Parameters of a function or a part, each with its default.</summary>
    public IReadOnlyList<LocalSymbol> Parameters(IReadOnlyList<ParameterSyntax> syntaxes, Scope scope, string owner)
    {
        if (syntaxes.Count == 0)
        {
            return Array.Empty<LocalSymbol>();
        }

        var parameters = new List<LocalSymbol>(syntaxes.Count);
        foreach (var syntax in syntaxes)
        {
            if (parameters.Exists(p => p.Name == syntax.Name.Text))
            {
                scope.Report("ICX2009", syntax.Name.Span, syntax.Name.Text, "a parameter", "this list");
                continue;
            }

            parameters.Add(Parameter(syntax, scope, owner));
        }

        return parameters;
    }

    private LocalSymbol Parameter(ParameterSyntax syntax, Scope scope, string owner)
    {
        var type = syntax.Type is null ? null : session.Types.Bind(syntax.Type, scope, owner + "." + syntax.Name.Text);
        var value = syntax.Default is null
            ? null
            : type is null ? session.Expressions.Bind(syntax.Default, scope)
            : session.Expressions.BindTo(syntax.Default, scope, type);
        if (type is null && value is null && syntax.Name.Text.Length > 0)
        {
            scope.Report("ICX2039", syntax.Name.Span, syntax.Name.Text);
        }

        return new(syntax.Name.Text, scope.At(syntax.Name), type ?? value?.Type ?? ErrorType.Instance) { Default = value };
    }

    private BoundExpression? BodyOf(FunctionSymbol function)
    {
        var declaration = function.Declaration!;
        if (declaration.Body is not null || declaration.Syntax.Body is not { } body || session.Underway.Contains(function))
        {
            return declaration.Body;
        }

        session.Enter();
        Complete(function);
        if (declaration.Body is null)
        {
            session.Underway.Add(function);
            session.Expressions.Deepen(1);
            var scope = LocalScope.With(new FunctionScope(declaration.Module.Scope), function.Parameters);
            var isTyped = declaration.Syntax.Result is not null;
            var bound = isTyped && body is not BlockSyntax
                ? session.Expressions.BindTo(body, scope, function.Result)
                : session.Expressions.Bind(body, scope, isTyped ? function.Result : null);
            session.Expressions.Deepen(-1);
            session.Underway.Remove(function);
            declaration.Body = declaration.IsChecked ? ExpressionBinder.Error(body, scope) : bound;
        }

        session.Leave();
        return declaration.Body;
    }
}
