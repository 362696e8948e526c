using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Symbols;

/// <summary>A thing with a name and a place where it is declared.</summary>
public abstract class Symbol(string name, SourceSpan location)
{
    /// <summary>Its name as written.</summary>
    public string Name { get; } = name;

    /// <summary>Where its name stands.</summary>
    public SourceSpan Location { get; } = location;

    /// <summary>Its <c>///</c> text, or null.</summary>
    public string? Doc { get; set; }

    /// <summary>What a line <c>Deprecated: ...</c> of its text says, which asks not to use it any more; null without one.</summary>
    public string? Deprecation => Doc?.IndexOf(Deprecated, StringComparison.Ordinal) is { } at and >= 0 && (at == 0 || Doc[at - 1] == '\n')
        ? Doc.Substring(at + Deprecated.Length).Split('\n')[0].Trim() : null;

    private const string Deprecated = "Deprecated:";

    /// <summary>Whether a name somewhere was resolved to it.</summary>
    internal bool IsUsed { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>How well a constant is known. The letters are those a source list uses.</summary>
public enum Confidence
{
    /// <summary>Normative text, or two independent sources that agree.</summary>
    A,

    /// <summary>One secondary source.</summary>
    B,

    /// <summary>Computed from the others.</summary>
    C,

    /// <summary>Nobody has confirmed it.</summary>
    U,
}

/// <summary>A reference to an instance of a kind, or of a kind derived from it.</summary>
/// <param name="Kind">The kind.</param>
public sealed record NodeType(KindSymbol Kind) : IcxType
{
    /// <inheritdoc/>
    public override string Display => Kind.Name;

    /// <inheritdoc/>
    public bool Equals(NodeType? other) => ReferenceEquals(Kind, other?.Kind);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Kind.Name);
}

/// <summary>A bound file.</summary>
public sealed class ModuleSymbol(string name, SyntaxTree tree) : Symbol(name, new(tree.Text, tree.Root.Module?.Span ?? default))
{
    /// <summary>Its tree.</summary>
    public SyntaxTree Tree { get; } = tree;

    /// <summary>What it declares, by name.</summary>
    public Dictionary<string, Symbol> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>What it uses under which name: symbols, or whole modules.</summary>
    public Dictionary<string, Symbol> Imports { get; } = new(StringComparer.Ordinal);

    /// <summary>Rules, tests and studies, which have no place among the names, in order.</summary>
    public List<RuleSymbol> Rules { get; } = new();

    /// <summary>Tests, in order.</summary>
    public List<TestSymbol> Tests { get; } = new();

    /// <summary>Studies, in order.</summary>
    public List<StudySymbol> Studies { get; } = new();

    /// <summary>Designs, in order.</summary>
    public List<DesignSymbol> Designs { get; } = new();
}

/// <summary>
/// A value with its clauses and provenance: a default of an attribute, an override, a param's or a constant's. Bound when first asked for.
/// </summary>
public sealed class Formula(ValueSyntax syntax, SourceSpan location, Func<Formula, BoundFormula> bind)
{
    private BoundFormula? _bound;

    /// <summary>What was written.</summary>
    public ValueSyntax Syntax { get; private set; } = syntax;

    /// <summary>Where.</summary>
    public SourceSpan Location { get; private set; } = location;

    /// <summary>The <c>source</c> clause, or null.</summary>
    public string? Source => Syntax.Source?.Plain;

    /// <summary>The <c>confidence</c> clause, or null.</summary>
    public Confidence? Confidence => Syntax.Confidence?.Text switch
    {
        "A" => Symbols.Confidence.A,
        "B" => Symbols.Confidence.B,
        "C" => Symbols.Confidence.C,
        "U" => Symbols.Confidence.U,
        _ => null,
    };

    /// <summary>The bound expressions.</summary>
    public BoundFormula Bound => _bound ??= bind(this);

    /// <summary>Binds it again: some of its literals stand for other numbers.</summary>
    internal void Rebind() => _bound = bind(this);

    /// <summary>Binds what stands in its place now.</summary>
    internal void Restate(ValueSyntax syntax, SourceSpan location)
    {
        (Syntax, Location) = (syntax, location);
        Rebind();
    }
}

/// <summary>The expressions of a <see cref="Formula"/>.</summary>
/// <param name="Nominal">The value in use without sampling; null when there is none (a required attribute, or an error).</param>
/// <param name="Tolerance">Half width behind ±, or null.</param>
/// <param name="Distribution">The call behind ~, or null: a <see cref="BoundIntrinsic"/>.</param>
/// <param name="Within">What a study may explore, or null.</param>
/// <param name="Plausible">The range in which the value makes sense, or null.</param>
public sealed record BoundFormula(
    BoundExpression? Nominal, BoundExpression? Tolerance, BoundExpression? Distribution, BoundRange? Within, BoundRange? Plausible);

/// <summary>An attribute of a kind.</summary>
public sealed class AttributeSymbol(string name, SourceSpan location, KindSymbol owner) : Symbol(name, location)
{
    /// <summary>The kind that declares it.</summary>
    public KindSymbol Owner { get; } = owner;

    /// <summary>Its type, given or inferred from the formula when first asked for.</summary>
    public IcxType Type => _type ??= TypeOf!();

    /// <summary>Whether it may be absent (<c>type?</c>).</summary>
    public bool Optional { get; set; }

    /// <summary>Its default, or null when a part or instance must give it (or, when optional, may).</summary>
    public Formula? Default { get; set; }

    /// <summary>The default's range in which values make sense, which holds for overrides too; see <see cref="BoundFormula.Plausible"/>.</summary>
    public Formula? PlausibleFrom { get; set; }

    /// <summary>Whether its type is written and not inferred.</summary>
    internal bool IsTyped { get; set; }

    internal Func<IcxType>? TypeOf { get; set; }

    private IcxType? _type;
}

/// <summary>A sort of thing. <c>node</c>, <c>path</c> and <c>design</c> are the three roots, declared without a base in <c>icx.core</c>.</summary>
public sealed class KindSymbol(string name, SourceSpan location) : Symbol(name, location)
{
    /// <summary>The kind it derives from; null for a root.</summary>
    public KindSymbol? Base { get; set; }

    /// <summary>Own attributes in order of declaration.</summary>
    public List<AttributeSymbol> Attributes { get; } = new();

    /// <summary>New defaults a derived kind gives to attributes it inherits.</summary>
    public Dictionary<string, Formula> Redefinitions { get; } = new(StringComparer.Ordinal);

    /// <summary>Kinds derived directly from it that are loaded.</summary>
    public List<KindSymbol> Derived { get; } = new();

    /// <summary>The root it goes back to.</summary>
    public KindSymbol Root
    {
        get
        {
            var kind = this;
            while (kind.Base is not null)
            {
                kind = kind.Base;
            }

            return kind;
        }
    }

    /// <summary>The type of a reference to one, and of a list of such; made once.</summary>
    internal NodeType Type => _type ??= new(this);

    internal ListType ListType => _listType ??= new(Type);

    /// <summary>Whether its base is not known, which is reported: nobody complains then about what it lacks.</summary>
    internal bool IsBroken { get; set; }

    private NodeType? _type;

    private ListType? _listType;

    /// <summary>Whether its instances are paths.</summary>
    public bool IsPath => Root.Name == "path";

    /// <summary>The attribute of this name, its own or inherited; null when there is none.</summary>
    public AttributeSymbol? FindAttribute(string attribute)
    {
        for (var kind = this; kind is not null; kind = kind.Base)
        {
            foreach (var own in kind.Attributes)
            {
                if (own.Name == attribute)
                {
                    return own;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// The formula an instance of this kind has for the attribute when nothing overrides it: the nearest redefinition, else the default.
    /// </summary>
    public Formula? DefaultOf(AttributeSymbol attribute)
    {
        for (var kind = this; kind is not null; kind = kind.Base)
        {
            if (kind.Redefinitions.TryGetValue(attribute.Name, out var formula))
            {
                return formula;
            }

            if (ReferenceEquals(kind, attribute.Owner))
            {
                break;
            }
        }

        return attribute.Default;
    }

    /// <summary>Whether this is the kind or derives from it.</summary>
    public bool Is(KindSymbol kind)
    {
        for (var at = this; at is not null; at = at.Base)
        {
            if (ReferenceEquals(at, kind))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>
/// What stands in the braces of a part, an instance, a path or a design, names resolved. Most braces hold little, so each list is made when it is
/// needed.
/// </summary>
public sealed class Body
{
    private static readonly Dictionary<string, Formula> NoOverrides = new();

    private Dictionary<string, Formula>? _overrides;
    private List<InstanceSymbol>? _instances;
    private List<PathSymbol>? _paths;
    private List<Amendment>? _amendments;
    private List<Waiver>? _waivers;
    private List<Confirmation>? _confirmations;

    /// <summary>Values for attributes, by attribute name.</summary>
    public IReadOnlyDictionary<string, Formula> Overrides => _overrides ?? NoOverrides;

    /// <summary>Things declared in it, in order.</summary>
    public IReadOnlyList<InstanceSymbol> Instances => (IReadOnlyList<InstanceSymbol>?)_instances ?? Array.Empty<InstanceSymbol>();

    /// <summary>Paths declared in it, in order.</summary>
    public IReadOnlyList<PathSymbol> Paths => (IReadOnlyList<PathSymbol>?)_paths ?? Array.Empty<PathSymbol>();

    /// <summary>Amendments of things declared elsewhere, in order of application.</summary>
    public IReadOnlyList<Amendment> Amendments => (IReadOnlyList<Amendment>?)_amendments ?? Array.Empty<Amendment>();

    /// <summary>Rules waived here.</summary>
    public IReadOnlyList<Waiver> Waivers => (IReadOnlyList<Waiver>?)_waivers ?? Array.Empty<Waiver>();

    /// <summary>Unconfirmed constants confirmed here.</summary>
    public IReadOnlyList<Confirmation> Confirmations => (IReadOnlyList<Confirmation>?)_confirmations ?? Array.Empty<Confirmation>();

    /// <summary>Instances and paths by name; null while there are none.</summary>
    internal BodyNames? Names { get; set; }

    internal void Set(string attribute, Formula formula) => (_overrides ??= new(StringComparer.Ordinal)).Add(attribute, formula);

    internal void Unset(string attribute) => _overrides?.Remove(attribute);

    internal void Add(InstanceSymbol instance) => (_instances ??= new()).Add(instance);

    internal void Add(PathSymbol path) => (_paths ??= new()).Add(path);

    internal void Add(Amendment amendment) => (_amendments ??= new()).Add(amendment);

    internal void Add(Waiver waiver) => (_waivers ??= new()).Add(waiver);

    internal void Add(Confirmation confirmation) => (_confirmations ??= new()).Add(confirmation);

    /// <summary>Takes over values, amendments, waivers and confirmations of another, not the things in it.</summary>
    internal void AddValuesOf(Body other)
    {
        foreach (var value in other.Overrides)
        {
            Set(value.Key, value.Value);
        }

        _amendments = Joined(_amendments, other._amendments);
        _waivers = Joined(_waivers, other._waivers);
        _confirmations = Joined(_confirmations, other._confirmations);
    }

    private static List<T>? Joined<T>(List<T>? own, List<T>? more)
    {
        if (more is not null)
        {
            (own ??= new()).AddRange(more);
        }

        return own;
    }
}

/// <summary><c>oe[32 .. 35] { spare = true }</c>, <c>oe.power = 9 W</c>.</summary>
/// <param name="Location">Where it stands.</param>
/// <param name="Target">The instance, or a range of an array; a <see cref="BoundInstance"/> or <see cref="BoundElement"/>.</param>
/// <param name="Body">What it sets.</param>
public sealed record Amendment(SourceSpan Location, BoundExpression Target, Body Body);

/// <summary><c>allow RULE until DATE because "..."</c>.</summary>
/// <param name="Location">Where it stands.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Until">Last day it holds as yyyymmdd, or null for no end.</param>
/// <param name="Because">The reason.</param>
public sealed record Waiver(SourceSpan Location, string Rule, int? Until, string Because);

/// <summary><c>confirm X = 20 dB source "..."</c>: X is a constant, a param, or <c>part.attribute</c> / <c>kind.attribute</c>.</summary>
/// <param name="Location">Where it stands.</param>
/// <param name="Target">The symbol confirmed: a <see cref="ConstantSymbol"/>, <see cref="ParamSymbol"/>, or an <see cref="AttributeSymbol"/>.</param>
/// <param name="Part">The part whose attribute is meant, or null.</param>
/// <param name="Formula">The confirmed value with its source.</param>
public sealed record Confirmation(SourceSpan Location, Symbol Target, PartSymbol? Part, Formula Formula);

/// <summary>
/// A parameter of a function or a part, a local of a function's block, the variable of a comprehension, the unknown of a solve, or the subject of a
/// rule.
/// </summary>
public sealed class LocalSymbol(string name, SourceSpan location, IcxType type) : Symbol(name, location)
{
    /// <summary>Its type.</summary>
    public IcxType Type { get; } = type;

    /// <summary>The default of a parameter, or null.</summary>
    public BoundExpression? Default { get; set; }
}

/// <summary>A catalogue entry: a kind, or another part, with values filled in.</summary>
public sealed class PartSymbol(string name, SourceSpan location) : Symbol(name, location)
{
    /// <summary>Its kind.</summary>
    public KindSymbol Kind { get; set; } = null!;

    /// <summary>The part it builds on, or null.</summary>
    public PartSymbol? Base { get; set; }

    /// <summary>Arguments handed to <see cref="Base"/>, in order of its parameters; they may name this part's own parameters.</summary>
    public IReadOnlyList<BoundExpression> BaseArguments { get; set; } = Array.Empty<BoundExpression>();

    /// <summary>Its parameters.</summary>
    public IReadOnlyList<LocalSymbol> Parameters { get; set; } = Array.Empty<LocalSymbol>();

    /// <summary>What it sets and holds.</summary>
    public Body Body { get; } = new();

    /// <summary>Its syntax and how far it is bound.</summary>
    internal PartDeclaration? Declaration { get; set; }
}

/// <summary>The size of an array and the name of its index.</summary>
/// <param name="Index">The index's name and place, or null.</param>
/// <param name="From">The first index, 0 when only a count is given.</param>
/// <param name="Count">The number of members, an int expression over params and constants; null when <paramref name="To"/> is given.</param>
/// <param name="To">The last index, included.</param>
public sealed record ArrayBounds(LocalSymbol? Index, BoundExpression? From, BoundExpression? Count, BoundExpression? To);

/// <summary>A part used as a value: applied in place as a step, as an attribute's value, behind a colon.</summary>
/// <param name="Part">The part.</param>
/// <param name="Arguments">One per parameter of the part, defaults filled in.</param>
public sealed record PartUse(PartSymbol Part, IReadOnlyList<BoundExpression> Arguments);

/// <summary>A thing placed in a design or in a part.</summary>
public sealed class InstanceSymbol(string name, SourceSpan location, KindSymbol kind) : Symbol(name, location)
{
    /// <summary>Its kind: that of the part when it has one.</summary>
    public KindSymbol Kind { get; } = kind;

    /// <summary>The part it is of, or null for a bare kind.</summary>
    public PartUse? Part { get; set; }

    /// <summary>The array's bounds, or null for a single thing.</summary>
    public ArrayBounds? Array { get; set; }

    /// <summary>The host behind <c>on</c>; null when it stands on what it is declared in.</summary>
    public BoundExpression? Host { get; set; }

    /// <summary>The point behind <c>at</c>, middle of this on the middle of its host; null when not placed.</summary>
    public BoundExpression? Place { get; set; }

    /// <summary>What its braces set and hold.</summary>
    public Body Body { get; } = new();

    /// <summary>
    /// The declaration whose body holds this one: an <see cref="InstanceSymbol"/>, <see cref="PartSymbol"/> or <see cref="DesignSymbol"/>.
    /// </summary>
    public Symbol? Container { get; set; }

    /// <summary>The kind written in front of its name, which a part that replaces it must be of.</summary>
    internal KindSymbol? Declared { get; set; }
}

/// <summary>A step of a path as written.</summary>
/// <param name="Value">
/// An instance reference (<see cref="BoundInstance"/>, <see cref="BoundElement"/>, <see cref="BoundPosition"/>), a <see cref="BoundPart"/>, or a
/// temperature.
/// </param>
/// <param name="Body">Overrides for a part applied in place; null without.</param>
public sealed record PathStep(BoundExpression Value, Body? Body);

/// <summary>An ordered chain through instances.</summary>
public sealed class PathSymbol(string name, SourceSpan location, KindSymbol kind) : Symbol(name, location)
{
    /// <summary>Its kind.</summary>
    public KindSymbol Kind { get; } = kind;

    /// <summary>The array's bounds, or null.</summary>
    public ArrayBounds? Array { get; set; }

    /// <summary>The steps written, <c>mirror</c> left out.</summary>
    public IReadOnlyList<PathStep> Steps { get; set; } = System.Array.Empty<PathStep>();

    /// <summary>Whether it ends in <c>mirror</c>.</summary>
    public bool Mirrored { get; set; }

    /// <summary>Whether its first arrow is <c>&lt;-></c>.</summary>
    public bool BothDirections { get; set; }

    /// <summary>What its body sets.</summary>
    public Body Body { get; } = new();

    /// <summary>The declaration whose body holds it.</summary>
    public Symbol? Container { get; set; }
}

/// <summary>What is reported on.</summary>
public sealed class DesignSymbol(string name, SourceSpan location) : Symbol(name, location)
{
    /// <summary>The module it is declared in.</summary>
    public ModuleSymbol Module { get; set; } = null!;

    /// <summary>The root kind <c>design</c> of <c>icx.core</c>.</summary>
    public KindSymbol Kind { get; set; } = null!;

    /// <summary>The design it extends, or null.</summary>
    public DesignSymbol? Base { get; set; }

    /// <summary>Everything in it, with what it inherits already merged: replaced instances are new symbols of the same name.</summary>
    public Body Body { get; } = new();

    /// <summary>Its syntax and how far it is bound.</summary>
    internal DesignDeclaration? Declaration { get; set; }
}

/// <summary>A knob.</summary>
public sealed class ParamSymbol(string name, SourceSpan location, Formula formula) : Symbol(name, location)
{
    /// <summary>Its nominal value and clauses.</summary>
    public Formula Formula { get; } = formula;

    /// <summary>Its type, given or inferred.</summary>
    public IcxType Type => _type ??= TypeOf!();

    internal Func<IcxType>? TypeOf { get; set; }

    private IcxType? _type;
}

/// <summary>A named value at module level.</summary>
public sealed class ConstantSymbol(string name, SourceSpan location, Formula formula) : Symbol(name, location)
{
    /// <summary>Its value and provenance.</summary>
    public Formula Formula { get; } = formula;

    /// <summary>Its type, given or inferred.</summary>
    public IcxType Type => _type ??= TypeOf!();

    internal Func<IcxType>? TypeOf { get; set; }

    private IcxType? _type;
}

/// <summary>A pure function written in icx.</summary>
public sealed class FunctionSymbol(string name, SourceSpan location) : Symbol(name, location)
{
    /// <summary>Its parameters. In a placement, ones named index, count, host and size are filled by the compiler when not given.</summary>
    public IReadOnlyList<LocalSymbol> Parameters { get; set; } = Array.Empty<LocalSymbol>();

    /// <summary>The type it gives.</summary>
    public IcxType Result { get; set; } = ErrorType.Instance;

    /// <summary>
    /// Its body, bound when first asked for; null for a function of the compiler's own, which is bound to a <see cref="BoundIntrinsic"/> instead.
    /// </summary>
    public BoundExpression? Body => BodyOf?.Invoke();

    internal Func<BoundExpression?>? BodyOf { get; set; }

    /// <summary>Its syntax and how far it is bound.</summary>
    internal FunctionDeclaration? Declaration { get; set; }
}

/// <summary>A thing a rule names.</summary>
/// <param name="Name">The name it has in the rule.</param>
/// <param name="Kind">The kind asked for, or null when <paramref name="Thing"/> names something of one design.</param>
/// <param name="Thing">The name of an instance or path of the design the rule is restricted to, or null.</param>
/// <param name="EachArray">Whether arrays are visited and not members; the subject is then a list.</param>
public sealed record RuleSubject(LocalSymbol Name, KindSymbol? Kind, string? Thing, bool EachArray);

/// <summary>Something that must hold.</summary>
public sealed class RuleSymbol(string name, SourceSpan location, RuleSyntax syntax) : Symbol(name, location)
{
    /// <summary>What was written.</summary>
    public RuleSyntax Syntax { get; } = syntax;

    /// <summary><c>icx_fibers_fit</c> for the library, <c>module_rule</c> with dots as underscores for a user's.</summary>
    public string Id { get; set; } = name;

    /// <summary>The design it is restricted to (that design and those that extend it), or null.</summary>
    public DesignSymbol? Of { get; set; }

    /// <summary>What it visits; the product of all.</summary>
    public IReadOnlyList<RuleSubject> Subjects { get; set; } = Array.Empty<RuleSubject>();

    /// <summary>The condition behind <c>if</c>, or null.</summary>
    public BoundExpression? Condition { get; set; }

    /// <summary>What must hold, all of it.</summary>
    public IReadOnlyList<BoundExpression> Requirements { get; set; } = Array.Empty<BoundExpression>();

    /// <summary>The message, or null.</summary>
    public BoundText? Message { get; set; }

    /// <summary>The help, or null.</summary>
    public BoundText? Help { get; set; }

    /// <summary>Binds the above; called once before they are read.</summary>
    public Action? Bind { get; set; }
}

/// <summary>Expectations on a design at nominal.</summary>
public sealed class TestSymbol(string name, SourceSpan location, TestSyntax syntax) : Symbol(name, location)
{
    /// <summary>What was written.</summary>
    public TestSyntax Syntax { get; } = syntax;

    /// <summary>The design.</summary>
    public DesignSymbol? Of { get; set; }

    /// <summary>Params set for the test.</summary>
    public IReadOnlyList<(ParamSymbol Param, BoundExpression Value)> With { get; set; } = Array.Empty<(ParamSymbol, BoundExpression)>();

    /// <summary>Attributes of the design's things set for the test (<c>with oe.power = 9 W</c>), applied after the design's own amendments.</summary>
    public IReadOnlyList<Amendment> Amendments { get; set; } = Array.Empty<Amendment>();

    /// <summary>What must hold.</summary>
    public IReadOnlyList<BoundExpression> Expectations { get; set; } = Array.Empty<BoundExpression>();
}

/// <summary>A study: bound and type-checked.</summary>
public sealed class StudySymbol(string name, SourceSpan location, StudySyntax syntax) : Symbol(name, location)
{
    /// <summary>What was written.</summary>
    public StudySyntax Syntax { get; } = syntax;

    /// <summary>The designs it compares.</summary>
    public IReadOnlyList<DesignSymbol> Of { get; set; } = Array.Empty<DesignSymbol>();

    /// <summary>The study over each of them, where nothing is wrong with it.</summary>
    public IReadOnlyList<BoundStudy> Bound { get; set; } = Array.Empty<BoundStudy>();
}
