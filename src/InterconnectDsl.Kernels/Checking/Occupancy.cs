using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Checking;

/// <summary>
/// Finds two paths in one position of a connector. Paths that name no position fill positions 1, 2, 3 and on, in order of declaration and index; wavelengths that
/// share a fiber share its position. Connectors that no path enters by position cannot hold two in one.
/// </summary>
internal sealed class Occupancy(ElaboratedDesign design)
{
    // Shares of a fiber are fractions such as a third.
    private const double Rounding = 1e-6;

    private readonly HashSet<(Extent, Extent)> _told = new();

    // A path in a connector: the position it names, from 1, or none where it fills the next, and how many it takes: a fraction where it shares a fiber.
    private sealed record Entry(PathGroup Path, int Member, StepColumn Step, double? Position, double Share)
    {
        public Extent Extent => Path.ExtentOf(Member);

        public SourceSpan Location => ((PathSymbol)Extent.Symbol!).Steps[Step.Written].Value.Location;

        public string Name => Path.NameOf(Member);
    }

    public void Check()
    {
        var connectors = new Dictionary<Connector, List<Entry>>();
        var paths = design.Paths.ToList();
        foreach (var path in paths)
        {
            foreach (var step in path.Written.Where(s => s.Position is not null && !s.IsInPlace))
            {
                var positions = design.Interpreter.Evaluate(step.Position!);
                Enter(connectors, path, step, m => positions[step.Position!.Domain == Domain.One ? 0 : m]);
            }
        }

        foreach (var path in connectors.Count == 0 ? Enumerable.Empty<PathGroup>() : paths)
        {
            foreach (var step in path.Written.Where(s => s.Position is null && !s.IsInPlace))
            {
                Enter(connectors, path, step, _ => null);
            }
        }

        foreach (var connector in connectors)
        {
            Fill(connector.Key.Group.NameOf(connector.Key.Member), connector.Value);
        }
    }

    // A class, since the generic code for keys that are structs is not compiled ahead of time.
    private sealed record Connector(Group Group, int Member);

    private void Enter(Dictionary<Connector, List<Entry>> connectors, PathGroup path, StepColumn step, Func<int, double?> position)
    {
        for (var m = 0; m < path.Count; m++)
        {
            if (step.Things.At(m) is not var (group, member))
            {
                continue;
            }

            var (connector, at) = (new Connector(group, member), position(m));
            if (!connectors.TryGetValue(connector, out var entries))
            {
                if (at is null)
                {
                    continue;
                }

                connectors.Add(connector, entries = new());
            }

            // A position that does not exist is reported where positions are counted.
            if (at is null or >= 1 && design.NumberOf(path, "strands", m) is > 0 and var strands)
            {
                entries.Add(new(path, m, step, at, strands / (path.BothDirections ? 2 : 1)));
            }
        }
    }

    private void Fill(string connector, List<Entry> entries)
    {
        var taken = new Dictionary<int, (double Share, Entry First)>();
        var filled = 0.0;
        var inOrder = entries.OrderBy(e => e.Location.Text.Path, StringComparer.Ordinal).ThenBy(e => e.Extent.Symbol!.Location.Span.Start).ThenBy(e => e.Member);
        foreach (var entry in inOrder)
        {
            var start = entry.Position - 1 ?? filled;
            var end = start + entry.Share;
            filled = entry.Position is null ? end : filled;
            for (var at = (int)Math.Floor(start + Rounding); at < end - Rounding; at++)
            {
                var (share, first) = taken.TryGetValue(at, out var known) ? known : (0, entry);
                share += Math.Min(at + 1, end) - Math.Max(at, start);
                taken[at] = (share, first);
                if (share > 1 + Rounding)
                {
                    Tell(connector, at + 1, first, entry);
                }
            }
        }
    }

    private void Tell(string connector, int position, Entry first, Entry second)
    {
        if (_told.Add((first.Extent, second.Extent)))
        {
            var (named, other) = second.Position is null ? (first, second) : (second, first);
            var related = named.Location == other.Location ? Array.Empty<RelatedLocation>()
                : new[] { new RelatedLocation(other.Location, other.Position is null ? $"`{other.Name}` fills it in order" : $"`{other.Name}` enters it here") };
            design.Lowering.Fail("ICX3137", named.Location, related, named.Name, other.Name, Quantities.FormatNumber(position), connector);
        }
    }
}
