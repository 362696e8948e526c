using System.Collections.Concurrent;
using System.Globalization;

namespace InterconnectDsl.Runtime;

/// <content>Grids of points.</content>
public sealed partial class Kernel
{
    // Their columns are worth keeping: fresh memory costs as much as some thousand points.
    private readonly ConcurrentBag<KernelRun>[] _free = Array.ConvertAll(new int[2 * (MostLanes + 1)], _ => new ConcurrentBag<KernelRun>());

    /// <summary>
    /// All results at every point of a grid. The points of the longest axis go side by side, the other axes around them, so that what depends on some of the
    /// inputs only is computed once for each of their values and not for each point.
    /// </summary>
    /// <param name="axes">For each input, in order, the numbers it takes, each finite; a single one where it stays the same.</param>
    /// <param name="results">
    /// For each output, in order, room for all points of its first member, then of its second and so on. Of the points the last axis changes fastest.
    /// </param>
    /// <param name="precision">How exact.</param>
    /// <param name="lanes">How many numbers go side by side: 8, 4, 2, 1, or 0 for what this processor does best.</param>
    /// <exception cref="ArgumentException">There are too few or too many axes or results, a length is wrong, or a number is infinite or NaN.</exception>
    public void Sweep(IReadOnlyList<double[]> axes, IReadOnlyList<double[]> results, Precision precision = Precision.Full, int lanes = 0)
    {
        var points = Check(axes, results);
        var along = 0;
        for (var i = 1; i < axes.Count; i++)
        {
            along = axes[i].Length >= axes[along].Length ? i : along;
        }

        var run = Borrow(precision, lanes);
        for (var at = 0; points > 0 && at < (axes.Count == 0 ? 1 : axes[along].Length); at += run.TilePoints)
        {
            var count = axes.Count == 0 ? 1 : Math.Min(run.TilePoints, axes[along].Length - at);
            if (axes.Count > 0)
            {
                run.Load(along, axes[along].AsSpan(at, count));
            }

            Around(run, axes, results, along, at, count, points);
        }

        GiveBack(run);
    }

    /// <summary>The same as <see cref="Start(Precision, int)"/>, but perhaps one that was given back: for evaluations that end soon.</summary>
    /// <param name="precision">How exact.</param>
    /// <param name="lanes">How many points go side by side: 8, 4, 2, 1, or 0 for what this processor does best.</param>
    /// <exception cref="PlatformNotSupportedException">This processor has no instructions for that number of lanes.</exception>
    public KernelRun Borrow(Precision precision = Precision.Full, int lanes = 0)
    {
        var width = lanes == 0 ? LaneWidth.Best : lanes;
        return LaneWidth.IsSupported(width) && _free[Place(precision, width)].TryTake(out var run) ? run : Start(precision, lanes);
    }

    /// <summary>Gives back what was borrowed and is not used any more.</summary>
    public void GiveBack(KernelRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        run.Renew();
        _free[Place(run.Precision, run.Lanes)].Add(run);
    }

    private static int Place(Precision precision, int lanes) => ((int)precision * (MostLanes + 1)) + lanes;

    // Goes through the axes that stand around a tile, the last one fastest.
    private void Around(KernelRun run, IReadOnlyList<double[]> axes, IReadOnlyList<double[]> results, int along, int at, int count, int points)
    {
        var place = new int[axes.Count];
        for (var axis = 0; axis >= 0;)
        {
            var (first, stride, step) = (0, 1, 1);
            for (var i = axes.Count - 1; i >= 0; i--)
            {
                first += stride * (i == along ? at : place[i]);
                step = i == along ? stride : step;
                stride *= axes[i].Length;
                if (i != along)
                {
                    run.Set(i, axes[i][place[i]]);
                }
            }

            run.Execute(count);
            for (var o = 0; o < results.Count; o++)
            {
                for (var m = 0; m < Layout.Outputs[o].Members; m++)
                {
                    run.Copy(o, m, count, results[o].AsSpan((m * points) + first), step);
                }
            }

            // The next place, as an odometer counts.
            for (axis = axes.Count - 1; axis >= 0 && (axis == along || ++place[axis] == axes[axis].Length); axis--)
            {
                place[axis] = 0;
            }
        }
    }

    private int Check(IReadOnlyList<double[]> axes, IReadOnlyList<double[]> results)
    {
        if (axes.Count != Layout.Inputs.Length || results.Count != Layout.Outputs.Length)
        {
            throw new ArgumentException(string.Format(
                CultureInfo.InvariantCulture, "There are {0} inputs, each with an axis, and {1} outputs, each with results.", Layout.Inputs.Length, Layout.Outputs.Length));
        }

        var points = axes.Aggregate(1L, (all, axis) => all > int.MaxValue ? all : all * axis.Length);
        for (var o = 0; o < results.Count; o++)
        {
            if (results[o].Length != points * Layout.Outputs[o].Members)
            {
                throw new ArgumentException(string.Format(
                    CultureInfo.InvariantCulture, "The grid has {0} points, so the results of {1} need {2} places.", points, Layout.Outputs[o].Name,
                    points * Layout.Outputs[o].Members), nameof(results));
            }
        }

        return (int)points;
    }
}
