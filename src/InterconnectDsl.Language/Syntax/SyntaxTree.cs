using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Syntax;

/// <summary>The tree of one file: what was read, and what could not be. Immutable; parsing never fails.</summary>
public sealed class SyntaxTree(SourceText text, CompilationUnitSyntax root, IReadOnlyList<Diagnostic> diagnostics)
{
    /// <summary>The file.</summary>
    public SourceText Text { get; } = text;

    /// <summary>Its declarations.</summary>
    public CompilationUnitSyntax Root { get; } = root;

    /// <summary>What the lexer and the parser found.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;

    /// <summary>Where a node stands.</summary>
    public SourceSpan LocationOf(SyntaxNode node) => new(Text, node.Span);
}
