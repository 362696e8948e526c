using InterconnectDsl.Cli.Arguments;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Cli.Running;

/// <summary>A design and the workspace it stands in.</summary>
internal sealed record ChosenDesign(Workspace Workspace, DesignSymbol Design);

/// <summary>Finds the designs a run is about.</summary>
internal static class DesignChoice
{
    /// <summary>Opens the one design of a path that a verb speaks about.</summary>
    /// <param name="invocation">The run.</param>
    /// <param name="path">The path given.</param>
    /// <param name="workspace">Its workspace.</param>
    /// <param name="symbol">The design.</param>
    /// <returns>Null when all is well, else the exit code; what stands in the way was reported.</returns>
    /// <exception cref="UsageException">There is no design, or there are several and none was named.</exception>
    public static int? TryOpen(Invocation invocation, string path, out Workspace workspace, out DesignSymbol symbol)
    {
        (workspace, symbol) = (null!, null!);
        var opened = WorkspaceLoader.Open(invocation, new[] { path });
        if (Blocked(invocation, opened.Problems, ExitCode.Usage) is { } unreadable)
        {
            return unreadable;
        }

        foreach (var candidate in opened.Workspaces)
        {
            var found = candidate.Settings.Apply(candidate.Compilation.Diagnostics, invocation.WarnAsError);
            if (Blocked(invocation, found.Where(d => d.Severity == Severity.Error).ToList(), ExitCode.Findings) is { } errors)
            {
                return errors;
            }
        }

        (workspace, symbol) = Choose(invocation, opened.Workspaces, path);
        return null;
    }

    /// <summary>The designs to check: all, or those of the name given.</summary>
    /// <exception cref="UsageException">No design has that name.</exception>
    public static IReadOnlyList<ChosenDesign> All(Invocation invocation, IReadOnlyList<Workspace> workspaces)
    {
        var all = workspaces.SelectMany(w => w.Compilation.Designs.Select(d => new ChosenDesign(w, d))).ToList();
        if (invocation.Arguments.Find(CommonOptions.Design) is not { } name)
        {
            return all;
        }

        var named = all.Where(d => d.Design.Name == name).ToList();
        return named.Count > 0 ? named : throw Unknown(name, all.Select(d => d.Design.Name).ToList());
    }

    private static ChosenDesign Choose(Invocation invocation, IReadOnlyList<Workspace> workspaces, string path)
    {
        var found = All(invocation, workspaces);
        return found.Count switch
        {
            1 => found[0],
            0 => throw new UsageException($"no design is in `{path}`"),
            _ => throw new UsageException($"`{path}` holds several designs, {string.Join(", ", found.Select(d => d.Design.Name))}; name one with `--design`"),
        };
    }

    private static UsageException Unknown(string name, IReadOnlyList<string> designs)
    {
        var near = Spelling.Nearest(name, designs);
        return new($"there is no design `{name}`" + (near is not null ? $"; did you mean `{near}`?"
            : designs.Count == 0 ? "" : "; there are " + string.Join(", ", designs.Take(12))));
    }

    private static int? Blocked(Invocation invocation, IReadOnlyList<Diagnostic> found, int code)
    {
        if (found.All(d => d.Severity != Severity.Error))
        {
            return null;
        }

        invocation.Report(found);
        return code;
    }
}
