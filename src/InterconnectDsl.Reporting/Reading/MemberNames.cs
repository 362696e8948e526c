using System.Globalization;
using InterconnectDsl.Kernels.Elaboration;

namespace InterconnectDsl.Reporting.Reading;

/// <summary>Names for several members at once: <c>lane[0 .. 31], lane[64 .. 95]</c>, <c>q[0].oe[3] and 71 more</c>.</summary>
internal static class MemberNames
{
    private const int RangesShown = 3;

    /// <summary>All members of a group.</summary>
    public static string All(Group group) =>
        group.Count == 1 ? group.NameOf(0)
        : group.Extents.Count == 1 && IsPlainArray(group.Extents[0]) ? Range(group, 0, group.Count - 1)
        : AndMore(group, 0, group.Count);

    /// <summary>Some members of a group, in order.</summary>
    public static string Of(Group group, IReadOnlyList<int> members)
    {
        if (members.Count == group.Count)
        {
            return All(group);
        }

        if (members.Count == 1 || group.Extents.Count > 1 || !IsPlainArray(group.Extents[0]))
        {
            return AndMore(group, members[0], members.Count);
        }

        var ranges = new List<string>();
        var shown = 0;
        for (var i = 0; i < members.Count && ranges.Count < RangesShown;)
        {
            var j = i;
            while (j + 1 < members.Count && members[j + 1] == members[j] + 1)
            {
                j++;
            }

            ranges.Add(Range(group, members[i], members[j]));
            shown += j - i + 1;
            i = j + 1;
        }

        var rest = members.Count - shown;
        return string.Join(", ", ranges) + (rest > 0 ? " and " + rest.ToString("#,0", CultureInfo.InvariantCulture) + " more" : "");
    }

    private static bool IsPlainArray(Extent extent) => extent.IsArray && extent.Own == extent.Count;

    private static string Range(Group group, int first, int last)
    {
        var from = group.NameOf(first);
        if (first == last)
        {
            return from;
        }

        var to = group.NameOf(last);
        return from[..^1] + " .. " + to[(to.LastIndexOf('[') + 1)..];
    }

    private static string AndMore(Group group, int first, int count) =>
        group.NameOf(first) + (count > 1 ? " and " + (count - 1).ToString("#,0", CultureInfo.InvariantCulture) + " more" : "");
}
