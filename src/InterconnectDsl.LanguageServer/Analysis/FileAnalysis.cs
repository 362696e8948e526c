using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Project;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.LanguageServer.Documents;

namespace InterconnectDsl.LanguageServer.Analysis;

/// <summary>A version of a file, bound. Formulas of the library are still bound when first asked for, so whoever asks holds <see cref="Gate"/>.</summary>
internal sealed class FileAnalysis(Document document, Compilation compilation, ISourceSet sources, ProjectSettings settings, IReadOnlyList<Language.Diagnostics.Diagnostic> problems)
{
    private NameUse[]? _uses;
    private IReadOnlyList<Language.Diagnostics.Diagnostic>? _diagnostics;

    public Document Document { get; } = document;

    public Compilation Compilation { get; } = compilation;

    public ModuleSymbol Module { get; } = compilation.Modules[0];

    public ISourceSet Sources { get; } = sources;

    public ProjectSettings Settings { get; } = settings;

    /// <summary>What was found without evaluating, severities as the project sets them.</summary>
    public IReadOnlyList<Language.Diagnostics.Diagnostic> Diagnostics
    {
        get
        {
            lock (Gate)
            {
                return _diagnostics ??= Settings.Apply(Compilation.Diagnostics.Concat(problems));
            }
        }
    }

    /// <summary>Held by whoever reads symbols.</summary>
    public Lock Gate { get; } = new();

    /// <summary>What the names in the file mean, in the order of the text. Put in order when first asked for: who completes a word does not ask.</summary>
    public IReadOnlyList<NameUse> Uses
    {
        get
        {
            lock (Gate)
            {
                return _uses ??= Compilation.UsesIn(Module).Distinct().OrderBy(u => u.Span.Start).ToArray();
            }
        }
    }

    /// <summary>What is named at an offset: a use, or the name of a declaration; null for anything else.</summary>
    public NameUse? At(int offset)
    {
        foreach (var use in Uses)
        {
            if (use.Span.Start <= offset && offset <= use.Span.End && use.Span.Length > 0)
            {
                return use;
            }
        }

        return Declared.FirstOrDefault(s => s.Location.Span.Start <= offset && offset <= s.Location.Span.End) is { } symbol
            ? new(symbol.Location.Span, symbol)
            : null;
    }

    /// <summary>Everything declared in the file that has a name.</summary>
    public IEnumerable<Symbol> Declared => SymbolWalk.Below(Module).Where(s => ReferenceEquals(s.Location.Text, Document.Text) && s.Location.Span.Length > 0);
}

/// <summary>The designs of a version of a file, evaluated and held against the rules. Whoever asks for further values holds <see cref="Gate"/>.</summary>
internal sealed class FileEvaluation(Document document, Compilation compilation, ProjectSettings settings, IReadOnlyList<CheckedDesign> designs)
{
    private DesignValues? _values;

    /// <summary>The version of the file.</summary>
    public Document Document { get; } = document;

    /// <summary>The file, bound for this alone: evaluating binds further, and nobody who only reads names waits for that.</summary>
    public Compilation Compilation { get; } = compilation;

    /// <summary>The designs of the file, in order.</summary>
    public IReadOnlyList<CheckedDesign> Designs { get; } = designs;

    public Lock Gate { get; } = new();

    /// <summary>What the formulas of the file came to; under the gate.</summary>
    public DesignValues Values => _values ??= new(this);

    /// <summary>What evaluating found, severities as the project sets them.</summary>
    public IReadOnlyList<Language.Diagnostics.Diagnostic> Diagnostics { get; } = Found(settings, designs);

    /// <summary>What checks of designs found, severities as the project sets them, each finding once.</summary>
    public static IReadOnlyList<Language.Diagnostics.Diagnostic> Found(ProjectSettings settings, IEnumerable<CheckedDesign> designs) =>
        settings.Apply(designs.SelectMany(d => d.Diagnostics)).DistinctBy(d => (d.Code, d.Location, d.Message)).ToList();
}
