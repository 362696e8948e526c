using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Kernels.Lowering;

/// <summary>What names mean while a formula is lowered: who asks, what the formula's own thing is, where it was declared, and its locals.</summary>
internal sealed class Scope
{
    private Dictionary<LocalSymbol, Lowered>? _locals;

    private Scope(Domain domain)
    {
        Domain = domain;
    }

    /// <summary>Who asks: results are over this domain or <see cref="Domain.One"/>.</summary>
    public Domain Domain { get; }

    /// <summary>The formula's own thing for each member; null where there is none.</summary>
    public RefColumn? Self { get; private init; }

    /// <summary>The extents whose members, laid end to end, are the domain: names are looked up in them and outward.</summary>
    public IReadOnlyList<Extent>? Extents { get; private init; }

    /// <summary>The scope around a comprehension, whose members <see cref="ToOuter"/> leads to.</summary>
    public Scope? Outer { get; private init; }

    /// <summary>For each member here, the member of <see cref="Outer"/> it belongs to.</summary>
    public IndexMap? ToOuter { get; private init; }

    /// <summary>Lowers the parameters of the part at hand when they are asked for.</summary>
    public Func<LocalSymbol, Lowered?>? Parameters { get; private init; }

    /// <summary>The scope of a formula of a group's members.</summary>
    public static Scope Of(Group group, Func<LocalSymbol, Lowered?>? parameters = null) =>
        new(group.Domain) { Self = RefColumn.Self(group), Extents = group.Extents, Parameters = parameters };

    /// <summary>The scope of what an extent's own declaration says, before or beside its group.</summary>
    public static Scope Of(Extent extent, Domain domain, RefColumn? self, Func<LocalSymbol, Lowered?>? parameters = null) =>
        new(domain) { Self = self, Extents = new[] { extent }, Parameters = parameters };

    /// <summary>A scope with nothing but locals: a function's body, a rule's subjects.</summary>
    public static Scope Plain(Domain domain) => new(domain);

    /// <summary>A scope over the elements of a list.</summary>
    public static Scope Over(Domain elements, Scope outer, IndexMap toOuter) => new(elements) { Outer = outer, ToOuter = toOuter };

    /// <summary>The same surroundings and domain, with room for further locals.</summary>
    public Scope Nested() => new(Domain) { Outer = this, ToOuter = IndexMap.Identity(Domain, Domain) };

    /// <summary>Gives a local its value.</summary>
    public void Set(LocalSymbol local, Lowered value) => (_locals ??= new())[local] = value;

    /// <summary>A local set here.</summary>
    public bool TryGet(LocalSymbol local, out Lowered value)
    {
        value = null!;
        if (_locals is not null && _locals.TryGetValue(local, out value!))
        {
            return true;
        }

        if (Parameters?.Invoke(local) is { } parameter)
        {
            value = parameter;
            return true;
        }

        return false;
    }
}
