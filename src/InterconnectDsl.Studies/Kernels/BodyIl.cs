using System.Reflection;
using System.Reflection.Emit;
using InterconnectDsl.Kernels.Emission;

namespace InterconnectDsl.Studies;

/// <summary>Writes one body as IL. Arguments: tables, columns, masks, stride, start, end, class, step.</summary>
internal sealed partial class BodyIl(ILGenerator il, Type lanes, Func<string, MethodInfo> method, BodyTables tables, int ownSource, int? stride)
{
    private const int Columns = 1;
    private const int Masks = 2;
    private const int Stride = 3;
    private const int Start = 4;
    private const int End = 5;
    private const int OfClass = 6;
    private const int Step = 7;

    private readonly Dictionary<int, LocalBuilder> _locals = [];
    private readonly Dictionary<Instruction, (LocalBuilder Place, LocalBuilder? Mask)> _places = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, LocalBuilder> _held = new(StringComparer.Ordinal);
    private readonly LocalBuilder _point = il.DeclareLocal(typeof(nint));
    private LocalBuilder? _checks;
    private LocalBuilder? _moving;
    private LocalBuilder? _singles;

    /// <summary>Writes it: what is the same for all points first, then the loop over points.</summary>
    public void Write(KernelBody body)
    {
        if (body.Instructions.Concat(body.Finish).Any(i => i is Instruction.Check or Instruction.Reduce { Checked: true }))
        {
            _checks = il.DeclareLocal(lanes);
        }

        _moving = il.DeclareLocal(typeof(bool));
        if (body.Members > 0)
        {
            SideBySide(body);
            return;
        }

        foreach (var instruction in body.Instructions)
        {
            Before(instruction);
        }

        var (again, test) = (il.DefineLabel(), il.DefineLabel());
        il.Emit(OpCodes.Ldarg, Start);
        il.Emit(OpCodes.Stloc, _point);
        il.Emit(OpCodes.Br, test);
        il.MarkLabel(again);
        Points(body);
        il.Emit(OpCodes.Ldloc, _point);
        Call("T.get_Count");
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, _point);
        il.MarkLabel(test);
        il.Emit(OpCodes.Ldloc, _point);
        il.Emit(OpCodes.Ldarg, End);
        il.Emit(OpCodes.Blt, again);
        il.Emit(OpCodes.Ldloc, _moving);
        il.Emit(OpCodes.Ret);
    }

    private void Points(KernelBody body)
    {
        if (_checks is not null)
        {
            Call("T.get_Zero");
            il.Emit(OpCodes.Stloc, _checks);
        }

        foreach (var instruction in body.Instructions)
        {
            Inside(instruction);
        }

        if (_checks is not null)
        {
            il.Emit(OpCodes.Ldloc, _checks);
            il.Emit(OpCodes.Ldarg, Columns);
            il.Emit(OpCodes.Ldloc, _point);
            Call("Flag");
        }
    }

    private void Before(Instruction instruction)
    {
        switch (instruction)
        {
            case Instruction.Number number:
                Numbers(number);
                break;
            case Instruction.Apply apply:
                Hold(apply.Operation);
                break;
            case Instruction.Load load:
                _places.Add(load, (Place(load.Column), load.Source.IsConstant && load.Source.First == ownSource ? null : Mask(load.Source)));
                break;
            case Instruction.Reduce reduce:
                _places.Add(reduce, (il.DeclareLocal(typeof(nint)), Mask(IndexForm.Constant(reduce.Source))));
                break;
            case Instruction.Store store:
                _places.Add(store, (Place(store.Column), null));
                break;
            case Instruction.SolveStart start:
                _places.Add(start, (Place(start.First), null));
                break;
            case Instruction.SolveNext next:
                _places.Add(next, (Place(next.First), null));
                break;
        }
    }

    private void Inside(Instruction instruction)
    {
        switch (instruction)
        {
            case Instruction.Load load:
                Reach(load.Column, _places[load]);
                Call("T.Load");
                Set(load.Local);
                break;
            case Instruction.Apply apply:
                foreach (var argument in apply.Arguments)
                {
                    Get(argument);
                }

                if (_held.TryGetValue(apply.Operation, out var held))
                {
                    il.Emit(OpCodes.Ldloca, held);
                }

                if (apply.Id is { } id)
                {
                    il.Emit(OpCodes.Ldc_I4, id);
                }

                Call(apply.Operation);
                Set(apply.Local);
                break;
            case Instruction.Reduce reduce:
                Reduce(reduce);
                break;
            case Instruction.Check check:
                Check(() => Get(check.Local), check.MayBeAbsent);
                break;
            case Instruction.Store store:
                Get(store.Local);
                Reach(store.Column, _places[store]);
                Call("T.Store");
                break;
            case Instruction.SolveStart or Instruction.SolveNext:
                Search(instruction);
                break;
        }
    }

    // Reads the constants of an operation, once for all calls.
    private void Hold(string operation)
    {
        if (HeldConstants.ReaderOf(operation) is { } reader && !_held.ContainsKey(operation))
        {
            _held.Add(operation, il.DeclareLocal(method(reader).ReturnType));
            Call(reader);
            il.Emit(OpCodes.Stloc, _held[operation]);
        }
    }

    private void Search(Instruction instruction)
    {
        var (start, next) = (instruction as Instruction.SolveStart, instruction as Instruction.SolveNext);
        foreach (var local in start is not null ? new[] { start.Start, start.Tolerance, start.Limit } : [next!.Body])
        {
            Get(local);
        }

        il.Emit(OpCodes.Ldarg, Columns);
        il.Emit(OpCodes.Ldloc, _places[instruction].Place);
        il.Emit(OpCodes.Ldarg, Stride);
        il.Emit(OpCodes.Ldc_I4, start?.Pitch ?? next!.Pitch);
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Ldloc, _point);
        if (start is not null)
        {
            Call("SolveStart");
            return;
        }

        il.Emit(OpCodes.Ldarg, Step);
        il.Emit(OpCodes.Ldc_I4, next!.Id);
        Call("SolveNext");
        il.Emit(OpCodes.Ldloc, _moving!);
        il.Emit(OpCodes.Or);
        il.Emit(OpCodes.Stloc, _moving!);
    }

    private void Call(string name) => il.Emit(OpCodes.Call, method(name));

    private void Get(Local local) => il.Emit(OpCodes.Ldloc, _locals[local.Number]);

    private void Set(Local local)
    {
        var made = il.DeclareLocal(lanes);
        _locals.Add(local.Number, made);
        il.Emit(OpCodes.Stloc, made);
    }
}
