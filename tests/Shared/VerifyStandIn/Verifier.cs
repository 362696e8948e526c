using System.Runtime.CompilerServices;
using VerifyTests;

namespace VerifyXunit;

/// <summary>Compares a text with the verified file beside the test.</summary>
public static class Verifier
{
    public static SettingsTask Verify(string? target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "") =>
        Verify(target, "txt", settings, sourceFile);

    public static SettingsTask Verify(string? target, string extension, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "")
    {
        var method = UseVerifyAttribute.Method;
        return new(settings, s => new VerifiedFile(s, method, extension, sourceFile).CompareAsync(target));
    }
}
