using System.Reflection.Emit;
using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies;

/// <content>Where numbers lie, and lists.</content>
internal sealed partial class BodyIl
{
    // A local with the first number of a column of the class.
    private LocalBuilder Place(IndexForm column)
    {
        var place = il.DeclareLocal(typeof(nint));
        Form(column, () => il.Emit(OpCodes.Ldarg, OfClass));
        il.Emit(OpCodes.Ldarg, Stride);
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Stloc, place);
        return place;
    }

    private LocalBuilder Mask(IndexForm source)
    {
        var mask = il.DeclareLocal(typeof(nint));
        il.Emit(OpCodes.Ldarg, Masks);
        Form(source, () => il.Emit(OpCodes.Ldarg, OfClass));
        il.Emit(OpCodes.Ldc_I4, IntPtr.Size);
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Ldind_I);
        il.Emit(OpCodes.Stloc, mask);
        return mask;
    }

    // Pushes a column and the point in it: where the stride is known, one address that costs no instruction.
    private void Reach(IndexForm column, (LocalBuilder Place, LocalBuilder? Mask) at)
    {
        il.Emit(OpCodes.Ldarg, Columns);
        if (stride is not { } known || !column.IsConstant)
        {
            At(at);
            return;
        }

        Whole(column.First * known * sizeof(double));
        il.Emit(OpCodes.Add);
        Point(at.Mask);
    }

    // Pushes a place and the point behind it.
    private void At((LocalBuilder Place, LocalBuilder? Mask) at)
    {
        il.Emit(OpCodes.Ldloc, at.Place);
        Point(at.Mask);
        il.Emit(OpCodes.Add);
    }

    private void Point(LocalBuilder? mask)
    {
        il.Emit(OpCodes.Ldloc, _point);
        if (mask is not null)
        {
            il.Emit(OpCodes.Ldloc, mask);
            il.Emit(OpCodes.And);
        }
    }

    // Pushes a native whole number.
    private void Form(IndexForm form, Action i)
    {
        if (form.Table is { } table)
        {
            Table(nameof(BodyTables.Places), tables.Keep(table));
            i();
            il.Emit(OpCodes.Ldelem_I4);
            il.Emit(OpCodes.Conv_I);
            return;
        }

        Whole(form.First);
        if (form.Step == 0)
        {
            return;
        }

        i();
        Whole(form.Divisor);
        il.Emit(OpCodes.Div);
        if (form.Modulus != 0)
        {
            Whole(form.Modulus);
            il.Emit(OpCodes.Rem);
        }

        Whole(form.Step);
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Add);
    }

    private void Whole(int number)
    {
        il.Emit(OpCodes.Ldc_I4, number);
        il.Emit(OpCodes.Conv_I);
    }

    private void Table(string field, int place)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, typeof(BodyTables).GetField(field)!);
        il.Emit(OpCodes.Ldc_I4, place);
        il.Emit(OpCodes.Ldelem_Ref);
    }

    private void Numbers(Instruction.Number number)
    {
        if (number.Numbers.Count == 1)
        {
            // Read from a table the compiler does not know it, and keeps it in a register.
            il.Emit(OpCodes.Ldloc, Singles());
            Whole(sizeof(double) * tables.Keep(number.Numbers[0]));
            il.Emit(OpCodes.Add);
            il.Emit(OpCodes.Ldind_R8);
        }
        else
        {
            Table(nameof(BodyTables.Numbers), tables.Keep(number.Numbers));
            il.Emit(OpCodes.Ldarg, OfClass);
            il.Emit(OpCodes.Ldelem_R8);
        }

        Call("T.Of");
        Set(number.Local);
    }

    // A reference to the first of the numbers that are the same for all classes.
    private LocalBuilder Singles()
    {
        if (_singles is null)
        {
            _singles = il.DeclareLocal(typeof(double).MakeByRefType());
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldfld, typeof(BodyTables).GetField(nameof(BodyTables.Singles))!);
            il.Emit(OpCodes.Ldc_I4_0);
            il.Emit(OpCodes.Ldelema, typeof(double));
            il.Emit(OpCodes.Stloc, _singles);
        }

        return _singles;
    }

    private void Check(Action number, bool mayBeAbsent)
    {
        il.Emit(OpCodes.Ldloc, _checks!);
        number();
        Call(mayBeAbsent ? nameof(ILaneOperations<Lanes1>.CheckPresent) : nameof(ILaneOperations<Lanes1>.Check));
        il.Emit(OpCodes.Stloc, _checks!);
    }

    private void Reduce(Instruction.Reduce reduce)
    {
        var steps = ReductionSteps.Of(reduce.Op);
        var states = Array.ConvertAll(steps.Takes, take =>
        {
            var state = il.DeclareLocal(lanes);
            il.Emit(OpCodes.Ldc_R8, take.Start);
            Call("T.Of");
            il.Emit(OpCodes.Stloc, state);
            return state;
        });
        var element = il.DeclareLocal(lanes);
        var run = il.DeclareLocal(typeof(nint));
        Form(reduce.Runs, () => il.Emit(OpCodes.Ldarg, OfClass));
        il.Emit(OpCodes.Stloc, run);
        Loop(
            () => il.Emit(OpCodes.Ldloc, run),
            () => Form(reduce.Runs, NextClass),
            () =>
            {
                Element(reduce, run, element);
                Repeat(reduce, run, () => Take(reduce, steps, states, element));
                Increase(run, 1);
            });
        foreach (var state in states)
        {
            il.Emit(OpCodes.Ldloc, state);
        }

        il.Emit(OpCodes.Ldc_I4, reduce.Id);
        Call(steps.Result);
        Set(reduce.Local);
    }

    private void NextClass()
    {
        il.Emit(OpCodes.Ldarg, OfClass);
        Whole(1);
        il.Emit(OpCodes.Add);
    }

    private void Element(Instruction.Reduce reduce, LocalBuilder run, LocalBuilder element)
    {
        var (place, mask) = _places[reduce];
        Form(reduce.Column, () => il.Emit(OpCodes.Ldloc, run));
        il.Emit(OpCodes.Ldarg, Stride);
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Stloc, place);
        il.Emit(OpCodes.Ldarg, Columns);
        At((place, mask));
        Call("T.Load");
        il.Emit(OpCodes.Stloc, element);
        if (reduce.Checked)
        {
            Check(() => il.Emit(OpCodes.Ldloc, element), reduce.SomeAbsent);
        }
    }

    private void Repeat(Instruction.Reduce reduce, LocalBuilder run, Action take)
    {
        if (reduce.Repeats.IsConstant && reduce.Repeats.First == 1)
        {
            take();
            return;
        }

        var left = il.DeclareLocal(typeof(nint));
        Form(reduce.Repeats, () => il.Emit(OpCodes.Ldloc, run));
        il.Emit(OpCodes.Stloc, left);
        Loop(
            () => Whole(0),
            () => il.Emit(OpCodes.Ldloc, left),
            () =>
            {
                take();
                Increase(left, -1);
            });
    }

    private void Take(Instruction.Reduce reduce, ReductionSteps steps, LocalBuilder[] states, LocalBuilder element)
    {
        for (var s = 0; s < states.Length; s++)
        {
            if (reduce.SomeAbsent)
            {
                il.Emit(OpCodes.Ldloc, element);
                il.Emit(OpCodes.Ldloc, states[s]);
            }

            il.Emit(OpCodes.Ldloc, states[s]);
            il.Emit(OpCodes.Ldloc, element);
            Call(steps.Takes[s].Operation);
            if (reduce.SomeAbsent)
            {
                Call(nameof(ILaneOperations<Lanes1>.Unless));
            }

            il.Emit(OpCodes.Stloc, states[s]);
        }
    }

    // While the first is below the second.
    private void Loop(Action first, Action second, Action body)
    {
        var (again, test) = (il.DefineLabel(), il.DefineLabel());
        il.Emit(OpCodes.Br, test);
        il.MarkLabel(again);
        body();
        il.MarkLabel(test);
        first();
        second();
        il.Emit(OpCodes.Blt, again);
    }

    private void Increase(LocalBuilder local, int by)
    {
        il.Emit(OpCodes.Ldloc, local);
        Whole(by);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, local);
    }
}
