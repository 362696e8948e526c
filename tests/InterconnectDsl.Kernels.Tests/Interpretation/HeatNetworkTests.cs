using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using MathNet.Numerics.LinearAlgebra;

namespace InterconnectDsl.Kernels.Tests.Interpretation;

/// <summary>Temperatures of networks: by hand, by another solver, and where there are none.</summary>
public class HeatNetworkTests
{
    [Fact]
    public void Two_nodes_in_a_row_are_as_warm_as_their_resistances_say()
    {
        // 10 W into the first, 2 W/K to the second, from there 0.5 W/K to 300 K: 320 K, and 5 K more.
        var (temperatures, fault) = Solve(2, [2], [0, 0.5], [10, 0], [300, 300]);
        Assert.Null(fault);
        Assert.Equal(325, temperatures[0], 1e-12);
        Assert.Equal(320, temperatures[1], 1e-12);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(200)]
    public void A_network_is_solved_as_by_another_solver(int count)
    {
        var random = new Random(count);
        var between = Enumerable.Range(0, count * (count - 1) / 2).Select(_ => random.Next(3) == 0 ? Math.Pow(10, (4 * random.NextDouble()) - 3) : 0).ToArray();
        var outward = Enumerable.Range(0, count).Select(_ => 0.1 + random.NextDouble()).ToArray();
        var heat = Enumerable.Range(0, count).Select(_ => 100 * random.NextDouble()).ToArray();
        var ambient = Enumerable.Range(0, count).Select(_ => 280 + (40 * random.NextDouble())).ToArray();
        var matrix = Matrix<double>.Build.Dense(count, count);
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            matrix[i, i] += outward[i];
            for (var j = i + 1; j < count; j++, at++)
            {
                matrix[i, i] += between[at];
                matrix[j, j] += between[at];
                matrix[i, j] = matrix[j, i] = -between[at];
            }
        }

        var oracle = matrix.Solve(Vector<double>.Build.Dense(count, i => heat[i] + (outward[i] * ambient[i])));
        var (temperatures, fault) = Solve(count, between, outward, heat, ambient);
        Assert.Null(fault);
        Assert.All(Enumerable.Range(0, count), i => Assert.Equal(oracle[i], temperatures[i], 1e-10 * oracle[i]));
    }

    [Fact]
    public void Heat_without_a_way_out_is_a_fault_of_its_own_part_alone()
    {
        // 0 and 1 hang together and are cooled; 2 and 3 hang together and are not.
        var (temperatures, fault) = Solve(4, [1, 0, 0, 0, 0, 1], [1, 0, 0, 0], [5, 0, 2, 7], [300, 300, 300, 300]);
        Assert.Equal(FaultKind.NoWayOut, fault!.Kind);
        Assert.Equal(3, fault.Member);
        Assert.Equal(305, temperatures[1], 1e-12);
        Assert.True(Absence.IsFailed(temperatures[2]));
    }

    [Fact]
    public void A_node_that_nothing_reaches_has_no_temperature()
    {
        var (temperatures, fault) = Solve(2, [0], [1, 0], [5, 0], [300, 300]);
        Assert.Null(fault);
        Assert.Equal(305, temperatures[0], 1e-12);
        Assert.True(Absence.IsAbsent(temperatures[1]));
    }

    [Fact]
    public void A_conductance_below_zero_and_one_that_drowns_the_others_are_faults()
    {
        Assert.Equal(FaultKind.OutsideDomain, Solve(2, [-1], [1, 1], [5, 0], [300, 300]).Fault!.Kind);
        Assert.Equal(FaultKind.IllConditioned, Solve(2, [1e15], [1, 0], [5, 0], [300, 300]).Fault!.Kind);
    }

    [Fact]
    public void What_is_absent_is_absent_in_all_it_reaches_and_nowhere_is_a_bare_NaN()
    {
        var (temperatures, fault) = Solve(3, [Absence.Absent, 0, 0], [1, 1, 1], [5, 0, 2], [300, 300, 300]);
        Assert.Null(fault);
        Assert.True(Absence.IsAbsent(temperatures[0]) && Absence.IsAbsent(temperatures[1]));
        Assert.Equal(302, temperatures[2], 1e-12);
    }

    private static (double[] Temperatures, Fault? Fault) Solve(int count, double[] between, double[] outward, double[] heat, double[] ambient)
    {
        var ir = new IrBuilder();
        var domain = new Domain("nodes", count);
        var value = ir.Network(domain, ir.Constant(0), ir.Constant(0), ir.Constant(0), ir.Constant(0), default);
        var network = new HeatNetwork(value, between, outward, heat, ambient);
        return (network.Solve(), network.Fault);
    }
}
