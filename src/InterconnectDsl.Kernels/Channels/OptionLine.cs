using System.Numerics;

namespace InterconnectDsl.Kernels.Channels;

/// <summary>How a pair of numbers is meant.</summary>
internal enum PairFormat
{
    /// <summary>Magnitude and angle in degrees.</summary>
    MagnitudeAngle,

    /// <summary>Decibels and angle in degrees.</summary>
    DecibelAngle,

    /// <summary>Real and imaginary part.</summary>
    RealImaginary,
}

/// <summary>What the option line says, <c># GHz S MA R 50</c>; what it leaves out is as written here. Words in any order and case.</summary>
internal sealed class OptionLine
{
    /// <summary>Hertz in the unit of its frequencies.</summary>
    public double Scale { get; private set; } = 1e9;

    /// <summary>The parameters: S, Y, Z, G or H.</summary>
    public char Parameter { get; private set; } = 'S';

    public PairFormat Format { get; private set; } = PairFormat.MagnitudeAngle;

    /// <summary>The reference of all ports, in ohms.</summary>
    public Complex Resistance { get; private set; } = new(50, 0);

    /// <summary>Takes a word; false when it is none of the option line's.</summary>
    public bool Take(string word)
    {
        switch (word.ToUpperInvariant())
        {
            case "HZ":
                Scale = 1;
                return true;
            case "KHZ":
                Scale = 1e3;
                return true;
            case "MHZ":
                Scale = 1e6;
                return true;
            case "GHZ":
                Scale = 1e9;
                return true;
            case "S" or "Y" or "Z" or "G" or "H":
                Parameter = char.ToUpperInvariant(word[0]);
                return true;
            case "MA":
                Format = PairFormat.MagnitudeAngle;
                return true;
            case "DB":
                Format = PairFormat.DecibelAngle;
                return true;
            case "RI":
                Format = PairFormat.RealImaginary;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Takes what stands behind R: ohms, or, as some programs write it, <c>(50+5j)</c>. False when it is neither, or has no resistance.</summary>
    public bool TakeResistance(string word)
    {
        var at = 0;
        var isComplex = word.Length > 2 && word[0] == '(' && word.EndsWith("j)", StringComparison.OrdinalIgnoreCase);
        var text = isComplex ? word.Substring(1, word.Length - 3) : word;
        if (!NumberScanner.Read(text, ref at, text.Length, out var real))
        {
            return false;
        }

        var imaginary = 0.0;
        if (isComplex && !NumberScanner.Read(text, ref at, text.Length, out imaginary))
        {
            return false;
        }

        Resistance = new(real, imaginary);
        return at == text.Length && real > 0;
    }
}
