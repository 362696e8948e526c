using System.Globalization;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>Functions of numbers of the compiler's own.</content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindNumeric(IntrinsicSignature signature, CallSyntax syntax, Scope scope)
    {
        if (!Counts(signature, syntax, scope))
        {
            return Error(syntax, scope);
        }

        var arguments = new BoundExpression[syntax.Arguments.Count];
        IcxType? any = null;
        for (var i = 0; i < arguments.Length; i++)
        {
            var name = signature.Parameters[Math.Min(i, signature.Parameters.Count - 1)];
            var wanted = IntrinsicSignatures.TypeOf(name);
            var value = syntax.Arguments[i].Value;
            arguments[i] = wanted is null ? Bind(value, scope) : BindTo(value, scope, wanted);
            if (arguments[i].Type is ErrorType || (Varies(name, signature) && !Meet(arguments[i], value, ref any, scope)))
            {
                return Error(syntax, scope);
            }
        }

        return ResultOf(signature, any, syntax, scope) is { } type
            ? new BoundIntrinsic(signature.Name, arguments, type, scope.At(syntax))
            : Error(syntax, scope);
    }

    // A T, or an open form such as `level` that the result shares, takes the type of what is given.
    private static bool Varies(string parameter, IntrinsicSignature signature) =>
        parameter == "T" || (parameter == signature.Result && parameter is "gain" or "level");

    private static bool Meet(BoundExpression argument, ExpressionSyntax syntax, ref IcxType? any, Scope scope)
    {
        if (argument.Type is not (QuantityType or IntType))
        {
            Reported("ICX2013", syntax, scope, new Operation(null, $"{Names.Value(argument.Type)} is no quantity", null));
            return false;
        }

        var met = any is null ? new(argument.Type, null, null) : TypeAlgebra.Unify(any, argument.Type);
        if (met.Type is null)
        {
            Reported("ICX2013", syntax, scope, met);
        }

        any = met.Type;
        return any is not null;
    }

    private static IcxType? ResultOf(IntrinsicSignature signature, IcxType? any, ExpressionSyntax syntax, Scope scope)
    {
        var result = signature.Result;
        if (any is not null && (result == "T" || result is "gain" or "level"))
        {
            return any;
        }

        if (!result.StartsWith("T^", StringComparison.Ordinal))
        {
            return IntrinsicSignatures.TypeOf(result);
        }

        var power = TypeAlgebra.Power(any!, double.Parse(result.Substring(2), CultureInfo.InvariantCulture));
        if (power.Type is null)
        {
            Reported("ICX2013", syntax, scope, power);
        }

        return power.Type;
    }

    private static bool Counts(IntrinsicSignature signature, CallSyntax syntax, Scope scope)
    {
        foreach (var argument in syntax.Arguments)
        {
            if (argument.Name is { } name)
            {
                scope.Report("ICX2019", name.Span, name.Text, signature.Name, signature.Text);
                return false;
            }
        }

        var (least, given) = (signature.Parameters.Count, syntax.Arguments.Count);
        if (given < least || (given > least && !signature.IsOpen))
        {
            var needs = given > least ? "no further argument" : (least - given).ToString(CultureInfo.InvariantCulture) + " more";
            scope.Report("ICX2018", syntax.Span, signature.Name, needs, signature.Text);
            return false;
        }

        return true;
    }
}
