using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>Finds, parses and declares modules when they are first asked for, and resolves names at module level.</summary>
internal sealed partial class ModuleLoader(BindingSession session, ISourceSet sources)
{
    private readonly Dictionary<string, LoadedModule?> _byName = new(StringComparer.Ordinal);

    public List<LoadedModule> All { get; } = new();

    public LoadedModule? Core { get; private set; }

    public IEnumerable<string> Names => sources.Modules.Concat(All.Select(m => m.Symbol.Name));

    /// <summary>Registers the user's files, loads the core and the rules that always apply, and declares all.</summary>
    public List<LoadedModule> Start(IReadOnlyList<SourceText> files)
    {
        var user = new List<LoadedModule>(files.Count);
        foreach (var file in files)
        {
            user.Add(Register(Parser.TreeOf(file), isUser: true));
        }

        Core = Find("icx.core");
        if (Core is not null && Core.IsUser)
        {
            session.Declarations.Declare(Core);
        }

        session.CoreKinds.Find(Core);
        FindRules();
        foreach (var module in user)
        {
            if (module != Core)
            {
                session.Declarations.Declare(module);
            }
        }

        return user;
    }

    /// <summary>The rules that always apply: those of <c>icx.rules</c>, and of the modules it uses.</summary>
    private void FindRules()
    {
        if (Find("icx.rules") is { IsUser: false } rules)
        {
            foreach (var family in rules.Symbol.Tree.Root.Declarations.OfType<UseSyntax>())
            {
                Find(family.Module.Text);
            }
        }
    }

    /// <summary>The module of this dotted name, or null when neither the user nor the library has it.</summary>
    public LoadedModule? Find(string name)
    {
        if (_byName.TryGetValue(name, out var known))
        {
            return known;
        }

        var text = sources.Find(name);
        if (text is null)
        {
            _byName.Add(name, null);
            return null;
        }

        var module = Register(Parser.TreeOf(text), isUser: false, name);
        session.Declarations.Declare(module);
        return module;
    }

    /// <summary>The module of this dotted name when it is loaded already.</summary>
    public LoadedModule? Loaded(string name) => _byName.TryGetValue(name, out var known) ? known : null;

    private LoadedModule Register(SyntaxTree tree, bool isUser, string? name = null)
    {
        name = tree.Root.Module?.Name is { Length: > 0 } written ? written : name ?? NameOf(tree.Text.Path);
        var module = new LoadedModule(new(name, tree), isUser, session.Bag) { Uses = isUser && session.NotesUses ? new() : null };
        if (_byName.TryGetValue(name, out var other) && other is not null)
        {
            session.Bag.Report("ICX2009", module.Symbol.Location, name, "a module", other.Symbol.Location.Text.Path);
        }
        else
        {
            _byName[name] = module;
        }

        All.Add(module);
        session.Silence(tree);
        return module;
    }

    private static string NameOf(string path)
    {
        var start = path.LastIndexOf('/') + 1;
        var end = path.LastIndexOf('.');
        return end > start ? path.Substring(start, end - start) : path.Substring(start);
    }
}
