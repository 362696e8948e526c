using InterconnectDsl.Language.Units;
using InterconnectDsl.Reporting.Documents;
using InterconnectDsl.Reporting.Reading;

namespace InterconnectDsl.Reporting.Sections;

/// <summary>What is replaced when something fails, how much stops meanwhile, and what stands by.</summary>
internal static class ServiceSection
{
    /// <summary>What is listed even when it states no failure rate: what carries light or data and can be exchanged.</summary>
    private static readonly string[] Listed = { "die", "engine", "laser", "fiber", "connector", "copper_assembly" };

    private static readonly Line[] Rates =
    {
        new("service_fit", "replaced in service", "FIT", 7), new("tray_fit", "replaced as a tray", "FIT", 7), new("return_fit", "takes the whole back", "FIT", 7),
        new("annual_return", "chance in a year that the whole goes back", "%", 4), new("spare_engines", "engines that stand by"),
        new("engine_survival", "chance that enough engines outlive the mission", "%", 6),
    };

    private static readonly TableColumn[] Columns =
    {
        new("part", "part"), new("kind", "kind"), new("count", "how many", IsNumber: true), new("spare", "of these spare", IsNumber: true), new("swap", "when one fails"),
        new("blast", "stops, each way", IsNumber: true), new("share", "of the design", IsNumber: true), new("fit", "each fails with", IsNumber: true), new("things", "things"),
    };

    private static readonly KindTable Emitters = new("standby_lasers", "laser", "Emitters that outlive the mission", "survival", new Line[]
    {
        new("emitters", "emitters"), new("spare_emitters", "of these stand by"), new("mission_life", "mission", "yr"), new("survival", "chance that enough live", "%", 6),
        new("lanes_lit", "lanes lit"),
    });

    /// <summary>The section.</summary>
    public static IEnumerable<Block> Blocks(ReportContext context)
    {
        var rows = Parts(context).ToList();
        if (rows.Count == 0)
        {
            yield return new Paragraph("Nothing in the design carries data or light, or states a failure rate, so there is nothing to replace.", IsAbsence: true);
            yield break;
        }

        yield return new Table("replacements", "When one fails", Columns, rows,
            "What stops is payload of one direction through the part, or lit by it, until it is replaced; nothing is taken off for parts that stand by.");
        if (context.FactTable("rates", "Failures by what they take back", Rates) is { } rates)
        {
            yield return rates;
        }

        if (Emitters.Read(context.Reader) is { } emitters)
        {
            yield return emitters;
        }
    }

    private static IEnumerable<Row> Parts(ReportContext context)
    {
        var reader = context.Reader;
        var listed = Listed.Select(reader.Kind).OfType<Language.Symbols.KindSymbol>().ToList();
        var whole = reader.Number(reader.Design.DesignGroup, 0, "payload") ?? 0;
        var stock = context.Stock.Items.Where(s => listed.Exists(k => s.Group.Kind.Is(k)) || reader.Number(s.Group, s.Members.First, "fit") is > 0);
        foreach (var alike in stock.GroupBy(s => (s.Part, s.Kind, Swap: reader.Text(s.Group, s.Members.First, "swap"), Blast: reader.Number(s.Group, s.Members.First, "blast"),
                     Fit: reader.Number(s.Group, s.Members.First, "fit"))))
        {
            var (group, first) = (alike.First().Group, alike.First().Members.First);
            yield return new(new[]
            {
                alike.Key.Part, alike.Key.Kind, Cell.Count(alike.Sum(s => s.Members.Count)), Cell.Count(alike.Sum(s => s.Spares)), WordOf(alike.Key.Swap),
                reader.Read(group, first, new("blast", "", "Tb/s")) ?? "-", whole > 0 && alike.Key.Blast is { } blast ? Share(reader, blast / whole) : "-",
                reader.Read(group, first, new("fit", "", "FIT")) ?? "-", string.Join(", ", alike.Select(s => s.Members.Name)),
            }, alike.Key.Swap is null && alike.Key.Fit > 0 ? Tone.Doubtful : Tone.Plain);
        }
    }

    private static Cell Share(DesignReader reader, double share) => DesignReader.Format(share, TypeNames.Find("ratio")!, reader.UnitOf("%"), 4);

    private static string WordOf(string? swap) => swap switch
    {
        "in_service" => "replaced in service", "tray" => "a new tray", "return_whole" => "the whole goes back", _ => "nobody has said",
    };
}
