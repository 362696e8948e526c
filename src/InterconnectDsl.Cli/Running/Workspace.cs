using InterconnectDsl.Cli.Arguments;
using InterconnectDsl.Sources;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Project;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Cli.Running;

/// <summary>The files of a command line that belong to one project, bound together with its settings.</summary>
/// <param name="Compilation">The bound files.</param>
/// <param name="Settings">What its <c>icx.toml</c> says.</param>
/// <param name="Values">Params set from outside.</param>
internal sealed record Workspace(Compilation Compilation, ProjectSettings Settings, IReadOnlyDictionary<ParamSymbol, BoundExpression> Values);

/// <summary>What was opened, and what stood in the way.</summary>
/// <param name="Workspaces">One for each project.</param>
/// <param name="Problems">Unreadable files, wrong settings, values that do not fit: with these the answer is exit code 2.</param>
internal sealed record Opened(IReadOnlyList<Workspace> Workspaces, IReadOnlyList<Diagnostic> Problems);

/// <summary>Opens the files of a command line.</summary>
internal static class WorkspaceLoader
{
    /// <summary>Finds, reads and binds the files, project by project.</summary>
    public static Opened Open(Invocation invocation, IEnumerable<string> paths)
    {
        var problems = new DiagnosticBag();
        var files = InputFiles.Expand(paths, invocation.Host.Directory, problems);
        var workspaces = new List<Workspace>();
        foreach (var project in files.GroupBy(f => ProjectOf(f, invocation.Host.Directory)))
        {
            invocation.Cancellation.ThrowIfCancellationRequested();
            var texts = project.Select(f => invocation.Reader.Read(f, problems)).OfType<SourceText>().ToList();
            if (texts.Count > 0)
            {
                workspaces.Add(Bind(invocation, project.Key, texts, problems));
            }
        }

        SetParams(invocation, workspaces, problems);
        return new(workspaces, problems.Items);
    }

    private sealed record Project(string Root, bool HasSettings);

    /// <summary>The folder of the nearest <c>icx.toml</c> above a file, and whether there is one; without, the file's own folder.</summary>
    private static Project ProjectOf(string file, string directory)
    {
        var own = file == InputFiles.StandardInput ? directory : Path.GetDirectoryName(file)!;
        for (var at = own; at is not null; at = Path.GetDirectoryName(at))
        {
            if (File.Exists(Path.Combine(at, ProjectSettings.FileName)))
            {
                return new(at, true);
            }
        }

        return new(own, false);
    }

    private static Workspace Bind(Invocation invocation, Project project, IReadOnlyList<SourceText> texts, DiagnosticBag problems)
    {
        var settings = ProjectSettings.Default;
        if (project.HasSettings && invocation.Reader.Read(Path.Combine(project.Root, ProjectSettings.FileName), problems) is { } file)
        {
            settings = ProjectSettings.Read(file, problems);
            SettingsCheck.Version(settings, problems);
        }

        var sources = new ProjectSources(project.Root, project.HasSettings, LibrarySources.Instance, invocation.Reader, problems);
        var compilation = Compilation.Create(texts, sources);
        compilation.BindAll();
        SettingsCheck.Severities(settings, compilation.Rules.Select(r => r.Id).ToHashSet(StringComparer.Ordinal), problems);
        return new(compilation, settings, new Dictionary<ParamSymbol, BoundExpression>());
    }

    /// <summary>Binds the values of <c>--set</c> in every module that has the param.</summary>
    private static void SetParams(Invocation invocation, List<Workspace> workspaces, DiagnosticBag problems)
    {
        foreach (var assignment in invocation.Arguments.All(CommonOptions.Set))
        {
            var equals = assignment.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new UsageException($"`--set` takes name=value, such as reach=2km, not `{assignment}`");
            }

            var name = assignment[..equals].Trim();
            var text = new SourceText("--set " + name, assignment[(equals + 1)..]);
            var found = false;
            for (var i = 0; i < workspaces.Count; i++)
            {
                var values = new Dictionary<ParamSymbol, BoundExpression>(workspaces[i].Values);
                foreach (var (param, module) in Params(workspaces[i].Compilation).Where(p => p.Param.Name == name))
                {
                    found = true;
                    var diagnostics = new DiagnosticBag();
                    if (workspaces[i].Compilation.BindValue(text, param, module, diagnostics) is { } value)
                    {
                        values[param] = value;
                    }

                    problems.AddRange(diagnostics.Items);
                }

                workspaces[i] = workspaces[i] with { Values = values };
            }

            if (!found)
            {
                var near = Spelling.Nearest(name, workspaces.SelectMany(w => Params(w.Compilation)).Select(p => p.Param.Name));
                problems.ReportWithHelp("ICX9005", default, near is null ? null : $"did you mean `{near}`?", null, name);
            }
        }
    }

    private static IEnumerable<(ParamSymbol Param, ModuleSymbol Module)> Params(Compilation compilation) =>
        compilation.AllModules.Where(m => !m.Tree.Text.IsLibrary).SelectMany(m => m.Members.Values.OfType<ParamSymbol>().Select(p => (p, m)));
}
