using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Strands;

/// <summary>What was found for each path of a group; absent where nothing was.</summary>
internal sealed class Landed(int count)
{
    public double[] How { get; } = Absent(count);

    // Where all cords are made to measure, nobody asks for these.
    private readonly Lazy<double[]> _leaves = new(() => Absent(count));
    private readonly Lazy<double[]> _arrives = new(() => Absent(count));
    private readonly Lazy<double[]> _wanted = new(() => Absent(count));

    public double[] Leaves => _leaves.Value;

    public double[] Arrives => _arrives.Value;

    public double[] Wanted => _wanted.Value;

    public Dictionary<int, (PathGroup, int)> Met { get; } = new();

    private static double[] Absent(int count)
    {
        var numbers = new double[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = Absence.Absent;
        }

        return numbers;
    }
}
