using System.Diagnostics;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies.Tests.Kernels;

/// <summary>Everything that an emitted loop calls is inlined: the machine code of its bodies has no call left.</summary>
public class ListingTests
{
    // What a loop jumps to when it stops for good.
    private const string OutOfRange = "CORINFO_HELP_RNGCHKFAIL";

    private const string Owner = "Emitted.Kernel0";

    [Fact]
    public void No_call_is_left_in_an_emitted_loop()
    {
        if (LaneWidth.Best < 4)
        {
            return; // Without AVX2 some operations have no instruction, and are calls.
        }

        var listing = ListingOf("body Emitted.Kernel0:* Emitted.Kernel1:*");
        var methods = listing.Split("; Assembly listing for method ");
        var emitted = methods.Where(b => b.StartsWith("(dynamicClass):body(", StringComparison.Ordinal)).ToList();
        var compiled = methods.Where(b => b.StartsWith("Emitted.Kernel", StringComparison.Ordinal) && b.IndexOf(":Body", StringComparison.Ordinal) == Owner.Length).ToList();
        Assert.NotEmpty(emitted);
        Assert.NotEmpty(compiled);
        var bodies = emitted.Concat(compiled);
        Assert.All(bodies, body => Assert.Empty(
            body.Split('\n').Where(l => l.Contains(" call ", StringComparison.Ordinal) && !l.Contains(OutOfRange, StringComparison.Ordinal))
                .Select(l => body.Split('\n')[0] + l)));
    }

    private static string ListingOf(string methods)
    {
        var file = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!, ["exec", typeof(Listing).Assembly.Location])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            if (!Path.GetFileNameWithoutExtension(start.FileName).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
            {
                start.FileName = "dotnet";
            }

            start.Environment["DOTNET_JitStdOutFile"] = file;
            start.Environment["DOTNET_JitDisasm"] = methods;
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, errors.Result);
            return File.ReadAllText(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
