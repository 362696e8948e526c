using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Passes;

/// <summary>What passes work on: values, and which of them are given and asked for.</summary>
/// <param name="Ir">The values.</param>
/// <param name="Inputs">Those that are given.</param>
/// <param name="Outputs">Those that are asked for.</param>
public sealed record KernelProgram(IrBuilder Ir, IReadOnlyList<KernelInput> Inputs, IReadOnlyList<KernelOutput> Outputs)
{
    /// <summary>
    /// Operations that were found to be the same as an earlier one, by <see cref="Value.Blame"/>: where they fail, the earlier one is blamed.
    /// </summary>
    public IReadOnlyDictionary<int, int> Merged { get; init; } = new Dictionary<int, int>();

    /// <summary>The values as text.</summary>
    public override string ToString() => IrText.Of(Outputs.Select(o => o.Value));

    /// <summary>Whether the other program has the same operations on the same values, in the same order.</summary>
    public bool Says(KernelProgram other)
    {
        var (these, those) = (Order(), other.Order());
        return these.Count == those.Count && Outputs.Select(o => these[o.Value]).SequenceEqual(other.Outputs.Select(o => those[o.Value]))
            && these.Keys.Zip(those.Keys, (a, b) => a.IsLike(b) && Reads(a, these).SequenceEqual(Reads(b, those))).All(same => same);
    }

    // What results are made of, each with its place among them.
    private Dictionary<Value, int> Order()
    {
        var seen = new HashSet<Value>();
        var open = new Stack<Value>(Outputs.Select(o => o.Value));
        while (open.Count > 0)
        {
            var value = open.Pop();
            if (seen.Add(value))
            {
                foreach (var part in Parts(value))
                {
                    open.Push(part);
                }
            }
        }

        return seen.OrderBy(v => v.Id).Select((value, place) => (value, place)).ToDictionary(v => v.value, v => v.place);
    }

    private static IEnumerable<Value> Parts(Value value) => value.Op == OpCode.Solve ? value.Arguments.Append(value.Unknown!).Append(value.Region!) : value.Arguments;

    private static IEnumerable<int> Reads(Value value, Dictionary<Value, int> places) => Parts(value).Select(v => places[v]);

    /// <summary>The operation that is blamed for a failure of this one.</summary>
    public int BlamedFor(int operation)
    {
        while (Merged.TryGetValue(operation, out var earlier))
        {
            operation = earlier;
        }

        return operation;
    }
}
