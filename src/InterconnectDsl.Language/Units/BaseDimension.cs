namespace InterconnectDsl.Language.Units;

/// <summary>What a dimension is made of: the seven of SI, then those an interconnect adds.</summary>
public enum BaseDimension
{
    /// <summary>In metres.</summary>
    Length,

    /// <summary>In kilograms.</summary>
    Mass,

    /// <summary>In seconds.</summary>
    Time,

    /// <summary>In amperes.</summary>
    Current,

    /// <summary>In kelvins.</summary>
    Temperature,

    /// <summary>In moles.</summary>
    Amount,

    /// <summary>In candelas.</summary>
    LuminousIntensity,

    /// <summary>In bits.</summary>
    Information,

    /// <summary>In symbols on a line; a baud is one per second.</summary>
    Symbol,

    /// <summary>In US dollars.</summary>
    Money,

    /// <summary>In rack units of 44.45 mm of a rack's height.</summary>
    RackUnit,

    /// <summary>In decibels: gains have the exponent 1, attenuation per length is dB/m.</summary>
    Decibel,
}
