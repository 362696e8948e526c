using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime;

/// <summary>
/// The two polynomials of the normal inverse, for two vectors at a time: each coefficient is read once for both. Written as constants of the code they would be
/// read for each vector anew, and reading, not arithmetic, would set the pace.
/// </summary>
internal static class CentralCurves
{
    /// <summary>The coefficients of <see cref="FullPrecision.NormalInverse"/>: top and bottom, highest power first, the bottom's without the leading 1.</summary>
    public static readonly double[] Full =
    [
        NormalDistribution.CentralTop14, NormalDistribution.CentralTop13, NormalDistribution.CentralTop12, NormalDistribution.CentralTop11,
        NormalDistribution.CentralTop10, NormalDistribution.CentralTop9, NormalDistribution.CentralTop8, NormalDistribution.CentralTop7,
        NormalDistribution.CentralTop6, NormalDistribution.CentralTop5, NormalDistribution.CentralTop4, NormalDistribution.CentralTop3,
        NormalDistribution.CentralTop2, NormalDistribution.CentralTop1, NormalDistribution.CentralTop0,
        NormalDistribution.CentralBottom13, NormalDistribution.CentralBottom12, NormalDistribution.CentralBottom11, NormalDistribution.CentralBottom10,
        NormalDistribution.CentralBottom9, NormalDistribution.CentralBottom8, NormalDistribution.CentralBottom7, NormalDistribution.CentralBottom6,
        NormalDistribution.CentralBottom5, NormalDistribution.CentralBottom4, NormalDistribution.CentralBottom3, NormalDistribution.CentralBottom2,
        NormalDistribution.CentralBottom1, NormalDistribution.CentralBottom0,
    ];

    /// <summary>
    /// The coefficients of <see cref="ReducedPrecision.NormalInverse"/>: even powers of the top, odd ones, even ones of the bottom, odd ones. Even and odd powers
    /// apart, each highest first, make a shorter chain of operations.
    /// </summary>
    public static readonly double[] Reduced =
    [
        ReducedPrecision.CentralTop8, ReducedPrecision.CentralTop6, ReducedPrecision.CentralTop4, ReducedPrecision.CentralTop2, ReducedPrecision.CentralTop0,
        ReducedPrecision.CentralTop7, ReducedPrecision.CentralTop5, ReducedPrecision.CentralTop3, ReducedPrecision.CentralTop1,
        ReducedPrecision.CentralBottom6, ReducedPrecision.CentralBottom4, ReducedPrecision.CentralBottom2, ReducedPrecision.CentralBottom0,
        ReducedPrecision.CentralBottom5, ReducedPrecision.CentralBottom3, ReducedPrecision.CentralBottom1,
    ];
}
