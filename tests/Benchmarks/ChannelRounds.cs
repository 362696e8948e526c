using System.Globalization;
using System.Text;
using InterconnectDsl.Kernels.Channels;

namespace InterconnectDsl.Benchmarks;

/// <summary>A Touchstone file of four ports as an analyser writes it; the runtime's own reading of the same numbers, without their meaning, beside it.</summary>
internal static class ChannelRounds
{
    private const int Frequencies = 5_000;

    /// <summary>Reads it, and looks at its passivity.</summary>
    public static void Run(int rounds)
    {
        var text = Written();
        var megabytes = text.Length / 1e6;
        var read = Measured.Run(rounds, 1, () => _ = TouchstoneReader.Read(new("host.s4p", text)).File!.Ports);
        var plain = Measured.Run(rounds, 1, () => _ = text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Skip(6).Sum(n => double.Parse(n, CultureInfo.InvariantCulture)));
        var file = TouchstoneReader.Read(new("host.s4p", text)).File!;
        var quality = Measured.Run(rounds, 1, () => ChannelQuality.LargestGain(file));
        Console.WriteLine($"{megabytes:F2} MB, {file.Frequencies.Length} frequencies of {file.Ports} ports");
        Console.WriteLine($"read it               {megabytes / read.MedianSeconds:F0} MB/s   {read}");
        Console.WriteLine($"split, double.Parse   {megabytes / plain.MedianSeconds:F0} MB/s   {plain}");
        Console.WriteLine($"passivity, all points {quality}");
    }

    private static string Written()
    {
        var page = new StringBuilder("# GHz S RI R 50\n");
        var random = new Random(1);
        for (var point = 1; point <= Frequencies; point++)
        {
            for (var i = 0; i < 33; i++)
            {
                page.Append((i == 0 ? point * 0.01 : (random.NextDouble() - 0.5) * 0.4).ToString("F12", CultureInfo.InvariantCulture)).Append(i % 8 == 0 && i > 0 ? '\n' : ' ');
            }
        }

        return page.ToString();
    }
}
