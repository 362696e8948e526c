using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Generator.Pipeline;

/// <summary>A file of data that designs may name, such as a measured channel. Two are equal when path and text are.</summary>
internal sealed class DataFile : IEquatable<DataFile>
{
    private readonly int _hash;

    /// <summary>Takes a file.</summary>
    /// <param name="path">Its path as the build gave it.</param>
    /// <param name="content">Its text.</param>
    /// <param name="settings">Of the build.</param>
    public DataFile(string path, string content, BuildSettings settings)
    {
        FullPath = RelativePath.Combine("", RelativePath.Slashes(path));
        Text = new(settings.Shown(path), content);
        Name = FullPath.Substring(FullPath.LastIndexOf('/') + 1);
        _hash = unchecked((StringComparer.Ordinal.GetHashCode(Text.Content) * 31) + StringComparer.Ordinal.GetHashCode(FullPath));
    }

    /// <summary>The path.</summary>
    public string FullPath { get; }

    /// <summary>Its last part.</summary>
    public string Name { get; }

    /// <summary>The text; its path is relative to the project.</summary>
    public SourceText Text { get; }

    /// <summary>
    /// Whether a file of this name is one: <c>.s4p</c> and its like. The ending <c>.ts</c> of Touchstone 2 is TypeScript's too, so such a file must be marked with
    /// <c>IcxData="true"</c>.
    /// </summary>
    public static bool IsNamedSo(string path)
    {
        var dot = path.LastIndexOf('.');
        return dot >= 0 && path.Length - dot > 3 && (path[dot + 1] is 's' or 'S') && (path[path.Length - 1] is 'p' or 'P')
            && path.Substring(dot + 2, path.Length - dot - 3).All(c => c is >= '0' and <= '9');
    }

    /// <inheritdoc/>
    public bool Equals(DataFile? other) => other is not null
        && (ReferenceEquals(this, other) || (_hash == other._hash && FullPath == other.FullPath && Text.Path == other.Text.Path && Text.Content == other.Text.Content));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DataFile);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}
