using InterconnectDsl.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace InterconnectDsl.Kernels.Tests.Numerics;

public class DenseFactorsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(64)]
    [InlineData(200)]
    public void A_solution_agrees_with_an_independent_one(int size)
    {
        var random = new Random(size);
        var matrix = Enumerable.Range(0, size * size).Select(_ => random.NextDouble() - 0.5).ToArray();
        var right = Enumerable.Range(0, size).Select(_ => random.NextDouble()).ToArray();
        var factors = DenseFactors.Of(matrix, size)!;

        var x = factors.Solve(right);
        var oracle = Matrix<double>.Build.DenseOfRowMajor(size, size, matrix).Solve(Vector<double>.Build.Dense(right));

        var scale = oracle.AbsoluteMaximum();
        Assert.All(Enumerable.Range(0, size), i => Assert.Equal(oracle[i] / scale, x[i] / scale, 1e-11));
    }

    [Fact]
    public void A_heat_path_divides_its_temperature_rise_by_resistance()
    {
        // Two nodes: 10 W into the first, 0.5 K/W between them, 1.5 K/W from the second to ambient: 15 K and 20 K above it.
        var factors = DenseFactors.Of(new[] { 2.0, -2.0, -2.0, 2.0 + (2.0 / 3.0) }, 2)!;

        Assert.Equal(new[] { 20.0, 15.0 }, factors.Solve(new[] { 10.0, 0.0 }).Select(t => Math.Round(t, 12)));
    }

    [Theory]
    [InlineData(3, 748.0)]
    [InlineData(6, 29070279.0)]
    [InlineData(8, 33872791095.0)]
    public void The_condition_of_a_Hilbert_matrix_is_that_of_its_exact_inverse(int size, double condition)
    {
        // From the exact inverse, whose entries are whole numbers, in the norm of column sums.
        var matrix = new double[size * size];
        for (var i = 0; i < matrix.Length; i++)
        {
            matrix[i] = 1.0 / ((i / size) + (i % size) + 1);
        }

        var estimate = DenseFactors.Of(matrix, size)!.ReciprocalCondition();

        Assert.InRange(estimate * condition, 0.99, 3.0);
    }

    [Fact]
    public void A_matrix_with_two_equal_rows_is_singular() => Assert.Null(DenseFactors.Of(new[] { 1.0, 2.0, 1.0, 2.0 }, 2));

    [Fact]
    public void A_zero_in_the_corner_is_no_obstacle()
    {
        var factors = DenseFactors.Of(new[] { 0.0, 1.0, 1.0, 0.0 }, 2)!;

        Assert.Equal(new[] { 7.0, 3.0 }, factors.Solve(new[] { 3.0, 7.0 }));
    }

    [Fact]
    public void More_than_512_unknowns_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DenseFactors.Of(new double[513 * 513], 513));
}
