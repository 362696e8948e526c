using System.Text.Json;
using InterconnectDsl.LanguageServer.Features;
using InterconnectDsl.LanguageServer.Server;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.LanguageServer.Tests.Clients;

/// <summary>The extension for Visual Studio Code names commands and settings of the server; here it is held to those there are. Its own tests are run by npm.</summary>
public class ExtensionTests
{
    private static JsonElement Contributes => JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("src/vscode/package.json"))).RootElement.GetProperty("contributes");

    [Fact]
    public void Every_command_of_the_server_is_in_the_palette_of_the_extension()
    {
        var contributed = Contributes.GetProperty("commands").EnumerateArray().Select(c => c.GetProperty("command").GetString());
        Assert.Empty(Commands.All.Except(contributed, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_setting_of_the_server_is_in_the_extension_with_the_servers_default()
    {
        var properties = Contributes.GetProperty("configuration").GetProperty("properties");
        foreach (var setting in typeof(ServerSettings).GetProperties().Where(p => p.PropertyType == typeof(bool)))
        {
            var contributed = properties.GetProperty("icx." + JsonNamingPolicy.CamelCase.ConvertName(setting.Name));
            Assert.Equal((bool)setting.GetValue(ServerSettings.Default)!, contributed.GetProperty("default").GetBoolean());
        }
    }

    [Fact]
    public void The_lock_of_the_extensions_packages_names_no_registry() =>
        Assert.DoesNotContain("\"resolved\"", File.ReadAllText(RepositoryRoot.Combine("src/vscode/package-lock.json")), StringComparison.Ordinal);
}
