namespace InterconnectDsl.Kernels.Emission;

/// <summary>
/// Which results need which bodies of a plan, told by the columns that bodies read and write: so that a kernel computes what is asked for and nothing else. The
/// bodies of a fixed point stand and fall together.
/// </summary>
internal static class AskedBodies
{
    private const int Word = 64;

    /// <summary>
    /// For each body that may be left out, in the order of the stages, a bit for each result that needs it: result o is bit o modulo 64 of number o / 64.
    /// </summary>
    public static IReadOnlyList<ulong[]> Of(KernelPlan plan)
    {
        var bodies = plan.Stages.SelectMany(s => s.Steps).SelectMany(Parts).ToList();
        var needs = bodies.ConvertAll(_ => new ulong[(plan.Outputs.Count + Word - 1) / Word]);
        var writers = bodies.SelectMany((body, b) => body.Writes.Select(column => (column, b))).ToLookup(w => w.column, w => w.b);
        for (var o = 0; o < plan.Outputs.Count; o++)
        {
            var output = plan.Outputs[o];
            var columns = Enumerable.Range(0, output.Output.Value.Domain.Count).Select(m => output.Columns[m]).Distinct();
            foreach (var writer in columns.SelectMany(c => writers[c]))
            {
                needs[writer][o / Word] |= 1UL << (o % Word);
            }
        }

        for (var b = bodies.Count - 1; b >= 0; b--)
        {
            // Columns serve one value after the other: what is read is what was written last.
            foreach (var earlier in new HashSet<int>(bodies[b].Reads.Select(c => writers[c].Where(w => w < b).DefaultIfEmpty(-1).Last()).Where(w => w >= 0)))
            {
                for (var w = 0; w < needs[b].Length; w++)
                {
                    needs[earlier][w] |= needs[b][w];
                }
            }
        }

        return needs;
    }

    /// <summary>The parts of a step that are asked for on their own: the bodies of a loop, or a whole fixed point.</summary>
    private static IEnumerable<Part> Parts(KernelStep step)
    {
        if (step is KernelLoop loop)
        {
            return loop.Bodies.Select(b => Part.Of(new[] { (loop, b) }));
        }

        return new[] { Part.Of(All(step).ToList()) };
    }

    private static IEnumerable<(KernelLoop Loop, KernelBody Body)> All(KernelStep step) => step is KernelLoop loop
        ? loop.Bodies.Select(b => (loop, b))
        : Searched((KernelFixedPoint)step).SelectMany(All);

    private static IEnumerable<KernelStep> Searched(KernelFixedPoint search) => new KernelStep[] { search.Start }.Concat(search.Region).Append(search.Next);

    private sealed class Part
    {
        public HashSet<int> Reads { get; } = new();

        public HashSet<int> Writes { get; } = new();

        public static Part Of(IEnumerable<(KernelLoop Loop, KernelBody Body)> bodies)
        {
            var part = new Part();
            foreach (var (loop, body) in bodies)
            {
                foreach (var instruction in body.Instructions.Concat(body.Finish))
                {
                    part.Add(instruction, Math.Max(loop.Classes, body.Members));
                }
            }

            return part;
        }

        private void Add(Instruction instruction, int classes)
        {
            switch (instruction)
            {
                case Instruction.Load load:
                    Reads.UnionWith(Columns(load.Column, classes));
                    break;
                case Instruction.LoadRow row:
                    Reads.UnionWith(Enumerable.Range(row.First, row.Pitch));
                    break;
                case Instruction.Reduce reduce:
                    Reads.UnionWith(Columns(reduce.Column, reduce.Runs[classes]));
                    break;
                case Instruction.Store store:
                    Writes.UnionWith(Columns(store.Column, classes));
                    break;
                case Instruction.StoreRow row:
                    Writes.UnionWith(Enumerable.Range(row.First, KernelPlan.Pitch(classes)));
                    break;
                case Instruction.SolveStart start:
                    Writes.UnionWith(Enumerable.Range(start.First.First, KernelPlan.SearchFields * start.Pitch));
                    break;
            }
        }

        private static IEnumerable<int> Columns(IndexForm form, int count) => form.IsConstant ? new[] { form.First } : Enumerable.Range(0, count).Select(i => form[i]);
    }
}
