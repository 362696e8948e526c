namespace InterconnectDsl.Language.Syntax;

/// <summary>A part of a node: a child, a list of children, or a word.</summary>
/// <param name="Role">What it is in its node.</param>
/// <param name="Value">A node, a list of nodes or of text parts, an identifier, a string, an enumeration, a number, or true.</param>
public readonly record struct SyntaxPart(string Role, object? Value);

/// <summary>Takes nodes apart, for whatever treats all of them alike: dumps, comparisons, searches. One table of all node classes.</summary>
public static class SyntaxParts
{
    /// <summary>The sort of a node: the name of its class without the word Syntax.</summary>
    public static string Sort(SyntaxNode node)
    {
        var name = node.GetType().Name;
        return name.EndsWith("Syntax", StringComparison.Ordinal) ? name.Substring(0, name.Length - 6) : name;
    }

    /// <summary>The parts of a node that are there, in the order of the text.</summary>
    public static IEnumerable<SyntaxPart> Of(SyntaxNode node)
    {
        var parts = node is DeclarationSyntax { Doc: { } doc } ? new[] { new SyntaxPart("doc", doc) } : Array.Empty<SyntaxPart>();
        var own = node switch
        {
            ExpressionSyntax expression => OfExpression(expression),
            DeclarationSyntax declaration => OfDeclaration(declaration),
            _ => OfOther(node),
        };
        return parts.Concat(own).Where(p => p.Value is not (null or false));
    }

    /// <summary>The nodes directly below a node, in the order of the text; those in interpolations included.</summary>
    public static IEnumerable<SyntaxNode> Children(SyntaxNode node) => Of(node).SelectMany(p => p.Value switch
    {
        SyntaxNode child => new[] { child },
        IEnumerable<SyntaxNode> children => children,
        IEnumerable<TextPart> pieces => pieces.Where(t => t.Expression is not null).Select(t => t.Expression!),
        _ => Array.Empty<SyntaxNode>(),
    });

    private static SyntaxPart[] Parts(params (string Role, object? Value)[] parts) => parts.Select(p => new SyntaxPart(p.Role, p.Value)).ToArray();

    private static SyntaxPart[] OfExpression(ExpressionSyntax node) => node switch
    {
        NumberSyntax n => Parts(("name", n.Digits), ("unit", n.Unit?.Text), ("basis", n.Basis)),
        TextSyntax n => Parts(("text", n.Parts)),
        DateSyntax n => Parts(("name", FormattableString.Invariant($"{n.Year:0000}-{n.Month:00}-{n.Day:00}"))),
        NameSyntax n => Parts(("name", n.Name)),
        MemberAccessSyntax n => Parts(("name", n.Name), ("of", n.Target)),
        IndexSyntax n => Parts(("of", n.Target), ("index", n.Index)),
        CallSyntax n => Parts(("target", n.Target), ("argument", n.Arguments)),
        UnarySyntax n => Parts(("name", n.Operator), ("operand", n.Operand)),
        BinarySyntax n => Parts(("name", n.Operator), ("left", n.Left), ("right", n.Right)),
        RangeSyntax n => Parts(("from", n.From), ("to", n.To)),
        WithinRangeSyntax n => Parts(("value", n.Value), ("range", n.Range)),
        WithinOfSyntax n => Parts(("value", n.Value), ("tolerance", n.Tolerance), ("of", n.Of)),
        IsSyntax n => Parts(("kind", n.Kind), ("value", n.Value)),
        InSetSyntax n => Parts(("value", n.Value), ("item", n.Items)),
        InUnitSyntax n => Parts(("name", n.Unit.Text), ("value", n.Value)),
        ExistsSyntax n => Parts(("negated", n.Negated), ("value", n.Value)),
        OtherwiseSyntax n => Parts(("value", n.Value), ("fallback", n.Fallback)),
        IfSyntax n => Parts(("if", n.Condition), ("then", n.Then), ("else", n.Else)),
        ListSyntax n => Parts(("item", n.Items)),
        PointSyntax n => Parts(("x", n.X), ("y", n.Y)),
        ExtentSyntax n => Parts(("width", n.Width), ("height", n.Height)),
        ComprehensionSyntax n => Parts(
            ("function", n.Function), ("for", n.Name), ("kind", n.Kind), ("scope", n.Scope), ("value", n.Value), ("source", n.Source),
            ("if", n.Condition)),
        StepsSyntax n => Parts(("name", n.Portion), ("from", n.From), ("to", n.To)),
        SolveSyntax n => Parts(("name", n.Unknown), ("start", n.Start), ("tolerance", n.Tolerance), ("limit", n.Limit), ("body", n.Body)),
        BlockSyntax n => Parts(("local", n.Locals), ("result", n.Result)),
        _ => Parts(),
    };

    private static SyntaxPart[] OfDeclaration(DeclarationSyntax node) => node switch
    {
        ErrorDeclarationSyntax n => Parts(("names", n.Names.Count == 0 ? null : string.Join(",", n.Names))),
        ModuleSyntax n => Parts(("name", n.Name)),
        UseSyntax n => Parts(("name", n.Module), ("item", n.Items)),
        ParamSyntax n => Parts(("name", n.Name), ("type", n.Type), ("value", n.Value)),
        FunctionSyntax n => Parts(("name", n.Name), ("parameter", n.Parameters), ("result", n.Result), ("body", n.Body)),
        KindSyntax n => Parts(("name", n.Name), ("base", n.Base), ("member", n.Members)),
        PartSyntax n => Parts(("name", n.Name), ("parameter", n.Parameters), ("base", n.Base), ("member", n.Members)),
        DesignSyntax n => Parts(("name", n.Name), ("base", n.Base), ("member", n.Members)),
        AttributeSyntax n => Parts(("name", n.Name), ("type", n.Type), ("value", n.Value), ("body", n.Members is not null), ("member", n.Members)),
        AssignmentSyntax n => Parts(("target", n.Target), ("value", n.Value)),
        AmendSyntax n => Parts(("target", n.Target), ("member", n.Members)),
        WithoutSyntax n => Parts(("name", n.Name)),
        InstanceSyntax n => Parts(
            ("kind", n.Kind), ("name", n.Name), ("array", n.Array), ("part", n.Part), ("on", n.Host), ("at", n.Place),
            ("body", n.Members is not null), ("member", n.Members)),
        PathSyntax n => Parts(
            ("kind", n.Kind), ("name", n.Name), ("array", n.Array), ("both", n.BothDirections), ("step", n.Steps),
            ("body", n.Members is not null), ("member", n.Members)),
        AllowSyntax n => Parts(("name", n.Rule), ("until", n.Until), ("because", n.Because)),
        ConfirmSyntax n => Parts(("target", n.Target), ("value", n.Value)),
        RuleSyntax n => Parts(
            ("name", n.Name), ("severity", n.Severity), ("of", n.Of), ("for", n.Subjects), ("if", n.Condition), ("require", n.Requirements),
            ("message", n.Message), ("help", n.Help), ("source", n.Source)),
        TestSyntax n => Parts(("of", n.Of), ("title", n.Title), ("with", n.With), ("expect", n.Expectations)),
        StudySyntax n => Parts(("name", n.Name), ("of", n.Of.Count == 0 ? null : string.Join(",", n.Of)), ("clause", n.Clauses)),
        _ => Parts(),
    };

    private static SyntaxPart[] OfOther(SyntaxNode node) => node switch
    {
        UnitSyntax n => Parts(("name", n.Text)),
        ArgumentSyntax n => Parts(("name", n.Name), ("value", n.Value)),
        LocalSyntax n => Parts(("name", n.Name), ("type", n.Type), ("value", n.Value)),
        NamedTypeSyntax n => Parts(("optional", n.Optional), ("of", n.Expression)),
        WordsTypeSyntax n => Parts(("name", string.Join("|", n.Words)), ("optional", n.Optional)),
        ValueSyntax n => Parts(
            ("nominal", n.Nominal), ("tolerance", n.Tolerance), ("distribution", n.Distribution), ("within", n.Within), ("plausible", n.Plausible),
            ("source", n.Source), ("confidence", n.Confidence)),
        UseItemSyntax n => Parts(("name", n.Name), ("as", n.Alias)),
        ParameterSyntax n => Parts(("name", n.Name), ("type", n.Type), ("default", n.Default)),
        ArraySyntax n => Parts(("name", n.Index), ("bounds", n.Bounds)),
        StepSyntax n => Parts(("body", n.Members is not null), ("value", n.Value), ("member", n.Members)),
        RuleSubjectSyntax n => Parts(("kind", n.Kind), ("name", n.Name), ("eacharray", n.EachArray)),
        KnobSyntax n => Parts(("choose", n.Choose), ("logarithmic", n.Logarithmic), ("knob", n.Knob), ("over", n.Over), ("points", n.Points)),
        StudyTermSyntax n => Parts(("word", n.Word), ("value", n.Value)),
        StudyBindingsSyntax n => Parts(("word", n.Word), ("binding", n.Bindings)),
        CompilationUnitSyntax n => Parts(("module", n.Module), ("declaration", n.Declarations)),
        _ => Parts(),
    };
}
