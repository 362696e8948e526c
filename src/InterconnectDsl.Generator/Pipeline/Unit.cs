namespace InterconnectDsl.Generator.Pipeline;

/// <summary>A file with all that its designs depend on: what the Link step hands on. Equal units give equal code and equal findings.</summary>
/// <param name="File">The file.</param>
/// <param name="Reach">The files it uses, and those that these use.</param>
/// <param name="Imposing">Files it does not use whose rules or tests concern its designs.</param>
/// <param name="SameModule">Another file of the same module that comes first, or null.</param>
/// <param name="IsUsedByOthers">Whether another file uses it, so that what it does not use itself may have its use there.</param>
/// <param name="Settings">The <c>icx.toml</c> of its project, or null.</param>
/// <param name="ProjectRules">Ids of the rules of its project, where there are settings that may name them.</param>
/// <param name="Data">Files of data whose names stand in one of these files.</param>
/// <param name="HintName">The name its generated files start with.</param>
internal sealed record Unit(
    IcxFile File, EquatableArray<IcxFile> Reach, EquatableArray<IcxFile> Imposing, IcxFile? SameModule, bool IsUsedByOthers,
    IcxFile? Settings, EquatableArray<string> ProjectRules, EquatableArray<DataFile> Data, string HintName);
