using static InterconnectDsl.Language.Units.Flavour;

namespace InterconnectDsl.Language.Units;

/// <summary>
/// A named type of quantity. <paramref name="Unit"/> gives its dimension, and is named in messages. <paramref name="Shown"/> are the units a value
/// is shown in when none
/// is given, each with the value in coherent units from which it is taken, the first from zero; empty for always <paramref name="Unit"/>.
/// A row without a name only says how a dimension is shown.
/// </summary>
internal sealed record TypeEntry(string Name, string Unit, Flavour Flavour = None, string Shown = "");

/// <summary>The types, as data. Of two rows with one dimension and flavour the first names it in messages.</summary>
internal static class TypeData
{
    public static readonly TypeEntry[] Entries =
    {
        new("real", ""),
        new("ratio", ""),
        new("angle", "deg", Angle),
        new("length", "mm", Shown: "nm um@2e-6 mm@1e-3 m@1 km@1e3"),
        new("area", "mm^2", Shown: "um^2 mm^2@1e-8 m^2@1"),
        new("volume", "mm^3", Shown: "mm^3 L@1e-3 m^3@1"),
        new("time", "ns", Shown: "fs ps@1e-12 ns@1e-9 us@1e-6 ms@1e-3 s@1 h@3600 yr@31557600"),
        new("speed", "m/s"),
        new("acceleration", "m/s^2"),
        new("mass", "g", Shown: "mg g@1e-3 kg@1"),
        new("density", "kg/m^3"),
        new("force", "N"),
        new("pressure", "kPa", Shown: "Pa kPa@1e3 MPa@1e6"),
        new("volume_flow", "L/minute"),
        new("energy", "J", Shown: "fJ pJ@1e-12 nJ@1e-9 uJ@1e-6 mJ@1e-3 J@1 kJ@1e3 kWh@3.6e6"),
        new("power", "W", Shown: "nW uW@1e-6 mW@1e-3 W@1 kW@1e3 MW@1e6"),
        new("flux", "W/cm^2"),
        new("frequency", "GHz", Shown: "Hz kHz@1e3 MHz@1e6 GHz@1e9 THz@1e12"),
        new("failure_rate", "FIT", FailureRate),
        new("temperature", "degC", TemperaturePoint),
        new("temperature_difference", "K", TemperatureDifference),
        new("thermal_resistance", "K/W"),
        new("thermal_conductance", "W/K"),
        new("thermal_conductivity", "W/m/K"),
        new("heat_capacity", "J/K"),
        new("current", "mA", Shown: "nA uA@1e-6 mA@1e-3 A@1 kA@1e3"),
        new("voltage", "V", Shown: "uV mV@1e-3 V@1 kV@1e3"),
        new("charge", "A*s"),
        new("resistance", "ohm", Shown: "mohm ohm@1 kohm@1e3 Mohm@1e6"),
        new("conductance", "A/V"),
        new("capacitance", "pF", Shown: "fF pF@1e-12 nF@1e-9 uF@1e-6 mF@1e-3"),
        new("inductance", "nH", Shown: "pH nH@1e-9 uH@1e-6 mH@1e-3 H@1"),
        new("responsivity", "A/W"),
        new("noise_density", "pA/Hz^0.5"),
        new("gain", "dB", Gain),
        new("optical_gain", "dB", OpticalGain),
        new("electrical_gain", "dB", ElectricalGain),
        new("attenuation_root", "dB/inch/GHz^0.5", ElectricalGain),
        new("level", "dBm", Level),
        new("average_power", "dBm", AveragePower),
        new("oma", "dBm", Oma),
        new("electrical_power", "dBm", ElectricalPower),
        new("information", "bit", Shown: "bit kbit@1e3 Mbit@1e6 Gbit@1e9 Tbit@1e12 Pbit@1e15"),
        new("symbols", "symbol"),
        new("bits_per_symbol", "bit/symbol"),
        new("data_rate", "Gb/s", None, DataRates),
        new("line_rate", "Gb/s", LineRate, DataRates),
        new("payload_rate", "Gb/s", PayloadRate, DataRates),
        new("bandwidth", "Tb/s", Bandwidth, DataRates),
        new("symbol_rate", "GBd", Shown: "Bd kBd@1e3 MBd@1e6 GBd@1e9 TBd@1e12"),
        new("energy_per_bit", "pJ/bit"),
        new("bandwidth_density", "Gb/s/mm"),
        new("money", "USD"),
        new("rack_units", "RU"),
        new("dispersion", "ps/nm/km"),
        new("defect_density", "cm^-2"),
        new("thermal_tuning", "pm/K"),
        new("", "ps/mm"),
        new("", "dB/inch", ElectricalGain),
        new("", "dB/km", OpticalGain, "dB/km dB/m@0.1 dB/cm@10"),
        new("", "dB/m", Gain, "dB/km dB/m@0.1"),
        new("", "dB/inch/GHz", ElectricalGain),
        new("", "dB/Hz", OpticalGain),
        new("", "dB/Hz", ElectricalGain),
        new("", "dB/Hz", Gain),
        new("", "dB/K", OpticalGain),
        new("", "Gb/s/mm^2"),
        new("", "ppm/K"),
        new("", "GHz/K"),
        new("", "mA/K"),
        new("", "V/us"),
        new("", "K/s"),
        new("", "J/kg/K"),
        new("", "W/K"),
        new("", "W/mm"),
        new("", "USD/mm^2"),
        new("", "USD/W"),
        new("", "USD/kWh"),
        new("", "FIT/mm^2"),
        new("", "ps/nm"),
        new("", "ps/km^0.5"),
        new("", "GHz^0.5"),
    };

    /// <summary>The types a composed one is said with, the likeliest first.</summary>
    public static readonly string[] Simple =
    {
        "area", "volume", "length", "time", "frequency", "power", "temperature_difference", "data_rate", "energy", "mass",
        "current", "voltage", "money", "information",
        "symbol_rate", "rack_units", "gain",
    };

    /// <summary>Names people try that are not ours, with the one that is.</summary>
    public static readonly (string Written, string Meant)[] Synonyms =
    {
        ("float", "real"), ("double", "real"), ("number", "real"), ("integer", "int"), ("string", "text"), ("boolean", "bool"), ("fraction", "ratio"),
        ("percent", "ratio"), ("percentage", "ratio"), ("probability", "ratio"), ("distance", "length"), ("width", "length"),
        ("height", "length"), ("wavelength", "length"),
        ("duration", "time"), ("delay", "time"), ("latency", "time"), ("price", "money"), ("cost", "money"),
        ("usd", "money"), ("loss", "optical_gain"),
        ("optical_loss", "optical_gain"), ("electrical_loss", "electrical_gain"), ("decibel", "gain"),
        ("optical_power", "average_power"), ("heat_flux", "flux"),
        ("celsius", "temperature"), ("kelvin", "temperature_difference"), ("rate", "data_rate"), ("bit_rate", "data_rate"), ("bitrate", "data_rate"),
        ("baud", "symbol_rate"), ("baud_rate", "symbol_rate"), ("baudrate", "symbol_rate"), ("fit", "failure_rate"),
        ("size", "extent"), ("position", "point"),
        ("weight", "mass"), ("attenuation", "optical_gain"), ("energy_bit", "energy_per_bit"), ("bits", "information"),
    };

    private const string DataRates = "b/s kb/s@1e3 Mb/s@1e6 Gb/s@1e9 Tb/s@1e12 Pb/s@1e15";
}
