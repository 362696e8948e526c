using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>Dotted names: of modules, and of what stands behind a dot.</content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindMember(MemberAccessSyntax syntax, Scope scope, IcxType? expected)
    {
        if (syntax.Name.Text.Length == 0)
        {
            Bind(syntax.Target, scope);
            return Error(syntax, scope);
        }

        if (Qualified(syntax, scope, out var isKnown) is { } symbol)
        {
            return ValueOf(symbol, syntax, scope);
        }

        if (isKnown)
        {
            return Error(syntax, scope);
        }

        return QualifiedWord(syntax, scope, expected) ?? Member(Bind(syntax.Target, scope), syntax.Name, syntax, scope);
    }

    /// <summary>
    /// What a dotted name stands for when its first names are a module; <paramref name="isReported"/> when the module has no such name.
    /// </summary>
    public Symbol? Qualified(MemberAccessSyntax syntax, Scope scope, out bool isReported)
    {
        isReported = false;
        var module = ModuleNamed(syntax.Target, scope);
        if (module is null)
        {
            return null;
        }

        if (module.Members.TryGetValue(syntax.Name.Text, out var member))
        {
            session.Uses.Note(member);
            return scope.Note(syntax.Name.Span, member);
        }

        isReported = true;
        scope.ReportUnknown("ICX2008", syntax.Name, module.Members.Keys, module.Name);
        return null;
    }

    private ModuleSymbol? ModuleNamed(ExpressionSyntax syntax, Scope scope)
    {
        if (syntax is NameSyntax name)
        {
            return !IsLocal(name.Name, scope) && scope.Module.Imports.TryGetValue(name.Name, out var whole) && whole.Item is null
                ? session.Modules.Resolve(scope.Module, whole) as ModuleSymbol
                : null;
        }

        if (syntax is not MemberAccessSyntax { Target: NameSyntax or MemberAccessSyntax } member)
        {
            return null;
        }

        // `use icx.oif` is reached as oif.A and as icx.oif.A
        return scope.Module.Imports.TryGetValue(member.Name.Text, out var import) && import.Item is null && import.Use.Module.Text == Dotted(member)
            ? session.Modules.Resolve(scope.Module, import) as ModuleSymbol
            : null;
    }

    /// <summary>The expression a dotted name stands for.</summary>
    public static ExpressionSyntax Reference(Identifier name)
    {
        var parts = name.Text.Split('.');
        var start = name.Span.Start;
        ExpressionSyntax made = new NameSyntax(new(start, parts[0].Length), parts[0]);
        for (var i = 1; i < parts.Length; i++)
        {
            var part = new TextSpan(made.Span.End + 1, parts[i].Length);
            made = new MemberAccessSyntax(new(start, part.End - start), made, new(parts[i], part));
        }

        return made;
    }

    private static string? Dotted(ExpressionSyntax syntax) => syntax switch
    {
        NameSyntax name => name.Name,
        MemberAccessSyntax member when Dotted(member.Target) is { } prefix => prefix + "." + member.Name.Text,
        _ => null,
    };
}
