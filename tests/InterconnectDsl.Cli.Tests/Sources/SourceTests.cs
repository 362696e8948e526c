using System.Text;
using InterconnectDsl.Sources;
using InterconnectDsl.Cli.Tests.Verbs;
using InterconnectDsl.Language.Diagnostics;

namespace InterconnectDsl.Cli.Tests.Sources;

/// <summary>From paths to texts: folders, patterns, encodings, and what is no text.</summary>
public sealed class SourceTests : IDisposable
{
    private readonly Session _files = new Session().With("a.icx", "module a\n").With("b/c.icx", "module c\n").With("b/d/e.icx", "").With("b/.git/x.icx", "").With("b/readme.md", "");

    [Theory]
    [InlineData(".", "a.icx b/c.icx b/d/e.icx")]
    [InlineData("b", "b/c.icx b/d/e.icx")]
    [InlineData("*.icx", "a.icx")]
    [InlineData("**/*.icx", "a.icx b/c.icx b/d/e.icx")]
    [InlineData("b/**/e.icx", "b/d/e.icx")]
    [InlineData("b/?.icx", "b/c.icx")]
    [InlineData("b/**", "b/c.icx b/d/e.icx")]
    [InlineData("a.icx .", "a.icx b/c.icx b/d/e.icx")]
    public void Paths_mean_files_each_once_in_order(string paths, string files)
    {
        var diagnostics = new DiagnosticBag();
        var found = InputFiles.Expand(paths.Split(' '), _files.Directory, diagnostics);
        Assert.Empty(diagnostics.Items);
        Assert.Equal(files.Split(' '), found.Select(f => Path.GetRelativePath(_files.Directory, f).Replace('\\', '/')));
    }

    [Theory]
    [InlineData("x*z", "xyz", true)]
    [InlineData("x*z", "xz", true)]
    [InlineData("x*z", "xyzw", false)]
    [InlineData("*a*b", "xaxbxab", true)]
    [InlineData("?", "", false)]
    [InlineData("", "", true)]
    public void A_name_matches_its_pattern(string pattern, string name, bool matches) => Assert.Equal(matches, Glob.Matches([pattern], [name]));

    [Theory]
    [InlineData("module a.b\n", "a.b")]
    [InlineData("// about\n\n/// doc\n  module  site.parts2 // x\n", "site.parts2")]
    [InlineData("use x\nmodule a\n", null)]
    [InlineData("modules a\n", null)]
    [InlineData("module", null)]
    [InlineData("", null)]
    [InlineData("// module a", null)]
    public void The_head_of_a_file_names_its_module(string text, string? name) => Assert.Equal(name, ModuleLine.Find(text));

    [Fact]
    public void Marks_and_sixteen_bits_are_read_as_the_text_they_are()
    {
        const string Text = "module \u00b5\n";
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true) })
        {
            _files.With("x.icx", encoding.GetPreamble().Concat(encoding.GetBytes(Text)).ToArray());
            Assert.Equal(Text, Read("x.icx", out _));
        }
    }

    [Theory]
    [InlineData(new byte[] { 0x6d, 0xff, 0x6f }, "byte 1, in line 1, is not UTF-8")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x6d, 0xC3 }, "byte 4, in line 1, is not UTF-8")]
    [InlineData(new byte[] { 0x6d, 0x00 }, "it has a zero character, in line 1")]
    [InlineData(new byte[] { 0x6d, 0x0a, 0x0a, 0xff }, "byte 3, in line 3, is not UTF-8")]
    [InlineData(new byte[] { 0x6d, 0x00, 0x6f, 0x00 }, "it is UTF-16 without the mark")]
    [InlineData(new byte[] { 0x00, 0x6d, 0x00, 0x6f }, "it is UTF-16 without the mark")]
    public void What_is_no_text_is_a_diagnostic(byte[] bytes, string says)
    {
        _files.With("x.icx", bytes);
        Assert.Null(Read("x.icx", out var diagnostics));
        Assert.Contains(says, Assert.Single(diagnostics.Items).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_too_large_is_refused_before_it_is_read()
    {
        using (var file = File.Create(Path.Combine(_files.Directory, "big.icx")))
        {
            file.SetLength(100L * 1024 * 1024);
        }

        Assert.Null(Read("big.icx", out var diagnostics));
        Assert.Equal("`big.icx` has 100 MB; 32 MB is the most", Assert.Single(diagnostics.Items).Message);
    }

    [Fact]
    public void A_file_that_is_missing_is_told_once()
    {
        var diagnostics = new DiagnosticBag();
        var reader = new SourceReader(_files.Directory, Stream.Null);
        Assert.Null(reader.Read(Path.Combine(_files.Directory, "no.icx"), diagnostics));
        Assert.Null(reader.Read(Path.Combine(_files.Directory, "no.icx"), diagnostics));
        Assert.Equal("ICX9007", Assert.Single(diagnostics.Items).Code);
    }

    [Fact]
    public void An_empty_file_is_an_empty_text() => Assert.Equal("", Read("b/d/e.icx", out _));

    [Fact]
    public void A_file_is_read_once_so_that_a_module_is_one_text()
    {
        var reader = new SourceReader(_files.Directory, Stream.Null);
        var path = Path.Combine(_files.Directory, "a.icx");
        Assert.Same(reader.Read(path, new()), reader.Read(path, new()));
    }

    private string? Read(string file, out DiagnosticBag diagnostics)
    {
        diagnostics = new();
        return new SourceReader(_files.Directory, Stream.Null).Read(Path.Combine(_files.Directory, file), diagnostics)?.Content;
    }

    public void Dispose() => _files.Dispose();
}
