using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>
/// The lists of a reduction's owners as runs of equal elements, in order. An extreme, and whether any or all hold, needs each distinct element once.
/// </summary>
internal sealed class ElementLists
{
    /// <summary>Finds the lists.</summary>
    public ElementLists(Value value, ClassMap owners, ClassMap elements)
    {
        var once = value.Op is OpCode.Min or OpCode.Max or OpCode.Any or OpCode.All;
        var starts = new List<int> { 0 };
        var classes = new List<int>();
        var repeats = new List<int>();
        for (var o = 0; o < owners.ClassCount; o++)
        {
            var owner = owners.FirstMember(o);
            var seen = new HashSet<int>();
            for (var e = value.Shape!.Offsets[owner]; e < value.Shape.Offsets[owner + 1]; e++)
            {
                var c = elements.ClassOf(e);
                if (!once && classes.Count > starts[starts.Count - 1] && classes[classes.Count - 1] == c)
                {
                    repeats[repeats.Count - 1]++;
                }
                else if (!once || seen.Add(c))
                {
                    classes.Add(c);
                    repeats.Add(1);
                }
            }

            starts.Add(classes.Count);
        }

        (Starts, Classes, Repeats) = (starts.ToArray(), classes.ToArray(), repeats.ToArray());
    }

    /// <summary>Where the runs of each class of owners start; one entry more than classes.</summary>
    public int[] Starts { get; }

    /// <summary>The class of each run's element.</summary>
    public int[] Classes { get; }

    /// <summary>How often it is there.</summary>
    public int[] Repeats { get; }
}
