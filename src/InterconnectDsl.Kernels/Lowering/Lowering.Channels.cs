using System.Globalization;
using InterconnectDsl.Kernels.Channels;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Kernels.Lowering;

/// <summary>insertion_loss, return_loss, group_delay: the file is found and read here; what remains is a curve read at a frequency.</summary>
internal sealed partial class Lowering
{
    private readonly Dictionary<(SourceText, PortOrder), MeasuredChannel?> _channels = new();

    private Lowered LowerChannel(BoundIntrinsic call, Scope scope)
    {
        var file = Lower(call.Arguments[0], scope);
        return file is not LoweredFailure && Number(call.Arguments[1], scope) is { } low && Number(call.Arguments[2], scope) is { } frequency
            && OrderOf(low, call) is { } order && ReadAt(file, null, order, frequency, call) is { } value
                ? new LoweredNumber(value) : LoweredFailure.Instance;
    }

    private PortOrder? OrderOf(Value low, BoundIntrinsic call)
    {
        var column = Design.Look(low);
        if (Enumerable.Range(1, Math.Max(0, column.Classes.ClassCount - 1)).All(c => column.OfClass(c) == column.OfClass(0)))
        {
            return column.Classes.ClassCount > 0 && column.OfClass(0) == 1.0 ? PortOrder.LowNear : PortOrder.OddNear;
        }

        Fail("ICX6009", call.Arguments[1].Location, "the order of its ports differs between the members of an array");
        return null;
    }

    private Value? ReadAt(Lowered file, IndexMap? map, PortOrder order, Value frequency, BoundIntrinsic call)
    {
        switch (file)
        {
            case LoweredText { Parts.Count: 1 } text when text.Parts[0].Literal is { } path:
                return ChannelOf(path, text.Location, order) is { } channel
                    ? Ir.Interpolate(CurveOf(channel, call.Name), frequency, OriginOf(path, text.Location, call), call.Location) : null;
            case LoweredTextOf of:
                return ReadAt(of.Text, map is null ? of.Map : map.Then(of.Map), order, frequency, call);
            case LoweredTextChoice choice:
                var condition = map is null ? choice.Condition : Through(choice.Condition, map);
                return ReadAt(choice.Then, map, order, frequency, call) is { } then && ReadAt(choice.Else, map, order, frequency, call) is { } otherwise
                    ? Ir.Ternary(OpCode.Select, condition, then, otherwise, call.Location) : null;
            default:
                Fail("ICX6009", file is LoweredText written ? written.Location : call.Arguments[0].Location, "its name is put together from values");
                return null;
        }
    }

    private static Origin OriginOf(string path, SourceSpan location, BoundIntrinsic call) =>
        new(path, null, location, null, $"{call.Name.Replace('_', ' ')} in the file, on the straight line between two of its frequencies", null, call.Type);

    private static Curve CurveOf(MeasuredChannel channel, string function) =>
        function == "insertion_loss" ? channel.InsertionLoss : function == "return_loss" ? channel.ReturnLoss : channel.GroupDelay;

    private MeasuredChannel? ChannelOf(string path, SourceSpan location, PortOrder order)
    {
        if (location.Text is null || Design.Compilation.FindFile(path, location.Text) is not { } source)
        {
            Fail("ICX6001", location, path);
            return null;
        }

        if (!_channels.TryGetValue((source, order), out var channel))
        {
            _channels.Add((source, order), channel = ReadChannel(source, path, location, order));
        }

        return channel;
    }

    private MeasuredChannel? ReadChannel(SourceText source, string path, SourceSpan location, PortOrder order)
    {
        var reading = TouchstoneReader.Read(source);
        if (reading.File is not { } file)
        {
            Fail("ICX6002", reading.Location, new[] { new RelatedLocation(location, "it is named here") }, reading.Error!);
            return null;
        }

        if (DifferentialPair.Of(file, order) is not { } pair || file.Frequencies.Length < 2)
        {
            Fail("ICX6003", location, path, file.Ports, file.Modes.Count > 0 ? string.Join(" ", file.Modes) : "single-ended", file.Frequencies.Length);
            return null;
        }

        if (!pair.IsJoinedAsStated())
        {
            var (stated, other) = order == PortOrder.OddNear ? ("odd_near", "low_near") : ("low_near", "odd_near");
            Fail("ICX6004", location, path, order == PortOrder.OddNear ? "3" : "2", stated, other);
            return null;
        }

        Doubt(file, pair, path, location);
        return MeasuredChannel.Of(path, file.Frequencies, pair);
    }

    // What a channel of copper cannot do, and what a budget does not count with.
    private void Doubt(TouchstoneFile file, DifferentialPair pair, string path, SourceSpan location)
    {
        if (ChannelQuality.LargestGain(file) is var (gain, at) && gain > 1 + ChannelQuality.PassivityAllowance)
        {
            Fail("ICX6006", location, path, Short(gain), Gigahertz(at));
        }

        if (ChannelQuality.ClockwiseShare(file, pair) is < 0.5 and var share)
        {
            Fail("ICX6007", location, path, Short(share * 100));
        }

        if (file.Ports == 4 && file.Modes.Count == 0 && file.Reference.Any(z => Math.Abs(z.Real - 50) > 0.5 || Math.Abs(z.Imaginary) > 0.5))
        {
            Fail("ICX6008", location, path, string.Join(", ", file.Reference.Select(z => Short(z.Real)).Distinct()));
        }
    }

    private static string Short(double number) => number.ToString("G5", CultureInfo.InvariantCulture);

    internal static string Gigahertz(double frequency) => (frequency / 1e9).ToString("0.######", CultureInfo.InvariantCulture) + " GHz";
}
