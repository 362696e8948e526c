using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>
/// Makes the symbols of a module. Names first, then kinds with their attributes; what formulas and bodies say is bound when it is asked for.
/// </summary>
internal sealed class DeclarationBinder(BindingSession session)
{
    public void Declare(LoadedModule module)
    {
        foreach (var declaration in module.Symbol.Tree.Root.Declarations)
        {
            if (declaration is UseSyntax use)
            {
                DeclareImports(module, use);
            }
            else
            {
                DeclareMember(module, declaration);
            }
        }

        var kinds = new KindBinder(session, module);
        foreach (var (symbol, syntax) in module.Kinds)
        {
            kinds.Bind(symbol, syntax);
        }
    }

    private static void DeclareImports(LoadedModule module, UseSyntax use)
    {
        if (use.Items is null)
        {
            var name = use.Module.Text.Substring(use.Module.Text.LastIndexOf('.') + 1);
            AddImport(module, name, use.Module.Span, new(use, null));
            return;
        }

        foreach (var item in use.Items)
        {
            AddImport(module, (item.Alias ?? item.Name).Text, (item.Alias ?? item.Name).Span, new(use, item));
        }
    }

    private static void AddImport(LoadedModule module, string name, TextSpan span, Import import)
    {
        // A module that uses itself is a ring of one, which is reported as such.
        if (name.Length == 0 || import.Use.Module.Text == module.Symbol.Name)
        {
            return;
        }

        if (module.Imports.TryGetValue(name, out var first))
        {
            module.Scope.ReportRelated(
                "ICX2009", span, module.Scope.At(first.Name), "the first is here", name, "a `use`", PositionOf(module, first.Name.Span));
        }
        else if (module.Symbol.Members.TryGetValue(name, out var own))
        {
            module.Scope.ReportRelated(
                "ICX2009", span, own.Location, "the first is here", name, Names.Sort(own), PositionOf(module, own.Location.Span));
        }
        else
        {
            module.Imports.Add(name, import);
        }
    }

    private static string PositionOf(LoadedModule module, TextSpan span) =>
        "line " + module.Text.PositionOf(span.Start).Line.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void DeclareMember(LoadedModule module, DeclarationSyntax declaration)
    {
        switch (declaration)
        {
            case KindSyntax syntax:
                var kind = new KindSymbol(syntax.Name.Text, module.Scope.At(syntax.Name));
                module.Kinds.Add((kind, syntax));
                Add(module, kind, syntax);
                break;
            case PartSyntax syntax:
                Add(module, session.Parts.Declare(syntax, module), syntax);
                break;
            case DesignSyntax syntax:
                var design = session.Designs.Declare(syntax, module);
                Add(module, design, syntax);
                module.Symbol.Designs.Add(design);
                break;
            case FunctionSyntax syntax:
                Add(module, session.Functions.Declare(syntax, module), syntax);
                break;
            case ParamSyntax syntax:
                DeclareParam(module, syntax);
                break;
            case AttributeSyntax { Members: not null } syntax:
                // The parser has said that braces do not follow here; what rests on the name stays silent.
                session.Silence(syntax.Name.Text);
                break;
            case AttributeSyntax syntax:
                DeclareConstant(module, syntax, syntax.Name, syntax.Type, syntax.Value);
                break;
            case AssignmentSyntax { Target: NameSyntax name } syntax:
                DeclareConstant(module, syntax, new(name.Name, name.Span), null, syntax.Value);
                break;
            case RuleSyntax syntax:
                module.Symbol.Rules.Add(session.Rules.Declare(syntax, module));
                break;
            case TestSyntax syntax:
                if (module.Symbol.Tests.Find(t => t.Name == syntax.Title.Plain && t.Syntax.Of.Text == syntax.Of.Text) is { Name.Length: > 0 } same)
                {
                    module.Scope.ReportRelated(
                        "ICX2009", syntax.Title.Span, same.Location, "the first is here", same.Name, "a test", PositionOf(module, same.Location.Span));
                }

                module.Symbol.Tests.Add(new(syntax.Title.Plain ?? "", module.Scope.At(syntax.Title), syntax) { Doc = syntax.Doc });
                break;
            case StudySyntax syntax:
                var study = new StudySymbol(syntax.Name.Text, module.Scope.At(syntax.Name), syntax);
                Add(module, study, syntax);
                module.Symbol.Studies.Add(study);
                break;
            case AllowSyntax or ConfirmSyntax when module.Symbol.Tree.Diagnostics.Count > 0:
                // A brace is missing above, most likely: that is reported.
                break;
            case not (ErrorDeclarationSyntax or ModuleSyntax):
                module.Scope.Report("ICX3016", declaration.Span, Names.Misplaced(declaration), "at module level", "in the braces of a design");
                break;
        }
    }

    private void DeclareParam(LoadedModule module, ParamSyntax syntax)
    {
        var param = default(ParamSymbol)!;
        var formula = session.Formulas.Make(syntax.Value, module.Scope, () => syntax.Type is null ? null : param.Type, () => param);
        param = new(syntax.Name.Text, module.Scope.At(syntax.Name), formula);
        param.TypeOf = syntax.Type is null
            ? () => session.Formulas.Infer(param, formula, module.Scope)
            : () => session.Types.Bind(syntax.Type, module.Scope, syntax.Name.Text);
        Add(module, param, syntax);
    }

    private void DeclareConstant(LoadedModule module, DeclarationSyntax syntax, Identifier name, TypeSyntax? type, ValueSyntax? value)
    {
        if (value is null)
        {
            // The parser has said that a value is missing.
            value = new(name.Span) { Nominal = new ErrorExpressionSyntax(name.Span) };
        }

        if (value.Within is { } within)
        {
            module.Scope.ReportWithHelp("ICX3035", within.Span, $"write `param {name.Text}` in front", null, name.Text);
        }

        var constant = default(ConstantSymbol)!;
        var formula = session.Formulas.Make(value, module.Scope, () => type is null ? null : constant.Type, () => constant);
        constant = new(name.Text, module.Scope.At(name), formula);
        constant.TypeOf = type is null
            ? () => session.Formulas.Infer(constant, formula, module.Scope)
            : () => session.Types.Bind(type, module.Scope, name.Text);
        Add(module, constant, syntax);
    }

    private static void Add(LoadedModule module, Symbol symbol, DeclarationSyntax syntax)
    {
        symbol.Doc = syntax.Doc;
        if (symbol.Name.Length == 0)
        {
            return;
        }

        var members = module.Symbol.Members;
        if (members.TryGetValue(symbol.Name, out var first))
        {
            module.Scope.ReportRelated(
                "ICX2009", symbol.Location.Span, first.Location, "the first is here", symbol.Name, Names.Sort(first), PositionOf(
                    module, first.Location.Span));
        }
        else if (module.Imports.TryGetValue(symbol.Name, out var import))
        {
            var place = import.Name.Span;
            module.Scope.ReportRelated(
                "ICX2009", symbol.Location.Span, module.Scope.At(place), "the first is here", symbol.Name, "a `use`", PositionOf(module, place));
        }
        else
        {
            members.Add(symbol.Name, symbol);
        }
    }
}
