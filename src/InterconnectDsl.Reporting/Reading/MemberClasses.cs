using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Reporting.Reading;

/// <summary>Members of a group that a report cannot tell apart.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Name">What they are called: <c>lane[0 .. 511]</c>.</param>
internal sealed record MemberClass(int First, int Count, string Name);

/// <summary>Finds the classes of identical members of a group.</summary>
internal static class MemberClasses
{
    /// <summary>
    /// The classes over numbers of a group, in order of their first members. Members whose numbers the interpreter knows to be one are never looked at one by
    /// one, so that a million identical links cost what one costs.
    /// </summary>
    public static IReadOnlyList<MemberClass> Of(ElaboratedDesign design, Group group, IEnumerable<Value> values)
    {
        var columns = values.Where(v => v.Domain != Domain.One).Select(v => design.Interpreter.Evaluate(v)).Where(c => !c.Classes.IsUniform).ToList();
        if (columns.Count == 0)
        {
            return new[] { new MemberClass(0, group.Count, MemberNames.All(group)) };
        }

        var classes = ClassOfMembers(columns, group.Count);
        var numbers = new Dictionary<int, int>();
        var members = new List<List<int>>();
        for (var m = 0; m < group.Count; m++)
        {
            if (!numbers.TryGetValue(classes[m], out var number))
            {
                numbers.Add(classes[m], number = members.Count);
                members.Add(new());
            }

            members[number].Add(m);
        }

        return members.Select(list => new MemberClass(list[0], list.Count, MemberNames.Of(group, list))).ToList();
    }

    /// <summary>A number for each member, equal for members that agree in every column.</summary>
    private static int[] ClassOfMembers(IReadOnlyList<Column> columns, int count)
    {
        var classes = new int[count];
        foreach (var sharing in columns.GroupBy(c => c.Classes))
        {
            // Classes of one map that hold the same numbers in all columns of that map are one.
            var merged = new Dictionary<string, int>(StringComparer.Ordinal);
            var number = new int[sharing.Key.ClassCount];
            for (var c = 0; c < number.Length; c++)
            {
                var key = string.Join(' ', sharing.Select(column => BitConverter.DoubleToInt64Bits(column.OfClass(c))));
                number[c] = merged.TryGetValue(key, out var same) ? same : merged[key] = merged.Count;
            }

            var pairs = new Dictionary<(int, int), int>();
            for (var m = 0; m < count; m++)
            {
                var pair = (classes[m], number[sharing.Key.ClassOf(m)]);
                classes[m] = pairs.TryGetValue(pair, out var same) ? same : pairs[pair] = pairs.Count;
            }
        }

        return classes;
    }
}
