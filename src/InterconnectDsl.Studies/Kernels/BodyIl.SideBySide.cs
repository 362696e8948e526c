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

    private void OfMembers(Instruction instruction)
    {
        switch (instruction)
        {
            case Instruction.Number { Numbers.Count: > 1 } number:
                il.Emit(OpCodes.Ldloc, _tables[number]);
                il.Emit(OpCodes.Ldloc, _member);
                Call("T.Load");
                Set(number.Local);
                break;
            case Instruction.Load load when !IsSame(load):
                il.Emit(OpCodes.Ldarg, Columns);
                il.Emit(OpCodes.Ldarg, Masks);
                il.Emit(OpCodes.Ldarg, Stride);
                il.Emit(OpCodes.Ldloc, _point);
                Places(Enumerable.Range(0, _members).Select(m => load.Column[m]));
                Places(Enumerable.Range(0, _members).Select(m => load.Source[m]));
                Pick(7);
                Set(load.Local);
                break;
            case Instruction.LoadRow { Places: { } places } row:
                il.Emit(OpCodes.Ldarg, Columns);
                il.Emit(OpCodes.Ldloc, _places[row].Place);
                Places(places);
                Pick(4);
                Set(row.Local);
                break;
            case Instruction.LoadRow row:
                il.Emit(OpCodes.Ldarg, Columns);
                MemberOf(_places[row].Place);
                Call("T.Load");
                Set(row.Local);
                break;
            case Instruction.StoreRow store:
                Get(store.Local);
                il.Emit(OpCodes.Ldarg, Columns);
                MemberOf(_places[store].Place);
                Call("T.Store");
                break;
            case Instruction.Take take:
                Take(take);
                break;
            case Instruction.Apply or Instruction.Check:
                Inside(instruction);
                break;
        }
    }

    private void BehindMembers(Instruction instruction)
    {
        switch (instruction)
        {
            case Instruction.Taken { Of: var take } taken:
                il.Emit(OpCodes.Ldloc, _states[take.State]);
                if (!take.InOrder)
                {
                    Call(take.Step.Across);
                }

                Call("T.Of");
                Set(taken.Local);
                break;
            case Instruction.Store store:
                Get(store.Local);
                il.Emit(OpCodes.Ldarg, Columns);
                FirstOf(store.Column.First);
                AddPoint(null);
                Call("T.Store");
                break;
            default:
                Inside(instruction);
                break;
        }
    }

    private void Take(Instruction.Take take)
    {
        var state = _states[take.State];
        if (take.InOrder)
        {
            il.Emit(OpCodes.Ldloc, state);
            Get(take.Element);
            Whole(_members);
            il.Emit(OpCodes.Ldloc, _member);
            il.Emit(OpCodes.Sub);
            Call(take.Step.InOrder);
            il.Emit(OpCodes.Stloc, state);
            return;
        }

        if (take.SomeAbsent)
        {
            Get(take.Element);
            il.Emit(OpCodes.Ldloc, state);
        }

        il.Emit(OpCodes.Ldloc, state);
        Get(take.Element);
        Call(take.Step.Operation);
        if (take.SomeAbsent)
        {
            Call(nameof(ILaneOperations<Lanes1>.Unless));
        }

        il.Emit(OpCodes.Stloc, state);
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

    private void MemberOf(LocalBuilder row)
    {
        il.Emit(OpCodes.Ldloc, row);
        il.Emit(OpCodes.Ldloc, _member);
        il.Emit(OpCodes.Add);
    }

    private void Places(IEnumerable<int> places)
    {
        Table(nameof(BodyTables.Places), tables.Keep(Padded([.. places])));
        il.Emit(OpCodes.Call, typeof(ReadOnlySpan<int>).GetMethod("op_Implicit", [typeof(int[])])!);
    }

    private void Pick(int arguments)
    {
        il.Emit(OpCodes.Ldloc, _member);
        var pick = typeof(Members).GetMethods().Single(m => m.Name == nameof(Members.Pick) && m.GetParameters().Length == arguments);
        il.Emit(OpCodes.Call, pick.MakeGenericMethod(lanes));
    }

    private static bool IsSame(Instruction.Load load) => load.Column.IsConstant && load.Source.IsConstant;

    private TNumber[] Padded<TNumber>(IReadOnlyList<TNumber> numbers) =>
        [.. Enumerable.Range(0, KernelPlan.Pitch(_members)).Select(m => numbers[Math.Min(m, _members - 1)])];
}
