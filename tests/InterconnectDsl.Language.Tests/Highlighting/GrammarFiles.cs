using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InterconnectDsl.Language.Tests.Highlighting;

/// <summary>The files that are written from the tables of the language, by their path from the root of the repository.</summary>
internal static class GrammarFiles
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static readonly IReadOnlyDictionary<string, Func<string>> Writers = new Dictionary<string, Func<string>>(StringComparer.Ordinal)
    {
        ["grammar/textmate/icx.tmLanguage.json"] = () => Text(TextMateGrammar.Write()),
        ["grammar/textmate/language-configuration.json"] = () => Text(LanguageConfiguration.Write()),
        ["grammar/snippets/icx.json"] = () => Text(Snippets.Write()),
        ["grammar/nvim/syntax/icx.vim"] = VimSyntax.Write,
        ["grammar/nvim/ftdetect/icx.vim"] = VimSyntax.WriteDetection,
        ["grammar/emacs/icx-mode.el"] = EmacsMode.Write,
    };

    private static string Text(JsonObject json) => json.ToJsonString(Indented) + "\n";
}
