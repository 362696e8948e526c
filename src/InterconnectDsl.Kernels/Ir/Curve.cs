namespace InterconnectDsl.Kernels.Ir;

/// <summary>
/// A quantity known at points: straight lines between neighbours, and no value outside the first and the last. Immutable; the arrays are not copied.
/// </summary>
public sealed class Curve
{
    /// <summary>Makes a curve.</summary>
    /// <param name="name">What it is of, for messages: the path of a file.</param>
    /// <param name="points">Where it is known, rising, in coherent units; at least one.</param>
    /// <param name="values">What it is there.</param>
    public Curve(string name, double[] points, double[] values)
    {
        if (points.Length == 0 || points.Length != values.Length)
        {
            throw new ArgumentException("a curve has a value for each of its points, and one at least", nameof(points));
        }

        Name = name;
        Points = points;
        Values = values;
    }

    /// <summary>What it is of.</summary>
    public string Name { get; }

    /// <summary>Where it is known, rising.</summary>
    public double[] Points { get; }

    /// <summary>What it is there.</summary>
    public double[] Values { get; }

    /// <summary>Where it begins.</summary>
    public double First => Points[0];

    /// <summary>Where it ends.</summary>
    public double Last => Points[Points.Length - 1];

    /// <summary>Its value, exact at its points and linear between two; NaN outside its range.</summary>
    public double At(double x)
    {
        var found = Array.BinarySearch(Points, x);
        if (found >= 0)
        {
            return Values[found];
        }

        var next = ~found;
        if (next == 0 || next == Points.Length)
        {
            return double.NaN;
        }

        var share = (x - Points[next - 1]) / (Points[next] - Points[next - 1]);
        return Values[next - 1] + (share * (Values[next] - Values[next - 1]));
    }
}
