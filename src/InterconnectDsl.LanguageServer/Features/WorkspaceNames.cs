using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Documents;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>Names over all files of the client's folders.</summary>
internal static class WorkspaceNames
{
    private const int Most = 400;

    /// <summary>Declarations whose names hold the letters of a query in their order.</summary>
    public static IReadOnlyList<SymbolInformation> Find(string query, IEnumerable<string> open, Session session, CancellationToken cancellation)
    {
        var found = new List<SymbolInformation>();
        foreach (var path in session.Workspace.Files(null).Concat(open).Distinct(StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            if (session.Workspace.Read(path) is not { } text)
            {
                continue;
            }

            var tree = Parser.Parse(text);
            foreach (var declaration in tree.Root.Declarations.Where(d => d is not (UseSyntax or ErrorDeclarationSyntax)))
            {
                if (Syntax.NameOf(declaration) is { Text.Length: > 0 } name && Matches(name.Text, query))
                {
                    found.Add(new(name.Text, Outline.KindOf(name.Sort), new(Uris.Of(path), session.Encoding.RangeOf(text, name.Span)), tree.Root.Module?.Name));
                }
            }

            if (found.Count > Most)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>What the new name of a file asks for: the last part of its module's name, where it was the file's, there and in every file that uses it.</summary>
    public static WorkspaceEdit? Rename(IReadOnlyList<FileRename> renames, Session session, CancellationToken cancellation)
    {
        var changes = new Dictionary<string, List<TextEdit>>(StringComparer.Ordinal);
        foreach (var rename in renames)
        {
            var (path, name) = (Uris.PathOf(rename.OldUri), Path.GetFileNameWithoutExtension(Uris.PathOf(rename.NewUri)));
            if (session.Workspace.Read(path) is not { } text || Parser.Parse(text).Root.Module is not { } module
                || module.Name.Split('.')[^1] != Path.GetFileNameWithoutExtension(path) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            {
                continue;
            }

            var after = module.Name[..^module.Name.Split('.')[^1].Length] + name;
            foreach (var other in session.Workspace.Files(path).Append(path).Distinct(StringComparer.Ordinal))
            {
                cancellation.ThrowIfCancellationRequested();
                if (session.Workspace.Read(other) is { } content && content.Content.Contains(module.Name, StringComparison.Ordinal))
                {
                    Collect(changes, other, Parser.Parse(content), module.Name, after, session);
                }
            }
        }

        return changes.Count == 0 ? null : new(changes.ToDictionary(c => c.Key, c => (IReadOnlyList<TextEdit>)c.Value, StringComparer.Ordinal));
    }

    private static void Collect(Dictionary<string, List<TextEdit>> changes, string path, SyntaxTree tree, string before, string after, Session session)
    {
        var spans = tree.Root.Declarations.OfType<UseSyntax>().Where(u => u.Module.Text == before).Select(u => u.Module.Span);
        if (tree.Root.Module is { } head && head.Name == before)
        {
            spans = spans.Append(new(head.Span.End - before.Length, before.Length));
        }

        foreach (var span in spans)
        {
            (changes.TryGetValue(Uris.Of(path), out var list) ? list : changes[Uris.Of(path)] = new()).Add(new(session.Encoding.RangeOf(tree.Text, span), after));
        }
    }

    private static bool Matches(string name, string query)
    {
        var at = 0;
        foreach (var c in name)
        {
            at += at < query.Length && char.ToUpperInvariant(c) == char.ToUpperInvariant(query[at]) ? 1 : 0;
        }

        return at == query.Length;
    }
}
