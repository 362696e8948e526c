using System.Globalization;
using System.Text.Json.Nodes;

namespace InterconnectDsl.Language.Tests.Highlighting;

/// <summary>The rules a TextMate grammar is made of. Every scope ends in the name of the language.</summary>
internal static class TextMateRules
{
    /// <summary>Rules tried one after the other.</summary>
    public static JsonObject Patterns(params JsonNode[] patterns) => new() { ["patterns"] = new JsonArray(patterns) };

    /// <summary>Rules of the repository, by name.</summary>
    public static JsonArray Includes(params string[] names) => new(names.Select(n => (JsonNode)Include(n)).ToArray());

    /// <summary>A rule of the repository.</summary>
    public static JsonObject Include(string name) => new() { ["include"] = "#" + name };

    /// <summary>What a pattern matches; its groups have scopes.</summary>
    public static JsonObject Match(string pattern, params string[] groups) => new() { ["match"] = pattern, ["captures"] = Captures(groups) };

    /// <summary>What a pattern matches has one scope.</summary>
    public static JsonObject Whole(string pattern, string name) => new() { ["name"] = Scope(name), ["match"] = pattern };

    /// <summary>What stands between two patterns.</summary>
    public static JsonObject Region(string begin, string end, string name, string mark, params JsonNode[] patterns) => new()
    {
        ["name"] = Scope(name),
        ["begin"] = begin,
        ["beginCaptures"] = Captures(mark),
        ["end"] = end,
        ["patterns"] = new JsonArray(patterns),
    };

    /// <summary>The scopes of groups.</summary>
    public static JsonObject Captures(params string[] groups)
    {
        var captures = new JsonObject();
        for (var i = 0; i < groups.Length; i++)
        {
            captures[(i + 1).ToString(CultureInfo.InvariantCulture)] = new JsonObject { ["name"] = Scope(groups[i]) };
        }

        return captures;
    }

    /// <summary>The scope of a whole match.</summary>
    public static JsonObject Mark(string whole) => new() { ["0"] = new JsonObject { ["name"] = Scope(whole) } };

    /// <summary>A scope of this language.</summary>
    public static string Scope(string name) => name + ".icx";
}
