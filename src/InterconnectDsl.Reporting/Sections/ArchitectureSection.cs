using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Reporting.Documents;
using InterconnectDsl.Reporting.Reading;

namespace InterconnectDsl.Reporting.Sections;

/// <summary>What the structure amounts to, and why: a sentence for each class of links, and the mounts it rests on.</summary>
internal static class ArchitectureSection
{
    private static readonly string[] Telling = { "form", "signal", "oio" };

    private static readonly TableColumn[] Columns =
    {
        new("links", "links"), new("count", "how many", IsNumber: true), new("form", "class"), new("signal", "signal"), new("facet", "facet"),
        new("proof", "because"), new("mounts", "what stands on what"),
    };

    private static readonly Line[] Shares =
    {
        new("cpo_bandwidth", "co-packaged"), new("npo_bandwidth", "near-packaged"), new("obo_bandwidth", "on-board"), new("pluggable_bandwidth", "pluggable"),
        new("cpc_bandwidth", "co-packaged copper"), new("copper_bandwidth", "copper"),
    };

    /// <summary>The section.</summary>
    public static IEnumerable<Block> Blocks(ReportContext context)
    {
        var reader = context.Reader;
        var design = reader.Design.DesignGroup;
        var rows = reader.Paths("link").SelectMany(g => Rows(reader, g)).ToList();
        if (rows.Count == 0)
        {
            yield return new Paragraph("No architecture can be derived: the design has no links.", IsAbsence: true);
            yield break;
        }

        yield return new Paragraph(Sentence(reader));
        yield return new Table("architecture", null, Columns, rows,
            "The class follows from what is mounted on what, and from nothing else: not from a name, a socket or a distance.");
        if (reader.Text(design, 0, "architecture") == "hybrid")
        {
            var shares = Shares.Where(s => reader.Number(design, 0, s.Path) is > 0).ToList();
            if (context.FactTable("shares", "Bandwidth of each class", shares) is { } table)
            {
                yield return table;
            }
        }
    }

    private static string Sentence(DesignReader reader)
    {
        var design = reader.Design.DesignGroup;
        var word = (reader.Text(design, 0, "architecture") ?? "unresolved").ToUpperInvariant();
        var claim = reader.Design.Symbol.Body.Overrides.TryGetValue("architecture", out var stated)
            ? $" The design claims it at {stated.Location}, and the claim was checked." : "";
        return $"{design.NameOf(0)} is {word}: {reader.Text(design, 0, "proof")}.{claim}";
    }

    private static IEnumerable<Row> Rows(DesignReader reader, PathGroup group)
    {
        var values = Telling.Select(t => reader.Design.Attribute(group, t)).OfType<LoweredNumber>().Select(n => n.Value);
        foreach (var members in MemberClasses.Of(reader.Design, group, values))
        {
            var first = members.First;
            yield return new(new Cell[]
            {
                members.Name, Cell.Count(members.Count), reader.Text(group, first, "form")?.ToUpperInvariant(),
                reader.Design.ThingOf(group, "tx", first) is null ? "" : reader.Text(group, first, "signal"),
                reader.Text(group, first, "oio") == "true" ? "OIO" : "", reader.Text(group, first, "proof"), Mounts(reader, group, first),
            });
        }
    }

    private static string Mounts(DesignReader reader, PathGroup group, int member) =>
        string.Join("; ", new[] { "die", "partner" }.Select(n => reader.Design.ThingOf(group, n, member)).OfType<(Group Group, int Member)>().Select(Chain));

    private static string Chain((Group Group, int Member) thing)
    {
        var names = new List<string> { thing.Group.NameOf(thing.Member) };
        for (var at = thing.Group.Host?.At(thing.Member); at is { } host && names.Count < 12; at = host.Group.Host?.At(host.Member))
        {
            names.Add(host.Group.NameOf(host.Member));
        }

        return string.Join(" on ", names);
    }
}
