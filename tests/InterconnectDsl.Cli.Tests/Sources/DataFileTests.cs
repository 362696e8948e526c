using InterconnectDsl.Cli.Tests.Verbs;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Cli.Tests.Sources;

/// <summary>Files of data that a design names: where they are sought, and what is said of those that cannot be read.</summary>
public sealed class DataFileTests : IDisposable
{
    private static readonly string Design = File.ReadAllText(RepositoryRoot.Combine("examples/measured/measured.icx"));
    private static readonly string Near = File.ReadAllText(RepositoryRoot.Combine("examples/measured/host_near.s4p"));
    private readonly Session _files = new Session().With("icx.toml", "").With("hosts/host.icx", Design).With("hosts/host_near.s4p", Near).With("hosts/host_far.s4p", Near);

    [Fact]
    public void A_file_is_sought_from_the_folder_of_the_file_that_names_it()
    {
        var exitCode = _files.Run("check", "hosts/host.icx");
        Assert.Equal("", _files.Error);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public void A_path_may_lead_through_the_project()
    {
        _files.With("data/near.s4p", Near).With("hosts/host.icx", Design.Replace("host_near.s4p", "../data/near.s4p", StringComparison.Ordinal));
        Assert.Equal(0, _files.Run("check", "hosts/host.icx"));
    }

    [Theory]
    [InlineData("../../{0}/icx-outside.s4p")]
    [InlineData("/etc/hostname")]
    [InlineData("../missing.s4p")]
    public void A_path_out_of_the_project_leads_nowhere(string path)
    {
        var outside = Path.Combine(Path.GetDirectoryName(_files.Directory)!, "icx-outside.s4p");
        File.WriteAllText(outside, Near);
        try
        {
            path = path.Replace("{0}/", "", StringComparison.Ordinal);
            _files.With("hosts/host.icx", Design.Replace("host_near.s4p", path, StringComparison.Ordinal));
            var exitCode = _files.Run("check", "hosts/host.icx");
            Assert.Equal(1, exitCode);
            Assert.Contains($"ICX6001: there is no file `{path}` in reach", _files.Error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(outside);
        }
    }

    [Fact]
    public void A_malformed_file_is_named_with_its_own_line()
    {
        _files.With("hosts/host_near.s4p", Near.Replace("3.00 ", "three ", StringComparison.Ordinal));
        var line = Near[..Near.IndexOf("\n3.00 ", StringComparison.Ordinal)].Split('\n').Length + 1;
        var exitCode = _files.Run("check", "hosts/host.icx");
        Assert.Equal(1, exitCode);
        Assert.Contains($"ICX6002: `three` is no number\n  --> hosts/host_near.s4p:{line}:1\n", _files.Error, StringComparison.Ordinal);
        Assert.Contains($"hosts/host.icx:{Design[..Design.IndexOf("host_near.s4p", StringComparison.Ordinal)].Split('\n').Length}:", _files.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_of_instruments_need_not_be_UTF_8()
    {
        _files.With("hosts/host_near.s4p", "! 23 \u00b0C\n"u8.ToArray().Where(b => b != 0xC2).Concat(System.Text.Encoding.ASCII.GetBytes(Near)).ToArray());
        Assert.Equal(0, _files.Run("check", "hosts/host.icx"));
    }

    [Fact]
    public void Doubts_of_a_measurement_are_warnings()
    {
        _files.With("hosts/host_near.s4p", Near.Replace("R 50", "R 42.5", StringComparison.Ordinal).Replace("3.00 -", "3.00 ", StringComparison.Ordinal));
        var exitCode = _files.Run("check", "hosts/host.icx");
        Assert.Equal(0, exitCode);
        Assert.Contains("warning ICX6006: `host_near.s4p` returns ", _files.Error, StringComparison.Ordinal);
        Assert.Contains("times the wave it is given at 3 GHz", _files.Error, StringComparison.Ordinal);
        Assert.Contains("warning ICX6008: `host_near.s4p` is referred to 42.5 ohm a port", _files.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _files.Dispose();
}
