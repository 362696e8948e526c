namespace InterconnectDsl.Runtime.Tests.Lanes;

/// <summary>Every operation does in each lane what the scalar language does, at every width.</summary>
public class LaneTests
{
    private static readonly double[] Numbers =
    [
        0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.5, -2.5, 3.0, 0.75, 1.4999999999999998, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308,
        2.225073858507201e-308, 1e-310, double.MaxValue, double.MinValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 1e15 + 0.5,
        4503599627370495.5, Math.PI, -Math.E, 1e300, 1e-300, 123456789.125, -1e-5, 0.1, 7.0,
    ];

    private static readonly Dictionary<string, Func<double, double, double, double>> Expected = new(StringComparer.Ordinal)
    {
        ["+"] = (a, b, _) => a + b,
        ["-"] = (a, b, _) => a - b,
        ["*"] = (a, b, _) => a * b,
        ["/"] = (a, b, _) => a / b,
        ["negate"] = (a, _, _) => -a,
        ["multiply add"] = Math.FusedMultiplyAdd,
        ["multiply subtract"] = (a, b, c) => Math.FusedMultiplyAdd(a, b, -c),
        ["negated multiply add"] = (a, b, c) => Math.FusedMultiplyAdd(-a, b, c),
        ["sqrt"] = (a, _, _) => Math.Sqrt(a),
        ["abs"] = (a, _, _) => Math.Abs(a),
        ["round"] = (a, _, _) => Math.Round(a, MidpointRounding.ToEven),
        ["floor"] = (a, _, _) => Math.Floor(a),
        ["minimum"] = (a, b, _) => b < a ? b : a,
        ["maximum"] = (a, b, _) => b > a ? b : a,
        ["less"] = (a, b, _) => a < b ? 1.0 : 0.0,
        ["less or equal"] = (a, b, _) => a <= b ? 1.0 : 0.0,
        ["equal"] = (a, b, _) => a == b ? 1.0 : 0.0,
        ["equal bits"] = (a, b, _) => Bits(a) == Bits(b) ? 1.0 : 0.0,
        ["and"] = (a, b, _) => Of(Bits(a) & Bits(b)),
        ["or"] = (a, b, _) => Of(Bits(a) | Bits(b)),
        ["xor"] = (a, b, _) => Of(Bits(a) ^ Bits(b)),
        ["xor of three"] = (a, b, c) => Of(Bits(a) ^ Bits(b) ^ Bits(c)),
        ["add bits"] = (a, b, _) => Of(unchecked(Bits(a) + Bits(b))),
        ["multiply bits"] = (a, b, _) => Of((Bits(a) & uint.MaxValue) * (Bits(b) & uint.MaxValue)),
        ["shift up"] = (a, _, _) => Of(Bits(a) << 13),
        ["shift down"] = (a, _, _) => Of(Bits(a) >> 13),
        ["lookup"] = (a, _, _) => 100.0 + (Bits(a) & 15),
        ["scale"] = (a, b, _) => Math.ScaleB(Between(a), (int)Exponent(b)),
        ["split"] = (a, _, _) => Part(a).M,
        ["exponent"] = (a, _, _) => Part(a).K,
    };

    public static TheoryData<int> All => Widths.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Every_operation_means_the_same_at_every_width(int lanes)
    {
        var (a, b, c) = Triples();
        var work = new Operations(a, b, c);
        LaneWidth.Run(ref work, lanes);
        Assert.Equal(Expected.Keys.Order(StringComparer.Ordinal), work.Results.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, expected) in Expected)
        {
            for (var i = 0; i < a.Length; i++)
            {
                var (want, got) = (expected(a[i], b[i], c[i]), work.Results[name][i]);
                Assert.True(Same(want, got), $"{name} of {a[i]:R}, {b[i]:R}, {c[i]:R} is {want:R}, not {got:R}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_reduced_reciprocal_and_root_keep_their_bound_and_their_edges(int lanes)
    {
        var random = new System.Random(5);
        var x = Enumerable.Range(0, 100_000).Select(_ => Math.Pow(10.0, (600.0 * random.NextDouble()) - 300.0)).ToArray();
        var work = new Operations(x, x, x);
        LaneWidth.Run(ref work, lanes);
        for (var i = 0; i < x.Length; i++)
        {
            Assert.InRange(work.Reciprocals[i] * x[i], 1.0 - 6e-9, 1.0 + 6e-9);
            Assert.Equal(work.Reciprocals[i], work.NearReciprocals[i]);
            Assert.InRange(work.Roots[i] / Math.Sqrt(x[i]), 1.0 - 6e-9, 1.0 + 6e-9);
        }

        var edges = new[] { 0.0, -0.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN, -1.0, 0.0, 0.0 };
        work = new Operations(edges, edges, edges);
        LaneWidth.Run(ref work, lanes);
        Assert.Equal([double.PositiveInfinity, double.NegativeInfinity, 0.0, -0.0, double.NaN], work.Reciprocals.Take(5));
        Assert.Equal([0.0, -0.0, double.PositiveInfinity, double.NaN, double.NaN, double.NaN], work.Roots.Take(6));
    }

    private static bool Same(double a, double b) => Bits(a) == Bits(b) || (double.IsNaN(a) && double.IsNaN(b));

    private static ulong Bits(double x) => BitConverter.DoubleToUInt64Bits(x);

    private static double Of(ulong bits) => BitConverter.UInt64BitsToDouble(bits);

    // A number that Scale takes, between 1/2 and 4 in size, made of the bits of any.
    private static double Between(double x) => Of((Bits(x) & 0x801FFFFFFFFFFFFFUL) | 0x3FE0000000000000UL);

    private static double Exponent(double x) => double.IsFinite(x) ? Math.Round(Math.IEEERemainder(x, 2401.0)) : 1.0;

    private static (double M, double K) Part(double x)
    {
        if (!(x >= 0.0))
        {
            return (double.NaN, double.NaN);
        }

        if (x == 0.0 || double.IsInfinity(x))
        {
            return (1.0, x == 0.0 ? double.NegativeInfinity : x);
        }

        var k = Math.ILogB(x);
        var m = Math.ScaleB(x, -k);
        return m < 1.5 ? (m, k) : (0.5 * m, k + 1);
    }

    // Every number with every other, and a third.
    private static (double[] A, double[] B, double[] C) Triples()
    {
        var n = Numbers.Length;
        var indices = Enumerable.Range(0, n * n).ToArray();
        return ([.. indices.Select(i => Numbers[i / n])], [.. indices.Select(i => Numbers[i % n])], [.. indices.Select(i => Numbers[((i * 7) + 3) % n])]);
    }

    private sealed class Operations(double[] a, double[] b, double[] c) : ILaneWork
    {
        private static readonly double[] Hundreds = [.. Enumerable.Range(100, 16).Select(i => (double)i)];

        public Dictionary<string, double[]> Results { get; } = new(StringComparer.Ordinal);

        public double[] Reciprocals { get; } = new double[a.Length];

        public double[] NearReciprocals { get; } = new double[a.Length];

        public double[] Roots { get; } = new double[a.Length];

        public void Run<T>()
            where T : struct, ILanes<T>
        {
            for (var i = 0; i < a.Length; i += T.Count)
            {
                var (x, y, z) = (T.Load(in a[0], i), T.Load(in b[0], i), T.Load(in c[0], i));
                Arithmetic(x, y, z, i);
                Choices(x, y, i);
                OnBits(x, y, z, i);
                T.Store(T.ReducedReciprocal(x), ref Reciprocals[0], i);
                T.Store(T.NearReciprocal(x), ref NearReciprocals[0], i);
                T.Store(T.ReducedSqrt(x), ref Roots[0], i);
            }
        }

        private static T Between<T>(T x)
            where T : struct, ILanes<T> => (x & T.OfBits(0x801FFFFFFFFFFFFFUL)) | T.OfBits(0x3FE0000000000000UL);

        private static T Exponents<T>(T x)
            where T : struct, ILanes<T>
        {
            var numbers = new double[T.Count];
            T.Store(x, ref numbers[0], 0);
            return T.Load(in numbers.Select(Exponent).ToArray()[0], 0);
        }

        private void Arithmetic<T>(T x, T y, T z, int i)
            where T : struct, ILanes<T>
        {
            Keep("+", x + y, i);
            Keep("-", x - y, i);
            Keep("*", x * y, i);
            Keep("/", x / y, i);
            Keep("negate", -x, i);
            Keep("multiply add", T.MultiplyAdd(x, y, z), i);
            Keep("multiply subtract", T.MultiplySubtract(x, y, z), i);
            Keep("negated multiply add", T.NegatedMultiplyAdd(x, y, z), i);
            Keep("sqrt", T.Sqrt(x), i);
            Keep("abs", T.Abs(x), i);
            Keep("round", T.Round(x), i);
            Keep("floor", T.Floor(x), i);
            Keep("scale", T.Scale(Between(x), Exponents(y)), i);
        }

        private void Choices<T>(T x, T y, int i)
            where T : struct, ILanes<T>
        {
            var one = T.Of(1.0);
            Keep("minimum", T.Minimum(x, y), i);
            Keep("maximum", T.Maximum(x, y), i);
            Keep("less", T.Select(T.Less(x, y), one, T.Zero), i);
            Keep("less or equal", T.Select(T.LessOrEqual(x, y), one, T.Zero), i);
            Keep("equal", T.Select(T.Equal(x, y), one, T.Zero), i);
            Keep("equal bits", T.Select(T.EqualBits(x, y), one, T.Zero), i);

            // What Split says about 0, infinity and no number at all is checked by the class of number, not by its bits.
            var m = T.Split(x, out var k);
            var outside = T.Equal(x, T.Zero) | T.Equal(x, T.Of(double.PositiveInfinity));
            Keep("split", T.Select(outside, one, m), i);
            Keep("exponent", T.Select(T.Equal(m, m), k, m), i);
        }

        private void OnBits<T>(T x, T y, T z, int i)
            where T : struct, ILanes<T>
        {
            Keep("and", x & y, i);
            Keep("or", x | y, i);
            Keep("xor", x ^ y, i);
            Keep("xor of three", T.ExclusiveOr(x, y, z), i);
            Keep("add bits", T.AddBits(x, y), i);
            Keep("multiply bits", T.MultiplyBits(x, y), i);
            Keep("shift up", T.ShiftUp(x, 13), i);
            Keep("shift down", T.ShiftDown(x, 13), i);
            Keep("lookup", T.Lookup(Hundreds, x), i);
        }

        private void Keep<T>(string name, T lanes, int i)
            where T : struct, ILanes<T>
        {
            if (!Results.TryGetValue(name, out var results))
            {
                results = new double[a.Length];
                Results.Add(name, results);
            }

            T.Store(lanes, ref results[0], i);
        }
    }
}
