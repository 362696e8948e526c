using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Formatting;

/// <content>The statements that stand in columns, and those whose further lines stand below their value.</content>
internal sealed partial class StatementMarker
{
    private void Attribute(Statement statement, Family family, Identifier name, TypeSyntax? type, ValueSyntax? value)
    {
        statement.Family = family;
        if (type is not null)
        {
            statement.Sign = _layout.Last(name.Span) + 1;
            _expressions.Mark(type);
        }

        if (value is not null)
        {
            Value(statement, value, family, first: type is null);
        }
    }

    private void Value(Statement statement, ValueSyntax value, Family family, bool first)
    {
        statement.Family = family;
        var sign = _layout.Find(value.Span.Start);
        statement.Value = sign + 1;
        if (_layout.Tokens[sign].Kind is TokenKind.Equal or TokenKind.Tilde && first)
        {
            statement.Sign = sign;
        }
        else if (_layout.Tokens[sign].Kind is TokenKind.Equal or TokenKind.Tilde)
        {
            statement.Setter = sign;
        }

        _expressions.Mark(value);
    }

    private void Local(Statement statement, LocalSyntax node)
    {
        statement.Family = Family.Attribute;
        statement.Sign = _layout.Last(node.Name.Span) + 1;
        _expressions.Mark(node.Type);
        var sign = node.Type is null ? statement.Sign : statement.Setter = _layout.Last(node.Type.Span) + 1;
        statement.Value = sign + 1;
        _expressions.Mark(node.Value);
    }

    private void Instance(Statement statement, InstanceSyntax node)
    {
        statement.Family = Family.Thing;
        statement.Name = _layout.Find(node.Name.Span.Start);
        var head = Array(node.Array, node.Name.Span);
        if (node.Part is not null)
        {
            statement.Sign = _layout.Find(node.Part.Span.Start) - 1;
            _expressions.Mark(node.Part);
        }

        if (node.Host is not null)
        {
            statement.Host = _layout.Find(node.Host.Span.Start) - 1;
            _expressions.Mark(node.Host);
        }

        if (node.Place is not null)
        {
            statement.Spot = _layout.Outermost(_layout.Find(node.Place.Span.Start)) - 1;
            _expressions.Mark(node.Place);
        }

        _bodies.Members(node.Place?.Span ?? node.Host?.Span ?? node.Part?.Span ?? head, node.Members);
    }

    private TextSpan Array(ArraySyntax? array, TextSpan name)
    {
        if (array is null)
        {
            return name;
        }

        _layout.Mark(_layout.Find(array.Span.Start), Place.Tight);
        _expressions.Mark(array.Bounds);
        return array.Span;
    }

    private void Path(Statement statement, PathSyntax node)
    {
        statement.Family = Family.Path;
        statement.Name = _layout.Find(node.Name.Span.Start);
        Array(node.Array, node.Name.Span);
        statement.Value = _layout.Find(node.Steps[0].Span.Start);
        statement.Sign = statement.Value - 1;
        for (var i = 0; i < node.Steps.Count; i++)
        {
            var step = node.Steps[i];
            if (i > 0)
            {
                _layout.Mark(_layout.Find(step.Span.Start) - 1, Place.Arrow);
            }

            _expressions.Mark(step.Value);
            _bodies.Members(step.Value.Span, step.Members);
        }

        _bodies.Members(node.Steps[node.Steps.Count - 1].Value.Span, node.Members);
    }

    private void Function(Statement statement, FunctionSyntax node)
    {
        Parameters(node.Name.Span, node.Parameters);
        _expressions.Mark(node.Result);
        if (node.Body is BlockSyntax block)
        {
            _bodies.Block(block);
        }
        else if (node.Body is not null)
        {
            statement.Value = _layout.Outermost(_layout.Find(node.Body.Span.Start));
            statement.ValueIndent = 2;
            _expressions.Mark(node.Body);
        }
    }

    private void Parameters(TextSpan name, IReadOnlyList<ParameterSyntax> parameters)
    {
        var open = _layout.Last(name) + 1;
        if (_layout.Tokens[open].Kind == TokenKind.LeftParen)
        {
            _layout.Mark(open, Place.Tight);
        }

        _expressions.Mark(parameters);
    }
}
