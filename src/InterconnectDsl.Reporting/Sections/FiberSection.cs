using InterconnectDsl.Reporting.Documents;
using InterconnectDsl.Reporting.Reading;

namespace InterconnectDsl.Reporting.Sections;

/// <summary>Connectors with what they carry, and the bill of materials.</summary>
internal static class FiberSection
{
    private static readonly KindTable Connectors = new("connectors", "connector", "Connectors", "fibers", new Line[]
    {
        new("fibers", "positions"), new("used", "used"), new("free", "free"), new("polish", "polish"), new("optical_loss", "loss", "dB"), new("reflectance", "reflectance", "dB"),
    });

    /// <summary>The section.</summary>
    public static IEnumerable<Block> Blocks(ReportContext context)
    {
        var connectors = Connectors.Read(context.Reader);
        if (connectors is null && !context.Reader.Things("fiber").Any())
        {
            yield return new Paragraph("The design has neither fibers nor optical connectors.", IsAbsence: true);
        }

        if (connectors is not null)
        {
            yield return connectors;
        }

        yield return StockTables.Bill(context) with { Caption = "Bill of materials" };
    }
}
