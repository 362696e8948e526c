namespace InterconnectDsl.Runtime;

/// <summary>An input of a kernel that is drawn anew for each sample.</summary>
/// <param name="Input">The number of the input.</param>
/// <param name="Distribution">What is drawn.</param>
/// <param name="Instance">The ordinal of the instance it belongs to; 0 for params, which all share.</param>
/// <param name="Attribute">The ordinal of the attribute within the instance.</param>
public sealed record DrawnInput(int Input, Distribution Distribution, uint Instance, uint Attribute);

/// <summary>What takes its words from the same counter.</summary>
/// <param name="Instance">The ordinal of the instance.</param>
/// <param name="Block">The ordinals of the attributes divided by 4.</param>
/// <param name="Drawn">What is drawn.</param>
internal sealed record DrawnBlock(uint Instance, uint Block, DrawnInput[] Drawn);
