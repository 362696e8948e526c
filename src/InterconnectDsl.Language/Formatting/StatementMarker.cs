using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Formatting;

/// <summary>
/// Walks the tree of a file and marks where its statements start, where their bodies open and close, and what of them stands in columns. What could
/// not be read is kept to the letter, and so are declarations said to be broken.
/// </summary>
internal sealed partial class StatementMarker
{
    private readonly Layout _layout;
    private readonly ExpressionMarker _expressions;
    private readonly BodyMarker _bodies;
    private readonly Func<DeclarationSyntax, bool> _isBroken;

    public StatementMarker(Layout layout, Func<DeclarationSyntax, bool> isBroken)
    {
        _layout = layout;
        _isBroken = isBroken;
        _expressions = new(layout);
        _bodies = new(layout, Member, _expressions);
    }

    /// <summary>Marks the whole file. Tokens that belong to no declaration are kept as they are.</summary>
    public void Mark(CompilationUnitSyntax unit)
    {
        var statements = new List<Statement>();
        var at = 0;
        foreach (var declaration in InOrder(unit))
        {
            Keep(statements, at, _layout.Find(declaration.Span.Start));
            statements.Add(_isBroken(declaration) ? Broken(declaration) : Member(declaration));
            at = statements[statements.Count - 1].Last + 1;
        }

        Keep(statements, at, _layout.Count - 1);
        ColumnAligner.Align(_layout, statements);
    }

    private static IEnumerable<DeclarationSyntax> InOrder(CompilationUnitSyntax unit) => unit.Module is null
        ? unit.Declarations
        : unit.Declarations.Concat(new DeclarationSyntax[] { unit.Module }).OrderBy(d => d.Span.Start);

    private void Keep(List<Statement> statements, int at, int behind)
    {
        while (at < behind && _layout.Tokens[at].Kind == TokenKind.Semicolon)
        {
            at++;
        }

        if (at < behind)
        {
            var statement = _bodies.Start(at);
            statement.Last = behind - 1;
            statements.Add(Kept(statement));
            _bodies.End();
        }
    }

    // Its indent stays too: by it the parser finds out what belongs to what.
    private Statement Broken(DeclarationSyntax declaration)
    {
        var statement = _bodies.Start(_layout.Find(declaration.Span.Start));
        statement.Last = _layout.Last(declaration.Span);
        _layout.Mark(statement.First, Place.Kept);
        _bodies.End();
        return Kept(statement);
    }

    private Statement Kept(Statement statement)
    {
        for (var i = statement.First + 1; i <= statement.Last; i++)
        {
            _layout.Mark(i, Place.Kept | Place.Unread);
        }

        return statement;
    }

    private Statement Member(SyntaxNode node)
    {
        var statement = _bodies.Start(_layout.Find(node.Span.Start));
        switch (node)
        {
            case ErrorDeclarationSyntax:
                break;
            case AttributeSyntax n:
                Attribute(statement, Family.Attribute, n.Name, n.Type, n.Value);
                _bodies.Members(n.Value?.Span ?? n.Type.Span, n.Members);
                break;
            case AssignmentSyntax n:
                _expressions.Mark(n.Target);
                Value(statement, n.Value, Family.Attribute, first: true);
                break;
            case LocalSyntax n:
                Local(statement, n);
                break;
            case ParamSyntax n:
                Attribute(statement, Family.Param, n.Name, n.Type, n.Value);
                break;
            case InstanceSyntax n:
                Instance(statement, n);
                break;
            case PathSyntax n:
                Path(statement, n);
                break;
            case StudyClauseSyntax n:
                _bodies.Clause(statement, n);
                break;
            case ExpressionSyntax n:
                _expressions.Mark(n);
                break;
            default:
                Declaration(statement, node);
                break;
        }

        statement.Last = _layout.Last(node.Span);
        _bodies.End();
        return node is ErrorDeclarationSyntax ? Kept(statement) : statement;
    }

    private void Declaration(Statement statement, SyntaxNode node)
    {
        switch (node)
        {
            case FunctionSyntax n:
                Function(statement, n);
                break;
            case KindSyntax n:
                _bodies.Members(n.Base?.Span ?? n.Name.Span, n.Members);
                break;
            case DesignSyntax n:
                _bodies.Members(n.Base?.Span ?? n.Name.Span, n.Members);
                break;
            case PartSyntax n:
                Parameters(n.Name.Span, n.Parameters);
                _expressions.Mark(n.Base);
                _bodies.Members(n.Base.Span, n.Members);
                break;
            case AmendSyntax n:
                _expressions.Mark(n.Target);
                _bodies.Members(n.Target.Span, n.Members);
                break;
            case ConfirmSyntax n:
                _expressions.Mark(n.Target);
                Value(statement, n.Value, Family.None, first: true);
                break;
            case RuleSyntax n:
                _bodies.Rule(n);
                break;
            case TestSyntax n:
                _bodies.Test(n);
                break;
            case StudySyntax n:
                _bodies.Study(n);
                break;
        }
    }
}
