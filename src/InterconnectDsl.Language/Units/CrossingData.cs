namespace InterconnectDsl.Language.Units;

/// <summary>The ways across between types that do not mix, as data.</summary>
internal static class CrossingData
{
    private static readonly Side OpticalGain = new("dB", Flavour.OpticalGain);
    private static readonly Side ElectricalGain = new("dB", Flavour.ElectricalGain);
    private static readonly Side AnyGain = new("dB", Flavour.Gain, AnyClosed: true);
    private static readonly Side AnyLevel = new("dBm", Flavour.Level, AnyClosed: true);
    private static readonly Side Average = new("dBm", Flavour.AveragePower);
    private static readonly Side Oma = new("dBm", Flavour.Oma);
    private static readonly Side Power = new("W", Flavour.None);
    private static readonly Side Plain = new("", Flavour.None);
    private static readonly Side Point = new("degC", Flavour.TemperaturePoint);
    private static readonly Side Difference = new("K", Flavour.TemperatureDifference);
    private static readonly Side DataRate = new("b/s", Flavour.None);
    private static readonly Side LineRate = new("b/s", Flavour.LineRate);
    private static readonly Side PayloadRate = new("b/s", Flavour.PayloadRate);
    private static readonly Side Bandwidth = new("b/s", Flavour.Bandwidth);
    private static readonly Side AnyRate = new("b/s", Flavour.None, AnyClosed: true);
    private static readonly Side SymbolRate = new("Bd", Flavour.None);
    private static readonly Side Frequency = new("Hz", Flavour.None);
    private static readonly Side Time = new("s", Flavour.None);
    private static readonly Side Any = new("*", Flavour.None);

    /// <summary>From, to, and what to write. The first row that matches counts.</summary>
    public static readonly (Side From, Side To, string Words)[] Rows =
    {
        (OpticalGain, ElectricalGain, "electrical(g) doubles an optical gain, as square-law detection does"),
        (ElectricalGain, OpticalGain, "optical(g) halves an electrical gain"),
        (Average, Oma, "oma_of(p, er) gives the OMA of an average power"),
        (Oma, Average, "average_of(oma, er) gives the average power of an OMA"),
        (AnyLevel, AnyGain, "a gain is written in dB, and is the difference of two levels"),
        (AnyGain, AnyLevel, "a level is written in dBm, and a gain added to a level gives a level"),
        (AnyLevel, Power, "watts(x) gives the power of a level"),
        (Power, AnyLevel, "level(x) gives the level of a power, in dBm"),
        (AnyGain, Plain, "linear(g) gives the ratio of a gain"),
        (Plain, AnyGain, "write the number in dB, or db(r) to make a gain of a ratio"),
        (Difference, Point, "a temperature is written in degC, K being a difference of two"),
        (Point, Difference, "a difference is written in K, and kelvin(t) is that of a temperature from absolute zero"),
        (DataRate, Bandwidth, Phrases.StateBasis),
        (LineRate, Bandwidth, Phrases.StateBasis),
        (PayloadRate, Bandwidth, Phrases.StateBasis),
        (Bandwidth, AnyRate, "per_direction(x) gives the rate of a bandwidth in one direction"),
        (LineRate, PayloadRate, "payload(x, fec) gives the payload of a line rate"),
        (PayloadRate, LineRate, "line(x, fec) gives the line rate of a payload"),
        (LineRate, DataRate, "plain_rate(x) gives the plain rate of a line rate, payload(x, fec) its payload"),
        (PayloadRate, DataRate, "line(x, fec) gives the line rate of a payload, plain_rate of that a plain one"),
        (SymbolRate, Frequency, "nyquist(baud) gives the Nyquist frequency of a symbol rate"),
        (Frequency, SymbolRate, "a symbol rate is written in GBd, and nyquist(baud) gives its Nyquist frequency"),
        (SymbolRate, AnyRate, "multiply the symbol rate by its bits per symbol, baud * 2 bit/symbol, and nyquist(baud) gives its Nyquist frequency"),
        (AnyRate, SymbolRate,
            "divide the rate by its bits per symbol, rate / (2 bit/symbol), and nyquist(baud) gives the Nyquist frequency of a symbol rate"),
        (AnyRate, Frequency, "divide the rate by its bits per symbol, and nyquist(baud) gives the Nyquist frequency"),
        (Frequency, AnyRate, "a data rate is written in Gb/s, and nyquist(baud) goes from a symbol rate to a frequency"),
        (Time, Frequency, "1 / t gives the frequency of a period"),
        (Frequency, Time, "1 / f gives the period of a frequency"),
        (Any, Plain, "divide by a quantity of the same type, or write `in` and a unit to take its number"),
    };

    /// <summary>A type on one side of a crossing.</summary>
    /// <param name="Unit">A unit of its dimension; <c>*</c> for any.</param>
    /// <param name="Flavour">Its flavour.</param>
    /// <param name="AnyClosed">Whether every closed form of the flavour is meant too.</param>
    internal sealed record Side(string Unit, Flavour Flavour, bool AnyClosed = false)
    {
        private Dimension? _dimension;

        public bool Matches(QuantityType type)
        {
            if (Unit == "*")
            {
                return true;
            }

            _dimension ??= Unit.Length == 0 ? Dimension.None : UnitTable.Known(Unit).Dimension;
            return type.Dimension == _dimension && (type.Flavour == Flavour
                || (AnyClosed && (Flavours.Opens(Flavour, type.Flavour) || (Flavour == Flavour.None && Flavours.IsClosedRate(type.Flavour)))));
        }
    }
}
