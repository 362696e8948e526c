using System.Globalization;
using System.Text;
using InterconnectDsl.Reporting.Diagnostics;

namespace InterconnectDsl.Reporting.Explanations;

/// <summary>The ways of strands as text for terminals, and as JSON.</summary>
public static class StrandRenderer
{
    /// <summary>A heading for each strand, and a line for each place it passes: its name, its position, what it is there, and where that is written.</summary>
    public static string Text(IReadOnlyList<StrandWay> ways, TextStyle style)
    {
        var output = new StringBuilder();
        foreach (var way in ways)
        {
            var (things, notes) = (way.Hops.Max(h => h.Thing.Length), way.Hops.Max(h => NoteOf(h).Length));
            output.Append('\n').Append(style.Paint(Role.Strong, way.Title)).Append(": ")
                .Append(style.Paint(way.Arrives switch { true => Role.Good, false => Role.Error, _ => Role.Note }, way.Outcome)).Append('\n');
            foreach (var hop in way.Hops)
            {
                output.Append("  ").Append(hop.Thing.PadRight(things)).Append("  ").Append(NoteOf(hop).PadRight(notes)).Append("  ")
                    .Append(style.Paint(Role.Faint, "[" + hop.Where + "]")).Append('\n');
            }
        }

        return output.ToString();
    }

    /// <summary>An array <c>strands</c> in the object at hand: <c>strand</c>, <c>outcome</c>, <c>arrives</c>, and <c>hops</c> with <c>thing</c>, <c>position</c>, <c>note</c>, <c>where</c>.</summary>
    internal static void WriteJson(System.Text.Json.Utf8JsonWriter writer, IReadOnlyList<StrandWay> ways) =>
        writer.WriteArray("strands", ways, way => writer.WriteElement(() =>
        {
            writer.WriteString("strand", way.Title);
            writer.WriteString("outcome", way.Outcome);
            if (way.Arrives is { } arrives)
            {
                writer.WriteBoolean("arrives", arrives);
            }

            writer.WriteArray("hops", way.Hops, hop => writer.WriteElement(() =>
            {
                writer.WriteString("thing", hop.Thing);
                if (hop.Position is { } position)
                {
                    writer.WriteNumber("position", position);
                }

                writer.WriteString("note", hop.Note);
                writer.WriteString("where", hop.Where.ToString());
            }));
        }));

    private static string NoteOf(StrandHop hop) => hop.Position is { } position ? "position " + position.ToString(CultureInfo.InvariantCulture) + (hop.Note.StartsWith("of ", StringComparison.Ordinal) ? " " : ", ") + hop.Note : hop.Note;
}
