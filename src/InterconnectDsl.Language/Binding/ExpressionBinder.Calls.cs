using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>Calls of functions, and parts with their arguments.</content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindCall(CallSyntax syntax, Scope scope, IcxType? expected)
    {
        var isReported = false;
        var symbol = syntax.Target switch
        {
            NameSyntax name => scope.Note(name.Span, session.Modules.Resolve(scope.Module, name.Name)),
            MemberAccessSyntax member => Qualified(member, scope, out isReported),
            _ => null,
        };
        switch (symbol)
        {
            case FunctionSymbol { Declaration.IsOwn: true } function:
                return BindFunction(function, syntax.Arguments, syntax, scope);
            case PartSymbol part:
                return BindPart(part, syntax.Arguments, syntax, scope);
        }

        if (syntax.Target is NameSyntax called)
        {
            return BindBuiltIn(called.Name, syntax, scope) ?? ReportNotCallable(called, syntax, symbol, scope);
        }

        return isReported ? Error(syntax, scope) : Reported("ICX2017", syntax.Target, scope, scope.Text.Slice(syntax.Target.Span));
    }

    private BoundExpression ReportNotCallable(NameSyntax called, CallSyntax syntax, Symbol? symbol, Scope scope)
    {
        foreach (var argument in syntax.Arguments)
        {
            if (symbol is null && session.IsSilenced(called.Name))
            {
                Bind(argument.Value, scope);
            }
        }

        if (symbol is null && session.IsSilenced(called.Name))
        {
            return Error(syntax, scope);
        }

        if (symbol is not null || IsKnown(called.Name, scope))
        {
            var sort = symbol is null ? "a value" : Names.Sort(symbol);
            scope.ReportWithHelp(
                "ICX2006", called.Span, $"members of an array are written `{called.Name}[...]`", null, called.Name, sort, "a function or a part");
            return Error(syntax, scope);
        }

        var candidates = session.Modules.Visible(scope.Module, s => s is FunctionSymbol or PartSymbol).Concat(IntrinsicSignatures.Names);
        session.Types.ReportUnknown("ICX2017", new(called.Name, called.Span), scope, candidates);
        return Error(syntax, scope);
    }

    /// <summary>A call of a function written in icx; in a placement the compiler gives what is called index, count, host and size.</summary>
    private BoundExpression BindFunction(FunctionSymbol function, IReadOnlyList<ArgumentSyntax> arguments, ExpressionSyntax syntax, Scope scope)
    {
        session.Functions.Complete(function);
        var bound = BindArguments(function, function.Parameters, arguments, syntax, scope, scope.Thing?.Use == ThingUse.Placement);
        if (bound is null)
        {
            return Error(syntax, scope);
        }

        session.Functions.CheckBody(function);
        return new BoundCall(function, bound, scope.At(syntax));
    }

    private BoundExpression BindPart(PartSymbol part, IReadOnlyList<ArgumentSyntax> arguments, ExpressionSyntax syntax, Scope scope)
    {
        if (BindUse(part, arguments, syntax, scope) is not { } use || part.Declaration is { IsBroken: true })
        {
            return Error(syntax, scope);
        }

        // Steps of a path are checked with their braces.
        if (scope.Thing?.Use != ThingUse.Step)
        {
            session.Requirements.Defer(use, null, scope.At(syntax), scope);
        }

        return new BoundPart(use, scope.At(syntax));
    }

    /// <summary>A part with its arguments; null, and reported, when they do not fit.</summary>
    public PartUse? BindUse(PartSymbol part, IReadOnlyList<ArgumentSyntax> arguments, ExpressionSyntax syntax, Scope scope)
    {
        session.Parts.CompleteHead(part);
        if (arguments.Count == 0 && part.Parameters.Count == 0)
        {
            return session.Parts.PlainUse(part);
        }

        var bound = BindArguments(part, part.Parameters, arguments, syntax, scope, fills: false);
        return bound is null ? null : new(part, bound);
    }
}
