namespace InterconnectDsl.Runtime.Tests;

/// <summary>The numbers of lanes that this machine can try.</summary>
public static class Widths
{
    public static TheoryData<int> All => [.. new[] { 1, 2, 4, 8 }.Where(LaneWidth.IsSupported)];
}
