using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Studies;

/// <summary>
/// Finds results that no kernel computes: those that rest on the temperatures of a heat network or on a measured channel which change with what is given or
/// drawn. Where these stay the same they are constants, which the interpreter gives to a kernel.
/// </summary>
internal static class InterpretedResults
{
    /// <summary>The names of such results.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<KernelInput> inputs, IReadOnlyList<KernelOutput> outputs)
    {
        var varying = new HashSet<Value>(inputs.Select(i => i.Value));
        var interpreted = new HashSet<Value>();

        // Arguments come before what reads them.
        foreach (var value in Reached(outputs.Select(o => o.Value)).OrderBy(v => v.Id).Where(v => !varying.Contains(v)))
        {
            if (value.Op == OpCode.Draw || Parts(value).Any(varying.Contains))
            {
                varying.Add(value);
                if (value.Op is OpCode.Network or OpCode.Interpolate || Parts(value).Any(interpreted.Contains))
                {
                    interpreted.Add(value);
                }
            }
        }

        return [.. outputs.Where(o => interpreted.Contains(o.Value)).Select(o => o.Name)];
    }

    private static HashSet<Value> Reached(IEnumerable<Value> from)
    {
        var open = new Stack<Value>(from);
        var seen = new HashSet<Value>(open);
        while (open.TryPop(out var at))
        {
            foreach (var part in Parts(at).Where(seen.Add))
            {
                open.Push(part);
            }
        }

        return seen;
    }

    private static IEnumerable<Value> Parts(Value value) => value.Region is { } region ? value.Arguments.Append(region) : value.Arguments;
}
