using System.Text.Json;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Reporting.Diagnostics;

namespace InterconnectDsl.Reporting.Tests.Diagnostics;

/// <summary>Diagnostics as SARIF 2.1.0: what its schema asks for, by the numbers of its sections.</summary>
public class SarifDiagnosticsTests
{
    private static readonly string[] Levels = ["error", "warning", "note", "none"];

    private static JsonElement Log(IReadOnlyList<Diagnostic> diagnostics)
    {
        using var document = JsonDocument.Parse(SarifDiagnostics.Render(diagnostics, [], Findings.Tool));
        return document.RootElement.Clone();
    }

    [Fact]
    public void A_log_has_version_schema_and_one_run_with_tool_and_results() // 3.13, 3.14
    {
        var log = Log(Findings.All);
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        Assert.EndsWith("sarif-schema-2.1.0.json", log.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        var run = Assert.Single(log.GetProperty("runs").EnumerateArray());
        Assert.Equal("icx", run.GetProperty("tool").GetProperty("driver").GetProperty("name").GetString());
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        Assert.True(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal(3, run.GetProperty("results").GetArrayLength());
    }

    [Fact]
    public void Every_result_names_a_rule_of_the_driver_a_level_and_a_message() // 3.27.5 to 3.27.11
    {
        var run = Log(Findings.All).GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.Contains(result.GetProperty("level").GetString(), Levels);
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
        }
    }

    [Fact]
    public void Regions_count_from_one_and_end_behind_their_last_character() // 3.30
    {
        var region = Log(Findings.All).GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
        Assert.Equal((4, 10, 4, 17), (Of("startLine"), Of("startColumn"), Of("endLine"), Of("endColumn")));

        int Of(string name) => region.GetProperty(name).GetInt32();
    }

    [Fact]
    public void Every_base_of_a_uri_is_defined_in_the_run() // 3.4.4
    {
        var run = Log(Findings.All).GetProperty("runs")[0];
        var bases = run.GetProperty("originalUriBaseIds").EnumerateObject().Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var used = Descendants(run.GetProperty("results")).Where(e => e.ValueKind == JsonValueKind.Object && e.TryGetProperty("uriBaseId", out _))
            .Select(e => e.GetProperty("uriBaseId").GetString()!).ToList();
        Assert.Contains("SRCROOT", used);
        Assert.Contains("ICXLIBRARY", used);
        Assert.Subset(bases, used.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void A_uri_is_escaped_and_has_forward_slashes() // 3.4.3, RFC 3986
    {
        var text = new SourceText("my designs/a#1 %.icx", "x");
        var uri = Log([new("ICX1001", Severity.Error, "m", new(text, new(0, 1)))]).GetProperty("runs")[0].GetProperty("results")[0]
            .GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString();
        Assert.Equal("my%20designs/a%231%20%25.icx", uri);
    }

    [Fact]
    public void A_fix_replaces_the_region_of_the_result() // 3.55 to 3.57
    {
        var fix = Log(Findings.All).GetProperty("runs")[0].GetProperty("results")[0].GetProperty("fixes")[0];
        var replacement = fix.GetProperty("artifactChanges")[0].GetProperty("replacements")[0];
        Assert.Equal("480 W", replacement.GetProperty("insertedContent").GetProperty("text").GetString());
        Assert.Equal(10, replacement.GetProperty("deletedRegion").GetProperty("startColumn").GetInt32());
    }

    [Fact]
    public void A_fingerprint_outlives_lines_put_in_above_and_not_a_change_of_the_line() // 3.27.17
    {
        string Of(string content)
        {
            var text = new SourceText("a.icx", content);
            var at = content.IndexOf("oe", StringComparison.Ordinal);
            return Log([new("ICX1001", Severity.Error, "m", new(text, new(at, 2)))]).GetProperty("runs")[0].GetProperty("results")[0]
                .GetProperty("partialFingerprints").GetProperty("icx/v1").GetString()!;
        }

        Assert.Equal(Of("engine oe\n"), Of("board b\n\n  engine oe\n"));
        Assert.NotEqual(Of("engine oe\n"), Of("engine oe[2]\n"));
    }

    [Fact]
    public void A_rule_of_the_catalogue_brings_title_and_explanation()
    {
        var found = DiagnosticCatalogue.Find("ICX4002")!;
        var rule = Log([new("ICX4002", Severity.Error, "m", Findings.At("board"))]).GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules")[0];
        Assert.Equal(found.Title, rule.GetProperty("shortDescription").GetProperty("text").GetString());
        Assert.Equal(found.Explanation, rule.GetProperty("fullDescription").GetProperty("text").GetString());
    }

    private static IEnumerable<JsonElement> Descendants(JsonElement element)
    {
        yield return element;
        var inner = element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().Select(p => p.Value),
            JsonValueKind.Array => element.EnumerateArray(),
            _ => Enumerable.Empty<JsonElement>(),
        };
        foreach (var descendant in inner.SelectMany(Descendants))
        {
            yield return descendant;
        }
    }
}
