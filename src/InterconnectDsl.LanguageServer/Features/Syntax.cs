using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>Finds nodes by place.</summary>
internal static class Syntax
{
    /// <summary>The nodes around an offset, from the file down to the smallest.</summary>
    public static IReadOnlyList<SyntaxNode> Around(SyntaxTree tree, int offset)
    {
        var path = new List<SyntaxNode>();
        for (SyntaxNode? at = tree.Root; at is not null;)
        {
            path.Add(at);
            at = SyntaxParts.Children(at).LastOrDefault(c => c.Span.Length > 0 && c.Span.Start <= offset && offset <= c.Span.End);
        }

        return path;
    }

    /// <summary>All nodes of a tree, outer ones first.</summary>
    public static IEnumerable<SyntaxNode> All(SyntaxNode node)
    {
        var open = new Stack<SyntaxNode>();
        open.Push(node);
        while (open.Count > 0)
        {
            var at = open.Pop();
            yield return at;
            foreach (var child in SyntaxParts.Children(at).Reverse())
            {
                open.Push(child);
            }
        }
    }

    /// <summary>The members of a declaration with braces; none for another.</summary>
    public static IReadOnlyList<DeclarationSyntax> Members(SyntaxNode node) => node switch
    {
        KindSyntax n => n.Members,
        PartSyntax n => n.Members,
        DesignSyntax n => n.Members,
        InstanceSyntax { Members: { } members } => members,
        PathSyntax { Members: { } members } => members,
        AmendSyntax n => n.Members,
        AttributeSyntax { Members: { } members } => members,
        _ => Array.Empty<DeclarationSyntax>(),
    };

    /// <summary>The name a declaration declares, and what sort of thing it is; null for what has no name.</summary>
    public static (string Text, TextSpan Span, string Sort)? NameOf(SyntaxNode node) => node switch
    {
        ModuleSyntax n => (n.Name, n.Span, "module"),
        ParamSyntax n => (n.Name.Text, n.Name.Span, "param"),
        FunctionSyntax n => (n.Name.Text, n.Name.Span, "fn"),
        KindSyntax n => (n.Name.Text, n.Name.Span, "kind"),
        PartSyntax n => (n.Name.Text, n.Name.Span, "part"),
        DesignSyntax n => (n.Name.Text, n.Name.Span, "design"),
        AttributeSyntax n => (n.Name.Text, n.Name.Span, "attribute"),
        AssignmentSyntax { Target: NameSyntax t } => (t.Name, t.Span, "value"),
        InstanceSyntax n => (n.Name.Text, n.Name.Span, n.Kind.Text),
        PathSyntax n => (n.Name.Text, n.Name.Span, n.Kind.Text),
        RuleSyntax n => (n.Name.Text, n.Name.Span, "rule"),
        TestSyntax n => (n.Title.Plain ?? "test", n.Title.Span, "test"),
        StudySyntax n => (n.Name.Text, n.Name.Span, "study"),
        _ => null,
    };
}
