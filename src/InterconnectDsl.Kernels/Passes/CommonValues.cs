using System.Globalization;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Passes;

/// <summary>
/// What is computed twice is computed once: constants with the same bits, data with the same numbers, reads through maps and lists that say the same, and
/// whatever has the same operation and arguments then. Where a merged operation fails, the first of them is blamed.
/// </summary>
public sealed class CommonValues : Pass
{
    private readonly Dictionary<string, Value> _known = new(StringComparer.Ordinal);
    private readonly Contents _contents = new();
    private PassContext? _context;

    private protected override Value Rewrite(Value value, PassContext context)
    {
        if (_context != context)
        {
            _known.Clear();
            _context = context;
        }

        if (value.Op == OpCode.Constant)
        {
            return context.To.Constant(value.Constant);
        }

        if (KeyOf(value, context) is not { } key)
        {
            return context.Copy(value);
        }

        if (!_known.TryGetValue(key, out var made))
        {
            _known.Add(key, made = context.Copy(value));
        }

        return made;
    }

    // A fixed point and its unknown are their own. Of two names for one value the first stays.
    private string? KeyOf(Value value, PassContext context)
    {
        var detail = value.Op switch
        {
            OpCode.Input or OpCode.Solve or OpCode.Unknown or OpCode.Interpolate => null,
            OpCode.Draw => (value.Keys!.IsNormal ? "normal " : "") + string.Join(",", value.Keys.All()),
            OpCode.Data => Whole(_contents.Of(value.Data!.Length, m => BitConverter.DoubleToInt64Bits(value.Data[m]))),
            OpCode.Gather => Whole(_contents.Of(value.Map!.From.Count, m => value.Map[m])),
            >= OpCode.Sum and <= OpCode.All => Whole(_contents.Of(value.Shape!.Offsets.Length, o => value.Shape.Offsets[o])),
            _ => "",
        };
        return detail is null ? null
            : value.Op + "/" + Whole(_contents.Of(value.Domain)) + "/" + detail + "/" + string.Join(",", value.Arguments.Select(a => Whole(context.Of(a).Id)));
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Gives lists of numbers a number each, the same to equal ones.</summary>
    private sealed class Contents
    {
        private readonly Dictionary<long, List<(long[] Numbers, int Number)>> _lists = new();
        private readonly Dictionary<Domain, int> _domains = new();
        private int _next;

        public int Of(Domain domain)
        {
            if (!_domains.TryGetValue(domain, out var number))
            {
                _domains.Add(domain, number = _domains.Count);
            }

            return number;
        }

        public int Of(int count, Func<int, long> number)
        {
            var (numbers, hash) = (new long[count], 17L);
            for (var i = 0; i < count; i++)
            {
                numbers[i] = number(i);
                hash = unchecked((hash * 0x5851F42D4C957F2DL) + numbers[i] + 1);
            }

            if (!_lists.TryGetValue(hash, out var known))
            {
                _lists.Add(hash, known = new());
            }

            foreach (var (list, found) in known)
            {
                if (list.SequenceEqual(numbers))
                {
                    return found;
                }
            }

            known.Add((numbers, _next));
            return _next++;
        }
    }
}
