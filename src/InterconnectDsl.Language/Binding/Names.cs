using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>How messages call things.</summary>
internal static class Names
{
    /// <summary>What sort of thing a symbol is, with its article.</summary>
    public static string Sort(Symbol symbol) => symbol switch
    {
        KindSymbol => "a kind",
        PartSymbol => "a part",
        DesignSymbol => "a design",
        ParamSymbol => "a param",
        ConstantSymbol => "a constant",
        FunctionSymbol => "a function",
        ModuleSymbol => "a module",
        RuleSymbol => "a rule",
        StudySymbol => "a study",
        InstanceSymbol { Array: null } instance => Article(instance.Kind.Name),
        InstanceSymbol instance => "an array of " + instance.Kind.Name,
        PathSymbol path => Article(path.Kind.Name),
        _ => "a name",
    };

    /// <summary>A word with its article.</summary>
    public static string Article(string noun) => ("aeiou".IndexOf(noun.Length > 0 ? noun[0] : 'x') >= 0 ? "an " : "a ") + noun;

    /// <summary>What a value of a type is called: <c>a length</c>, <c>an engine</c>, <c>one of apc, upc, flat</c>.</summary>
    public static string Value(IcxType type) => type switch
    {
        WordType words => "one of " + string.Join(", ", words.List),
        NodeType node => Article(node.Kind.Name),
        ListType list => "a list (" + Value(list.Element) + " each)",
        BoolType => "true or false",
        IntType => "a whole number",
        QuantityType quantity when quantity.Equals(QuantityTypes.Real) => "a plain number",
        _ => Article(type.Display),
    };

    /// <summary>The path of a thing from its design: <c>sw.oe</c>.</summary>
    public static string Path(Symbol thing)
    {
        var container = ContainerOf(thing);
        return container is InstanceSymbol ? Path(container) + "." + thing.Name : thing.Name;
    }

    /// <summary>The declaration whose braces hold a thing.</summary>
    public static Symbol? ContainerOf(Symbol thing) => thing switch
    {
        InstanceSymbol instance => instance.Container,
        PathSymbol path => path.Container,
        _ => null,
    };

    /// <summary>What a declaration is called where it may not stand.</summary>
    public static string Misplaced(DeclarationSyntax declaration) => declaration switch
    {
        InstanceSyntax instance => $"the {instance.Kind.Text} `{instance.Name.Text}`",
        PathSyntax path => $"the {path.Kind.Text} `{path.Name.Text}`",
        AmendSyntax => "an amendment",
        AssignmentSyntax => "a value for something else",
        AttributeSyntax attribute => $"a type for `{attribute.Name.Text}`",
        WithoutSyntax => "`without`",
        AllowSyntax => "`allow`",
        ConfirmSyntax => "`confirm`",
        ParamSyntax => "a param",
        UseSyntax => "`use`",
        ModuleSyntax => "a module line",
        KindSyntax => "a kind",
        PartSyntax => "a part",
        DesignSyntax => "a design",
        FunctionSyntax => "a function",
        RuleSyntax => "a rule",
        TestSyntax => "a test",
        StudySyntax => "a study",
        _ => "this",
    };
}
