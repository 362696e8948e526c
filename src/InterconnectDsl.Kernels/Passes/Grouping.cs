using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Kernels.Passes;

/// <summary>Joins the values of a chain so that what is computed seldom comes together first.</summary>
/// <param name="to">Makes values.</param>
/// <param name="reachOf">How often a value is computed.</param>
/// <param name="join">Multiply or Add.</param>
/// <param name="part">Divide or Subtract.</param>
/// <param name="nothing">The number that changes nothing: 1 or 0.</param>
internal sealed class Grouping(IrBuilder to, Func<Value, Reach> reachOf, OpCode join, OpCode part, double nothing)
{
    /// <summary>
    /// The values that a chain comes to, none of which is computed wherever another is. What is computed less often than another of them is joined with it.
    /// </summary>
    public List<Value> Groups(Chain chain, SourceSpan at)
    {
        var groups = chain.Plain.Select(v => (Value: v, Inverse: false)).Concat(chain.Inverse.Select(v => (Value: v, Inverse: true))).GroupBy(v => reachOf(v.Value))
            .Select(g => new Group(g.Key, Sorted(g.Where(v => !v.Inverse)), Sorted(g.Where(v => v.Inverse))))
            .OrderBy(g => g.Reach.Many).ThenBy(g => g.Reach.Inputs.Inputs.Count).ThenBy(g => g.First).ToList();
        var constant = chain.Constant;
        var made = new List<Value>();
        for (var i = 0; i < groups.Count; i++)
        {
            var value = Join(groups[i], ref constant, at);
            var wider = groups.Skip(i + 1).Where(g => groups[i].Reach.IsWithin(g.Reach)).OrderBy(g => g.Reach.Inputs.Inputs.Count).FirstOrDefault();
            if (wider is null)
            {
                made.Add(value);
            }
            else
            {
                wider.Lower.Add(value);
            }
        }

        if (made.Count == 0 || !IsNothing(constant))
        {
            made.Insert(0, to.Constant(constant));
        }

        return made;
    }

    /// <summary>The value that a chain comes to.</summary>
    public Value Value(Chain chain, SourceSpan at) => Groups(chain, at).Aggregate((a, b) => to.Binary(join, a, b, at));

    // The constant goes with what is computed least often.
    private Value Join(Group group, ref double constant, SourceSpan at)
    {
        var plain = group.Lower.Concat(group.Plain).ToList();
        if (!IsNothing(constant) || plain.Count == 0)
        {
            plain.Add(to.Constant(constant));
            constant = nothing;
        }

        var value = plain.Aggregate((a, b) => to.Binary(join, a, b, at));
        return group.Inverse.Count == 0 ? value : to.Binary(part, value, group.Inverse.Aggregate((a, b) => to.Binary(join, a, b, at)), at);
    }

    private static List<Value> Sorted(IEnumerable<(Value Value, bool Inverse)> values) => values.Select(v => v.Value).OrderBy(v => v.Id).ToList();

    private bool IsNothing(double constant) => BitConverter.DoubleToInt64Bits(constant) == BitConverter.DoubleToInt64Bits(nothing);

    private sealed record Group(Reach Reach, IReadOnlyList<Value> Plain, IReadOnlyList<Value> Inverse)
    {
        public List<Value> Lower { get; } = new();

        public int First => Plain.Concat(Inverse).Min(v => v.Id);
    }
}
