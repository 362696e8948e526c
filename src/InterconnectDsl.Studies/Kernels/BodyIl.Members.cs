using System.Reflection.Emit;
using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies;

/// <content>What is done for as many members as there are lanes, and behind the last of them.</content>
internal sealed partial class BodyIl
{
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
}
