using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>Tests and studies: names and types, and what is asked of which design.</summary>
internal sealed class StudyBinder(BindingSession session)
{
    public void Bind(TestSymbol test, LoadedModule module)
    {
        if (FindDesign(test.Syntax.Of, module.Scope) is not { } design)
        {
            return;
        }

        test.Of = design;
        var scope = DesignBinder.ScopeOf(design, module.Scope);
        new StudyRepetitions(scope).Check(test.Syntax);
        var with = new List<(ParamSymbol, BoundExpression)>();
        var amendments = new Body();
        foreach (var assignment in test.Syntax.With)
        {
            if (BindKnob(assignment.Target, scope) is not { } knob)
            {
                continue;
            }

            var formula = session.Formulas.Bind(assignment.Value, scope, knob.Type, knob.PlausibleFrom, isMany: false);
            if (knob.Param is { } param && formula.Nominal is { } value)
            {
                with.Add((param, value));
            }
            else if (knob.Thing is not null)
            {
                var things = new ThingScope(scope, knob.Kind!, ThingUse.Formula);
                amendments.Add(knob.Amendment(scope.At(assignment), session.Formulas.MakeFor(knob.Attribute!, knob.Kind!, assignment.Value, things, isMany: false)));
            }
        }

        test.With = with;
        test.Amendments = amendments.Amendments;
        test.Expectations = test.Syntax.Expectations.Select(e => session.Expressions.BindTo(e, scope, BoolType.Instance)).ToList();
    }

    public void Bind(StudySymbol study, LoadedModule module)
    {
        var designs = new List<DesignSymbol>();
        foreach (var name in study.Syntax.Of)
        {
            if (FindDesign(name, module.Scope) is { } design)
            {
                designs.Add(design);
            }
        }

        study.Of = designs;
        var found = new List<DiagnosticBag>();
        var bound = new List<BoundStudy>();
        foreach (var design in designs)
        {
            var bag = new DiagnosticBag();
            var scope = DesignBinder.ScopeOf(design, new ModuleScope(module, module.Text, bag), ThingUse.Study);
            bound.Add(new StudyClauseBinder(session, scope, design).Bind(study.Syntax));
            found.Add(bag);
        }

        if (!Merge(found, designs) && designs.Count == study.Syntax.Of.Count)
        {
            study.Bound = bound;
        }
    }

    // What one compared design lacks leaves its cell empty; what all lack, or what is wrong with it in any other way, is an error.
    private bool Merge(List<DiagnosticBag> found, List<DesignSymbol> designs)
    {
        var reported = new HashSet<(string, SourceSpan)>();
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var diagnostic in found[i].Items)
            {
                var isLack = diagnostic.Code is "ICX2001" or "ICX2003"
                    && found.Exists(b => b.Items.All(d => d.Code != diagnostic.Code || d.Location != diagnostic.Location));
                if (!isLack && reported.Add((diagnostic.Code, diagnostic.Location)))
                {
                    var all = designs.Count > 1 && diagnostic.Code is "ICX2001" or "ICX2003" ? " in any of the designs compared" : "";
                    session.Bag.Add(designs.Count > 1 && all.Length > 0 ? diagnostic with { Message = diagnostic.Message + all } : diagnostic);
                }
            }
        }

        return reported.Count > 0;
    }

    private DesignSymbol? FindDesign(Identifier name, Scope scope)
    {
        var design = session.Designs.Find(name, scope, "ICX5001");
        if (design is not null)
        {
            session.Designs.Complete(design);
        }

        return design?.Declaration is { IsBroken: false } ? design : null;
    }

    /// <summary>What a study or test turns: a param, or an attribute of things of the design.</summary>
    public sealed record Knob(ParamSymbol? Param, BoundExpression? Thing, KindSymbol? Kind, AttributeSymbol? Attribute)
    {
        public IcxType Type => Param?.Type ?? Attribute!.Type;

        public Formula? PlausibleFrom => Param?.Formula ?? Attribute!.PlausibleFrom;

        /// <summary>What it says itself may be explored, or null.</summary>
        public BoundRange? Range => (Param?.Formula ?? Kind!.DefaultOf(Attribute!))?.Bound.Within;

        /// <summary>Gives the things their attribute by another formula.</summary>
        public Amendment Amendment(SourceSpan location, Formula formula)
        {
            var body = new Body();
            body.Set(Attribute!.Name, formula);
            return new(location, Thing!, body);
        }
    }

    /// <summary>The knob an expression names; null, and reported, when it names none.</summary>
    public Knob? BindKnob(ExpressionSyntax syntax, Scope scope)
    {
        var bound = session.Expressions.Bind(syntax, scope);
        switch (bound)
        {
            case BoundParam param:
                return new(param.Symbol, null, null, null);
            case BoundAttribute { Target: { } target } attribute when IsThing(target) && KindOf(target.Type) is { } kind
                && kind.FindAttribute(attribute.Name) is { } found:
                return new(null, target, kind, found);
            case { Type: ErrorType }:
                return null;
            default:
                var help = bound is BoundInstance ? $"name an attribute of it, `{scope.Text.Slice(syntax.Span)}.power`" : null;
                scope.ReportWithHelp("ICX5002", syntax.Span, help, null, scope.Text.Slice(syntax.Span));
                return null;
        }
    }

    private static bool IsThing(BoundExpression target) => target is BoundInstance or BoundElement { List: BoundInstance or BoundElement };

    private static KindSymbol? KindOf(IcxType type) => (type as NodeType ?? (type as ListType)?.Element as NodeType)?.Kind;
}
