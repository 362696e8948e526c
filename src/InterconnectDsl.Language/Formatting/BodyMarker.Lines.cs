using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Formatting;

/// <content>The bodies of rules, tests and studies, whose lines start with their word.</content>
internal sealed partial class BodyMarker
{
    public void Rule(RuleSyntax node)
    {
        expressions.Mark(node.Condition);
        expressions.Mark(node.Requirements);
        var head = node.Condition?.Span ?? node.Subjects[node.Subjects.Count - 1].Span;
        Lines(head, layout.Last(node.Span), k => k is Keyword.Require or Keyword.Message or Keyword.Help or Keyword.Source);
    }

    public void Test(TestSyntax node)
    {
        foreach (var setting in node.With)
        {
            expressions.Mark(setting.Target);
            expressions.Mark(setting.Value);
        }

        expressions.Mark(node.Expectations);
        Lines(node.Of.Span, layout.Last(node.Span), k => k is Keyword.With or Keyword.Expect);
    }

    public void Study(StudySyntax node)
    {
        if (Opening(node.Of[node.Of.Count - 1].Span) is not { } open)
        {
            return;
        }

        var statements = Enter(open);
        foreach (var clause in node.Clauses)
        {
            statements.Add(member(clause));
        }

        Leave(open, statements, layout.Last(node.Span));
    }

    public void Clause(Statement statement, StudyClauseSyntax clause)
    {
        Worded(statement);
        switch (clause)
        {
            case KnobSyntax n:
                expressions.Mark(n.Knob);
                expressions.Mark(n.Over);
                expressions.Mark(n.Points);
                break;
            case StudyTermSyntax n:
                expressions.Mark(n.Value);
                break;
            case StudyBindingsSyntax n:
                foreach (var binding in n.Bindings)
                {
                    expressions.Mark(binding.Value);
                }

                break;
        }
    }

    private static void Worded(Statement statement)
    {
        statement.Family = Family.Worded;
        statement.Name = statement.Value = statement.First + 1;
    }

    // The lines of a rule or a test have no nodes of their own: a line starts behind the brace, behind a semicolon, and at its word on a line of
    // its own.
    private void Lines(TextSpan head, int close, Func<Keyword, bool> starts)
    {
        if (Opening(head) is not { } open)
        {
            return;
        }

        var statements = Enter(open);
        var depth = 0;
        for (var at = open + 1; at < close; at++)
        {
            var token = layout.Tokens[at];
            depth += Turn(token.Kind);
            var begins = at == open + 1 || layout.Tokens[at - 1].Kind == TokenKind.Semicolon || (token.IsFirstOnLine && starts(token.Keyword));
            if (depth == 0 && begins && token.Kind != TokenKind.Semicolon)
            {
                var statement = Start(at);
                Worded(statement);
                End();
                statements.Add(statement);
            }

            if (statements.Count > 0)
            {
                statements[statements.Count - 1].Last = at;
            }
        }

        Leave(open, statements, close);
    }

    private static int Turn(TokenKind kind) => kind switch
    {
        TokenKind.LeftParen or TokenKind.LeftBracket or TokenKind.LeftBrace => 1,
        TokenKind.RightParen or TokenKind.RightBracket or TokenKind.RightBrace => -1,
        _ => 0,
    };
}
