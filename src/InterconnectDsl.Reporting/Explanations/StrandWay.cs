using System.Globalization;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Strands;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Reporting.Explanations;

/// <summary>A place a strand passes.</summary>
/// <param name="Thing">What it passes: an engine, a connector, a cord.</param>
/// <param name="Position">The position it has there, or null for fiber.</param>
/// <param name="Note">What it is there, or what the fiber does with it.</param>
/// <param name="Where">Where that is written.</param>
public sealed record StrandHop(string Thing, int? Position, string Note, SourceSpan Where);

/// <summary>The way of one strand, from its transmitter to where it comes out.</summary>
/// <param name="Title">Which strand it is.</param>
/// <param name="Outcome">Where it comes out, in a sentence.</param>
/// <param name="Arrives">Whether that is its receiver; null where it is not known.</param>
/// <param name="Hops">The places, in order of the light.</param>
public sealed record StrandWay(string Title, string Outcome, bool? Arrives, IReadOnlyList<StrandHop> Hops)
{
    /// <summary>The ways of the strands of a path: one, or one for each direction. Empty where it runs in no fiber.</summary>
    public static IReadOnlyList<StrandWay> Of(ElaboratedDesign design, PathGroup path, int member) =>
        design.Strands.CourseOf(path) is not { } course ? Array.Empty<StrandWay>()
            : Enumerable.Range(0, path.BothDirections && !design.Strands.IsOneStrand(course, member) ? 2 : 1).Select(d => new StrandWalk(design, course, member, d).Way()).ToList();
}

/// <summary>Puts the way of one strand into words.</summary>
internal sealed class StrandWalk(ElaboratedDesign design, Course course, int member, int direction)
{
    private readonly StrandMap _map = design.Strands;
    private readonly PathGroup _path = course.Path;

    public StrandWay Way()
    {
        var hops = new List<StrandHop>();
        for (var k = 0; k < course.Stops.Count; k++)
        {
            hops.Add(At(k));
            if (k < course.Reaches.Count)
            {
                hops.AddRange(Along(k));
            }
        }

        if (direction == 1)
        {
            hops.Reverse();
        }

        if (_map.AstrayOf(course, member, direction) is { } astray)
        {
            Stray(hops, astray);
        }

        var both = _path.BothDirections && !_map.IsOneStrand(course, member);
        var end = NameOf(course.Stops[direction == 0 ? course.Stops.Count - 1 : 0].Step);
        var title = !_path.BothDirections ? "its strand" : !both ? "its strand, both ways" : direction == 0 ? "the strand that sends" : "the strand that receives";
        var (outcome, arrives) = Outcome();
        return new($"{title}, from {hops[0].Thing} to {end}", outcome, arrives, hops);
    }

    /// <summary>The light goes no further than where it comes out: what would have followed is where it is wanted.</summary>
    private void Stray(List<StrandHop> hops, Seat astray)
    {
        var stop = course.Stops[direction == 0 ? course.Joint + 1 : course.Joint];
        var at = hops.FindIndex(h => h.Thing == NameOf(stop.Step));
        var use = _map.UseOf(course, astray) is var (word, pair) ? (word == "out" ? "where pair " + Number(pair) + " sends" : "where pair " + Number(pair) + " receives") : "which is unused";
        hops[at] = hops[at] with { Position = astray.Position, Note = $"{use}; wanted at position {Number(hops[at].Position ?? 0)}" };
        hops.RemoveRange(at + 1, hops.Count - at - 1);
    }

    private (string Text, bool? Arrives) Outcome()
    {
        if (!course.IsClosed)
        {
            return ("it ends in a connector; what it is mated with is not part of the design", null);
        }

        return _map.LandingOf(course, member) switch
        {
            null => ("it has no position somewhere on its way", null),
            Landing.Receiver => ("it comes to " + (_path.BothDirections ? "its receiver" : "its end"), true),
            Landing.OwnTransmitter => ("it comes to the transmitter of its own far end", false),
            Landing.OtherReceiver => ("it comes to the receiver of another lane", false),
            Landing.OtherTransmitter => ("it comes to the transmitter of another lane", false),
            _ => ("it comes to a position that nothing uses", false),
        };
    }

    private StrandHop At(int stop)
    {
        var thing = NameOf(course.Stops[stop].Step);
        if (_map.InnerOf(course, stop, member, direction) is not { } inner)
        {
            return new(thing, null, "no position", WhereOf(course.Stops[stop].Step));
        }

        var notes = new List<string>();
        if (_map.UseOf(course, inner) is var (use, pair))
        {
            notes.Add(use switch { "out" => "sends, pair ", "back" => "receives, pair ", _ => "laser light, " } + Number(pair));
        }

        if (!course.Stops[stop].IsEnd)
        {
            var outer = _map.OuterOf(course, stop, member, direction);
            notes.Insert(0, $"of {Text(inner, "places")}");
            if (outer is { } across && across.Position != inner.Position)
            {
                notes.Add($"faces position {Number(across.Position)}");
            }

            notes.Add($"{Text(inner, "gender")} in {Text(inner, "mate_gender")}");
            notes.Add($"key {Text(inner, "key")} to {Text(inner, "mate_key")}");
        }

        return new(thing, inner.Position, string.Join(", ", notes), WhereOf(course.Stops[stop].Step));
    }

    private IEnumerable<StrandHop> Along(int reach)
    {
        var (fibers, shuffle) = (course.Reaches[reach].Fibers, course.Reaches[reach].Shuffle);
        foreach (var step in fibers.Concat(shuffle is { } s ? new[] { s } : Array.Empty<int>()).OrderBy(s => s))
        {
            yield return step == shuffle ? InShuffle(reach, step) : new(NameOf(step), null, FiberNote(reach, step), WhereOf(step));
        }
    }

    private StrandHop InShuffle(int reach, int step)
    {
        var near = course.Stops[reach + 1].IsFar ? reach + 1 : reach;
        if (_path.Steps[step].Things.At(member) is { } box && _map.OuterOf(course, near, member, direction) is { } from && _map.StrandFrom(box, from) is var (strands, strand))
        {
            return new(NameOf(step), null, "through " + strands.NameOf(strand), strands.ExtentOf(strand).Symbol?.Location ?? WhereOf(step));
        }

        return new(NameOf(step), null, "no fiber takes it up", WhereOf(step));
    }

    private string FiberNote(int reach, int step)
    {
        if (_path.Steps[step].Things.At(member) is not { } fiber)
        {
            return "";
        }

        var notes = new List<string> { design.TextOf(fiber.Group, "length", fiber.Member) ?? "no length" };
        var method = design.TextOf(fiber.Group, "polarity", fiber.Member)?.ToUpperInvariant();
        if (course.Reaches[reach].Shuffle is not null)
        {
            notes.Add("at the shuffle");
        }
        else if (course.IsPigtail(reach))
        {
            notes.Add("laid as the connector says");
        }
        else if (method is not null)
        {
            notes.Add("method " + method);
        }
        else
        {
            notes.Add("made to measure" + (reach == course.Joint ? Fitting(fiber.Group) : ""));
        }

        if (design.NumberOf(fiber.Group, "maintains_polarization", fiber.Member) == 1)
        {
            notes.Add("keeps polarization");
        }

        return string.Join(", ", notes);
    }

    private string Fitting(Group fibers)
    {
        var words = (fibers.Kind.FindAttribute("polarity")?.Type as WordType)?.List;
        return words is not null && _map.MethodsThatFit(course, member, words.Count) is { Count: > 0 } fit
            ? "; method " + string.Join(" or ", fit.Select(f => words[f].ToUpperInvariant())) + " does it" : "";
    }

    private string NameOf(int step)
    {
        var column = _path.Steps[step];
        var far = column.IsFar ? "far " : "";
        return column.IsInPlace && Symbol.Steps[column.Written].Value.Location is var written ? far + Reading.DesignReader.OneLine(written.Text.Slice(written.Span))
            : column.Things.At(member) is { } thing ? far + thing.Group.NameOf(thing.Member) : far + "nothing";
    }

    private PathSymbol Symbol => (PathSymbol)_path.ExtentOf(member).Symbol!;

    private SourceSpan WhereOf(int step) => Symbol.Steps[_path.Steps[step].Written].Value.Location;

    private string Text(Seat seat, string name) => design.TextOf(seat.Group, name, seat.Member) ?? "?";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
