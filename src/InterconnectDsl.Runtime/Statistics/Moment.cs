namespace InterconnectDsl.Runtime;

/// <summary>Count, mean, spread and extremes of some samples.</summary>
/// <param name="Count">How many numbers there were; those that are none are left out.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Squares">The sum of the squared distances from the mean.</param>
/// <param name="Minimum">The smallest.</param>
/// <param name="Maximum">The largest.</param>
internal readonly record struct Moment(long Count, double Mean, double Squares, double Minimum, double Maximum)
{
    /// <summary>That of no samples.</summary>
    public static readonly Moment None = new(0, 0.0, 0.0, double.PositiveInfinity, double.NegativeInfinity);

    /// <summary>
    /// Of both together. Source: T. F. Chan, G. H. Golub, R. J. LeVeque, "Algorithms for computing the sample variance: analysis and recommendations", The
    /// American Statistician 37 (1983).
    /// </summary>
    public static Moment Of(Moment a, Moment b)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return a.Count == 0 ? b : a;
        }

        var count = a.Count + b.Count;
        var distance = b.Mean - a.Mean;
        var share = (double)b.Count / count;
        return new(
            count,
            a.Mean + (distance * share),
            a.Squares + b.Squares + (distance * distance * a.Count * share),
            b.Minimum < a.Minimum ? b.Minimum : a.Minimum,
            b.Maximum > a.Maximum ? b.Maximum : a.Maximum);
    }
}
