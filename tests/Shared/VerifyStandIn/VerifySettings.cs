namespace VerifyTests;

/// <summary>
/// Where the files of a verification lie. This folder stands in for Verify.Xunit 31 where that package cannot be restored: the same namespaces, the same
/// calls, the same files. Only what both have may be used, so that <c>UseVerifyPackage</c> switches without a change to a test.
/// </summary>
public sealed class VerifySettings
{
    internal string? Directory { get; private set; }

    internal string? FileName { get; private set; }

    internal string? TypeName { get; private set; }

    internal string? MethodName { get; private set; }

    /// <summary>A folder relative to that of the test's source file.</summary>
    public void UseDirectory(string directory) => Directory = directory;

    /// <summary>A name in place of <c>Type.Method</c>.</summary>
    public void UseFileName(string fileName) => FileName = fileName;

    /// <summary>A name in place of the test's class.</summary>
    public void UseTypeName(string name) => TypeName = name;

    /// <summary>A name in place of the test's method.</summary>
    public void UseMethodName(string name) => MethodName = name;
}
