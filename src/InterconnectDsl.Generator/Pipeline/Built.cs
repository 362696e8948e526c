namespace InterconnectDsl.Generator.Pipeline;

/// <summary>What the Emit step makes of a unit.</summary>
/// <param name="Sources">The generated files.</param>
/// <param name="Findings">What was found.</param>
internal sealed record Built(EquatableArray<GeneratedSource> Sources, EquatableArray<Finding> Findings)
{
    /// <summary>Nothing at all.</summary>
    public static readonly Built Nothing = new(EquatableArray<GeneratedSource>.Empty, EquatableArray<Finding>.Empty);
}

/// <summary>A generated file.</summary>
/// <param name="HintName">Its name for the compiler.</param>
/// <param name="Content">Its text.</param>
/// <param name="ClassName">The full name of the class in it.</param>
/// <param name="Design">Where the name of the design stands.</param>
internal sealed record GeneratedSource(string HintName, string Content, string ClassName, Place Design);
