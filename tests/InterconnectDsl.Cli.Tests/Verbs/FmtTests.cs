namespace InterconnectDsl.Cli.Tests.Verbs;

/// <summary><c>icx fmt</c> as a build and a designer use it.</summary>
public sealed class FmtTests : IDisposable
{
    private readonly Session _icx = new();

    [Fact]
    public void Files_are_written_in_style_and_a_second_time_nothing_changes()
    {
        _icx.With("a.icx", "// slack\nslack:length=3m // each\n");
        Assert.Equal(0, _icx.Run("fmt", "a.icx"));
        Assert.Equal("1 file, 1 changed\n", _icx.Error);
        Assert.Equal("// slack\nslack : length = 3 m  // each\n", _icx.Read("a.icx"));
        Assert.Equal(0, _icx.Run("fmt", "a.icx"));
        Assert.Equal("1 file, 0 changed\n", _icx.Error);
    }

    [Fact]
    public void Check_names_files_that_are_not_in_style_and_writes_none()
    {
        _icx.With("a.icx", "slack:length=3m\n").With("b.icx", "slack : length = 3 m\n");
        Assert.Equal(1, _icx.Run("fmt", "--check", "."));
        Assert.Equal("a.icx\n", _icx.Out);
        Assert.Equal("2 files, 1 not in style\n", _icx.Error);
        Assert.Equal("slack:length=3m\n", _icx.Read("a.icx"));
        Assert.Equal(0, _icx.Run("fmt", "--check", "b.icx", "--quiet"));
        Assert.Equal("", _icx.Out + _icx.Error);
    }

    [Fact]
    public void A_file_with_a_mistake_is_formatted_around_it_and_the_mistake_is_told()
    {
        _icx.With("a.icx", "slack:length=3m\n\npart A : die {  power  =  *  }\n");
        Assert.Equal(1, _icx.Run("fmt", "a.icx"));
        Assert.Contains("error ICX1001", _icx.Error, StringComparison.Ordinal);
        Assert.Equal("slack : length = 3 m\n\npart A : die { power  =  * }\n", _icx.Read("a.icx"));
    }

    [Fact]
    public void Standard_input_goes_to_standard_output()
    {
        _icx.Input = "slack:length=3m";
        Assert.Equal(0, _icx.Run("fmt", "-"));
        Assert.Equal("slack : length = 3 m\n", _icx.Out);
        Assert.Equal("", _icx.Error);
    }

    [Fact]
    public void A_file_that_is_not_there_is_wrong_usage()
    {
        Assert.Equal(2, _icx.Run("fmt", "no.icx"));
        Assert.Contains("ICX9007", _icx.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _icx.Dispose();
}
