using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>
/// Files and what they use, bound: the way from text to symbols. The user's files are bound wholly, the library's as far as they are asked for. Not
/// for use
/// from several threads at once.
/// </summary>
public sealed class Compilation
{
    private readonly BindingSession _session;
    private readonly List<LoadedModule> _user;
    private readonly ISourceSet _sources;
    private bool _isBound;

    private Compilation(IReadOnlyList<SourceText> files, ISourceSet sources, bool notesUses)
    {
        _sources = sources;
        _session = new(sources) { NotesUses = notesUses };
        _session.Enter();
        _user = _session.Modules.Start(files);
        _session.Leave();
    }

    /// <summary>Parses and declares the user's files.</summary>
    /// <param name="files">The user's files.</param>
    /// <param name="sources">
    /// Finds further modules by dotted name: the standard library, and files of the user that are used but not asked about. <c>icx.core</c> is
    /// always in scope,
    /// the rules of <c>icx.rules</c> always apply where the set has it.
    /// </param>
    /// <param name="notesUses">Whether to note what names mean, for <see cref="UsesIn"/>.</param>
    public static Compilation Create(IReadOnlyList<SourceText> files, ISourceSet sources, bool notesUses = false) => new(files, sources, notesUses);

    /// <summary>The user's modules, in the order of the files.</summary>
    public IReadOnlyList<ModuleSymbol> Modules => _user.ConvertAll(m => m.Symbol);

    /// <summary>All modules loaded so far: the user's, and those of the library that were asked for.</summary>
    public IReadOnlyList<ModuleSymbol> AllModules => _session.Modules.All.ConvertAll(m => m.Symbol);

    /// <summary>The root kind <c>node</c>.</summary>
    public KindSymbol Node => _session.CoreKinds.Node;

    /// <summary>The root kind <c>path</c>.</summary>
    public KindSymbol Path => _session.CoreKinds.Path;

    /// <summary>The root kind <c>design</c>.</summary>
    public KindSymbol Design => _session.CoreKinds.Design;

    /// <summary>The rules of all loaded modules, the library's first; <see cref="RuleSymbol.Bind"/> before they are read.</summary>
    public IReadOnlyList<RuleSymbol> Rules =>
        _session.Modules.All.Where(m => !m.IsUser).Concat(_user).SelectMany(m => m.Symbol.Rules).ToList();

    /// <summary>The designs of the user's files, in order.</summary>
    public IReadOnlyList<DesignSymbol> Designs => _user.SelectMany(m => m.Symbol.Designs).ToList();

    /// <summary>Everything found so far, syntax included, in order of file and place; each finding once.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => new DiagnosticOrder(_session.Modules.All).Sort(_session.Bag.Items);

    /// <summary>What the names in one of the user's modules were found to mean so far, in the order in which they were found; empty unless noted.</summary>
    public IReadOnlyList<NameUse> UsesIn(ModuleSymbol module) =>
        _user.Find(m => ReferenceEquals(m.Symbol, module))?.Uses ?? (IReadOnlyList<NameUse>)Array.Empty<NameUse>();

    /// <summary>Names of a sort that a module sees without a further <c>use</c>: its own, those it uses, the core's.</summary>
    public IEnumerable<string> VisibleIn(ModuleSymbol module, Func<Symbol, bool> sort) =>
        _session.Modules.All.Find(m => ReferenceEquals(m.Symbol, module)) is { } loaded
            ? _session.Modules.Visible(loaded, sort).Distinct(StringComparer.Ordinal)
            : Array.Empty<string>();

    /// <summary>What a name, dotted or not, means at the level of a module; null when it is not known there.</summary>
    public Symbol? Resolve(ModuleSymbol module, string name) =>
        _session.Modules.All.Find(m => ReferenceEquals(m.Symbol, module)) is { } loaded ? _session.Modules.ResolveDotted(loaded, name) : null;

    /// <summary>A kind of <c>icx.core</c> by name; null when it has none.</summary>
    public KindSymbol? FindKind(string name) =>
        _session.Modules.Core is { } core && core.Symbol.Members.TryGetValue(name, out var found) ? found as KindSymbol : null;

    /// <summary>A function of <c>icx.core</c> by name; null when it has none.</summary>
    public FunctionSymbol? FindFunction(string name) =>
        _session.Modules.Core is { } core && core.Symbol.Members.TryGetValue(name, out var found) ? found as FunctionSymbol : null;

    /// <summary>The text of a file of data that a file names by its path; null when the host has none.</summary>
    public SourceText? FindFile(string path, SourceText from) => _sources.FindFile(path, from);

    /// <summary>Binds everything in the user's files: every formula, rule, test and study. Idempotent.</summary>
    public void BindAll()
    {
        if (_isBound)
        {
            return;
        }

        _isBound = true;
        if (_session.Modules.Core is null && _user.Count > 0)
        {
            _session.Bag.Report("ICX9101", new(_user[0].Text, default));
        }

        _session.Enter();
        var binder = new ModuleBinder(_session);
        foreach (var module in _user)
        {
            binder.Bind(module);
        }

        _session.Rules.ReportRepeated(inUserFiles: true);
        new UseCycles(_session).Report(_user);
        _session.Leave();
        new UnusedCheck(_session).Report(_user);
    }

    /// <summary>Binds the library's modules that are loaded wholly too, so that their own mistakes are found.</summary>
    public void BindLibrary()
    {
        BindAll();
        _session.Enter();
        var binder = new ModuleBinder(_session);
        for (var i = 0; i < _session.Modules.All.Count; i++)
        {
            if (!_session.Modules.All[i].IsUser)
            {
                binder.Bind(_session.Modules.All[i]);
            }
        }

        _session.Rules.ReportRepeated(inUserFiles: false);
        new UseCycles(_session).Report(_session.Modules.All);
        _session.Leave();
    }

    /// <summary>Binds an expression typed at a prompt; names are those of the design, its module, what that uses, and the core.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="design">The design it is about.</param>
    /// <param name="diagnostics">Receives what is wrong with it.</param>
    /// <returns>The expression, or null when it is wrong.</returns>
    public BoundExpression? BindExpression(SourceText text, DesignSymbol design, DiagnosticBag diagnostics)
    {
        if (Parse(text, diagnostics) is not { } syntax || design.Declaration is not { } declaration)
        {
            return null;
        }

        _session.Enter();
        _session.Designs.Complete(design);
        var scope = DesignBinder.ScopeOf(design, new ModuleScope(declaration.Module, text, diagnostics));
        var bound = _session.Expressions.Bind(syntax, scope);
        _session.Leave();
        return diagnostics.HasErrors ? null : bound;
    }

    /// <summary>Binds a value given to a param from outside (<c>--set reach=2km</c>), which is held to what the param says may be explored and makes sense.</summary>
    /// <param name="text">The value, an expression over what the module knows.</param>
    /// <param name="param">The param.</param>
    /// <param name="scope">The module.</param>
    /// <param name="diagnostics">Receives what is wrong with it.</param>
    /// <returns>The value, or null when it is wrong.</returns>
    public BoundExpression? BindValue(SourceText text, ParamSymbol param, ModuleSymbol scope, DiagnosticBag diagnostics)
    {
        var module = _session.Modules.All.Find(m => ReferenceEquals(m.Symbol, scope));
        if (module is null || Parse(text, diagnostics) is not { } syntax)
        {
            return null;
        }

        _session.Enter();
        var given = new ModuleScope(module, text, diagnostics);
        var bound = _session.Expressions.BindTo(syntax, given, param.Type);
        if (param.Formula.Bound.Plausible is { } plausible)
        {
            new PlausibilityCheck(given, plausible).Check(new BoundFormula(bound, null, null, null, null));
        }

        if (param.Formula.Bound.Within is { } within)
        {
            RangeCheck.StartsInside(bound, within, given);
        }

        _session.Leave();
        return diagnostics.HasErrors ? null : bound;
    }

    /// <summary>
    /// Binds a formula again in which literals of the nominal value stand for other numbers: the text has changed in nothing else. Whoever reads the formula
    /// sees the new numbers; that it still is of the same types, and what it was used for, is for the caller to see to.
    /// </summary>
    /// <param name="formula">A formula of the user's files, not of a constant: what rests on that may be known from the text alone.</param>
    /// <param name="numbers">The literals with their new numbers.</param>
    /// <returns>
    /// The formula as it was bound before; null when binding it finds something to report, and then the compilation is of no further use.
    /// </returns>
    public BoundFormula? Revise(Formula formula, IReadOnlyDictionary<NumberSyntax, double> numbers)
    {
        var before = formula.Bound;
        var found = _session.Bag.Items.Count;
        foreach (var number in numbers)
        {
            _session.Revised[number.Key] = number.Value;
        }

        _session.Enter();
        formula.Rebind();
        _session.Leave();
        return _session.Bag.Items.Count == found ? before : null;
    }

    /// <summary>Binds what is written in the place of a formula now. Whoever reads the formula sees the new one; what rested on the old one is for the caller to see to.</summary>
    /// <param name="formula">A formula of the user's files, not of a constant: what rests on that may be known from the text alone.</param>
    /// <param name="value">What is written; its clauses behind the nominal value are as they were.</param>
    /// <param name="text">The text it is written in.</param>
    /// <returns>
    /// Whether nothing else is to be bound again: the type is the same, there is nothing to report, and what is used anywhere is what was. If not, the compilation
    /// is of no further use.
    /// </returns>
    public bool Restate(Formula formula, ValueSyntax value, SourceText text)
    {
        var (before, found) = (formula.Bound.Nominal?.Type, _session.Bag.Items.Count);
        _session.Enter();
        var used = _session.Uses.Of(formula.Rebind);
        _session.Uses.HasFirst = false;
        var uses = _session.Uses.Of(() => formula.Restate(value, new(text, value.Span)));
        _session.Leave();
        used.ExceptWith(uses);
        return Equals(formula.Bound.Nominal?.Type, before) && _session.Bag.Items.Count == found && !_session.Uses.HasFirst && !used.Any(IsWatched);
    }

    // Whether it would be told that nothing uses it.
    private bool IsWatched(object used) => used switch
    {
        string name => _session.Attributes.Named(name).Any(a => !a.Location.Text.IsLibrary),
        ParamSymbol or PartSymbol or ConstantSymbol => !((Symbol)used).Location.Text.IsLibrary,
        _ => used is Import,
    };

    private static ExpressionSyntax? Parse(SourceText text, DiagnosticBag diagnostics)
    {
        var syntax = Parser.ParseExpression(text, diagnostics);
        return diagnostics.HasErrors ? null : syntax;
    }
}
