using System.Text;

namespace InterconnectDsl.Cli.Tests.Shared;

#if !VERIFY_PACKAGE
/// <summary>The stand-in for Verify keeps the files of Verify: their names, their encoding, what they forgive.</summary>
public sealed class VerifyStandInTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("icx-verify-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_text_equal_to_its_verified_file_passes()
    {
        Given("insertion loss.verified.txt", "3.0 dB");
        await Verify("3.0 dB").UseDirectory(_folder).UseFileName("insertion loss");
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task One_final_newline_and_a_byte_order_mark_are_forgiven()
    {
        Given("margin.verified.txt", "\ufeff1.2 dB\n");
        await Verify("1.2 dB").UseDirectory(_folder).UseFileName("margin");
    }

    [Fact]
    public async Task Carriage_returns_do_not_count()
    {
        Given("lanes.verified.txt", "lane[0]\r\nlane[1]");
        await Verify("lane[0]\r\nlane[1]").UseDirectory(_folder).UseFileName("lanes");
    }

    [Fact]
    public async Task A_difference_fails_shows_both_lines_and_leaves_what_was_received()
    {
        Given("power.verified.txt", "asic 480 W\nengine 22 W");
        var thrown = await Assert.ThrowsAsync<VerifyTests.VerifyException>(
            async () => await Verify("asic 480 W\nengine 15 W").UseDirectory(_folder).UseFileName("power"));
        Assert.EndsWith("- engine 22 W\n+ engine 15 W", thrown.Message.TrimEnd());
        var received = File.ReadAllBytes(Path.Combine(_folder, "power.received.txt"));
        Assert.Equal(Encoding.UTF8.GetPreamble().Concat("asic 480 W\nengine 15 W"u8.ToArray()), received);
    }

    [Fact]
    public async Task A_missing_file_fails_and_is_named_after_class_and_method()
    {
        await Assert.ThrowsAsync<VerifyTests.VerifyException>(async () => await Verify("fibers", "csv").UseDirectory(_folder));
        Assert.True(File.Exists(Path.Combine(_folder, $"{nameof(VerifyStandInTests)}.{nameof(A_missing_file_fails_and_is_named_after_class_and_method)}.received.csv")));
    }

    [Fact]
    public async Task Two_verifications_of_one_name_are_an_error()
    {
        Given("twice.verified.txt", "2");
        await Verify("2").UseDirectory(_folder).UseFileName("twice");
        await Assert.ThrowsAsync<VerifyTests.VerifyException>(async () => await Verify("2").UseDirectory(_folder).UseFileName("twice"));
    }

    private void Given(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);
}
#endif
