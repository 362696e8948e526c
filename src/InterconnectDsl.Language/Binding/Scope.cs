using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Binding;

/// <summary>What names mean at a place: a linked list from the innermost outward, a small object a step.</summary>
internal abstract class Scope
{
    protected Scope(Scope parent) => (Parent, Module, Text, Bag) = (parent, parent.Module, parent.Text, parent.Bag);

    protected Scope(LoadedModule module, SourceText text, DiagnosticBag bag) => (Module, Text, Bag) = (module, text, bag);

    public Scope? Parent { get; private set; }

    public LoadedModule Module { get; }

    /// <summary>The text whose spans are bound here: the module's, or an expression typed at a prompt.</summary>
    public SourceText Text { get; private set; }

    public DiagnosticBag Bag { get; }

    /// <summary>The same names for what is written in another text: lines that stand where others stood.</summary>
    public Scope In(SourceText text)
    {
        if (ReferenceEquals(text, Text))
        {
            return this;
        }

        var copy = (Scope)MemberwiseClone();
        (copy.Text, copy.Parent) = (text, Parent?.In(text));
        return copy;
    }

    public SourceSpan At(SyntaxNode node) => new(Text, node.Span);

    public SourceSpan At(TextSpan span) => new(Text, span);

    public SourceSpan At(Identifier name) => new(Text, name.Span);

    /// <summary>The thing the formula belongs to, or null at module level.</summary>
    public ThingScope? Thing
    {
        get
        {
            var at = this;
            while (at is not null and not ThingScope)
            {
                at = at.Parent;
            }

            return (ThingScope?)at;
        }
    }

    /// <summary>Whether things of a design can be asked for: not in the value of a constant or a param, which no design is around.</summary>
    public bool HasDesign
    {
        get
        {
            var at = this;
            while (at is not null and not (ThingScope or FunctionScope))
            {
                at = at.Parent;
            }

            return at is not null;
        }
    }

    /// <summary>The design or part whose body this is within, or null.</summary>
    public BodyScope? Root
    {
        get
        {
            for (var at = this; at is not null; at = at.Parent)
            {
                if (at is BodyScope { Names: not null } body)
                {
                    return body;
                }
            }

            return null;
        }
    }
}

/// <summary>The names of a module, of what it uses, and of the core.</summary>
internal sealed class ModuleScope(LoadedModule module, SourceText text, DiagnosticBag bag) : Scope(module, text, bag);

/// <summary>The border of a function: what its body asks of a design is asked where it is called.</summary>
internal sealed class FunctionScope(Scope parent) : Scope(parent);

/// <summary>One bound name: an index, a parameter, the variable of a comprehension.</summary>
internal sealed class LocalScope(Scope parent, LocalSymbol local) : Scope(parent)
{
    public LocalSymbol Local { get; } = local;

    /// <summary>What the local stands for when that is known by name (<c>rule ... for lane as l</c>), or null.</summary>
    public Symbol? StandsFor { get; init; }

    /// <summary>The scope with all of the locals in it.</summary>
    public static Scope With(Scope parent, IReadOnlyList<LocalSymbol> locals)
    {
        for (var i = 0; i < locals.Count; i++)
        {
            parent = new LocalScope(parent, locals[i]);
        }

        return parent;
    }
}

/// <summary>What an expression of a thing is for: that decides which names it sees.</summary>
internal enum ThingUse
{
    /// <summary>A formula: it sees the thing's own attributes.</summary>
    Formula,

    /// <summary>A count, a host, an argument: it is asked before the thing stands, and sees only what surrounds it.</summary>
    Declaration,

    /// <summary>A place: as a declaration, and functions get index, count, host and size from the compiler.</summary>
    Placement,

    /// <summary>A step of a path, and its arguments.</summary>
    Step,

    /// <summary>A rule: it speaks of its subjects and of the design; nothing is its own.</summary>
    Rule,

    /// <summary>A study of a design: as a formula of the design, and figures may be asked for their spread.</summary>
    Study,
}

/// <summary>The border of a thing: <c>this</c> is of this kind here.</summary>
internal sealed class ThingScope(Scope parent, KindSymbol kind, ThingUse use) : Scope(parent)
{
    public KindSymbol Kind { get; } = kind;

    public ThingUse Use { get; } = use;

    public bool SeesOwn => Use is ThingUse.Formula or ThingUse.Study;
}

/// <summary>The things declared in the braces of a design, a part, an instance.</summary>
internal sealed class BodyScope(Scope parent, Symbol container, Body body, RootNames? root) : Scope(parent)
{
    /// <summary>Whose braces.</summary>
    public Symbol Container { get; } = container;

    public Body Body { get; } = body;

    /// <summary>The short names of all things in the design or part, at its outermost braces only.</summary>
    public RootNames? Names { get; } = root;
}
