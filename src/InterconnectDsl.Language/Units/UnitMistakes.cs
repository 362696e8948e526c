namespace InterconnectDsl.Language.Units;

/// <summary>Spellings people bring from elsewhere, as data; what is merely misspelled is found by its distance instead.</summary>
internal static class UnitMistakes
{
    private static Dictionary<string, string>? _byWord;

    // Words of which more is to be said than the right spelling.
    private static readonly (string Word, string Note)[] Notes =
    {
        ("EUR", "money is in USD; multiply by a rate you state, 1.1 USD per euro say"),
        ("€", "money is in USD; multiply by a rate you state, 1.1 USD per euro say"),
        ("°F", "temperatures are in degC; 95 degF is 35 degC"),
        ("CNY", "money is in USD; multiply by a rate you state"),
        ("degF", "temperatures are in degC; 95 degF is 35 degC"),
        ("GT", "a transfer is a symbol on the line, and a rate of them is in GBd"),
        ("ft", "a foot is 12 inch or 0.3048 m"),
        ("feet", "a foot is 12 inch or 0.3048 m"),
    };

    // Each line: what is meant, then what is written for it.
    private static readonly string[] Lines =
    {
        "b/s bps bits/sec", "kb/s kbps Kbps kbit/sec", "Mb/s Mbps mbps", "Gb/s Gbps gbps GBit/s Gbit/sec", "Tb/s Tbps tbps", "Pb/s Pbps",
        "GB/s GBps", "MB/s MBps", "TB/s TBps",
        "GBd GBaud Gbaud Gbd GBAUD Gsym/s GSa/s Gsps GT/s", "MBd MBaud Mbaud", "Bd baud Baud sym/s",
        "dBm dbm DBm DBM dBM dbM dBmW", "dB db DB Db dBi dBc dBo dBe decibel decibels",
        "degC C °C ℃ celsius Celsius degreeC deg_C degc DegC oC", "K k kelvin Kelvin degK °K",
        "um micron microns micrometer micrometre micro", "nm nanometer nanometre", "mm millimeter millimetre",
        "m meter meters metre metres", "km kilometer kilometre",
        "inch in inches \" ''", "mil mils thou", "s sec secs second seconds", "ms msec", "us usec", "ns nsec", "ps psec", "minute min mins minutes",
        "h hr hrs hour hours", "day d days", "yr y year years", "Hz hz hertz Hertz", "W watt watts Watt", "mW milliwatt",
        "kW kilowatt", "J joule joules", "V volt volts Volt",
        "A amp amps ampere Amp", "ohm ohms Ohm Ohms OHM", "kohm kOhm Kohm", "Pa pascal", "g gram grams", "kg kilo",
        "L l liter litre", "bit bits Bit", "B byte bytes Byte",
        "USD $ US$ dollar dollars usd", "% percent pct per_cent", "ppm PPM", "deg ° degree degrees", "rad radian radians",
        "RU U ru rack_units", "FIT fit FITs fits Fit",
        "eV ev", "kWh kwh KWh KWH", "m^2 sqm", "mm^2 sqmm", "symbol sym", "pJ/bit pj/b",
    };

    /// <summary>Every spelling with the unit it means.</summary>
    public static IReadOnlyDictionary<string, string> All => _byWord ??= Load();

    /// <summary>The unit meant by a foreign spelling, or null.</summary>
    public static string? Find(string written) => All.TryGetValue(written, out var meant) ? meant : null;

    /// <summary>What is said of a unit we do not have and that has no other spelling, or null.</summary>
    public static string? NoteOn(string word)
    {
        foreach (var (known, note) in Notes)
        {
            if (known == word)
            {
                return note;
            }
        }

        return null;
    }

    private static Dictionary<string, string> Load()
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Lines)
        {
            var parts = line.Split(' ');
            for (var i = 1; i < parts.Length; i++)
            {
                words.Add(parts[i], parts[0]);
            }
        }

        return words;
    }
}
