using System.Numerics;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Channels;

/// <summary>Which ports of four are the near end of the pair.</summary>
public enum PortOrder
{
    /// <summary>Ports 1 and 3 are the near end, 2 and 4 the far end: 1 leads to 2, 3 to 4.</summary>
    OddNear,

    /// <summary>Ports 1 and 2 are the near end, 3 and 4 the far end: 1 leads to 3, 2 to 4.</summary>
    LowNear,
}

/// <summary>
/// The differential mode of a network between its two ends: SDD of four single-ended ports, the two differential ports of a mixed-mode file, or a file of
/// two ports as it is.
/// </summary>
public sealed class DifferentialPair
{
    private readonly TouchstoneFile _file;
    private readonly int[] _near;
    private readonly int[] _far;

    private DifferentialPair(TouchstoneFile file, int[] near, int[] far)
    {
        _file = file;
        _near = near;
        _far = far;
    }

    /// <summary>The pair of a network; null where it is not one pair with two ends.</summary>
    /// <param name="file">The network.</param>
    /// <param name="order">The order of its ports; of no meaning in a file that has two, or names their modes.</param>
    public static DifferentialPair? Of(TouchstoneFile file, PortOrder order)
    {
        var differential = Enumerable.Range(0, file.Modes.Count).Where(p => file.Modes[p][0] == 'D').ToArray();
        if (file.Modes.Count > 0)
        {
            return differential.Length == 2 ? new(file, new[] { differential[0] }, new[] { differential[1] }) : null;
        }

        return file.Ports switch
        {
            2 => new(file, new[] { 0 }, new[] { 1 }),
            4 when order == PortOrder.OddNear => new(file, new[] { 0, 2 }, new[] { 1, 3 }),
            4 => new(file, new[] { 0, 1 }, new[] { 2, 3 }),
            _ => null,
        };
    }

    /// <summary>From the near end to the far end: SDD21.</summary>
    public Complex Through(int point) => Between(point, _far, _near);

    /// <summary>Back from the near end: SDD11.</summary>
    public Complex NearReflection(int point) => Between(point, _near, _near);

    /// <summary>Back from the far end: SDD22.</summary>
    public Complex FarReflection(int point) => Between(point, _far, _far);

    /// <summary>
    /// Whether each near port leads to its far port rather than to its neighbour, at the lowest frequency, where no coupling hides it; true where the file
    /// leaves no choice.
    /// </summary>
    public bool IsJoinedAsStated()
    {
        if (_near.Length == 1)
        {
            return true;
        }

        // What would be the near pair in the other order is one near and one far port.
        var (other, across) = (_near[1] == 2 ? new[] { 0, 1 } : new[] { 0, 2 }, _near[1] == 2 ? new[] { 2, 3 } : new[] { 1, 3 });
        return Joined(_near, _far) >= Joined(other, across);
    }

    private double Joined(int[] near, int[] far) =>
        Power.Hypot(_file.S(0, far[0], near[0]).Real, _file.S(0, far[0], near[0]).Imaginary)
        + Power.Hypot(_file.S(0, far[1], near[1]).Real, _file.S(0, far[1], near[1]).Imaginary);

    // Half the sum over both conductors of what leaves by the plus and enters by the plus, and so on with signs.
    private Complex Between(int point, int[] leaving, int[] entering) => leaving.Length == 1
        ? _file.S(point, leaving[0], entering[0])
        : 0.5 * (_file.S(point, leaving[0], entering[0]) - _file.S(point, leaving[0], entering[1])
            - _file.S(point, leaving[1], entering[0]) + _file.S(point, leaving[1], entering[1]));
}
