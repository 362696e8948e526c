using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.LanguageServer.Documents;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>What follows from the tree alone: the outline, what folds, what a growing selection takes in. It never waits for names or values.</summary>
internal static class Outline
{
    private const int KindModule = 2, KindClass = 5, KindMethod = 6, KindProperty = 7, KindField = 8, KindInterface = 11, KindFunction = 12, KindConstant = 14, KindObject = 19, KindEvent = 24;

    /// <summary>The declarations of a file, and what stands in their braces. Values that are only set are left out: they declare nothing.</summary>
    public static IReadOnlyList<DocumentSymbol> Symbols(Document document, PositionEncoding encoding) =>
        document.Tree.Root.Declarations.SelectMany(d => Symbol(d, document.Text, encoding)).ToList();

    /// <summary>The number the protocol has for a sort of declaration.</summary>
    public static int KindOf(string sort) => sort switch
    {
        "module" => KindModule,
        "kind" => KindInterface,
        "part" => KindClass,
        "design" => KindModule,
        "fn" => KindFunction,
        "param" => KindField,
        "attribute" => KindProperty,
        "rule" or "test" or "study" => KindMethod,
        "constant" => KindConstant,
        "link" or "feed" or "heat" or "influence" => KindEvent,
        _ => KindObject,
    };

    /// <summary>Bodies, runs of comments, runs of <c>use</c>.</summary>
    public static IReadOnlyList<FoldingRange> Folds(Document document)
    {
        var folds = new List<FoldingRange>();
        foreach (var node in Syntax.All(document.Tree.Root).OfType<DeclarationSyntax>())
        {
            Add(folds, document.Text, node.Span.Start, node.Span.End, null);
        }

        var uses = document.Tree.Root.Declarations.OfType<UseSyntax>().ToList();
        if (uses.Count > 1)
        {
            Add(folds, document.Text, uses[0].Span.Start, uses[^1].Span.End, "imports");
        }

        var tokens = Lexer.Lex(document.Text);
        for (var i = 0; i < tokens.Count; i++)
        {
            var comments = Trivia.CommentsBefore(document.Text, tokens, i).Where(c => c.OwnLine).ToList();
            if (comments.Count > 1)
            {
                Add(folds, document.Text, comments[0].Span.Start, comments[^1].Span.End, "comment");
            }
        }

        return folds.DistinctBy(f => f.StartLine).OrderBy(f => f.StartLine).ToList();
    }

    /// <summary>From the smallest node at a place outward, each once.</summary>
    public static SelectionRange Selection(Document document, Position position, PositionEncoding encoding)
    {
        SelectionRange? outer = null;
        foreach (var node in Syntax.Around(document.Tree, encoding.OffsetOf(document.Text, position)))
        {
            var range = encoding.RangeOf(document.Text, node.Span);
            outer = outer?.Range == range ? outer : new(range, outer);
        }

        return outer!;
    }

    private static IEnumerable<DocumentSymbol> Symbol(DeclarationSyntax declaration, SourceText text, PositionEncoding encoding)
    {
        if (declaration is AssignmentSyntax or UseSyntax || Syntax.NameOf(declaration) is not { Text.Length: > 0 } name)
        {
            return Array.Empty<DocumentSymbol>();
        }

        var children = Syntax.Members(declaration).SelectMany(m => Symbol(m, text, encoding)).ToList();
        return new[]
        {
            new DocumentSymbol(
                name.Text, Detail(declaration, text), KindOf(name.Sort), encoding.RangeOf(text, declaration.Span), encoding.RangeOf(text, name.Span),
                children.Count > 0 ? children : null),
        };
    }

    private static string? Detail(DeclarationSyntax declaration, SourceText text) => declaration switch
    {
        InstanceSyntax n => n.Kind.Text + Slice(text, n.Array, " ") + Slice(text, n.Part, " : "),
        PathSyntax n => n.Kind.Text + Slice(text, n.Array, " "),
        KindSyntax { Base: { } b } => b.Text,
        PartSyntax n => text.Slice(n.Base.Span),
        AttributeSyntax n => text.Slice(n.Type.Span),
        ParamSyntax { Type: { } type } => text.Slice(type.Span),
        DesignSyntax { Base: { } b } => b.Text,
        _ => null,
    };

    private static string Slice(SourceText text, SyntaxNode? node, string before) => node is null ? "" : before + text.Slice(node.Span);

    private static void Add(List<FoldingRange> folds, SourceText text, int start, int end, string? kind)
    {
        var (first, last) = (text.PositionOf(start).Line - 1, text.PositionOf(end).Line - 1);
        if (last > first)
        {
            folds.Add(new(first, last, kind));
        }
    }
}
