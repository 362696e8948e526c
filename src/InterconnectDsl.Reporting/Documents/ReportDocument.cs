namespace InterconnectDsl.Reporting.Documents;

/// <summary>A report before it has a form: what it says, in order. Renderers turn it into Markdown, HTML, JSON and CSV and add nothing to it.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Header">Where it comes from: name and value of each fact.</param>
/// <param name="Sections">Its sections.</param>
public sealed record ReportDocument(string Title, IReadOnlyList<Fact> Header, IReadOnlyList<Section> Sections);

/// <summary>A fact about the report itself.</summary>
/// <param name="Key">Its name for machines, <c>library_version</c>.</param>
/// <param name="Label">Its name for readers.</param>
/// <param name="Value">What it is.</param>
public sealed record Fact(string Key, string Label, string Value);

/// <summary>A section.</summary>
/// <param name="Id">Its name for machines and links, <c>links</c>.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What it says.</param>
public sealed record Section(string Id, string Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>Whether it has something to show; a section that does not apply says why in a sentence.</summary>
    public bool Applies => Blocks.Any(b => b is not Paragraph { IsAbsence: true });
}

/// <summary>A piece of a section.</summary>
public abstract record Block;

/// <summary>A sentence or several.</summary>
/// <param name="Text">The text, plain.</param>
/// <param name="IsAbsence">Whether it says why the section does not apply.</param>
public sealed record Paragraph(string Text, bool IsAbsence = false) : Block;

/// <summary>A table.</summary>
/// <param name="Id">Its name for machines; tables of one form in one section share it.</param>
/// <param name="Caption">What it shows, or null where the heading says it.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, a cell for each column.</param>
/// <param name="Note">A sentence below it, or null.</param>
public sealed record Table(string Id, string? Caption, IReadOnlyList<TableColumn> Columns, IReadOnlyList<Row> Rows, string? Note = null) : Block;

/// <summary>A drawing, for forms that can show one. What it shows stands in tables as well.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Svg">The drawing as an <c>svg</c> element with a title and a description.</param>
public sealed record Drawing(string Id, string Svg) : Block;

/// <summary>A column of a table.</summary>
/// <param name="Key">Its name for machines.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="IsNumber">Whether its cells are numbers and stand to the right.</param>
public sealed record TableColumn(string Key, string Heading, bool IsNumber = false);

/// <summary>A row of a table.</summary>
/// <param name="Cells">A cell for each column.</param>
/// <param name="Tone">How it stands out.</param>
public sealed record Row(IReadOnlyList<Cell> Cells, Tone Tone = Tone.Plain);

/// <summary>How something stands out.</summary>
public enum Tone
{
    /// <summary>It does not.</summary>
    Plain,

    /// <summary>A sum of what is above.</summary>
    Total,

    /// <summary>It holds.</summary>
    Good,

    /// <summary>It needs a look.</summary>
    Doubtful,

    /// <summary>It does not hold.</summary>
    Bad,
}

/// <summary>A cell.</summary>
/// <param name="Content">What readers see, or null for nothing.</param>
/// <param name="Number">The number behind it with all its digits, in <paramref name="Unit"/>; null where it is none.</param>
/// <param name="Unit">The unit of the number, empty for a plain one; null where there is no number.</param>
/// <param name="IsCode">Whether the text is icx as written.</param>
public readonly record struct Cell(string? Content, double? Number = null, string? Unit = null, bool IsCode = false)
{
    /// <summary>What readers see; never null.</summary>
    public string Text => Content ?? "";

    /// <summary>A cell of text; empty for null.</summary>
    public static implicit operator Cell(string? text) => new(text);

    /// <summary>A cell with icx as written.</summary>
    public static Cell Code(string text) => new(text, IsCode: true);

    /// <summary>A cell with a count.</summary>
    public static Cell Count(long number) => new(number.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture), number, "");
}
