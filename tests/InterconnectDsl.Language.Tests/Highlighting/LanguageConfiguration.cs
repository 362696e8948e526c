using System.Text.Json.Nodes;

namespace InterconnectDsl.Language.Tests.Highlighting;

/// <summary>Writes what an editor needs to know for brackets, comments, indents and double clicks.</summary>
internal static class LanguageConfiguration
{
    public static JsonObject Write() => new()
    {
        ["comments"] = new JsonObject { ["lineComment"] = "//" },
        ["brackets"] = new JsonArray(Pair("{", "}"), Pair("[", "]"), Pair("(", ")")),
        ["autoClosingPairs"] = new JsonArray(Closing("{", "}"), Closing("[", "]"), Closing("(", ")"), Closing("\"", "\"", "string", "comment")),
        ["autoCloseBefore"] = ";:.,=}])> \n\t",
        ["surroundingPairs"] = new JsonArray(Pair("{", "}"), Pair("[", "]"), Pair("(", ")"), Pair("\"", "\"")),
        ["wordPattern"] = @"[A-Za-z_][A-Za-z_0-9]*|[0-9][0-9_]*(?:\.[0-9_]+)?",
        ["indentationRules"] = new JsonObject
        {
            ["increaseIndentPattern"] = @"^((?!//).)*(\{[^}""]*|\([^)""]*|\[[^\]""]*)$",
            ["decreaseIndentPattern"] = @"^\s*[}\])]",
        },
        ["onEnterRules"] = new JsonArray(
            OnEnter(@"^\s*///.*$", null, "none", "/// "),
            OnEnter(@"^.*\{[^{}""]*$", @"^\s*\}.*$", "indentOutdent", null)),
        ["folding"] = new JsonObject { ["offSide"] = false },
    };

    private static JsonArray Pair(string open, string close) => new(open, close);

    private static JsonObject Closing(string open, string close, params string[] notIn)
    {
        var pair = new JsonObject { ["open"] = open, ["close"] = close };
        if (notIn.Length > 0)
        {
            pair["notIn"] = new JsonArray(notIn.Select(n => (JsonNode)n).ToArray());
        }

        return pair;
    }

    private static JsonObject OnEnter(string before, string? after, string indent, string? append)
    {
        var rule = new JsonObject { ["beforeText"] = before };
        if (after is not null)
        {
            rule["afterText"] = after;
        }

        rule["action"] = append is null ? new JsonObject { ["indent"] = indent } : new JsonObject { ["indent"] = indent, ["appendText"] = append };
        return rule;
    }
}
