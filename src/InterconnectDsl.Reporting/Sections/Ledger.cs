using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Reporting.Documents;
using InterconnectDsl.Reporting.Reading;

namespace InterconnectDsl.Reporting.Sections;

/// <summary>Which steps of a path a ledger goes through.</summary>
internal enum StepRange
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Those before the first engine; all where there is none.</summary>
    BeforeEngine,
}

/// <summary>One part of a ledger: figures, then what each step adds, then sums and limits.</summary>
/// <param name="Name">What it accounts for.</param>
/// <param name="Before">Figures above the steps.</param>
/// <param name="Step">The attribute of steps that is accounted for, with its unit; steps where it is zero are left out.</param>
/// <param name="Range">Which steps.</param>
/// <param name="After">Figures below the steps. Without the last of them the part does not apply.</param>
internal sealed record LedgerPart(string Name, Line[] Before, Line Step, StepRange Range, Line[] After);

/// <summary>An account along a path: a table for each class of paths whose figures are all equal.</summary>
/// <param name="Id">The name of its tables.</param>
/// <param name="Parts">Its parts.</param>
/// <param name="Worst">The attribute whose least value comes first, or null to keep the order of declaration.</param>
internal sealed record Ledger(string Id, LedgerPart[] Parts, string? Worst)
{
    private const int MostTables = 6;
    private const int MostLines = 40;

    private static readonly TableColumn[] Columns =
    {
        new("part", "part"), new("line", "line"), new("value", "value", IsNumber: true), new("basis", "rests on"), new("confidence", "conf."), new("where", "where"),
    };

    /// <summary>A class of paths.</summary>
    internal sealed record PathClass(PathGroup Group, MemberClass Members);

    /// <summary>The classes of paths of a kind, the worst first.</summary>
    public IReadOnlyList<PathClass> ClassesOf(DesignReader reader, string kind)
    {
        var classes = reader.Paths(kind).SelectMany(g => MemberClasses.Of(reader.Design, g, Telling(reader, g)).Select(m => new PathClass(g, m)));
        return Worst is null ? classes.ToList() : classes.OrderBy(c => reader.Number(c.Group, c.Members.First, Worst) ?? double.PositiveInfinity).ToList();
    }

    /// <summary>The tables of the classes, the first of many.</summary>
    /// <param name="reader">Reads the design.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="what">What one path is called.</param>
    /// <param name="summary">Figures of the table that lists all classes when there are several.</param>
    public IEnumerable<Block> Blocks(DesignReader reader, IReadOnlyList<PathClass> classes, string what, Line[] summary)
    {
        if (classes.Count > 1)
        {
            yield return Summary(reader, classes, what, summary);
        }

        foreach (var pathClass in classes.Take(MostTables))
        {
            var rows = Parts.SelectMany(p => Rows(reader, pathClass, p)).ToList();
            if (rows.Count > 0)
            {
                yield return new Table(Id, pathClass.Members.Name, Columns, rows);
            }
        }
    }

    private Table Summary(DesignReader reader, IReadOnlyList<PathClass> classes, string what, Line[] summary)
    {
        var shown = classes.Take(MostLines).ToList();
        var cells = shown.Select(c => summary.Select(l => reader.Read(c.Group, c.Members.First, l)).ToArray()).ToList();
        var used = Enumerable.Range(0, summary.Length).Where(i => cells.Any(r => r[i] is not null)).ToArray();
        var columns = new List<TableColumn> { new("class", what + "s that are alike"), new("count", "how many", IsNumber: true) };
        columns.AddRange(used.Select(i => new TableColumn(summary[i].Key, summary[i].Label, IsNumber: true)));
        var rows = shown.Select((c, r) => new Row(new Cell[] { c.Members.Name, Cell.Count(c.Members.Count) }.Concat(used.Select(i => cells[r][i] ?? "-")).ToArray())).ToList();
        var rest = classes.Count - shown.Count;
        var note = (Worst is null ? "" : "The worst comes first. ")
            + (classes.Count > MostTables ? $"The {Cell.Count(MostTables).Text} first classes are accounted for below. " : "") + (rest > 0 ? $"{Cell.Count(rest).Text} more classes are not listed." : "");
        return new(Id + "_classes", null, columns, rows, note.Length == 0 ? null : note.TrimEnd());
    }

    private static IEnumerable<Row> Rows(DesignReader reader, PathClass pathClass, LedgerPart part)
    {
        var (group, member) = (pathClass.Group, pathClass.Members.First);
        if (reader.Read(group, member, part.After[^1]) is null)
        {
            return Enumerable.Empty<Row>();
        }

        var rows = part.Before.Select(l => RowOf(reader, group, member, part, l)).ToList();
        foreach (var (name, thing, index) in Steps(reader, group, member, part))
        {
            rows.Add(RowOf(reader, thing, index, part, part.Step with { Label = name }));
        }

        rows.AddRange(part.After.Select(l => RowOf(reader, group, member, part, l)));
        return rows.OfType<Row>();
    }

    private static Row? RowOf(DesignReader reader, Group group, int member, LedgerPart part, Line line)
    {
        if (reader.Read(group, member, line) is not { } cell)
        {
            return null;
        }

        var basis = reader.BasisOf(group, member, line.Path);
        var tone = line.Path.EndsWith("margin", StringComparison.Ordinal) && cell.Number < 0 ? Tone.Bad : line.Tone;
        return new(new Cell[] { part.Name, Filled(reader, group, member, line.Label), cell, basis.Source, basis.Letter, basis.Where }, tone);
    }

    /// <summary>A label with the things it names in braces.</summary>
    private static string Filled(DesignReader reader, Group group, int member, string label)
    {
        var open = label.IndexOf('{', StringComparison.Ordinal);
        var close = label.IndexOf('}', StringComparison.Ordinal);
        return open < 0 ? label : label[..open] + (reader.Text(group, member, label[(open + 1)..close]) ?? "it") + label[(close + 1)..];
    }

    /// <summary>The steps that count, with the names a reader knows them by.</summary>
    internal static IEnumerable<(string Name, Group Group, int Member)> Steps(DesignReader reader, PathGroup path, int member, LedgerPart part)
    {
        var engine = part.Range == StepRange.BeforeEngine ? reader.Design.ThingOf(path, "tx", member) : null;
        foreach (var step in path.Steps)
        {
            if (step.Things.At(member) is not { } thing)
            {
                continue;
            }

            if (engine is { } end && ReferenceEquals(thing.Group, end.Group) && thing.Member == end.Member)
            {
                yield break;
            }

            if (reader.Number(thing.Group, thing.Member, part.Step.Path) is not 0)
            {
                yield return ((step.IsFar ? "far " : "") + NameOf(reader, step, thing.Group, thing.Member), thing.Group, thing.Member);
            }
        }
    }

    private static string NameOf(DesignReader reader, StepColumn step, Group group, int member)
    {
        if (!step.IsInPlace)
        {
            return group.NameOf(member);
        }

        var length = reader.Read(group, member, new("length", "", null, 4));
        return group.ExtentOf(member).Name + (length is { } known ? ", " + known.Text : "");
    }

    /// <summary>The values that tell members apart: the figures of the path, and of every step what is accounted for.</summary>
    private IEnumerable<Value> Telling(DesignReader reader, PathGroup group)
    {
        foreach (var part in Parts)
        {
            foreach (var line in part.Before.Concat(part.After))
            {
                if (!line.Path.Contains('.', StringComparison.Ordinal) && reader.Design.Attribute(group, line.Path) is LoweredNumber number)
                {
                    yield return number.Value;
                }
            }

            foreach (var step in group.Steps.Where(s => !s.IsFar && s.Value is null))
            {
                if (StepValue(reader, group, step, part.Step.Path) is { } value)
                {
                    yield return value;
                }
            }
        }
    }

    private static Value? StepValue(DesignReader reader, PathGroup group, StepColumn step, string attribute)
    {
        if (step.Things.Single is { } single)
        {
            return reader.Design.Attribute(single, attribute) is LoweredNumber number && number.Value.Domain != Domain.One
                ? reader.Design.Ir.Gather(new[] { number.Value }, step.Things.Map)
                : null;
        }

        var numbers = Enumerable.Range(0, group.Count).Select(m => step.Things.At(m) is var (g, i) ? reader.Number(g, i, attribute) ?? double.NaN : double.NaN);
        return step.Things.Targets.Count == 0 ? null : reader.Design.Ir.Data(group.Domain, numbers.ToArray());
    }
}
