using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>Rules: declared with their ids when a module is loaded, bound when they are first asked for.</summary>
internal sealed class RuleBinder(BindingSession session)
{
    private readonly Dictionary<string, RuleSymbol> _byId = new(StringComparer.Ordinal);
    private readonly List<(RuleSymbol Rule, RuleSymbol First, LoadedModule Module)> _repeated = new();

    public RuleSymbol Declare(RuleSyntax syntax, LoadedModule module)
    {
        var rule = new RuleSymbol(syntax.Name.Text, module.Scope.At(syntax.Name), syntax) { Doc = syntax.Doc, Id = IdOf(syntax.Name.Text, module) };
        var isBound = false;
        rule.Bind = () =>
        {
            if (!isBound)
            {
                isBound = true;
                session.Enter();
                Bind(rule, module);
                session.Leave();
            }
        };
        if (_byId.TryGetValue(rule.Id, out var first))
        {
            _repeated.Add((rule, first, module));
        }
        else
        {
            _byId.Add(rule.Id, rule);
        }

        return rule;
    }

    /// <summary>Reports rules whose ids are taken.</summary>
    public void ReportRepeated(bool inUserFiles)
    {
        foreach (var (rule, first, module) in _repeated)
        {
            if (module.IsUser == inUserFiles && rule.Name.Length > 0)
            {
                module.Scope.ReportRelated("ICX3030", rule.Location.Span, first.Location, "the first is here", rule.Name, rule.Id);
            }
        }
    }

    /// <summary>The id a waiver names; reported, and mended where it can be, when there is no such rule.</summary>
    public string? IdOf(Identifier name, Scope scope)
    {
        if (_byId.TryGetValue(name.Text, out var known) || name.Text.Length == 0)
        {
            scope.Note(name.Span, known);
            return name.Text.Length == 0 ? null : name.Text;
        }

        foreach (var id in new[] { IdOf(name.Text, scope.Module), "icx_" + name.Text, name.Text.Replace('.', '_') })
        {
            if (_byId.ContainsKey(id))
            {
                scope.ReportWithHelp("ICX3031", name.Span, $"its id is `{id}`", id, name.Text);
                return id;
            }
        }

        scope.ReportUnknown("ICX3031", name, _byId.Keys.OrderBy(k => k, StringComparer.Ordinal));
        return null;
    }

    private static string IdOf(string name, LoadedModule module) =>
        module.IsStandard ? "icx_" + name : module.Symbol.Name.Replace('.', '_') + "_" + name;

    private void Bind(RuleSymbol rule, LoadedModule module)
    {
        var syntax = rule.Syntax;
        rule.Of = syntax.Of is { } of ? session.Designs.Find(of, module.Scope, "ICX5001") : null;
        if (rule.Of is null && syntax.Of is not null)
        {
            return;
        }

        var scope = ScopeOf(rule, module);
        if (rule.Of?.Declaration is { IsBroken: true })
        {
            return;
        }

        scope = BindSubjects(rule, scope);
        rule.Condition = syntax.Condition is null ? null : session.Expressions.BindTo(syntax.Condition, scope, BoolType.Instance);
        var requirements = new List<BoundExpression>(syntax.Requirements.Count);
        foreach (var requirement in syntax.Requirements)
        {
            requirements.Add(session.Expressions.BindTo(requirement, scope, BoolType.Instance));
        }

        rule.Requirements = requirements;
        rule.Message = syntax.Message is null ? null : session.Expressions.Bind(syntax.Message, scope) as BoundText;
        rule.Help = syntax.Help is null ? null : session.Expressions.Bind(syntax.Help, scope) as BoundText;
    }

    private Scope ScopeOf(RuleSymbol rule, LoadedModule module)
    {
        Scope scope = module.Scope;
        if (rule.Of is { } design)
        {
            session.Designs.Complete(design);
            scope = new BodyScope(scope, design, design.Body, design.Declaration!.Names);
        }

        return new ThingScope(scope, session.CoreKinds.Design, ThingUse.Rule);
    }

    private Scope BindSubjects(RuleSymbol rule, Scope scope)
    {
        var subjects = new List<RuleSubject>(rule.Syntax.Subjects.Count);
        var around = scope;
        foreach (var syntax in rule.Syntax.Subjects)
        {
            if (subjects.Exists(s => s.Name.Name == syntax.Name.Text))
            {
                scope.Report("ICX2009", syntax.Name.Span, syntax.Name.Text, "a subject", "this rule");
            }

            var (kind, thing) = SubjectOf(syntax, around, rule.Of);
            var type = kind is null
                ? thing switch { InstanceSymbol i => i.Kind.Type, PathSymbol p => p.Kind.Type, _ => (IcxType)ErrorType.Instance }
                : kind.Type;
            var local = new LocalSymbol(syntax.Name.Text, scope.At(syntax.Name), syntax.EachArray && type is NodeType ? new ListType(type) : type);
            subjects.Add(new(local, kind, kind is null ? thing is null ? syntax.Kind.Text : Names.Path(thing) : null, syntax.EachArray));
            scope = new LocalScope(scope, local) { StandsFor = thing };
        }

        rule.Subjects = subjects;
        return scope;
    }

    private (KindSymbol? Kind, Symbol? Thing) SubjectOf(RuleSubjectSyntax syntax, Scope scope, DesignSymbol? design)
    {
        var name = syntax.Kind;
        if (session.Modules.ResolveDotted(scope.Module, name.Text) is KindSymbol kind)
        {
            return (scope.Note(name.Span, kind), null);
        }

        if (design is null)
        {
            return (session.Types.Kind(name, scope), null);
        }

        if (session.Expressions.Bind(ExpressionBinder.Reference(name), scope) is not BoundInstance { Symbol: { } thing })
        {
            return (null, null);
        }

        return (null, thing);
    }
}
