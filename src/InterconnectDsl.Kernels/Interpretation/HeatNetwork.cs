using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>
/// Temperatures of a linear network: what arises in a node flows to others in proportion to the difference of their temperatures, and to surroundings of a
/// given temperature. Each part that hangs together is solved on its own, by <see cref="DenseFactors"/>. A node that nothing reaches and in which nothing
/// arises has no temperature.
/// </summary>
internal sealed class HeatNetwork(Value value, double[] between, double[] outward, double[] heat, double[] ambient)
{
    /// <summary>Below this reciprocal condition fewer than four digits of a temperature are left.</summary>
    private const double LeastCondition = 1e-12;

    private readonly int _count = value.Domain.Count;

    /// <summary>What went wrong, or null.</summary>
    public Fault? Fault { get; private set; }

    /// <summary>The temperature of each node.</summary>
    public double[] Solve()
    {
        var temperatures = new double[_count];
        foreach (var part in Parts())
        {
            var solved = Solve(part);
            for (var i = 0; i < part.Count; i++)
            {
                temperatures[part[i]] = solved[i];
            }
        }

        return temperatures;
    }

    private double Between(int a, int b)
    {
        var (low, high) = a < b ? (a, b) : (b, a);
        var at = (low * _count) - (low * (low + 1) / 2) + (high - low - 1);
        return between[between.Length == 1 ? 0 : at];
    }

    private static double At(double[] numbers, int node) => numbers[numbers.Length == 1 ? 0 : node];

    // Nodes that hang together; what is absent or failed ties them together too, so that it reaches all it would have.
    private IEnumerable<List<int>> Parts()
    {
        var seen = new bool[_count];
        for (var start = 0; start < _count; start++)
        {
            if (seen[start])
            {
                continue;
            }

            var part = new List<int> { start };
            seen[start] = true;
            for (var next = 0; next < part.Count; next++)
            {
                for (var other = 0; other < _count; other++)
                {
                    if (!seen[other] && Between(part[next], other) != 0.0)
                    {
                        seen[other] = true;
                        part.Add(other);
                    }
                }
            }

            part.Sort();
            yield return part;
        }
    }

    private double[] Solve(List<int> part)
    {
        var matrix = new double[part.Count * part.Count];
        var right = new double[part.Count];
        for (var i = 0; i < part.Count; i++)
        {
            var node = part[i];
            var surroundings = At(outward, node);
            var given = At(ambient, node);
            right[i] = At(heat, node) + (surroundings == 0.0 ? 0.0 : surroundings * given);
            matrix[(i * part.Count) + i] += surroundings;
            for (var j = 0; j < part.Count; j++)
            {
                if (i != j)
                {
                    var conductance = Between(node, part[j]);
                    matrix[(i * part.Count) + i] += conductance;
                    matrix[(i * part.Count) + j] = -conductance;
                }
            }
        }

        return Missing(part) is { } missing ? Filled(part.Count, missing) : Solve(part, matrix, right);
    }

    /// <summary>The first number that is absent or failed among those of a part; null where there is none.</summary>
    private double? Missing(List<int> part)
    {
        double? missing = null;
        foreach (var a in part)
        {
            foreach (var number in part.Where(b => b > a).Select(b => Between(a, b)).Concat(new[] { At(outward, a), At(heat, a), At(outward, a) == 0.0 ? 0.0 : At(ambient, a) }))
            {
                missing = double.IsNaN(number) && (missing is null || Absence.IsFailed(number)) ? number : missing;
            }
        }

        return missing;
    }

    private double[] Solve(List<int> part, double[] matrix, double[] right)
    {
        if (part.Exists(a => At(outward, a) < 0.0 || part.Exists(b => b > a && Between(a, b) < 0.0)))
        {
            return Fail(part, FaultKind.OutsideDomain);
        }

        if (part.TrueForAll(n => At(outward, n) == 0.0))
        {
            return part.TrueForAll(n => At(heat, n) == 0.0) ? Filled(part.Count, Absence.Absent) : Fail(part, FaultKind.NoWayOut);
        }

        var factors = DenseFactors.Of(matrix, part.Count);
        if (factors is null || !(factors.ReciprocalCondition() >= LeastCondition))
        {
            return Fail(part, FaultKind.IllConditioned);
        }

        var solved = factors.Solve(right);
        return Array.TrueForAll(solved, Floats.IsFinite) ? solved : Fail(part, FaultKind.Overflow);
    }

    private double[] Fail(List<int> part, FaultKind kind)
    {
        var hottest = part.OrderByDescending(n => At(heat, n)).First();
        Fault ??= new(value, kind, hottest, part.Count, new[] { At(heat, hottest) });
        return Filled(part.Count, Absence.FailedAt(value.Id));
    }

    private static double[] Filled(int count, double number)
    {
        var all = new double[count];
        for (var i = 0; i < count; i++)
        {
            all[i] = number;
        }

        return all;
    }
}
