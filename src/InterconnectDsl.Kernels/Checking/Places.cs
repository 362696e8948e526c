using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Kernels.Checking;

/// <summary>Where a finding stands for the person who reads it: in a file of theirs, never only in the library.</summary>
internal static class Places
{
    /// <summary>The nearest declaration around a member that stands in a user's file; the design where there is none.</summary>
    public static SourceSpan Of(ElaboratedDesign design, Group? group, int member)
    {
        var extent = group is null || group.Count == 0 || member >= group.Count ? null : group.ExtentOf(member);
        for (; extent is not null; extent = extent.Parent)
        {
            if (extent.Symbol is { Location.Text.IsLibrary: false } symbol)
            {
                return symbol.Location;
            }
        }

        return design.Symbol.Location;
    }

    /// <summary>Reports at the formula, or, when that is the library's, at the user's declaration with the formula beside it.</summary>
    public static void Report(ElaboratedDesign design, string code, SourceSpan formula, Group? group, int member, params object[] arguments)
    {
        if (formula.Text is not null && !formula.Text.IsLibrary)
        {
            design.Lowering.Fail(code, formula, arguments);
            return;
        }

        var place = Of(design, group, member);
        var related = formula.Text is null ? Array.Empty<RelatedLocation>() : new[] { new RelatedLocation(formula, "the formula") };
        design.Lowering.Fail(code, place, related, arguments);
    }
}
