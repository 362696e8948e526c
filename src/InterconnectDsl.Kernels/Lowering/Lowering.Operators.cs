using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Lowering;

/// <summary>Operators, conditions, absence, functions.</summary>
internal sealed partial class Lowering
{
    private static OpCode CodeOf(BinaryOperator written) => written switch
    {
        BinaryOperator.Or => OpCode.Or, BinaryOperator.And => OpCode.And, BinaryOperator.Equal => OpCode.Equal, BinaryOperator.NotEqual => OpCode.NotEqual,
        BinaryOperator.Less => OpCode.Less, BinaryOperator.LessOrEqual => OpCode.LessOrEqual, BinaryOperator.Greater => OpCode.Greater,
        BinaryOperator.GreaterOrEqual => OpCode.GreaterOrEqual, BinaryOperator.Add => OpCode.Add, BinaryOperator.Subtract => OpCode.Subtract,
        BinaryOperator.Multiply => OpCode.Multiply, BinaryOperator.Divide => OpCode.Divide, BinaryOperator.Div => OpCode.IntegerDivide,
        BinaryOperator.Mod => OpCode.Modulo, BinaryOperator.Power => OpCode.Power,
        _ => throw new ArgumentOutOfRangeException(nameof(written)),
    };

    /// <summary>The operation a function is, or null.</summary>
    private static OpCode? FunctionOf(string name) => name switch
    {
        "exp" => OpCode.Exp, "ln" => OpCode.Ln, "log10" => OpCode.Log10, "log2" => OpCode.Log2, "sqrt" => OpCode.Sqrt, "abs" => OpCode.Abs,
        "floor" => OpCode.Floor, "ceil" => OpCode.Ceiling, "round" => OpCode.Round, "sign" => OpCode.Sign, "pow" => OpCode.Power, "sin" => OpCode.Sin,
        "cos" => OpCode.Cos, "tan" => OpCode.Tan, "atan2" => OpCode.Atan2, "hypot" => OpCode.Hypot, "erf" => OpCode.Erf, "erfc" => OpCode.Erfc,
        "erfcx" => OpCode.Erfcx, "normal_cdf" => OpCode.NormalCdf, "normal_inv" => OpCode.NormalInverse, "ln_gamma" => OpCode.LnGamma,
        "ln_choose" => OpCode.LnChoose, "at_least" => OpCode.AtLeast, "chi2_upper" => OpCode.ChiSquareUpper, "rs_uncorrectable" => OpCode.RsUncorrectable,
        "ln1p" => OpCode.Ln1P, "expm1" => OpCode.ExpM1, "linear" => OpCode.FromDecibel, "db" => OpCode.ToDecibel,
        "min" => OpCode.Minimum, "max" => OpCode.Maximum,
        _ => null,
    };

    private Lowered LowerUnary(BoundUnary unary, Scope scope)
    {
        var op = unary.Operator == UnaryOperator.Negate ? OpCode.Negate : OpCode.Not;
        return Number(unary.Operand, scope) is { } operand ? new LoweredNumber(Ir.Unary(op, operand, unary.Location)) : LoweredFailure.Instance;
    }

    private Lowered LowerBinary(BoundBinary binary, Scope scope)
    {
        var left = Lower(binary.Left, scope);
        var right = Lower(binary.Right, scope);
        switch (left, right)
        {
            case (LoweredFailure, _) or (_, LoweredFailure):
                return LoweredFailure.Instance;
            case (LoweredNumber a, LoweredNumber b):
                return new LoweredNumber(Ir.Binary(CodeOf(binary.Operator), a.Value, b.Value, binary.Location));
            case (LoweredThing a, LoweredThing b) when binary.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual:
                return Compare(a.Things, b.Things, binary, scope);
            case (LoweredPair a, LoweredPair b):
                return new LoweredPair(Ir.Binary(CodeOf(binary.Operator), a.First, b.First, binary.Location),
                    Ir.Binary(CodeOf(binary.Operator), a.Second, b.Second, binary.Location));
            case (LoweredThing, _) or (_, LoweredThing):
                return new LoweredNumber(AbsentNumber);
            default:
                return Fail("ICX4012", binary.Location, binary.Left.Type.Display);
        }
    }

    /// <summary>1 where a column refers to something, else what is given.</summary>
    private Value Presence(RefColumn things, double otherwise) => !things.SomeAbsent ? Ir.Constant(1)
        : Flags(things.From, otherwise == 0 ? things.Present() : things.Present().Select(p => p == 0 ? otherwise : 1).ToArray());

    private LoweredNumber Compare(RefColumn a, RefColumn b, BoundBinary binary, Scope scope)
    {
        var same = Flags(scope.Domain, Spread(a, scope.Domain).SameAs(Spread(b, scope.Domain)));
        return new(binary.Operator == BinaryOperator.Equal ? same : Ir.Unary(OpCode.Not, same, binary.Location));
    }

    /// <summary>A column of flags, or one number where all agree.</summary>
    public Value Flags(Domain domain, double[] flags)
    {
        for (var i = 1; i < flags.Length; i++)
        {
            if (BitConverter.DoubleToInt64Bits(flags[i]) != BitConverter.DoubleToInt64Bits(flags[0]))
            {
                return Ir.Data(domain, flags);
            }
        }

        return flags.Length == 0 ? Ir.Data(domain, flags) : Ir.Constant(flags[0]);
    }

    private static RefColumn Spread(RefColumn things, Domain domain) =>
        things.From == domain ? things : things.Through(IndexMap.Constant(domain, things.From, 0));

    private Lowered LowerIf(BoundIf choice, Scope scope)
    {
        if (Number(choice.Condition, scope) is not { } condition)
        {
            return LoweredFailure.Instance;
        }

        if (condition.Op == OpCode.Constant && !double.IsNaN(condition.Constant))
        {
            return Lower(condition.Constant != 0 ? choice.Then : choice.Else, scope);
        }

        var then = Lower(choice.Then, scope);
        var @else = Lower(choice.Else, scope);
        return (then, @else) switch
        {
            (LoweredFailure, _) or (_, LoweredFailure) => LoweredFailure.Instance,
            (LoweredNumber a, LoweredNumber b) => new LoweredNumber(Ir.Ternary(OpCode.Select, condition, a.Value, b.Value, choice.Location)),
            (LoweredPair a, LoweredPair b) => new LoweredPair(Ir.Ternary(OpCode.Select, condition, a.First, b.First, choice.Location),
                Ir.Ternary(OpCode.Select, condition, a.Second, b.Second, choice.Location)),
            (LoweredThing a, LoweredThing b) => new LoweredThing(Choose(condition, a.Things, b.Things, scope.Domain)),
            _ when choice.Type is TextType => new LoweredTextChoice(condition, then, @else),
            _ => Fail("ICX4014", choice.Location, choice.Type.Display),
        };
    }

    private RefColumn Choose(Value condition, RefColumn a, RefColumn b, Domain domain)
    {
        var chosen = Design.Decide(condition);
        var builder = new RefColumn.Builder(domain);
        a = Spread(a, domain);
        b = Spread(b, domain);
        for (var i = 0; i < domain.Count; i++)
        {
            var flag = chosen[condition.Domain == Domain.One ? 0 : i];
            if (!double.IsNaN(flag) && (flag != 0 ? a : b).At(i) is { } thing)
            {
                builder.Set(i, thing.Group, thing.Member);
            }
        }

        return builder.Build();
    }

    private Lowered LowerIs(BoundIs test, Scope scope)
    {
        if (Things(test.Value, scope) is not { } things)
        {
            return LoweredFailure.Instance;
        }

        if (things.Targets.All(t => t.Kind.Is(test.Kind)))
        {
            return new LoweredNumber(things.Targets.Count == 0 ? Ir.Constant(0) : Presence(things, 0));
        }

        var flags = new double[things.From.Count];
        for (var i = 0; i < flags.Length; i++)
        {
            flags[i] = things.At(i) is { } thing && thing.Group.Kind.Is(test.Kind) ? 1 : 0;
        }

        return new LoweredNumber(Flags(things.From, flags));
    }

    private Lowered LowerExists(BoundExists exists, Scope scope) => Lower(exists.Value, scope) switch
    {
        LoweredFailure f => f,
        LoweredNumber n => new LoweredNumber(Ir.Unary(OpCode.Exists, n.Value, exists.Location)),
        LoweredPair p => new LoweredNumber(Ir.Unary(OpCode.Exists, p.First, exists.Location)),
        LoweredThing t => new LoweredNumber(Presence(t.Things, 0)),
        _ => new LoweredNumber(Ir.Constant(1)),
    };

    private Lowered LowerOtherwise(BoundOtherwise otherwise, Scope scope)
    {
        var value = Lower(otherwise.Value, scope);
        if (value is LoweredFailure or LoweredText or LoweredRow or LoweredList || (value is LoweredThing t && t.Things.Targets.Count > 0 && !t.Things.SomeAbsent))
        {
            return value;
        }

        var fallback = Lower(otherwise.Fallback, scope);
        return (value, fallback) switch
        {
            (_, LoweredFailure) => fallback,
            (LoweredNumber a, LoweredNumber b) => new LoweredNumber(Ir.Binary(OpCode.Otherwise, a.Value, b.Value, otherwise.Location)),
            (LoweredPair a, LoweredPair b) => new LoweredPair(Ir.Binary(OpCode.Otherwise, a.First, b.First, otherwise.Location),
                Ir.Binary(OpCode.Otherwise, a.Second, b.Second, otherwise.Location)),
            (LoweredThing a, LoweredThing b) => new LoweredThing(Choose(Flags(scope.Domain, Spread(a.Things, scope.Domain).Present()), a.Things, b.Things, scope.Domain)),
            (LoweredThing { Things.Targets.Count: 0 }, _) => fallback,
            _ => Fail("ICX4014", otherwise.Location, otherwise.Type.Display),
        };
    }

    private Lowered LowerInUnit(BoundInUnit inUnit, Scope scope)
    {
        if (Number(inUnit.Value, scope) is not { } value)
        {
            return LoweredFailure.Instance;
        }

        var unit = inUnit.Unit;
        var at = inUnit.Location;
        var isLevel = inUnit.Value.Type is QuantityType { Flavour: Flavour.Level or Flavour.AveragePower or Flavour.Oma or Flavour.ElectricalPower };
        var isGain = inUnit.Value.Type is QuantityType { Flavour: Flavour.Gain or Flavour.OpticalGain or Flavour.ElectricalGain };
        if (isLevel && unit.Flavour != Flavour.Level)
        {
            value = Ir.Binary(OpCode.Multiply, Ir.Unary(OpCode.FromDecibel, value, at), Ir.Constant(1e-3), at);
        }
        else if (!isLevel && unit.Flavour == Flavour.Level)
        {
            value = Ir.Unary(OpCode.ToDecibel, Ir.Binary(OpCode.Divide, value, Ir.Constant(1e-3), at), at);
        }
        else if (isGain && unit.Flavour == Flavour.None && unit.Dimension.IsNone)
        {
            value = Ir.Unary(OpCode.FromDecibel, value, at);
        }

        if (unit.Offset != 0)
        {
            value = Ir.Binary(OpCode.Subtract, value, Ir.Constant(unit.Offset), at);
        }

        return new LoweredNumber(unit.Scale == 1 ? value : Ir.Binary(OpCode.Divide, value, Ir.Constant(unit.Scale), at));
    }

    private Lowered LowerPair(BoundExpression first, BoundExpression second, Scope scope) =>
        Number(first, scope) is { } a && Number(second, scope) is { } b ? new LoweredPair(a, b) : LoweredFailure.Instance;

    private Lowered LowerPairMember(BoundPairMember member, Scope scope) => Lower(member.Pair, scope) switch
    {
        LoweredPair p => new LoweredNumber(member.Second ? p.Second : p.First),
        LoweredNumber n => n,
        LoweredThing => new LoweredNumber(AbsentNumber),
        LoweredFailure f => f,
        _ => Fail("ICX4012", member.Location, member.Pair.Type.Display),
    };

    private Lowered LowerCall(BoundCall call, Scope scope)
    {
        var inner = Scope.Plain(scope.Domain);
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            inner.Set(call.Function.Parameters[i], Lower(call.Arguments[i], scope));
        }

        return call.Function.Body is { } body ? Lower(body, inner) : Fail("ICX4015", call.Location, call.Function.Name);
    }

    private Lowered LowerBlock(BoundBlock block, Scope scope)
    {
        var inner = scope.Nested();
        foreach (var (local, value) in block.Locals)
        {
            inner.Set(local, Lower(value, inner));
        }

        return Lower(block.Result, inner);
    }

    private Lowered LowerSolve(BoundSolve solve, Scope scope)
    {
        if (Number(solve.Start, scope) is not { } start || Number(solve.Tolerance, scope) is not { } tolerance || Number(solve.Limit, scope) is not { } limit)
        {
            return LoweredFailure.Instance;
        }

        if (!IsAllowed(limit, solve.Limit.Location, n => n >= 1 && n == Math.Floor(n), "a whole number of steps, at least 1")
            | !IsAllowed(tolerance, solve.Tolerance.Location, n => n > 0, "a tolerance above zero"))
        {
            return LoweredFailure.Instance;
        }

        var unknown = Ir.Unknown(scope.Domain);
        var inner = scope.Nested();
        inner.Set(solve.Unknown, new LoweredNumber(unknown));
        return Number(solve.Body, inner) is { } body
            ? new LoweredNumber(Ir.Solve(unknown, start, tolerance, limit, body, solve.Location))
            : LoweredFailure.Instance;
    }

    private bool IsAllowed(Value value, SourceSpan location, Func<double, bool> allowed, string wanted)
    {
        var column = Design.Look(value);
        for (var c = 0; c < column.Classes.ClassCount; c++)
        {
            if (!allowed(column.OfClass(c)))
            {
                Fail("ICX4008", location, wanted);
                return false;
            }
        }

        return true;
    }

    private Lowered LowerNumericIntrinsic(BoundIntrinsic call, Scope scope)
    {
        var arguments = new Value[call.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (Number(call.Arguments[i], scope) is not { } value)
            {
                return LoweredFailure.Instance;
            }

            arguments[i] = value;
        }

        return Apply(call.Name, arguments, call.Location) is { } result ? new LoweredNumber(result) : Fail("ICX4015", call.Location, call.Name);
    }

    private Value? Apply(string name, Value[] a, SourceSpan at)
    {
        if (FunctionOf(name) is { } op)
        {
            return op is OpCode.Minimum or OpCode.Maximum ? Fold(op, a, at)
                : a.Length == 1 ? Ir.Unary(op, a[0], at)
                : a.Length == 2 ? Ir.Binary(op, a[0], a[1], at)
                : Ir.Ternary(op, a[0], a[1], a[2], at);
        }

        switch (name)
        {
            case "electrical":
                return Ir.Binary(OpCode.Multiply, a[0], Ir.Constant(2), at);
            case "optical" or "nyquist":
                return Ir.Binary(OpCode.Divide, a[0], Ir.Constant(2), at);
            case "combine":
                return Ir.Unary(OpCode.ToDecibel, Fold(OpCode.Add, a.Select(x => Ir.Unary(OpCode.FromDecibel, x, at)).ToArray(), at), at);
            case "watts":
                return Ir.Binary(OpCode.Multiply, Ir.Unary(OpCode.FromDecibel, a[0], at), Ir.Constant(1e-3), at);
            case "level":
                return Ir.Unary(OpCode.ToDecibel, Ir.Binary(OpCode.Divide, a[0], Ir.Constant(1e-3), at), at);
            case "oma_of":
                return Ir.Binary(OpCode.Add, a[0], ModulationGain(a[1], at), at);
            case "average_of":
                return Ir.Binary(OpCode.Subtract, a[0], ModulationGain(a[1], at), at);
            case "payload":
                return Ir.Binary(OpCode.Divide, a[0], a[1], at);
            case "line":
                return Ir.Binary(OpCode.Multiply, a[0], a[1], at);
            case "kelvin" or "at_temperature" or "per_direction" or "bandwidth_of" or "plain_rate":
                return a[0];
            default:
                return null;
        }
    }

    // OMA over average power: 2 (r - 1) / (r + 1) with r the extinction ratio (IEEE 802.3 clause 121.8.4 defines both).
    private Value ModulationGain(Value er, SourceSpan at)
    {
        var r = Ir.Unary(OpCode.FromDecibel, er, at);
        var one = Ir.Constant(1);
        var difference = Ir.Binary(OpCode.Multiply, Ir.Constant(2), Ir.Binary(OpCode.Subtract, r, one, at), at);
        return Ir.Unary(OpCode.ToDecibel, Ir.Binary(OpCode.Divide, difference, Ir.Binary(OpCode.Add, r, one, at), at), at);
    }

    private Value Fold(OpCode op, Value[] values, SourceSpan at)
    {
        var result = values[0];
        for (var i = 1; i < values.Length; i++)
        {
            result = Ir.Binary(op, result, values[i], at);
        }

        return result;
    }
}
