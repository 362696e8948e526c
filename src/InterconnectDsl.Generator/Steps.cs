namespace InterconnectDsl.Generator;

/// <summary>The names of the pipeline's steps, as a tracked run shows them.</summary>
public static class Steps
{
    /// <summary>Text to <c>IcxFile</c>.</summary>
    public const string Parse = nameof(Parse);

    /// <summary>Text of a file of data to <c>DataFile</c>.</summary>
    public const string Data = nameof(Data);

    /// <summary>A file and what it depends on.</summary>
    public const string Link = nameof(Link);

    /// <summary>Bound, elaborated, checked, and written as C#.</summary>
    public const string Emit = nameof(Emit);

    /// <summary>All findings of the build, each once.</summary>
    public const string Diagnostics = nameof(Diagnostics);
}
