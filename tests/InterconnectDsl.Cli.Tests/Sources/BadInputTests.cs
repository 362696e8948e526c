using System.Text;
using InterconnectDsl.Cli.Tests.Verbs;

namespace InterconnectDsl.Cli.Tests.Sources;

/// <summary>What no design should look like, through <c>icx check</c>: one clean finding, with its code, and never a fault of the tool.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Design = "module site.one\n\ndesign D { board main }\n";

    private readonly Session _files = new();

    [Fact]
    public void An_empty_file_is_told_from_a_clean_one()
    {
        Assert.Equal(0, _files.With("a.icx", "").Run("check", "a.icx"));
        Assert.Contains("warning ICX2046: nothing is declared in this file", _files.Error, StringComparison.Ordinal);
        Assert.Contains("a.icx:1:1", _files.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Every_line_end_of_an_editor_is_one(string end)
    {
        var text = (Design + "// a comment\nparam x : length = 1 mm within 3 mm\n").Replace("\n", end, StringComparison.Ordinal);
        Assert.Equal(1, _files.With("a.icx", text).Run("check", "a.icx"));
        Assert.Contains("a.icx:5:36", _files.Error, StringComparison.Ordinal);
        Assert.Equal(0, _files.With("a.icx", Design.Replace("\n", end, StringComparison.Ordinal)).Run("check", "a.icx"));
        Assert.Empty(_files.Error);
    }

    [Fact]
    public void Marks_and_sixteen_bits_with_a_mark_are_read()
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true) })
        {
            Assert.Equal(0, _files.With("a.icx", [.. encoding.GetPreamble(), .. encoding.GetBytes(Design)]).Run("check", "a.icx"));
            Assert.Empty(_files.Error);
        }
    }

    [Fact]
    public void Sixteen_bits_without_a_mark_a_binary_and_a_zero_are_no_text()
    {
        Finds(2, "ICX9003", Encoding.Unicode.GetBytes(Design));
        Finds(2, "ICX9003", Encoding.BigEndianUnicode.GetBytes(Design));
        Finds(2, "ICX9003", File.ReadAllBytes(typeof(BadInputTests).Assembly.Location));
        Finds(2, "ICX9003", Encoding.UTF8.GetBytes(Design.Replace(" main", "\0main", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_hundred_megabytes_are_refused_unread()
    {
        using (var file = File.Create(Path.Combine(_files.Directory, "a.icx")))
        {
            file.SetLength(100L * 1024 * 1024);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(2, _files.Run("check", "a.icx"));
        Assert.Contains("ICX9004", _files.Error, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void Garbage_of_a_legal_size_is_given_up_in_bounded_memory()
    {
        // Sixteen million signs: the token limit ends it, and of its one line only what is shown is laid out.
        _files.With("a.icx", new string('(', 16_000_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Finds(1, "ICX1016");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500_000_000);
    }

    [Theory]
    [InlineData("design D { board main[1_000_000_000] }", "ICX3133")]
    [InlineData("design D { board main[1_000_000_000_000_000_000] }", "ICX3133")]
    [InlineData("design D {\n board main[5000] {\n die x[5000]\n }\n}", "ICX3130")]
    [InlineData("design D {\n board main[300] {\n package p[300] {\n die x[300]\n }\n }\n}", "ICX3130")]
    [InlineData("design D {\n die a\n die b\n link l[i in 30_000_000] = a -> b\n}", "ICX3133")]
    public void More_things_than_fit_are_refused_before_they_are_made(string design, string code)
    {
        _files.With("a.icx", "module site.many\n\n" + design + "\n");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Finds(1, code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
    }

    [Fact]
    public void Two_hundred_thousand_parentheses_end_in_one_finding() =>
        Finds(1, "ICX1014", Encoding.UTF8.GetBytes("module site.deep\n\nx = " + new string('(', 200_000) + "1\n"));

    [Fact]
    public void Modules_that_use_each_other_are_named()
    {
        _files.With("a.icx", "module a\n\nuse b.{y}\n\nx : int = y\n").With("b.icx", "module b\n\nuse c.{z}\n\ny : int = z\n").With("c.icx", "module c\n\nuse a.{x}\n\nz : int = x\n");
        Assert.Equal(1, _files.Run("check", "a.icx", "b.icx", "c.icx"));
        Assert.Contains("a uses b uses c uses a", _files.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_designs_is_not_taken_for_success()
    {
        Directory.CreateDirectory(Path.Combine(_files.Directory, "none"));
        Assert.Equal(2, _files.Run("check", "none"));
        Assert.Contains("ICX9002", _files.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_named_twice_is_checked_once()
    {
        Assert.Equal(0, _files.With("a.icx", Design).Run("check", "a.icx", "./a.icx", Path.Combine(_files.Directory, "a.icx")));
        Assert.StartsWith("1 design, 1 instance;", _files.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_copy_beside_a_file_is_no_part_of_its_mistakes()
    {
        _files.With("old.icx", Design).With("a.icx", Design.Replace("main", "main on mian", StringComparison.Ordinal));
        Finds(1, "ICX2001");
    }

    [Fact]
    public void Links_in_a_ring_are_passed_over_as_folders_and_told_as_files()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _files.With("a.icx", Design);
        Directory.CreateSymbolicLink(Path.Combine(_files.Directory, "self"), ".");
        Assert.Equal(0, _files.Run("check", "."));
        Assert.StartsWith("1 design, 1 instance;", _files.Out, StringComparison.Ordinal);

        File.CreateSymbolicLink(Path.Combine(_files.Directory, "p.icx"), "q.icx");
        File.CreateSymbolicLink(Path.Combine(_files.Directory, "q.icx"), "p.icx");
        Assert.Equal(2, _files.Run("check", "p.icx"));
        Assert.Contains("ICX9007: `p.icx` cannot be read: it is a link that leads to no file", _files.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_named()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _files.With("a.icx", Design);
        File.SetUnixFileMode(Path.Combine(_files.Directory, "a.icx"), UnixFileMode.None);
        var code = _files.Run("check", "a.icx");

        // Whoever may read everything, as root does, reads it.
        Assert.True(code == 0 || (code == 2 && _files.Error.Contains("ICX9001: `a.icx` cannot be read: permission is denied", StringComparison.Ordinal)), _files.Error);
    }

    public void Dispose() => _files.Dispose();

    private void Finds(int exitCode, string code, byte[]? content = null)
    {
        if (content is not null)
        {
            _files.With("a.icx", content);
        }

        Assert.Equal(exitCode, _files.Run("check", "a.icx", "--no-color"));
        Assert.Equal([code], _files.Error.Split('\n').Where(l => l.StartsWith("error ", StringComparison.Ordinal)).Select(l => l[6..l.IndexOf(':', StringComparison.Ordinal)]));
    }
}
