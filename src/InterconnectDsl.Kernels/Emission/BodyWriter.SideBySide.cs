namespace InterconnectDsl.Kernels.Emission;

/// <content>Members side by side, at one point after the other.</content>
internal sealed partial class BodyWriter
{
    private const string Member = "j";

    private void SideBySide(KernelBody body)
    {
        var all = body.Instructions.Concat(body.Finish).ToList();
        for (var at = 0; at < all.Count; at++)
        {
            BeforePoints(all[at], at, body.Members);
        }

        text.Line("for (nint i = start; i < end; i++)").Open();
        if (_checks)
        {
            text.Line("T checks = T.Zero;");
        }

        for (var at = 0; at < all.Count; at++)
        {
            BeforeMembers(all[at], at, body.Members);
        }

        text.Line("for (nint j = 0; j < " + Whole(KernelPlan.Pitch(body.Members)) + "; j += T.Count)").Open();
        for (var at = 0; at < body.Instructions.Count; at++)
        {
            OfMembers(body.Instructions[at], at, body.Members);
        }

        text.Close();
        for (var at = body.Instructions.Count; at < all.Count; at++)
        {
            BehindMembers(all[at], at);
        }

        if (_checks)
        {
            text.Line("O.FlagPoint(checks, ref c, i);");
        }

        text.Close();
    }

    // What is the same at all points.
    private void BeforePoints(Instruction instruction, int at, int members)
    {
        switch (instruction)
        {
            case Instruction.Number { Numbers.Count: 1 } number:
                Number(number);
                break;
            case Instruction.Number number:
                text.Line("ref double t" + Whole(at) + " = " + tables.FirstOf(Padded(number.Numbers, members)) + ";");
                break;
            case Instruction.Apply apply:
                Hold(apply.Operation);
                break;
            case Instruction.Load load when load.Source.IsConstant:
                text.Line("nint k" + Whole(at) + " = " + Mask(load.Source.First) + ";");
                break;
            case Instruction.LoadRow row:
                text.Line("nint k" + Whole(at) + " = " + Mask(row.Source) + ";");
                break;
        }
    }

    // What is the same for all members of a point.
    private void BeforeMembers(Instruction instruction, int at, int members)
    {
        var place = "nint p" + Whole(at) + " = ";
        switch (instruction)
        {
            case Instruction.Load load when IsSame(load):
                text.Line("T " + Name(load.Local) + " = T.Of(Unsafe.Add(ref c, " + Whole(load.Column.First) + " * n + (i & k" + Whole(at) + ")));");
                break;
            case Instruction.LoadRow row:
                text.Line(place + Whole(row.First) + " * n + (i & k" + Whole(at) + ") * " + Whole(row.Pitch) + ";");
                break;
            case Instruction.StoreRow store:
                text.Line(place + Whole(store.First) + " * n + i * " + Whole(KernelPlan.Pitch(members)) + ";");
                break;
            case Instruction.Take { InOrder: true } take:
                text.Line("double s" + Whole(take.State) + " = " + SourceTables.Real(take.Step.Start) + ";");
                break;
            case Instruction.Take take:
                text.Line("T s" + Whole(take.State) + " = " + tables.LanesOf(new[] { take.Step.Start }, Member) + ";");
                break;
        }
    }

    private void OfMembers(Instruction instruction, int at, int members)
    {
        var p = "p" + Whole(at);
        switch (instruction)
        {
            case Instruction.Number { Numbers.Count: > 1 } number:
                text.Line("T " + Name(number.Local) + " = T.Load(ref t" + Whole(at) + ", j);");
                break;
            case Instruction.Load load when !IsSame(load):
                text.Line("T " + Name(load.Local) + " = Members.Pick<T>(ref c, ref masks, n, i, " + tables.Of(All(load.Column, members)) + ", "
                    + tables.Of(All(load.Source, members)) + ", j);");
                break;
            case Instruction.LoadRow { Places: null } row:
                text.Line("T " + Name(row.Local) + " = T.Load(ref c, " + p + " + j);");
                break;
            case Instruction.LoadRow row:
                text.Line("T " + Name(row.Local) + " = Members.Pick<T>(ref c, " + p + ", " + tables.Of(Padded(row.Places!, members)) + ", j);");
                break;
            case Instruction.StoreRow store:
                text.Line("T.Store(" + Name(store.Local) + ", ref c, " + p + " + j);");
                break;
            case Instruction.Take take:
                Take(take, members);
                break;
            case Instruction.Apply or Instruction.Check:
                Inside(instruction, at);
                break;
        }
    }

    private void BehindMembers(Instruction instruction, int at)
    {
        switch (instruction)
        {
            case Instruction.Taken { Of: var take } taken:
                var state = "s" + Whole(take.State);
                text.Line("T " + Name(taken.Local) + " = T.Of(" + (take.InOrder ? state : "O." + take.Step.Across + "(" + state + ")") + ");");
                break;
            case Instruction.Store store:
                text.Line("T.Store(" + Name(store.Local) + ", ref c, " + Whole(store.Column.First) + " * n + i);");
                break;
            default:
                Inside(instruction, at);
                break;
        }
    }

    private void Take(Instruction.Take take, int members)
    {
        var (state, element) = ("s" + Whole(take.State), Name(take.Element));
        if (take.InOrder)
        {
            text.Line(state + " = O." + take.Step.InOrder + "(" + state + ", " + element + ", " + Whole(members) + " - j);");
            return;
        }

        var taken = "O." + take.Step.Operation + "(" + state + ", " + element + ")";
        text.Line(state + " = " + (take.SomeAbsent ? "O.Unless(" + element + ", " + state + ", " + taken + ")" : taken) + ";");
    }

    private static string Mask(int source) => "Unsafe.Add(ref masks, " + Whole(source) + ")";

    private static bool IsSame(Instruction.Load load) => load.Column.IsConstant && load.Source.IsConstant;

    private static int[] All(IndexForm form, int members) => Padded(Enumerable.Range(0, members).Select(m => form[m]).ToArray(), members);

    private static TNumber[] Padded<TNumber>(IReadOnlyList<TNumber> numbers, int members) =>
        Enumerable.Range(0, KernelPlan.Pitch(members)).Select(m => numbers[Math.Min(m, members - 1)]).ToArray();
}
