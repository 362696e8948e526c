using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using VerifyTests;

namespace VerifyXunit;

/// <summary>
/// <c>{Directory}/{Class}.{Method}.verified.{ext}</c>: UTF-8 with a byte order mark, LF, no final newline (one is forgiven). On a difference the
/// <c>.received.</c> file is left beside it. VERIFY_ACCEPT=1 in the environment takes what was received as verified.
/// </summary>
internal sealed class VerifiedFile
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);
    private static readonly ConcurrentDictionary<string, MethodInfo> Taken = new(StringComparer.Ordinal);
    private readonly string _directory;
    private readonly string _verified;
    private readonly string _received;

    public VerifiedFile(VerifySettings settings, MethodInfo method, string extension, string sourceFile)
    {
        _directory = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(sourceFile)!, settings.Directory ?? ""));
        var name = settings.FileName ?? $"{settings.TypeName ?? NameOf(method.ReflectedType!)}.{settings.MethodName ?? method.Name}";
        _verified = Path.Combine(_directory, $"{name}.verified.{extension}");
        _received = Path.Combine(_directory, $"{name}.received.{extension}");
        if (!Taken.TryAdd(_verified, method))
        {
            throw new VerifyException($"{name} is verified twice in one run; UseFileName or UseMethodName tells them apart.");
        }
    }

    public async Task CompareAsync(string? target)
    {
        var actual = target switch { null => "null", "" => "emptyString", _ => WithLineFeeds(target) };
        var expected = File.Exists(_verified) ? WithLineFeeds(await File.ReadAllTextAsync(_verified)) : null;
        if (expected == actual || expected == actual + "\n")
        {
            File.Delete(_received);
            return;
        }

        Directory.CreateDirectory(_directory);
        var accepted = Environment.GetEnvironmentVariable("VERIFY_ACCEPT") == "1";
        await File.WriteAllTextAsync(accepted ? _verified : _received, actual, WithMark);
        if (accepted)
        {
            File.Delete(_received);
            return;
        }

        throw new VerifyException(Difference(expected, actual));
    }

    private static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static string NameOf(Type type) => type.IsNested ? $"{NameOf(type.ReflectedType!)}.{type.Name}" : type.Name;

    private string Difference(string? expected, string actual) =>
        $"""
        Directory: {_directory}
        {(expected is null ? "New:" : "NotEqual:")}
          - Received: {Path.GetFileName(_received)}
            Verified: {Path.GetFileName(_verified)}

        {LineDifference.Between(expected ?? "", actual)}
        """;
}
