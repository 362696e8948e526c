using System.Text.Json;
using System.Text.Json.Serialization;

namespace InterconnectDsl.LanguageServer.Protocol;

internal sealed record Hover(MarkupContent Contents, Range? Range);

internal sealed record CompletionList(bool IsIncomplete, IReadOnlyList<CompletionItem> Items);

internal sealed record CompletionItem(
    string Label, int? Kind = null, string? Detail = null, string? SortText = null, string? InsertText = null, int? InsertTextFormat = null,
    IReadOnlyList<TextEdit>? AdditionalTextEdits = null, MarkupContent? Documentation = null, CompletionData? Data = null, TextEdit? TextEdit = null,
    IReadOnlyList<int>? Tags = null);

/// <summary>What <c>completionItem/resolve</c> needs to find the thing again.</summary>
internal sealed record CompletionData(string Module, string Name, string? Member = null);

internal sealed record SignatureHelp(IReadOnlyList<SignatureInformation> Signatures, int ActiveSignature, int ActiveParameter);

internal sealed record SignatureInformation(string Label, IReadOnlyList<ParameterInformation> Parameters, MarkupContent? Documentation = null);

internal sealed record ParameterInformation(string Label, MarkupContent? Documentation = null);

internal sealed record DocumentSymbol(string Name, string? Detail, int Kind, Range Range, Range SelectionRange, IReadOnlyList<DocumentSymbol>? Children = null);

internal sealed record WorkspaceSymbolParams(string Query);

internal sealed record SymbolInformation(string Name, int Kind, Location Location, string? ContainerName = null);

internal sealed record ReferenceParams([property: JsonRequired] TextDocumentIdentifier TextDocument, Position Position, ReferenceContext? Context);

internal sealed record ReferenceContext(bool IncludeDeclaration);

internal sealed record DocumentHighlight(Range Range, int Kind);

internal sealed record RenameParams([property: JsonRequired] TextDocumentIdentifier TextDocument, Position Position, string NewName);

internal sealed record PrepareRenameResult(Range Range, string Placeholder);

internal sealed record CodeActionParams([property: JsonRequired] TextDocumentIdentifier TextDocument, Range Range, CodeActionContext Context);

internal sealed record CodeActionContext(IReadOnlyList<Diagnostic>? Diagnostics, IReadOnlyList<string>? Only);

internal sealed record CodeAction(
    string Title, string Kind, IReadOnlyList<Diagnostic>? Diagnostics = null, bool? IsPreferred = null, WorkspaceEdit? Edit = null, CodeActionData? Data = null);

/// <summary>What <c>codeAction/resolve</c> needs: which action, where.</summary>
internal sealed record CodeActionData(string Uri, string Action, Range Range, string? Argument = null);

internal sealed record CodeLens(Range Range, Command? Command = null, CodeLensData? Data = null);

internal sealed record CodeLensData(string Uri, string Design, string? Path = null);

internal sealed record InlayHint(Position Position, string Label, int? Kind = null, string? Tooltip = null, bool? PaddingLeft = null, bool? PaddingRight = null);

internal sealed record SemanticTokens(string ResultId, IReadOnlyList<int> Data);

internal sealed record SemanticTokensDeltaParams([property: JsonRequired] TextDocumentIdentifier TextDocument, string PreviousResultId);

internal sealed record SemanticTokensDelta(string ResultId, IReadOnlyList<SemanticTokensEdit> Edits);

internal sealed record SemanticTokensEdit(int Start, int DeleteCount, IReadOnlyList<int>? Data);

internal sealed record FoldingRange(int StartLine, int EndLine, string? Kind = null);

internal sealed record SelectionRangeParams([property: JsonRequired] TextDocumentIdentifier TextDocument, IReadOnlyList<Position> Positions);

internal sealed record SelectionRange(Range Range, SelectionRange? Parent = null);

internal sealed record DocumentLink(Range Range, string? Target = null, string? Tooltip = null);

internal sealed record DocumentOnTypeFormattingParams([property: JsonRequired] TextDocumentIdentifier TextDocument, Position Position, string Ch);

internal sealed record TypeHierarchyItem(string Name, int Kind, string? Detail, string Uri, Range Range, Range SelectionRange);

internal sealed record TypeHierarchyItemParams(TypeHierarchyItem Item);

internal sealed record ExecuteCommandParams(string Command, IReadOnlyList<JsonElement>? Arguments);

internal sealed record RenameFilesParams(IReadOnlyList<FileRename> Files);

internal sealed record FileRename(string OldUri, string NewUri);

/// <summary>What a command gave: a page, or text.</summary>
internal sealed record CommandResult(string? Html = null, string? Text = null);
