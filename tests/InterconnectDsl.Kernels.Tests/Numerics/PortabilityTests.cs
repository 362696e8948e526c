using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace InterconnectDsl.Kernels.Tests.Numerics;

/// <summary>What makes the functions give the same bits on every machine.</summary>
public class PortabilityTests
{
    [Fact]
    public void The_functions_use_nothing_of_the_runtime_whose_last_bit_is_not_laid_down()
    {
        var calls = new Regex(@"\bMathF?\.(?<name>\w+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
        var exact = new[] { "Abs", "Ceiling", "Floor", "Max", "Min", "Sqrt", "Round", "FusedMultiplyAdd" };
        var files = Directory.GetFiles(Sources(), "*.cs");
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            foreach (Match call in calls.Matches(File.ReadAllText(file)))
            {
                Assert.True(exact.Contains(call.Groups["name"].Value), $"{Path.GetFileName(file)} calls {call.Value}");
            }
        }
    }

    private static string Sources([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "Numerics");
}
