using System.Diagnostics;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.LanguageServer.Tests.Clients;

/// <summary>
/// Real editors against the command as it ships, set up with the very lines of <c>grammar/editors.md</c>. An editor that is not installed is passed over with a word.
/// </summary>
public class EditorTests(Xunit.Abstractions.ITestOutputHelper output)
{
    /// <summary>Four lanes over 500 m with one name misspelled; worked by hand in the report's tests, the margin is 4.306 dB.</summary>
    private static string Design => File.ReadAllText(Place("clean.icx")).Replace("smf(reach)", "smf(raech)", StringComparison.Ordinal);

    [Fact]
    public void Neovim_shows_the_finding_the_margin_and_the_completions()
    {
        if (Run("nvim", "lua", setup => ["--headless", "-u", setup, "-c", "luafile " + Place("neovim.lua")]) is not { } said)
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
        if (Run("emacs", "elisp", _ => ["-Q", "--batch", "-l", Place("emacs.el")]) is not { } said || said.Contains("no eglot", StringComparison.Ordinal))
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

    // The lines of the page name icx on the PATH and this repository in the home folder; so both are put there.
    private string? Run(string editor, string language, Func<string, IEnumerable<string>> arguments)
    {
        if (OperatingSystem.IsWindows())
        {
            output.WriteLine($"passed over: the page says where {editor} has its settings on other systems");
            return null;
        }

        using var home = new TemporaryFolder();
        var setup = home.Write("setup." + language, SetupPage.LinesFor(language));
        var program = home.Write("icx", $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "icx.dll")}' \"$@\"\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.CreateSymbolicLink(Path.Combine(home.FullPath, "InterconnectDsl"), RepositoryRoot.FullPath);

        var start = new ProcessStartInfo(editor) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = home.FullPath };
        foreach (var argument in arguments(setup))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["HOME"] = home.FullPath;
        start.Environment["PATH"] = home.FullPath + Path.PathSeparator + start.Environment["PATH"];
        start.Environment["ICX_SETUP"] = setup;
        start.Environment["ICX_FILE"] = home.Write("clean.icx", Design);
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
