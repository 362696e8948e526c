using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Ir;

/// <summary>
/// What a value has one number for: the members of a group, the elements of a list, the index of an array being built. <see cref="One"/> has a single
/// member and is broadcast to any other. (The sample dimension is a second axis that every value may have; nominal evaluation has one sample.)
/// </summary>
public sealed class Domain(string name, int count)
{
    /// <summary>The domain of a value that is the same for all.</summary>
    public static readonly Domain One = new("1", 1);

    /// <summary>Its name in printed IR.</summary>
    public string Name { get; } = name;

    /// <summary>Its number of members.</summary>
    public int Count { get; } = count;

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>For each member of one domain, a member of another; -1 where there is none.</summary>
public sealed class IndexMap
{
    private readonly int[]? _members;
    private readonly int _constant;
    private bool? _hasGaps;

    private IndexMap(Domain from, Domain to, int[]? members, int constant)
    {
        From = from;
        To = to;
        _members = members;
        _constant = constant;
    }

    /// <summary>The domain whose members ask.</summary>
    public Domain From { get; }

    /// <summary>The domain whose members answer.</summary>
    public Domain To { get; }

    /// <summary>Whether every member maps to the member of the same number.</summary>
    public bool IsIdentity => _members is null && _constant == -2;

    /// <summary>Whether every member maps to the same one.</summary>
    public bool IsConstant => _members is not null ? false : _constant != -2;

    /// <summary>The list of members, or null where the map is constant or the identity.</summary>
    internal int[]? Members => _members;

    /// <summary>Whether some member maps to none.</summary>
    public bool HasGaps => _hasGaps ??= From.Count > 0 && (_members is not null ? Array.IndexOf(_members, -1) >= 0 : _constant == -1);

    /// <summary>The member that answers.</summary>
    public int this[int member] => _members is not null ? _members[member] : _constant == -2 ? member : _constant;

    /// <summary>A map from a list of members; the array is not copied.</summary>
    public static IndexMap Of(Domain from, Domain to, int[] members) => new(from, to, members, 0);

    /// <summary>A map to one member.</summary>
    public static IndexMap Constant(Domain from, Domain to, int member) => new(from, to, null, member);

    /// <summary>The map of a domain to itself, or to one with as many members.</summary>
    public static IndexMap Identity(Domain from, Domain to) => new(from, to, null, -2);

    /// <summary>This map first, then the other.</summary>
    public IndexMap Then(IndexMap next)
    {
        if (IsIdentity)
        {
            return next.From == From ? next : new(From, next.To, next._members, next._constant);
        }

        if (next.IsIdentity)
        {
            return new(From, next.To, _members, _constant);
        }

        if (IsConstant)
        {
            return Constant(From, next.To, _constant < 0 ? -1 : next[_constant]);
        }

        if (next.IsConstant && !HasGaps)
        {
            return Constant(From, next.To, next._constant);
        }

        var members = new int[_members!.Length];
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = _members[i] < 0 ? -1 : next[_members[i]];
        }

        return new(From, next.To, members, 0);
    }
}

/// <summary>What a value does. Comparisons and logic give 0 or 1. Absence goes through every operation but the last four groups.</summary>
public enum OpCode
{
#pragma warning disable CS1591 // The operations say what they do.
    // Sources. A Draw is a number evenly spread between 0 and 1, another one for each sample and member; only what is sampled reads it.
    Constant, Input, Data, Draw,

    // A formula's result: its argument, with an origin.
    Named,

    // One argument. Positive gives it back where it is above zero, and fails elsewhere.
    Negate, Not, Abs, Positive, Sign, Floor, Ceiling, Round, Sqrt, Exp, ExpM1, Ln, Ln1P, Log10, Log2, Sin, Cos, Tan, Erf, Erfc, Erfcx, NormalCdf, NormalInverse, LnGamma,
    FromDecibel, ToDecibel,

    // Two arguments.
    Add, Subtract, Multiply, Divide, IntegerDivide, Modulo, Power, Minimum, Maximum, Atan2, Hypot,
    Less, LessOrEqual, Greater, GreaterOrEqual, Equal, NotEqual, And, Or, LnChoose, ChiSquareUpper,

    // Three arguments: condition, then, else; k, n, r; n, t, b; a b + c and c - a b, rounded once: no formula says these, a pass makes them.
    Select, AtLeast, RsUncorrectable, MultiplyAdd, NegatedMultiplyAdd,

    // Absence: 1 where the argument is there; the first argument where it is there, else the second.
    Exists, Otherwise,

    // Read the arguments (one per target domain, laid end to end) through a map into this domain; -1 is absent.
    Gather,

    // Reads Curve at the argument; outside its range there is no value.
    Interpolate,

    // The temperatures of a network, all at once. Arguments: the conductance of each pair of nodes (0 and 1, 0 and 2, ... 1 and 2, ...), that of each node to its
    // surroundings, the heat that arises in each node, the temperature of its surroundings.
    Network,

    // Over the elements of each owner's segment: absent elements are passed over; of nothing, sum and count are 0, product 1, all 1, any 0, the rest absent.
    Sum, Product, Min, Max, Mean, Count, Any, All,

    // A fixed point: arguments start, tolerance, limit; the body in Region, whose value feeds the unknown.
    Solve, Unknown,
#pragma warning restore CS1591
}

/// <summary>Where a value comes from, for derivations and messages. One per formula and group, never per member.</summary>
/// <param name="Name">What it is called: an attribute, a param, a constant.</param>
/// <param name="Owner">The group it belongs to as an object the elaboration knows, or null for params and constants.</param>
/// <param name="Location">Where the formula stands.</param>
/// <param name="Text">The formula as written, or null.</param>
/// <param name="Source">Its <c>source</c>, or null.</param>
/// <param name="Confidence">Its confidence, or null.</param>
/// <param name="Type">Its type.</param>
public sealed record Origin(string Name, object? Owner, SourceSpan Location, string? Text, string? Source, Confidence? Confidence, IcxType Type)
{
    /// <summary>The unit it was written in, for printing; null to choose.</summary>
    public Unit? Unit { get; init; }

    /// <summary>Whether a user's file said it, not the library.</summary>
    public bool Written => !(Location.Text?.IsLibrary ?? true);

    /// <summary>The stated range of a constant as half width, absolute, in coherent units; null when none is stated.</summary>
    public double? HalfWidth { get; init; }

    /// <summary>The param, constant or attribute symbol.</summary>
    public Symbol? Symbol { get; init; }
}

/// <summary>How the elements of a list lie: the elements of owner o are numbers Offsets[o] .. Offsets[o + 1] - 1 of the element domain.</summary>
public sealed class ListShape(Domain owner, Domain elements, int[] offsets)
{
    private IndexMap? _ownerOf;

    /// <summary>Who owns the lists.</summary>
    public Domain Owner { get; } = owner;

    /// <summary>All elements.</summary>
    public Domain Elements { get; } = elements;

    /// <summary>Where each owner's elements start; one entry more than owners.</summary>
    public int[] Offsets { get; } = offsets;

    /// <summary>The owner of each element.</summary>
    public IndexMap OwnerOf => _ownerOf ??= Owners();

    private IndexMap Owners()
    {
        if (Owner.Count == 1)
        {
            return IndexMap.Constant(Elements, Owner, 0);
        }

        var owners = new int[Elements.Count];
        for (var o = 0; o < Owner.Count; o++)
        {
            for (var e = Offsets[o]; e < Offsets[o + 1]; e++)
            {
                owners[e] = o;
            }
        }

        return IndexMap.Of(Elements, Owner, owners);
    }
}

/// <summary>
/// A value of the kernel IR: an operation on earlier values, one number per member of its domain. Arguments always have a smaller <see cref="Id"/>, so that
/// order of number is order of evaluation. Immutable once built; made by <see cref="IrBuilder"/>.
/// </summary>
public sealed class Value
{
    internal Value(int id, OpCode op, Domain domain, Value[] arguments)
    {
        Id = id;
        Op = op;
        Domain = domain;
        Arguments = arguments;
        Blame = id;
    }

    /// <summary>Its number, from 0.</summary>
    public int Id { get; }

    /// <summary>
    /// The number that a failure of it carries: its own, or where a pass made it, that of the value as it was lowered.
    /// </summary>
    public int Blame { get; internal set; }

    /// <summary>What it does.</summary>
    public OpCode Op { get; }

    /// <summary>What it has numbers for.</summary>
    public Domain Domain { get; }

    /// <summary>Its arguments; each of the same domain or of <see cref="Ir.Domain.One"/>, except for Gather and the reductions.</summary>
    public Value[] Arguments { get; }

    /// <summary>The number of a Constant.</summary>
    public double Constant { get; internal init; }

    /// <summary>The numbers of a Data, one per member. Those of literals may be replaced, by an array of its own each time.</summary>
    public double[]? Data { get; internal set; }

    /// <summary>The map of a Gather; it counts the arguments' members laid end to end.</summary>
    public IndexMap? Map { get; internal init; }

    /// <summary>What an Interpolate reads.</summary>
    public Curve? Curve { get; internal init; }

    /// <summary>The lists of a reduction; its argument has the domain of the elements.</summary>
    public ListShape? Shape { get; internal init; }

    /// <summary>The streams of a Draw.</summary>
    public DrawKeys? Keys { get; internal init; }

    /// <summary>What a Named or an Input is where it is sampled: a formula of its Draw. Null where it has no distribution and no tolerance.</summary>
    public Value? Drawn { get; internal init; }

    /// <summary>Whether a Gather reads mirrored copies: the same formulas, with draws of their own.</summary>
    public bool IsFar { get; internal init; }

    /// <summary>The body of a Solve: the value that the unknown must equal. Values of the body have numbers between those of <see cref="Unknown"/> and this.</summary>
    public Value? Region { get; internal init; }

    /// <summary>The unknown of a Solve.</summary>
    public Value? Unknown { get; internal init; }

    /// <summary>The param of an Input, whose only argument is the nominal value.</summary>
    public ParamSymbol? Param { get; internal init; }

    /// <summary>Where it comes from: on Named, Constant, Input and Interpolate values.</summary>
    public Origin? Origin { get; internal init; }

    /// <summary>The place in the text whose evaluation this is, for faults (division by zero ...).</summary>
    public SourceSpan Location { get; internal init; }

    /// <summary>Whether another value does the same with its arguments.</summary>
    internal bool IsLike(Value other) => Op == other.Op && Domain == other.Domain && Map == other.Map && Shape == other.Shape && Curve == other.Curve && Param == other.Param
        && Equals(Keys, other.Keys) && BitConverter.DoubleToInt64Bits(Constant) == BitConverter.DoubleToInt64Bits(other.Constant)
        && (Data == other.Data || (Data is not null && other.Data is not null
            && Data.Select(BitConverter.DoubleToInt64Bits).SequenceEqual(other.Data.Select(BitConverter.DoubleToInt64Bits))));

    /// <summary>Its number: values are keys of one builder at a time, and equal only to themselves.</summary>
    public override int GetHashCode() => Id;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override string ToString() => $"v{Id.ToString(System.Globalization.CultureInfo.InvariantCulture)}:{Op}";
}
