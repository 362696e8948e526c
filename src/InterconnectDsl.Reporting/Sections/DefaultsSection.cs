using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Units;
using InterconnectDsl.Reporting.Documents;
using InterconnectDsl.Reporting.Reading;

namespace InterconnectDsl.Reporting.Sections;

/// <summary>What the library says and the user's files do not, among all that the numbers above rest on; what nobody has confirmed comes first.</summary>
internal static class DefaultsSection
{
    private static readonly TableColumn[] Columns =
    {
        new("confidence", "conf."), new("name", "value of"), new("value", "is", IsNumber: true), new("written", "as written"), new("source", "source"), new("where", "where"),
    };

    /// <summary>The section.</summary>
    public static IEnumerable<Block> Blocks(ReportContext context)
    {
        var reader = context.Reader;
        var defaults = reader.Foundations.Defaults(reader.Shown).Where(d => d.Origin!.Type is not (TextType or NodeType)).ToList();
        var plain = defaults.Where(d => d.Origin is { Source: null, Confidence: null } && IsTrivial(reader, d)).ToHashSet();
        var rows = defaults.Where(d => !plain.Contains(d)).Select(d => (Default: d, Name: NameOf(reader, d.Origin!)))
            .OrderBy(d => RankOf(d.Default.Origin!)).ThenBy(d => d.Name, StringComparer.Ordinal).Select(d => RowOf(reader, d.Default, d.Name)).ToList();
        if (rows.Count == 0)
        {
            yield return new Paragraph("The numbers above rest on nothing but what the design's files say.", IsAbsence: true);
            yield break;
        }

        var unconfirmed = rows.Count(r => r.Tone == Tone.Doubtful);
        yield return new Paragraph(
            $"The numbers above rest on {Cell.Count(rows.Count).Text} values of the library. {(unconfirmed == 0 ? "Each has been confirmed by some source." : $"Nobody has confirmed {Cell.Count(unconfirmed).Text} of them (U).")} "
            + "A is normative text or two independent sources, B one secondary source, C computed from others. "
            + $"{Cell.Count(plain.Count).Text} further defaults only say that something is zero, off or as usual.");
        yield return new Table("defaults", null, Columns, rows);
    }

    private static Row RowOf(DesignReader reader, Value value, string name)
    {
        var origin = value.Origin!;
        var written = DesignReader.OneLine(origin.Text ?? "");
        var shown = origin.Symbol is AttributeSymbol { Type: PointType or ExtentType or RangeType } ? written
            : DesignReader.Format(reader.Foundations.NumberOf(value), origin.Type, origin.Unit, 12);
        return new(new Cell[] { origin.Confidence?.ToString(), name, shown, Cell.Code(written), origin.Source ?? "none stated", origin.Location.ToString() },
            origin.Confidence == Confidence.U ? Tone.Doubtful : Tone.Plain);
    }

    private static string NameOf(DesignReader reader, Origin origin)
    {
        if (origin.Owner is not Group { Extents.Count: > 0 } group)
        {
            return origin.Name;
        }

        var attribute = origin.Symbol as AttributeSymbol;
        var part = attribute is null ? null : reader.Design.FormulaOf(group, attribute.Name, 0)?.Part;
        return (part?.Name ?? group.Extents[0].Part?.Part.Name ?? group.Kind.Name) + "." + (attribute?.Name ?? origin.Name);
    }

    // Zero, false and a first word are how things are where nothing is said; they carry no claim.
    private static bool IsTrivial(DesignReader reader, Value value) =>
        value.Origin!.Type is BoolType or WordType || reader.Foundations.NumberOf(value) is 0 or double.NaN;

    private static int RankOf(Origin origin) => origin.Confidence switch { Confidence.U => 0, null => 1, Confidence.C => 2, Confidence.B => 3, _ => 4 };
}
