using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Reporting.Documents;

namespace InterconnectDsl.Reporting.Reading;

/// <summary>What a number rests on.</summary>
/// <param name="Where">File and line of its formula.</param>
/// <param name="Source">Its source, or its formula as written.</param>
/// <param name="Confidence">
/// Its confidence; of a formula, the lowest of the constants it rests on. Null where no confidence was stated.
/// </param>
internal sealed record Basis(string Where, Cell Source, Confidence? Confidence)
{
    /// <summary>Nothing is known.</summary>
    public static readonly Basis None = new("", default, null);

    /// <summary>The letter, or nothing.</summary>
    public string Letter => Confidence?.ToString() ?? "";
}
