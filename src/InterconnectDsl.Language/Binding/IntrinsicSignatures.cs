using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>A function of numbers the compiler has: names of the types it takes and gives, as <see cref="Intrinsics.Numeric"/> writes them.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Type names; <c>T</c> is any quantity, the same at each of its places.</param>
/// <param name="IsOpen">Whether the last may be repeated.</param>
/// <param name="Result">A type name, <c>T</c>, or <c>T^0.5</c>.</param>
/// <param name="Text">The whole, for messages.</param>
internal sealed record IntrinsicSignature(string Name, IReadOnlyList<string> Parameters, bool IsOpen, string Result, string Text);

/// <summary>The compiler's functions by name.</summary>
internal static class IntrinsicSignatures
{
    private static readonly Dictionary<string, IntrinsicSignature> ByName = Intrinsics.Numeric.Select(Parse).ToDictionary(
        s => s.Name, StringComparer.Ordinal);

    /// <summary>Distributions have types of their own, see <see cref="DistributionBinder"/>.</summary>
    public static IntrinsicSignature? Find(string name) =>
        !DistributionBinder.IsDistribution(name) && ByName.TryGetValue(name, out var found) ? found : null;

    public static IEnumerable<string> Names => ByName.Keys.Concat(Intrinsics.Structural).Concat(Intrinsics.Aggregates);

    /// <summary>The type of a name in a signature; null for <c>T</c>.</summary>
    public static IcxType? TypeOf(string name) => name == "T" ? null : TypeNames.Find(name) ?? QuantityTypes.Real;

    private static IntrinsicSignature Parse(string text)
    {
        var (open, close, arrow) = (text.IndexOf('('), text.IndexOf(')'), text.IndexOf("->", StringComparison.Ordinal));
        var inner = text.Substring(open + 1, close - open - 1);
        var parameters = inner.Split(',').Select(p => p.Trim().Replace("...", "")).ToList();
        var isOpen = inner.EndsWith("...", StringComparison.Ordinal);
        if (isOpen)
        {
            parameters.RemoveAt(parameters.Count - 1);
        }

        return new(text.Substring(0, open), parameters, isOpen, text.Substring(arrow + 2).Trim(), text);
    }
}
