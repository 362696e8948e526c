using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Reporting.Documents;
using InterconnectDsl.Reporting.Reading;

namespace InterconnectDsl.Reporting.Sections;

/// <summary>Things of a kind with some of their attributes, a row for each class of identical ones.</summary>
/// <param name="Id">The table's name.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Needed">A thing without this attribute's value has no row.</param>
/// <param name="Lines">The attributes.</param>
internal sealed record KindTable(string Id, string Kind, string Caption, string Needed, Line[] Lines)
{
    private const int MostRows = 40;

    /// <summary>The table, or null when nothing is in it.</summary>
    public Table? Read(DesignReader reader)
    {
        var rows = new List<(MemberClass Members, string Part, Cell?[] Cells)>();
        foreach (var group in reader.Things(Kind).Where(g => g.Kind.FindAttribute(Needed) is not null))
        {
            var values = Lines.Select(l => l.Path).Where(p => group.Kind.FindAttribute(p) is not null).Select(p => reader.Design.Attribute(group, p)).OfType<LoweredNumber>();
            foreach (var members in MemberClasses.Of(reader.Design, group, values.Select(n => n.Value)))
            {
                if (reader.Text(group, members.First, Needed) is not null)
                {
                    var part = group.ExtentOf(members.First).Part?.Part.Name ?? group.Kind.Name;
                    rows.Add((members, part, Lines.Select(l => reader.Read(group, members.First, l)).ToArray()));
                }
            }
        }

        return rows.Count == 0 ? null : Build(rows);
    }

    private Table Build(List<(MemberClass Members, string Part, Cell?[] Cells)> rows)
    {
        var used = Enumerable.Range(0, Lines.Length).Where(i => rows.Any(r => r.Cells[i] is not null)).ToArray();
        var columns = new List<TableColumn> { new("thing", "thing"), new("part", "part"), new("count", "how many", IsNumber: true) };
        columns.AddRange(used.Select(i => new TableColumn(Lines[i].Key, Lines[i].Label, IsNumber: true)));
        var shown = rows.Take(MostRows).Select(r => new Row(new Cell[] { r.Members.Name, r.Part, Cell.Count(r.Members.Count) }.Concat(used.Select(i => r.Cells[i] ?? "-")).ToArray()));
        return new(Id, Caption, columns, shown.ToList(), rows.Count > MostRows ? $"{Cell.Count(rows.Count - MostRows).Text} more classes are not listed." : null);
    }
}
