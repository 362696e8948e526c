using System.Reflection;
using Xunit.Sdk;

[assembly: VerifyXunit.UseVerify]

namespace VerifyXunit;

/// <summary>Remembers which test runs, so that its files can be named after it.</summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class)]
public sealed class UseVerifyAttribute : BeforeAfterTestAttribute
{
    private static readonly AsyncLocal<MethodInfo?> Running = new();

    internal static MethodInfo Method => Running.Value ?? throw new InvalidOperationException("Verify is called from a test, and only there.");

    public override void Before(MethodInfo methodUnderTest) => Running.Value = methodUnderTest;

    public override void After(MethodInfo methodUnderTest) => Running.Value = null;
}
