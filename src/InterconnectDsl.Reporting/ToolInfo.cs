namespace InterconnectDsl.Reporting;

/// <summary>What produced a document.</summary>
/// <param name="Version">Version of the tool.</param>
/// <param name="LibraryVersion">Version of the standard library.</param>
/// <param name="LibraryHash">SHA-256 over the texts of the standard library, in hexadecimal.</param>
public sealed record ToolInfo(string Version, string LibraryVersion, string LibraryHash);
