using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Strands;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Reporting.Reading;

/// <summary>Cables that are alike: of one fiber and length, between the same sorts of ends.</summary>
/// <param name="Sort">A pigtail, a cord, a leg of a breakout, fiber to a shuffle.</param>
/// <param name="Fiber">The parts it is made of.</param>
/// <param name="From">What it begins in, with the plug it has there.</param>
/// <param name="To">What it ends in.</param>
/// <param name="Method">The method it states, or what would do where it is made to measure.</param>
/// <param name="KeepsPolarization">Whether all of its fiber does.</param>
/// <param name="Length">Its length in m.</param>
/// <param name="Ribbon">Fibers in a ribbon, or null.</param>
/// <param name="Fibers">Fibers in each.</param>
internal sealed record CableSort(string Sort, string Fiber, string From, string To, string Method, bool KeepsPolarization, double Length, int? Ribbon, int Fibers);

/// <summary>The cables of a design: the strands of all paths, gathered by what they join. A mirrored far half belongs to another box and is not in it.</summary>
internal sealed class Cables
{
    private const double Rounding = 1e-6;

    private readonly DesignReader _reader;
    private readonly ElaboratedDesign _design;
    private readonly Dictionary<(CableSort, Group, int, Group, int), (double Strands, HashSet<string>? Methods)> _cables = new();

    private Cables(DesignReader reader)
    {
        _reader = reader;
        _design = reader.Design;
    }

    /// <summary>The sorts of cables with how many there are of each, in order of the paths.</summary>
    public static IReadOnlyList<(CableSort Sort, int Count)> Of(DesignReader reader)
    {
        var cables = new Cables(reader);
        foreach (var course in reader.Design.Strands.Courses)
        {
            cables.Gather(course);
        }

        var perFrom = cables._cables.Keys.GroupBy(k => (k.Item1, k.Item2, k.Item3)).ToDictionary(g => g.Key, g => g.Count());
        var perTo = cables._cables.Keys.GroupBy(k => (k.Item1, k.Item4, k.Item5)).ToDictionary(g => g.Key, g => g.Count());
        string SortOf((CableSort Sort, Group, int, Group, int) key) =>
            key.Sort.Sort == "cord" && (perFrom[(key.Sort, key.Item2, key.Item3)] > 1 || perTo[(key.Sort, key.Item4, key.Item5)] > 1) ? "leg of a breakout" : key.Sort.Sort;
        return cables._cables.Select(c => c.Key.Item1 with { Sort = SortOf(c.Key), Fibers = (int)Math.Ceiling(c.Value.Strands - Rounding), Method = c.Key.Item1.Method + MethodText(c.Value.Methods) })
            .GroupBy(s => s).Select(g => (g.Key, g.Count())).ToList();
    }

    private static string MethodText(HashSet<string>? methods) => methods is null ? "" : methods.Count == 0 ? ", made to measure" : ", made to measure as " + string.Join(" or ", methods.Order(StringComparer.Ordinal));

    private void Gather(Course course)
    {
        var last = course.Path.Mirrored ? course.Joint : course.Reaches.Count - 1;
        for (var k = 0; k <= last && k < course.Reaches.Count; k++)
        {
            var reach = course.Reaches[k];
            var (before, after) = (reach.Fibers.Where(f => reach.Shuffle is not { } s || f < s).ToList(), reach.Fibers.Where(f => f > reach.Shuffle).ToList());
            for (var m = 0; m < course.Path.Count; m++)
            {
                if (course.Stops[k].Things.At(m) is { } from && course.Stops[k + 1].Things.At(m) is { } to)
                {
                    var box = reach.Shuffle is { } s ? course.Path.Steps[s].Things.At(m) : null;
                    Add(course, k, m, before, from, box ?? to);
                    Add(course, k, m, after, box ?? from, to);
                }
            }
        }
    }

    private void Add(Course course, int reach, int m, List<int> steps, (Group Group, int Member) from, (Group Group, int Member) to)
    {
        if (steps.Count == 0 || _design.NumberOf(course.Path, "strands", m) is not (> 0 and var strands))
        {
            return;
        }

        var fibers = steps.Select(s => course.Path.Steps[s].Things.At(m)).Where(f => f is not null).Select(f => f!.Value).ToList();
        var isCord = !course.IsPigtail(reach) && course.Reaches[reach].Shuffle is null;
        var sort = new CableSort(
            course.Reaches[reach].Shuffle is not null ? "to a shuffle" : isCord ? "cord" : "pigtail", string.Join(" + ", fibers.Select(PartOf)), EndOf(from, isCord), EndOf(to, isCord),
            isCord ? string.Join(", ", fibers.Select(f => _design.TextOf(f.Group, "polarity", f.Member)?.ToUpperInvariant()).OfType<string>()) : "",
            fibers.TrueForAll(f => _reader.Number(f.Group, f.Member, "maintains_polarization") == 1), fibers.Sum(f => _reader.Number(f.Group, f.Member, "length") ?? 0),
            (int?)fibers.Select(f => _reader.Number(f.Group, f.Member, "ribbon")).FirstOrDefault(r => r is not null), 0);
        var key = (sort, from.Group, from.Member, to.Group, to.Member);
        _cables.TryGetValue(key, out var known);
        _cables[key] = (known.Strands + strands, isCord && sort.Method.Length == 0 ? Fitting(course, reach, m, fibers[0].Group, known.Methods) : null);
    }

    /// <summary>The methods that would do for all strands of a cord that is made to measure.</summary>
    private HashSet<string> Fitting(Course course, int reach, int m, Group fiber, HashSet<string>? known)
    {
        var words = (fiber.Kind.FindAttribute("polarity")?.Type as WordType)?.List ?? Array.Empty<string>();
        var fit = reach == course.Joint ? _design.Strands.MethodsThatFit(course, m, words.Count) ?? Array.Empty<int>() : Array.Empty<int>();
        var methods = new HashSet<string>(fit.Select(f => words[f].ToUpperInvariant()), StringComparer.Ordinal);
        methods.IntersectWith(known ?? methods);
        return methods;
    }

    /// <summary>A part with the plug or ferrule the cable has there.</summary>
    private string EndOf((Group Group, int Member) thing, bool isCord)
    {
        var gender = _design.TextOf(thing.Group, isCord ? "mate_gender" : "gender", thing.Member);
        return PartOf(thing) + (gender is null ? "" : ", " + gender);
    }

    private static string PartOf((Group Group, int Member) thing) => thing.Group.ExtentOf(thing.Member).Part?.Part.Name ?? thing.Group.Kind.Name;
}
