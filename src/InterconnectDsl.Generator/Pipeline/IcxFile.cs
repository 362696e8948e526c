using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Generator.Pipeline;

/// <summary>
/// A file as the Parse step hands it on: its text, which is parsed, and what others need to know of it to link. Two are equal when nothing that can matter
/// differs: the same path and the same text up to the last token. What follows it are comments and blank lines, which move nothing.
/// </summary>
internal sealed class IcxFile : IEquatable<IcxFile>
{
    private readonly string _identity;

    // Asked for once for each pair of files of a project: hashing the text each time costs more than checking a design.
    private readonly int _hash;

    private IcxFile(SourceText text, string path, string space)
    {
        Text = text;
        FullPath = path;
        Namespace = space;
        IsSettings = BuildSettings.IsSettings(path);
        _identity = text.Content;
        if (!IsSettings)
        {
            var tree = Parser.TreeOf(text);
            var root = tree.Root;
            Module = root.Module?.Name is { Length: > 0 } name ? name : NameOf(text.Path);
            Uses = root.Declarations.OfType<UseSyntax>().Select(u => u.Module.Text).Distinct(StringComparer.Ordinal).ToEquatable();
            Rules = root.Declarations.OfType<RuleSyntax>().Select(r => r.Name.Text).ToEquatable();
            HasRulesForAll = root.Declarations.OfType<RuleSyntax>().Any(r => r.Of is null);
            SpeaksOfDesigns = root.Declarations.Any(d => d is RuleSyntax { Of: not null } or TestSyntax);
            _identity = text.Content.Substring(0, EndOfTokens(tree));
        }

        _hash = unchecked((StringComparer.Ordinal.GetHashCode(_identity) * 31) + StringComparer.Ordinal.GetHashCode(FullPath));
    }

    /// <summary>The text; its path is relative to the project.</summary>
    public SourceText Text { get; }

    /// <summary>The path as the build gave it.</summary>
    public string FullPath { get; }

    /// <summary>The namespace the build asks for this file's designs; empty for the project's own.</summary>
    public string Namespace { get; }

    /// <summary>Whether it is an <c>icx.toml</c>.</summary>
    public bool IsSettings { get; }

    /// <summary>The dotted name of its module.</summary>
    public string Module { get; } = "";

    /// <summary>The modules it uses.</summary>
    public EquatableArray<string> Uses { get; } = EquatableArray<string>.Empty;

    /// <summary>The names of the rules it declares.</summary>
    public EquatableArray<string> Rules { get; } = EquatableArray<string>.Empty;

    /// <summary>Whether it has rules that hold for designs of other files that do not know of them.</summary>
    public bool HasRulesForAll { get; }

    /// <summary>Whether it has rules or tests of a design, which may stand in a file it uses.</summary>
    public bool SpeaksOfDesigns { get; }

    /// <summary>Reads and parses a file.</summary>
    /// <param name="path">Its path as the build gave it.</param>
    /// <param name="content">Its text.</param>
    /// <param name="space">The namespace of its designs, or empty.</param>
    /// <param name="settings">Of the build.</param>
    public static IcxFile Parse(string path, string content, string space, BuildSettings settings) =>
        new(new(settings.Shown(path), content), RelativePath.Slashes(path), space);

    /// <inheritdoc/>
    public bool Equals(IcxFile? other) =>
        other is not null && (ReferenceEquals(this, other)
            || (_hash == other._hash && FullPath == other.FullPath && Text.Path == other.Text.Path && Namespace == other.Namespace && _identity == other._identity));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IcxFile);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    // Where something is wrong the end of the text may be what is wrong.
    private static int EndOfTokens(SyntaxTree tree)
    {
        var end = tree.Diagnostics.Count > 0 ? tree.Text.Content.Length : tree.Root.Module?.Span.End ?? 0;
        foreach (var declaration in tree.Root.Declarations)
        {
            end = Math.Max(end, declaration.Span.End);
        }

        // A documentation comment is worth a warning where nothing follows it.
        return tree.Text.Content.IndexOf("///", end, StringComparison.Ordinal) >= 0 ? tree.Text.Content.Length : end;
    }

    private static string NameOf(string path)
    {
        var name = path.Substring(path.LastIndexOf('/') + 1);
        return name.LastIndexOf('.') is var dot and > 0 ? name.Substring(0, dot) : name;
    }
}
