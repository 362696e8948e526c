using System.Text;
using System.Text.Json;

namespace InterconnectDsl.Cli.Tests.Goldens;

/// <summary>A JSON document laid out so that a difference is a line: what holds no objects in objects stands on one.</summary>
internal static class JsonLines
{
    public static string Write(string json)
    {
        using var document = JsonDocument.Parse(json);
        var lines = new StringBuilder();
        Write(document.RootElement, 0, lines);
        return lines.ToString();
    }

    private static void Write(JsonElement element, int depth, StringBuilder lines)
    {
        if (Height(element) < 2)
        {
            lines.Append(JsonSerializer.Serialize(element));
            return;
        }

        var isObject = element.ValueKind == JsonValueKind.Object;
        lines.Append(isObject ? '{' : '[');
        var children = isObject ? element.EnumerateObject().Select(p => ((string?)p.Name, p.Value)) : element.EnumerateArray().Select(e => ((string?)null, e));
        var separator = "\n";
        foreach (var (name, value) in children)
        {
            lines.Append(separator).Append(' ', 2 * (depth + 1)).Append(name is null ? "" : JsonSerializer.Serialize(name) + ": ");
            Write(value, depth + 1, lines);
            separator = ",\n";
        }

        lines.Append('\n').Append(' ', 2 * depth).Append(isObject ? '}' : ']');
    }

    // A row of a table is an object of cells; one more level makes a table.
    private static int Height(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => 1 + element.EnumerateObject().Select(p => Height(p.Value)).DefaultIfEmpty(-1).Max(),
        JsonValueKind.Array => 1 + element.EnumerateArray().Select(Height).DefaultIfEmpty(-1).Max(),
        _ => 0,
    };
}
