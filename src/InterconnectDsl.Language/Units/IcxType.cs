namespace InterconnectDsl.Language.Units;

/// <summary>
/// What tells two quantities of one dimension apart. Literals and the results of <c>db(x)</c> carry the open form (<see cref="Gain"/>,
/// <see cref="Level"/>, <see cref="None"/>), which takes the form of whatever it meets; two different closed forms never mix.
/// </summary>
public enum Flavour
{
    /// <summary>A plain quantity.</summary>
    None,

    /// <summary>A ratio in dB, optical or electrical not yet said.</summary>
    Gain,

    /// <summary>An optical power ratio in dB.</summary>
    OpticalGain,

    /// <summary>An electrical power ratio in dB.</summary>
    ElectricalGain,

    /// <summary>A power level in dBm, which one not yet said.</summary>
    Level,

    /// <summary>Average optical power in dBm.</summary>
    AveragePower,

    /// <summary>Optical modulation amplitude in dBm.</summary>
    Oma,

    /// <summary>Electrical power in dBm.</summary>
    ElectricalPower,

    /// <summary>A temperature as a point, held in K.</summary>
    TemperaturePoint,

    /// <summary>A temperature difference in K.</summary>
    TemperatureDifference,

    /// <summary>A data rate with a stated basis, held per direction in bit/s.</summary>
    Bandwidth,

    /// <summary>A rate on the line, with coding overhead.</summary>
    LineRate,

    /// <summary>A rate of payload, without coding overhead.</summary>
    PayloadRate,

    /// <summary>Failures in time, which are shown in FIT; it mixes freely with a plain 1/s.</summary>
    FailureRate,

    /// <summary>An angle, which is shown in degrees; it mixes freely with a plain number, as radians do.</summary>
    Angle,
}

/// <summary>A type of the language; immutable, compared by value.</summary>
public abstract record IcxType
{
    /// <summary>As a user would write it: <c>length</c>, <c>optical_gain / length</c>, <c>list of engine</c>.</summary>
    public abstract string Display { get; }

    /// <inheritdoc/>
    public sealed override string ToString() => Display;
}

/// <summary>
/// A number with a dimension and a flavour. The dimension of a gain is one decibel, that of a level likewise; <c>dB/m</c> is decibel per metre.
/// </summary>
/// <param name="Dimension">Its dimension.</param>
/// <param name="Flavour">Its flavour.</param>
public sealed record QuantityType(Dimension Dimension, Flavour Flavour = Flavour.None) : IcxType
{
    /// <inheritdoc/>
    public bool Equals(QuantityType? other) => other is not null && Dimension == other.Dimension && Flavour == other.Flavour;

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Dimension.GetHashCode() * 31) + (int)Flavour);

    /// <inheritdoc/>
    public override string Display => TypeNames.Describe(this);
}

/// <summary>A whole number.</summary>
public sealed record IntType : IcxType
{
    /// <summary>The one instance.</summary>
    public static readonly IntType Instance = new();

    /// <inheritdoc/>
    public override string Display => "int";
}

/// <summary>True or false.</summary>
public sealed record BoolType : IcxType
{
    /// <summary>The one instance.</summary>
    public static readonly BoolType Instance = new();

    /// <inheritdoc/>
    public override string Display => "bool";
}

/// <summary>A text.</summary>
public sealed record TextType : IcxType
{
    /// <summary>The one instance.</summary>
    public static readonly TextType Instance = new();

    /// <inheritdoc/>
    public override string Display => "text";
}

/// <summary>A pair of lengths: x east, y north.</summary>
public sealed record PointType : IcxType
{
    /// <summary>The one instance.</summary>
    public static readonly PointType Instance = new();

    /// <inheritdoc/>
    public override string Display => "point";
}

/// <summary>A pair of lengths: width east-west, height north-south.</summary>
public sealed record ExtentType : IcxType
{
    /// <summary>The one instance.</summary>
    public static readonly ExtentType Instance = new();

    /// <inheritdoc/>
    public override string Display => "extent";
}

/// <summary>A range of whole numbers, <c>1 .. 8</c>.</summary>
public sealed record RangeType : IcxType
{
    /// <summary>The one instance.</summary>
    public static readonly RangeType Instance = new();

    /// <inheritdoc/>
    public override string Display => "range";
}

/// <summary>One of a list of words. Values are their positions, from 0. Two word types are equal when owner and words are.</summary>
/// <param name="Owner"><c>connector.polish</c>, as it is referred to elsewhere.</param>
/// <param name="Words">The words joined by <c>|</c>, as compared.</param>
public sealed record WordType(string Owner, string Words) : IcxType
{
    private string[]? _list;

    /// <summary>The words in order.</summary>
    public IReadOnlyList<string> List => _list ??= Words.Split('|');

    /// <inheritdoc/>
    public override string Display => Owner;

    /// <summary>Position of a word, or -1.</summary>
    public int IndexOf(string word) => Array.IndexOf((string[])List, word);
}

/// <summary>Many of something, in order.</summary>
/// <param name="Element">Of what.</param>
public sealed record ListType(IcxType Element) : IcxType
{
    /// <inheritdoc/>
    public override string Display => "list of " + Element.Display;
}

/// <summary>The type of what could not be bound; it meets everything without a further word.</summary>
public sealed record ErrorType : IcxType
{
    /// <summary>The one instance.</summary>
    public static readonly ErrorType Instance = new();

    /// <inheritdoc/>
    public override string Display => "?";
}
