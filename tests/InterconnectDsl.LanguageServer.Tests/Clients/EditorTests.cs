using System.Diagnostics;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.LanguageServer.Tests.Clients;

/// <summary>Real editors against the command as it ships. An editor that is not installed is passed over with a word.</summary>
public class EditorTests(Xunit.Abstractions.ITestOutputHelper output)
{
    /// <summary>Four lanes over 500 m with one name misspelled; worked by hand in the report's tests, the margin is 4.306 dB.</summary>
    private static string Design => File.ReadAllText(Place("clean.icx")).Replace("smf(reach)", "smf(raech)", StringComparison.Ordinal);

    [Fact]
    public void Neovim_shows_the_finding_the_margin_and_the_completions()
    {
        if (Run("nvim", "--headless", "--clean", "-c", "luafile " + Place("neovim.lua")) is not { } said)
        {
            return;
        }

        Assert.Matches("finding 24:63 .*`raech` is not known here", said);
        Assert.Contains("no finding after the edit", said, StringComparison.Ordinal);
        Assert.Contains("margin 4.306 dB", said, StringComparison.Ordinal);
        Assert.Contains("completions hold connector and engine", said, StringComparison.Ordinal);
        Assert.Contains("behind the lamp at byte 16", said, StringComparison.Ordinal);
        Assert.Contains("stopped", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Emacs_shows_the_finding_the_margin_and_the_completions()
    {
        if (Run("emacs", "-Q", "--batch", "-l", Place("emacs.el")) is not { } said || said.Contains("no eglot", StringComparison.Ordinal))
        {
            return;
        }

        Assert.Matches("finding 24:63 .*`raech` is not known here", said);
        Assert.Contains("no finding after the edit", said, StringComparison.Ordinal);
        Assert.Contains("margin 4.306 dB", said, StringComparison.Ordinal);
        Assert.Contains("completions hold connector and engine", said, StringComparison.Ordinal);
        Assert.Contains("stopped", said, StringComparison.Ordinal);
    }

    private static string Place(string name) => RepositoryRoot.Combine("tests/InterconnectDsl.LanguageServer.Tests/Clients/" + name);

    private string? Run(string editor, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo(editor) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder.FullPath };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ICX_FILE"] = folder.Write("clean.icx", Design);
        start.Environment["ICX_SERVER"] = "dotnet " + Path.Combine(AppContext.BaseDirectory, "icx.dll") + " lsp";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            if (!process.WaitForExit(TimeSpan.FromSeconds(120)))
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail($"{editor} does not come to an end; it said\n{said.Result}\n{complained.Result}");
            }

            var all = said.Result + complained.Result;
            Assert.True(process.ExitCode is 0 or 77, $"{editor} ended with {process.ExitCode} and said\n{all}");
            return all;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            output.WriteLine($"passed over: {editor} is not installed");
            return null;
        }
    }
}
