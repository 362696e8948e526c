namespace InterconnectDsl.Reporting;

/// <summary>The schemas of the JSON documents, as JSON Schema draft 7.</summary>
public static class JsonSchemas
{
    /// <summary>Of <c>--diagnostics json</c>.</summary>
    public static string Diagnostics => Read("diagnostics-1.schema.json");

    /// <summary>Of <c>icx report --format json</c>.</summary>
    public static string Report => Read("report-1.schema.json");

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(JsonSchemas).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
