namespace InterconnectDsl.Generator.Pipeline;

/// <summary>
/// Finds what each file depends on. A project is what it is on the command line: the files below the nearest <c>icx.toml</c>, or, without one, those of one
/// folder.
/// </summary>
internal sealed class Linker
{
    private readonly List<(string Folder, IcxFile File)> _settings;
    private readonly Dictionary<string, Project> _projects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _hints = new(StringComparer.Ordinal);
    private readonly List<DataFile> _data;

    private sealed class Project
    {
        public List<IcxFile> Files { get; } = new();

        public Dictionary<string, IcxFile> ByModule { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Used { get; } = new(StringComparer.Ordinal);

        public IcxFile? Settings { get; set; }

        public EquatableArray<string> Rules { get; set; } = EquatableArray<string>.Empty;
    }

    /// <summary>Looks at all files of a build.</summary>
    public Linker(IEnumerable<IcxFile> files, IEnumerable<DataFile> data)
    {
        _data = data.GroupBy(d => d.FullPath, StringComparer.Ordinal).Select(g => g.First()).OrderBy(d => d.FullPath, StringComparer.Ordinal).ToList();
        var all = files.OrderBy(f => f.Text.Path, StringComparer.Ordinal).ToList();
        _settings = all.Where(f => f.IsSettings).Select(f => (RelativePath.Folder(f.FullPath), f)).OrderByDescending(s => s.Item1.Length).ToList();
        var hints = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in all.Where(f => !f.IsSettings))
        {
            Add(file);
            _hints[file.FullPath] = HintNames.Unique(file.Text.Path, hints);
        }

        foreach (var project in _projects.Values.Where(p => p.Settings is not null))
        {
            project.Rules = project.Files.SelectMany(f => f.Rules.Select(r => f.Module.Replace('.', '_') + "_" + r)).ToEquatable();
        }
    }

    /// <summary>The unit of a file.</summary>
    public Unit Link(IcxFile file)
    {
        var project = _projects[RootOf(file).Root];
        var reach = Reach(project, new[] { file });
        var known = new HashSet<IcxFile>(reach) { file };
        var imposing = project.Files.Where(f => !known.Contains(f) && (f.HasRulesForAll
            || (f.SpeaksOfDesigns && f.Uses.Any(u => project.ByModule.TryGetValue(u, out var used) && known.Contains(used))))).ToList();
        var first = project.ByModule[file.Module];
        var all = Reach(project, imposing.Concat(new[] { file })).Where(f => !imposing.Contains(f)).ToEquatable();
        return new(file, all, imposing.ToEquatable(), first.Equals(file) ? null : first, project.Used.Contains(file.Module), project.Settings, project.Rules,
            Named(all.Concat(imposing).Append(file)), _hints[file.FullPath]);
    }

    private EquatableArray<DataFile> Named(IEnumerable<IcxFile> files)
    {
        var texts = files.Select(f => f.Text.Content).ToList();
        return _data.Where(d => texts.Exists(t => t.IndexOf(d.Name, StringComparison.Ordinal) >= 0)).ToEquatable();
    }

    private static IReadOnlyList<IcxFile> Reach(Project project, IEnumerable<IcxFile> from)
    {
        var start = from.ToList();
        var reached = new List<IcxFile>();
        var seen = new HashSet<IcxFile>(start);
        var open = new Queue<IcxFile>(start);
        while (open.Count > 0)
        {
            foreach (var module in open.Dequeue().Uses)
            {
                if (project.ByModule.TryGetValue(module, out var used) && seen.Add(used))
                {
                    reached.Add(used);
                    open.Enqueue(used);
                }
            }
        }

        return reached.OrderBy(f => f.Text.Path, StringComparer.Ordinal).ToList();
    }

    private void Add(IcxFile file)
    {
        var (root, settings) = RootOf(file);
        if (!_projects.TryGetValue(root, out var project))
        {
            _projects.Add(root, project = new() { Settings = settings });
        }

        project.Files.Add(file);
        project.Used.UnionWith(file.Uses);
        if (!project.ByModule.ContainsKey(file.Module))
        {
            project.ByModule.Add(file.Module, file);
        }
    }

    private (string Root, IcxFile? Settings) RootOf(IcxFile file)
    {
        foreach (var (folder, settings) in _settings)
        {
            if (file.FullPath.StartsWith(folder + "/", StringComparison.Ordinal))
            {
                return (folder, settings);
            }
        }

        return (RelativePath.Folder(file.FullPath), null);
    }
}
