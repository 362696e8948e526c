using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Lowering;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Elaboration;

/// <summary>Evaluates the brackets of an array: params, constants and the parameters of the part around it.</summary>
internal static class ArraySize
{
    /// <summary>Members per container and first index; 1 and 0 for a single thing; null and reported when it is no whole number, negative, or too many.</summary>
    public static (int Own, int First)? Of(ElaboratedDesign design, Extent parent, ArrayBounds? bounds, SourceSpan location)
    {
        if (bounds is null)
        {
            return (1, 0);
        }

        var scope = ScopeIn(design, parent);
        if (bounds.Count is { } count)
        {
            return Whole(design, count, scope) is { } n ? Checked(design, 0, n, count.Location) : null;
        }

        return Whole(design, bounds.From!, scope) is { } from && Whole(design, bounds.To!, scope) is { } to
            ? Checked(design, from, to - from + 1, bounds.To!.Location)
            : null;
    }

    private static (int, int)? Checked(ElaboratedDesign design, double first, double count, SourceSpan location)
    {
        if (count < 0 || first < 0)
        {
            design.Lowering.Fail("ICX3132", location, Quantities.FormatNumber(count < 0 ? count : first));
            return null;
        }

        if (count > Elaborator.InstanceLimit)
        {
            design.Lowering.Fail("ICX3133", location, Quantities.FormatNumber(count), Elaborator.InstanceLimit);
            return null;
        }

        return ((int)count, (int)first);
    }

    private static double? Whole(ElaboratedDesign design, BoundExpression expression, Scope scope)
    {
        if (design.Lowering.Number(expression, scope) is not { } value)
        {
            return null;
        }

        var number = design.Decide(value)[0];
        if (value.Domain == Domain.One && !double.IsNaN(number) && number == Math.Floor(number))
        {
            return number;
        }

        if (!Interpretation.Absence.IsFailed(number))
        {
            design.Lowering.Fail("ICX3134", expression.Location, double.IsNaN(number) ? "absent" : Quantities.FormatNumber(number));
        }

        return null;
    }

    /// <summary>The parameters of the parts around an array, each the same for all members of its extent.</summary>
    private static Scope ScopeIn(ElaboratedDesign design, Extent parent)
    {
        var scope = Scope.Plain(Domain.One);
        for (var extent = parent; extent is not null; extent = extent.Parent)
        {
            if (extent.Part is { } use)
            {
                Bind(design, use.Part, use.Arguments, Scope.Plain(Domain.One), scope);
            }
        }

        return scope;
    }

    private static void Bind(ElaboratedDesign design, PartSymbol part, IReadOnlyList<BoundExpression> arguments, Scope from, Scope to)
    {
        var inner = from.Nested();
        for (var i = 0; i < part.Parameters.Count && i < arguments.Count; i++)
        {
            if (part.Parameters[i].Type is IntType)
            {
                var value = design.Lowering.Lower(arguments[i], from);
                inner.Set(part.Parameters[i], value);
                to.Set(part.Parameters[i], value);
            }
        }

        if (part.Base is { } @base)
        {
            Bind(design, @base, part.BaseArguments, inner, to);
        }
    }
}
