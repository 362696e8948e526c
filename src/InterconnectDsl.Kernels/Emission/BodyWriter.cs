using System.Globalization;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>Writes the method of one body: what is the same for all points first, then the loop over points.</summary>
internal sealed partial class BodyWriter(SourceWriter text, SourceTables tables, int ownSource, int stride)
{
    private const string Class = "m";

    private readonly HashSet<string> _held = new(StringComparer.Ordinal);

    private bool _checks;

    /// <summary>Writes it.</summary>
    public void Write(string name, KernelBody body)
    {
        var next = body.Instructions.OfType<Instruction.SolveNext>().Any();
        _checks = body.Instructions.Concat(body.Finish).Any(i => i is Instruction.Check or Instruction.Reduce { Checked: true });
        text.Line().Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]")
            .Line("private static " + (next ? "bool " : "void ") + name + "<T, O>(ref double c, ref nint masks, nint n, nint start, nint end, nint m"
                + (next ? ", int step)" : ")"))
            .Further("where T : struct, ILanes<T> where O : struct, ILaneOperations<T>").Open();
        if (body.Instructions.Concat(body.Finish).Any(i => i is Instruction.Number { Numbers.Count: 1 }))
        {
            text.Line(SourceTables.FirstHeld);
        }

        // A distance that the compiler knows costs no instruction; only where points come one by one there may be another.
        text.Line("n = T.Count > 1 ? " + Whole(stride) + " : n;");

        if (body.Members > 0)
        {
            SideBySide(body);
            text.Close();
            return;
        }

        for (var i = 0; i < body.Instructions.Count; i++)
        {
            Before(body.Instructions[i], i);
        }

        if (next)
        {
            text.Line("bool moving = false;");
        }

        text.Line("for (nint i = start; i < end; i += T.Count)").Open();
        if (_checks)
        {
            text.Line("T checks = T.Zero;");
        }

        for (var i = 0; i < body.Instructions.Count; i++)
        {
            Inside(body.Instructions[i], i);
        }

        if (_checks)
        {
            text.Line("O.Flag(checks, ref c, i);");
        }

        text.Close();
        if (next)
        {
            text.Line("return moving;");
        }

        text.Close();
    }

    private void Before(Instruction instruction, int at)
    {
        switch (instruction)
        {
            case Instruction.Number number:
                Number(number);
                break;
            case Instruction.Apply apply:
                Hold(apply.Operation);
                break;
            case Instruction.Load load:
                text.Line("nint p" + Whole(at) + " = " + Place(load.Column) + ";");
                if (!IsOwn(load.Source))
                {
                    text.Line("nint k" + Whole(at) + " = Unsafe.Add(ref masks, " + Form(load.Source, Class) + ");");
                }

                break;
            case Instruction.Reduce reduce:
                text.Line("nint k" + Whole(at) + " = Unsafe.Add(ref masks, " + Whole(reduce.Source) + ");");
                text.Line("nint f" + Whole(at) + " = " + Form(reduce.Runs, Class) + ";");
                text.Line("nint l" + Whole(at) + " = " + Form(reduce.Runs, "(m + 1)") + ";");
                break;
            case Instruction.Store store:
                text.Line("nint p" + Whole(at) + " = " + Place(store.Column) + ";");
                break;
            case Instruction.SolveStart start:
                text.Line("nint p" + Whole(at) + " = " + Place(start.First) + ";");
                break;
            case Instruction.SolveNext next:
                text.Line("nint p" + Whole(at) + " = " + Place(next.First) + ";");
                break;
        }
    }

    private void Inside(Instruction instruction, int at)
    {
        var p = "p" + Whole(at);
        switch (instruction)
        {
            case Instruction.Load load:
                text.Line("T " + Name(load.Local) + " = T.Load(ref c, " + p + " + " + (IsOwn(load.Source) ? "i" : "(i & k" + Whole(at) + ")") + ");");
                break;
            case Instruction.Apply apply:
                text.Line("T " + Name(apply.Local) + " = O." + apply.Operation + "(" + string.Join(", ", apply.Arguments.Select(Name))
                    + (HeldConstants.ReaderOf(apply.Operation) is null ? "" : ", in " + Held(apply.Operation)) + (apply.Id is { } id ? ", " + Whole(id) : "") + ");");
                break;
            case Instruction.Reduce reduce:
                Reduce(reduce, at);
                break;
            case Instruction.Check check:
                text.Line("checks = O." + (check.MayBeAbsent ? "CheckPresent" : "Check") + "(checks, " + Name(check.Local) + ");");
                break;
            case Instruction.Store store:
                text.Line("T.Store(" + Name(store.Local) + ", ref c, " + p + " + i);");
                break;
            case Instruction.SolveStart start:
                text.Line("O.SolveStart(" + Name(start.Start) + ", " + Name(start.Tolerance) + ", " + Name(start.Limit) + ", ref c, " + p + ", "
                    + Whole(start.Pitch) + " * n, i);");
                break;
            case Instruction.SolveNext next:
                text.Line("moving |= O.SolveNext(" + Name(next.Body) + ", ref c, " + p + ", " + Whole(next.Pitch) + " * n, i, step, " + Whole(next.Id) + ");");
                break;
        }
    }

    private void Number(Instruction.Number number) =>
        text.Line("T " + Name(number.Local) + " = " + (number.Numbers.Count == 1 ? tables.HeldLanesOf(number.Numbers[0]) : tables.LanesOf(number.Numbers, Class)) + ";");

    // Reads the constants of an operation, once for all calls.
    private void Hold(string operation)
    {
        if (HeldConstants.ReaderOf(operation) is { } reader && _held.Add(operation))
        {
            text.Line("var " + Held(operation) + " = O." + reader + "();");
        }
    }

    private static string Held(string operation) => "held" + operation;

    private void Reduce(Instruction.Reduce reduce, int at)
    {
        var steps = ReductionSteps.Of(reduce.Op);
        var (local, number) = (Name(reduce.Local), Whole(at));
        for (var s = 0; s < steps.Takes.Length; s++)
        {
            text.Line("T s" + number + "_" + Whole(s) + " = " + tables.LanesOf(new[] { steps.Takes[s].Start }, Class) + ";");
        }

        text.Line("for (nint r" + number + " = f" + number + "; r" + number + " < l" + number + "; r" + number + "++)").Open();
        text.Line("T x" + number + " = T.Load(ref c, (" + Form(reduce.Column, "r" + number) + " * n) + (i & k" + number + "));");
        if (reduce.Checked)
        {
            text.Line("checks = O." + (reduce.SomeAbsent ? "CheckPresent" : "Check") + "(checks, x" + number + ");");
        }

        var repeats = !(reduce.Repeats.IsConstant && reduce.Repeats.First == 1);
        if (repeats)
        {
            text.Line("for (nint t" + number + " = " + Form(reduce.Repeats, "r" + number) + "; t" + number + " > 0; t" + number + "--)").Open();
        }

        for (var s = 0; s < steps.Takes.Length; s++)
        {
            var state = "s" + number + "_" + Whole(s);
            var taken = "O." + steps.Takes[s].Operation + "(" + state + ", x" + number + ")";
            text.Line(state + " = " + (reduce.SomeAbsent ? "O.Unless(x" + number + ", " + state + ", " + taken + ")" : taken) + ";");
        }

        if (repeats)
        {
            text.Close();
        }

        text.Close();
        var states = string.Join(", ", Enumerable.Range(0, steps.Takes.Length).Select(s => "s" + number + "_" + Whole(s)));
        text.Line("T " + local + " = O." + steps.Result + "(" + states + ", " + Whole(reduce.Id) + ");");
    }

    private bool IsOwn(IndexForm source) => source.IsConstant && source.First == ownSource;

    private string Place(IndexForm column) => Form(column, Class) + " * n";

    private string Form(IndexForm form, string i) => form.Text(i, tables.Of);

    private static string Name(Local local)
    {
        if (local.Number < 0)
        {
            return "u" + Whole(-local.Number);
        }

        var name = local.Name is null ? "" : "_" + new string(local.Name.Where(c => c < 128 && (char.IsLetterOrDigit(c) || c == '_')).ToArray());
        return "v" + Whole(local.Number) + name;
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
