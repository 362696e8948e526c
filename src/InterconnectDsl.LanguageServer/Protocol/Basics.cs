using System.Text.Json.Serialization;

namespace InterconnectDsl.LanguageServer.Protocol;

// Records of the Language Server Protocol 3.17, named and shaped as there. A member the protocol may leave out is nullable and left out when null.

/// <summary>A place: line and character, both from 0; characters are counted in units of the agreed encoding.</summary>
internal readonly record struct Position(int Line, int Character);

/// <summary>From a place up to another, the second not included.</summary>
internal readonly record struct Range(Position Start, Position End);

/// <summary>A range in a file.</summary>
internal sealed record Location(string Uri, Range Range);

/// <summary>Where a name leads, with the name itself and the whole of what it leads to.</summary>
internal sealed record LocationLink(Range OriginSelectionRange, string TargetUri, Range TargetRange, Range TargetSelectionRange);

/// <summary>A file.</summary>
internal sealed record TextDocumentIdentifier(string Uri);

/// <summary>A version of a file.</summary>
internal sealed record VersionedTextDocumentIdentifier(string Uri, int? Version);

/// <summary>A file as the client opened it.</summary>
internal sealed record TextDocumentItem(string Uri, string? LanguageId, int Version, string Text);

/// <summary>A place in a file, as most requests ask about one.</summary>
internal sealed record TextDocumentPositionParams([property: JsonRequired] TextDocumentIdentifier TextDocument, Position Position);

/// <summary>A file, as requests about all of it ask.</summary>
internal sealed record TextDocumentParams([property: JsonRequired] TextDocumentIdentifier TextDocument);

/// <summary>A range in a file.</summary>
internal sealed record TextDocumentRangeParams([property: JsonRequired] TextDocumentIdentifier TextDocument, Range Range);

/// <summary>A text to be put in place of a range.</summary>
internal sealed record TextEdit(Range Range, string NewText);

/// <summary>Edits of several files.</summary>
internal sealed record WorkspaceEdit(IReadOnlyDictionary<string, IReadOnlyList<TextEdit>> Changes);

/// <summary>Text to be shown: <c>markdown</c> or <c>plaintext</c>.</summary>
internal sealed record MarkupContent(string Kind, string Value);

/// <summary>Something a client runs or asks the server to run.</summary>
internal sealed record Command(string Title, [property: System.Text.Json.Serialization.JsonPropertyName("command")] string Name, IReadOnlyList<System.Text.Json.JsonElement>? Arguments = null);

/// <summary>A failure as the protocol tells it.</summary>
internal sealed record ResponseError(int Code, string Message);

/// <summary>A failure with its code, thrown by what answers a request.</summary>
internal sealed class ProtocolException(int code, string message) : Exception(message)
{
    public const int ParseError = -32700;
    public const int InvalidRequest = -32600;
    public const int MethodNotFound = -32601;
    public const int InvalidParams = -32602;
    public const int InternalError = -32603;
    public const int ServerNotInitialized = -32002;
    public const int RequestCancelled = -32800;
    public const int ContentModified = -32801;
    public const int RequestFailed = -32803;

    public int Code { get; } = code;
}
