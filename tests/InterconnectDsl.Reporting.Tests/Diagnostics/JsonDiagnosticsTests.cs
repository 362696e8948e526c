using System.Text.Json;
using InterconnectDsl.Reporting.Diagnostics;
using NJsonSchema;

namespace InterconnectDsl.Reporting.Tests.Diagnostics;

/// <summary>Diagnostics as JSON, held to the schema that is published with them.</summary>
public class JsonDiagnosticsTests
{
    [Fact]
    public async Task The_document_keeps_its_schema()
    {
        var schema = await JsonSchema.FromJsonAsync(JsonSchemas.Diagnostics);
        Assert.Empty(schema.Validate(JsonDiagnostics.Render(Findings.All, Findings.Tool)));
        Assert.Empty(schema.Validate(JsonDiagnostics.Render([], Findings.Tool)));
    }

    [Fact]
    public async Task The_schema_refuses_what_is_not_in_it()
    {
        var schema = await JsonSchema.FromJsonAsync(JsonSchemas.Diagnostics);
        Assert.NotEmpty(schema.Validate(JsonDiagnostics.Render(Findings.All, Findings.Tool).Replace("\"error\"", "\"fatal\"", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(JsonDiagnostics.Render(Findings.All, Findings.Tool).Replace("\"help\"", "\"hint\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_span_has_its_first_column_and_the_one_behind_its_last()
    {
        using var document = JsonDocument.Parse(JsonDiagnostics.Render(Findings.All, Findings.Tool));
        var first = document.RootElement.GetProperty("diagnostics")[0];
        Assert.Equal((4, 10, 4, 17), (Number("line"), Number("column"), Number("endLine"), Number("endColumn")));
        Assert.Equal("480 W", first.GetProperty("replacement").GetString());

        int Number(string name) => first.GetProperty(name).GetInt32();
    }
}
