namespace InterconnectDsl.Runtime;

/// <summary>Work written for any number of lanes, which <see cref="LaneWidth"/> runs with the right one.</summary>
public interface ILaneWork
{
    /// <summary>Does the work.</summary>
    /// <typeparam name="T">The lanes to do it with.</typeparam>
    void Run<T>()
        where T : struct, ILanes<T>;
}
