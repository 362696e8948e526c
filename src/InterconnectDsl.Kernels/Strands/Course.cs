using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Kernels.Strands;

/// <summary>Where the strands of a path stop: at its ends, and at the connectors between them.</summary>
/// <param name="Step">The step of the path it is.</param>
/// <param name="Things">The engine, laser or connector, for each path.</param>
/// <param name="IsEnd">Whether light begins or ends here.</param>
/// <param name="IsFar">Whether it is a mirrored copy.</param>
public sealed record Stop(int Step, RefColumn Things, bool IsEnd, bool IsFar);

/// <summary>What lies between two stops.</summary>
/// <param name="Fibers">The steps that are fiber.</param>
/// <param name="Shuffle">The step that is a shuffle, or null.</param>
public sealed record Reach(IReadOnlyList<int> Fibers, int? Shuffle);

/// <summary>The way of the strands of a group of paths: stops, and the fiber between them. A near half and a far half meet in one reach, the joint.</summary>
public sealed class Course
{
    private Course(PathGroup path, Stop[] stops, Reach[] reaches, int joint)
    {
        Path = path;
        Stops = stops;
        Reaches = reaches;
        Joint = joint;
        Followed = path.Count;
    }

    /// <summary>The paths.</summary>
    public PathGroup Path { get; }

    /// <summary>The stops, from the near end.</summary>
    public IReadOnlyList<Stop> Stops { get; }

    /// <summary>The fiber: number k lies between stops k and k + 1.</summary>
    public IReadOnlyList<Reach> Reaches { get; }

    /// <summary>The reach in which the two halves meet; the number of the last stop where the path ends in a connector and has no far half.</summary>
    public int Joint { get; private set; }

    /// <summary>Its number among the courses of the design.</summary>
    internal int Number { get; set; }

    /// <summary>How many of the paths are followed; the others are alike, each as the one a whole multiple of this number before it.</summary>
    public int Followed { get; internal set; }

    /// <summary>Whether the path has an end on both sides.</summary>
    public bool IsClosed => Stops[Stops.Count - 1].IsEnd;

    /// <summary>For a mirrored far stop, the near one it is a copy of; else the stop itself.</summary>
    public int NearOf(int stop) => Stops[stop].IsFar ? Stops.Count - 1 - stop : stop;

    /// <summary>Whether a reach joins an end to a connector: a pigtail, laid as the connector says.</summary>
    public bool IsPigtail(int reach) => Stops[reach].IsEnd || Stops[reach + 1].IsEnd;

    /// <summary>The way of a group of paths; null where no light runs between connectors or engines.</summary>
    /// <param name="path">The paths.</param>
    /// <param name="kinds">Engine and laser, connector, fiber, shuffle.</param>
    /// <param name="isStated">Whether some member's fiber at a step says how it orders its fibers.</param>
    internal static Course? Of(PathGroup path, StrandKinds kinds, Func<int, bool> isStated)
    {
        var (stops, reaches) = (new List<Stop>(), new List<Reach>());
        var (fibers, shuffle) = (new List<int>(), (int?)null);
        for (var k = 0; k < path.Steps.Count; k++)
        {
            var step = path.Steps[k];
            var isEnd = kinds.IsEnd(step.Things);
            if (stops.Count == 0 && !isEnd)
            {
                continue;
            }

            if (isEnd || kinds.IsConnector(step.Things))
            {
                if (stops.Count > 0)
                {
                    reaches.Add(new(fibers, shuffle));
                }

                stops.Add(new(k, step.Things, isEnd, step.IsFar));
                (fibers, shuffle) = (new(), null);
                if (isEnd && stops.Count > 1)
                {
                    break;
                }
            }
            else if (kinds.IsFiber(step.Things))
            {
                fibers.Add(k);
            }
            else if (kinds.IsShuffle(step.Things))
            {
                shuffle = k;
            }
        }

        if (stops.Count < 2)
        {
            return null;
        }

        var course = new Course(path, stops.ToArray(), reaches.ToArray(), stops.Count - 1);
        course.Joint = course.FindJoint(isStated);
        return course;
    }

    /// <summary>
    /// The middle of a mirrored path; else the last cord between connectors that is made to measure, the last of all where every one says its method, and a pigtail
    /// where there is no cord.
    /// </summary>
    private int FindJoint(Func<int, bool> isStated)
    {
        if (!IsClosed)
        {
            return Stops.Count - 1;
        }

        if (Path.Mirrored)
        {
            return Stops.Count(s => !s.IsFar) - 1;
        }

        var cords = Enumerable.Range(0, Reaches.Count).Where(k => !IsPigtail(k)).ToList();
        var free = cords.Where(k => Reaches[k].Shuffle is null && !Reaches[k].Fibers.Any(isStated)).ToList();
        return free.Count > 0 ? free[free.Count - 1] : cords.Count > 0 ? cords[cords.Count - 1] : Reaches.Count - 1;
    }
}

/// <summary>The kinds of the library that a strand's way is made of.</summary>
internal sealed class StrandKinds
{
    private readonly KindSymbol?[] _ends;
    private readonly KindSymbol? _connector;
    private readonly KindSymbol? _fiber;
    private readonly KindSymbol? _shuffle;
    private readonly KindSymbol? _feed;

    public StrandKinds(Func<string, KindSymbol?> find)
    {
        _ends = new[] { find("engine"), find("laser") };
        _connector = find("connector");
        _fiber = find("fiber");
        _shuffle = find("shuffle");
        _feed = find("feed");
        Strand = find("strand");
    }

    public KindSymbol? Strand { get; }

    public bool IsEnd(RefColumn things) => Array.Exists(_ends, k => Is(things, k));

    public bool IsConnector(RefColumn things) => Is(things, _connector);

    public bool IsFiber(RefColumn things) => Is(things, _fiber);

    public bool IsShuffle(RefColumn things) => Is(things, _shuffle);

    /// <summary>Whether a path carries light for modulators, and no data.</summary>
    public bool IsLight(PathGroup path) => _feed is not null && path.Kind.Is(_feed);

    private static bool Is(RefColumn things, KindSymbol? kind) => kind is not null && things.Targets.Count > 0 && things.Targets.All(t => t.Kind.Is(kind));
}
