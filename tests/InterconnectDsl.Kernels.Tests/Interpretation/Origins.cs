using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Tests.Interpretation;

/// <summary>Origins for tests: a name and nothing else.</summary>
internal static class Origins
{
    public static Origin Named(string name) => new(name, null, default, null, null, null, IntType.Instance);
}
