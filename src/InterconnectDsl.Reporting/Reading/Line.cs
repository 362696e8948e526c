namespace InterconnectDsl.Reporting.Reading;

/// <summary>A number of the model as a report shows it. The tables of these are the layout of the report.</summary>
/// <param name="Path">The attribute, <c>margin</c>, or one of a thing it refers to, <c>laser.launch</c>.</param>
/// <param name="Label">What it is called in the report.</param>
/// <param name="Unit">The unit it is shown in; null for the one it was written in, or a handy one.</param>
/// <param name="Digits">Significant digits.</param>
/// <param name="Tone">How it stands out.</param>
internal sealed record Line(string Path, string Label, string? Unit = null, int Digits = 5, Documents.Tone Tone = Documents.Tone.Plain)
{
    /// <summary>Its name for machines.</summary>
    public string Key => Path.Replace('.', '_');
}
