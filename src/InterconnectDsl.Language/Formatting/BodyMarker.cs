using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Formatting;

/// <summary>Marks what stands between the braces of a body, and decides whether the body spreads over lines.</summary>
internal sealed partial class BodyMarker(Layout layout, Func<SyntaxNode, Statement> member, ExpressionMarker expressions)
{
    private readonly Stack<Statement> _open = new();
    private int _depth;

    /// <summary>Begins a statement at a token.</summary>
    public Statement Start(int first)
    {
        layout.Mark(first, Place.Statement);
        var statement = new Statement(first, _depth);
        layout.Statements.Add(statement);
        _open.Push(statement);
        return statement;
    }

    /// <summary>Ends the statement begun last.</summary>
    public void End() => _open.Pop();

    /// <summary>The body behind a head, if it has one.</summary>
    public void Members(TextSpan head, IReadOnlyList<DeclarationSyntax>? members)
    {
        if (members is null || Opening(head) is not { } open)
        {
            return;
        }

        var statements = Enter(open);
        foreach (var declaration in members)
        {
            statements.Add(member(declaration));
        }

        Leave(open, statements, Closing(statements.Count == 0 ? open : statements[statements.Count - 1].Last));
    }

    /// <summary>The body of a function.</summary>
    public void Block(BlockSyntax node)
    {
        var open = layout.Find(node.Span.Start);
        var statements = Enter(open);
        foreach (var local in node.Locals)
        {
            statements.Add(member(local));
        }

        // Parentheses around the whole result belong to it.
        var result = Start(layout.Outermost(layout.Find(node.Result.Span.Start)));
        expressions.Mark(node.Result);
        var close = layout.Last(node.Span);
        result.Last = close - 1;
        End();
        statements.Add(result);
        Leave(open, statements, close);
    }

    // The brace behind a head, parentheses around its end left behind; none where the body is missing.
    private int? Opening(TextSpan head)
    {
        var at = layout.Last(head) + 1;
        while (layout.Tokens[at].Kind == TokenKind.RightParen)
        {
            at++;
        }

        return layout.Tokens[at].Kind == TokenKind.LeftBrace ? at : null;
    }

    private int? Closing(int last)
    {
        var at = last + 1;
        while (layout.Tokens[at].Kind == TokenKind.Semicolon)
        {
            at++;
        }

        return layout.Tokens[at].Kind == TokenKind.RightBrace ? at : null;
    }

    private List<Statement> Enter(int open)
    {
        layout.Mark(open, Place.Opens);
        _depth++;
        return new List<Statement>();
    }

    private void Leave(int open, List<Statement> statements, int? close)
    {
        _depth--;
        if (close is { } brace)
        {
            layout.Mark(brace, Place.Closes);
        }

        if (statements.Count == 0)
        {
            MarkEmpty(open, close);
            return;
        }

        if (statements.Any(s => layout.Has(s.First, Gap.Newline)) || (close is { } end && layout.Has(end, Gap.Newline)))
        {
            Spread(open, statements, close);
        }
    }

    private void MarkEmpty(int open, int? close)
    {
        if (close == open + 1)
        {
            layout.Mark(open + 1, Place.Joined);
        }
    }

    private void Spread(int open, List<Statement> statements, int? close)
    {
        foreach (var statement in _open)
        {
            statement.Spreads = true;
        }

        if (statements[0].First == open + 1 && !StartsDeclaration(open + 1))
        {
            layout.Mark(open + 1, Place.OwnLine);
        }

        if (close is { } brace)
        {
            layout.Mark(brace, Place.OwnLine);
        }

        ColumnAligner.Align(layout, statements);
    }

    // At the start of a line the words of a module's level close the body, so a thing of a kind called `part` stays where it is.
    private bool StartsDeclaration(int index) => layout.Tokens[index].Keyword
        is Keyword.Module or Keyword.Use or Keyword.Param or Keyword.Fn or Keyword.Kind or Keyword.Part or Keyword.Design or Keyword.Rule
        or Keyword.Study or Keyword.Warning or Keyword.Note or Keyword.Test && layout.Tokens[index + 1].Kind is TokenKind.Name or TokenKind.Text;
}
