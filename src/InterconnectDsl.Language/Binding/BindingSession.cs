using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Binding;

/// <summary>What the binders of one compilation share.</summary>
internal sealed class BindingSession
{
    /// <summary>How deep expressions, and declarations that ask for each other, may nest before it is an error and not a stack overflow.</summary>
    public const int MaximumDepth = 400;

    private readonly HashSet<string> _silenced = new(StringComparer.Ordinal);
    private readonly Queue<Action> _deferred = new();
    private int _entered;

    public BindingSession(ISourceSet sources)
    {
        Modules = new(this, sources);
        Types = new(this);
        Declarations = new(this);
        Expressions = new(this);
        Formulas = new(this);
        Functions = new(this);
        Parts = new(this);
        Requirements = new(this);
        Designs = new(this);
        Rules = new(this);
        Studies = new(this);
    }

    public DiagnosticBag Bag { get; } = new();

    /// <summary>Whether the user's modules note what their names mean.</summary>
    public bool NotesUses { get; init; }

    public CoreKinds CoreKinds { get; } = new();

    public AttributeIndex Attributes { get; } = new();

    public UseLog Uses { get; } = new();

    public ModuleLoader Modules { get; }

    public TypeBinder Types { get; }

    public DeclarationBinder Declarations { get; }

    public ExpressionBinder Expressions { get; }

    public FormulaBinder Formulas { get; }

    public FunctionBinder Functions { get; }

    public PartBinder Parts { get; }

    public RequirementCheck Requirements { get; }

    public DesignBinder Designs { get; }

    public RuleBinder Rules { get; }

    public StudyBinder Studies { get; }

    /// <summary>Symbols whose type or meaning is being worked out, outermost first: to find one again is a ring.</summary>
    public List<Symbol> Underway { get; } = new();

    /// <summary>Literals that stand for another number than the tree says: the text has changed since in nothing else.</summary>
    public Dictionary<NumberSyntax, double> Revised { get; } = new();

    /// <summary>The number of a literal.</summary>
    public double NumberOf(NumberSyntax literal) => Revised.Count > 0 && Revised.TryGetValue(literal, out var revised) ? revised : literal.Value;

    /// <summary>Whether a declaration that could not be read probably declares this name; then nobody complains that it is unknown.</summary>
    public bool IsSilenced(string name) => name.Length == 0 || _silenced.Contains(name);

    /// <summary>Nobody complains about this name any more: what it stands for is already reported.</summary>
    public void Silence(string name) => _silenced.Add(name);

    /// <summary>Collects the names a tree's unreadable declarations probably declare.</summary>
    public void Silence(SyntaxTree tree)
    {
        if (tree.Diagnostics.Count > 0)
        {
            Silence(tree.Text, tree.Root.Declarations);
        }
    }

    /// <summary>Runs when the declaration at hand is bound, so that things may refer to each other in any order.</summary>
    public void Defer(Action work) => _deferred.Enqueue(work);

    public void Enter() => _entered++;

    /// <summary>Ends what <see cref="Enter"/> began; the outermost does what was put off.</summary>
    public void Leave()
    {
        while (_entered == 1 && _deferred.Count > 0)
        {
            _deferred.Dequeue()();
        }

        _entered--;
    }

    // What stood between `{` and `}` behind a dot were names brought in from a module.
    private static IEnumerable<string> ListedNames(string text)
    {
        var open = text.IndexOf(".{", StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf('}', open);
        return close < 0 ? Array.Empty<string>() : text.Substring(open + 2, close - open - 2).Split(',', ' ', '\n').Where(w => w.Length > 0);
    }

    private void Silence(SourceText text, IReadOnlyList<DeclarationSyntax>? declarations)
    {
        foreach (var declaration in declarations ?? Array.Empty<DeclarationSyntax>())
        {
            if (declaration is ErrorDeclarationSyntax error)
            {
                _silenced.UnionWith(error.Names);
                _silenced.UnionWith(ListedNames(text.Slice(error.Span)));
            }

            Silence(text, declaration switch
            {
                KindSyntax kind => kind.Members,
                PartSyntax part => part.Members,
                DesignSyntax design => design.Members,
                InstanceSyntax instance => instance.Members,
                PathSyntax path => path.Members,
                AmendSyntax amend => amend.Members,
                AttributeSyntax attribute => attribute.Members,
                _ => null,
            });
        }
    }
}
