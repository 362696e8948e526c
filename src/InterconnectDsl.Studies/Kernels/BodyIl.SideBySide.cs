using System.Reflection.Emit;
using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies;

/// <content>Members side by side, at one point after the other.</content>
internal sealed partial class BodyIl
{
    private readonly Dictionary<int, LocalBuilder> _states = [];
    private readonly Dictionary<Instruction, LocalBuilder> _tables = new(ReferenceEqualityComparer.Instance);
    private readonly LocalBuilder _member = il.DeclareLocal(typeof(nint));
    private int _members;

    private void SideBySide(KernelBody body)
    {
        _members = body.Members;
        var all = body.Instructions.Concat(body.Finish).ToList();
        all.ForEach(BeforePoints);
        il.Emit(OpCodes.Ldarg, Start);
        il.Emit(OpCodes.Stloc, _point);
        Loop(() => il.Emit(OpCodes.Ldloc, _point), () => il.Emit(OpCodes.Ldarg, End), () => Point(body, all));
        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Ret);
    }

    private void Point(KernelBody body, List<Instruction> all)
    {
        if (_checks is not null)
        {
            Call("T.get_Zero");
            il.Emit(OpCodes.Stloc, _checks);
        }

        all.ForEach(BeforeMembers);
        Whole(0);
        il.Emit(OpCodes.Stloc, _member);
        Loop(() => il.Emit(OpCodes.Ldloc, _member), () => Whole(KernelPlan.Pitch(_members)), () => Several(body));
        foreach (var instruction in body.Finish)
        {
            BehindMembers(instruction);
        }

        if (_checks is not null)
        {
            il.Emit(OpCodes.Ldloc, _checks);
            il.Emit(OpCodes.Ldarg, Columns);
            il.Emit(OpCodes.Ldloc, _point);
            Call(nameof(ILaneOperations<Lanes1>.FlagPoint));
        }

        Increase(_point, 1);
    }

    // As many members as there are lanes.
    private void Several(KernelBody body)
    {
        foreach (var instruction in body.Instructions)
        {
            OfMembers(instruction);
        }

        il.Emit(OpCodes.Ldloc, _member);
        Call("T.get_Count");
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, _member);
    }

    // What is the same at all points.
    private void BeforePoints(Instruction instruction)
    {
        switch (instruction)
        {
            case Instruction.Number { Numbers.Count: 1 } number:
                Numbers(number);
                break;
            case Instruction.Number number:
                var table = il.DeclareLocal(typeof(double).MakeByRefType());
                Table(nameof(BodyTables.Numbers), tables.Keep(Padded(number.Numbers)));
                il.Emit(OpCodes.Ldc_I4_0);
                il.Emit(OpCodes.Ldelema, typeof(double));
                il.Emit(OpCodes.Stloc, table);
                _tables.Add(number, table);
                break;
            case Instruction.Apply apply:
                Hold(apply.Operation);
                break;
            case Instruction.Load load when IsSame(load):
                _places.Add(load, (il.DeclareLocal(typeof(nint)), Mask(load.Source)));
                break;
            case Instruction.LoadRow row:
                _places.Add(row, (il.DeclareLocal(typeof(nint)), Mask(IndexForm.Constant(row.Source))));
                break;
            case Instruction.StoreRow store:
                _places.Add(store, (il.DeclareLocal(typeof(nint)), null));
                break;
        }
    }

    // What is the same for all members of a point.
    private void BeforeMembers(Instruction instruction)
    {
        switch (instruction)
        {
            case Instruction.Load load when IsSame(load):
                il.Emit(OpCodes.Ldarg, Columns);
                FirstOf(load.Column.First);
                AddPoint(_places[load].Mask);
                Whole(sizeof(double));
                il.Emit(OpCodes.Mul);
                il.Emit(OpCodes.Add);
                il.Emit(OpCodes.Ldind_R8);
                Call("T.Of");
                Set(load.Local);
                break;
            case Instruction.LoadRow row:
                Row(row.First, _places[row], row.Pitch);
                break;
            case Instruction.StoreRow store:
                Row(store.First, _places[store], KernelPlan.Pitch(_members));
                break;
            case Instruction.Take take:
                var state = il.DeclareLocal(take.InOrder ? typeof(double) : lanes);
                il.Emit(OpCodes.Ldc_R8, take.Step.Start);
                if (!take.InOrder)
                {
                    Call("T.Of");
                }

                il.Emit(OpCodes.Stloc, state);
                _states.Add(take.State, state);
                break;
        }
    }

    private void Row(int first, (LocalBuilder Place, LocalBuilder? Mask) at, int pitch)
    {
        FirstOf(first);
        AddPoint(at.Mask, pitch);
        il.Emit(OpCodes.Stloc, at.Place);
    }

    // Pushes where a column begins.
    private void FirstOf(int column)
    {
        Whole(column);
        il.Emit(OpCodes.Ldarg, Stride);
        il.Emit(OpCodes.Mul);
    }

    // Adds the point, times the distance of rows, to what was pushed.
    private void AddPoint(LocalBuilder? mask, int pitch = 1)
    {
        il.Emit(OpCodes.Ldloc, _point);
        if (mask is not null)
        {
            il.Emit(OpCodes.Ldloc, mask);
            il.Emit(OpCodes.And);
        }

        Whole(pitch);
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Add);
    }

    private static bool IsSame(Instruction.Load load) => load.Column.IsConstant && load.Source.IsConstant;

    private TNumber[] Padded<TNumber>(IReadOnlyList<TNumber> numbers) =>
        [.. Enumerable.Range(0, KernelPlan.Pitch(_members)).Select(m => numbers[Math.Min(m, _members - 1)])];
}
