namespace InterconnectDsl.Runtime;

/// <summary>
/// A stage of a compiled kernel, for some points. Column number s begins <c>s * stride</c> numbers behind <paramref name="columns"/>; the first one takes
/// flags. What another stage or input gave is read at <c>point and mask</c>, where the mask is 0 for a column with the same number at all points.
/// </summary>
/// <param name="columns">The first number of the first column.</param>
/// <param name="masks">The masks: of constants, of each input, of each stage.</param>
/// <param name="stride">Numbers a column has.</param>
/// <param name="start">The first point.</param>
/// <param name="end">The point behind the last; columns have room for as many more as make a whole number of vectors.</param>
public delegate void StageBody(ref double columns, ref nint masks, nint stride, nint start, nint end);

/// <summary>The stages of a compiled kernel for any number of lanes.</summary>
public interface IStageBodies
{
    /// <summary>The bodies of all stages, in order.</summary>
    /// <typeparam name="T">The lanes.</typeparam>
    /// <typeparam name="TOperations">The operations.</typeparam>
    StageBody[] Of<T, TOperations>()
        where T : struct, ILanes<T>
        where TOperations : struct, ILaneOperations<T>;
}

/// <summary>Stages that exist for one precision and one number of lanes: what a kernel emitted at run time has.</summary>
/// <param name="Layout">How their columns lie. The inputs and results are those of every precision.</param>
/// <param name="Fast">The bodies that expect numbers to be there.</param>
/// <param name="Careful">Those for points at which a number is none, of one lane; none for reduced precision, where full precision computes such points.</param>
/// <param name="Lanes">The number of lanes of <paramref name="Fast"/>.</param>
public sealed record StageSet(KernelLayout Layout, StageBody[] Fast, StageBody[] Careful, int Lanes);
