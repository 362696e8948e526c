using System.Text.Json;

namespace InterconnectDsl.LanguageServer.Server;

/// <summary>What a user can turn off, as <c>{ "icx": { "inlayHints": false } }</c> or without the outer braces.</summary>
/// <param name="InlayHints">Computed values behind formulas.</param>
/// <param name="CodeLens">Lines above designs and paths.</param>
internal sealed record ServerSettings(bool InlayHints, bool CodeLens)
{
    public static readonly ServerSettings Default = new(true, true);

    /// <summary>What a client says; what it does not say stays as it was.</summary>
    public static ServerSettings Read(JsonElement? settings, ServerSettings before)
    {
        if (settings is not { ValueKind: JsonValueKind.Object } all)
        {
            return before;
        }

        var own = all.TryGetProperty("icx", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : all;
        return new(Read(own, "inlayHints", before.InlayHints), Read(own, "codeLens", before.CodeLens));
    }

    private static bool Read(JsonElement settings, string name, bool before) =>
        settings.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : before;
}
