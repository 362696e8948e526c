using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Language.Binding;

/// <summary>The attributes that amendments of a body give to its things: what is given there is not missing.</summary>
internal sealed class AmendedAttributes
{
    // By path, because a thing that is replaced keeps what amends it.
    private readonly Dictionary<string, HashSet<string>> _byThing = new(StringComparer.Ordinal);

    public AmendedAttributes(Body body) => Collect(body);

    public bool Has(Symbol thing, string attribute) =>
        _byThing.Count > 0 && _byThing.TryGetValue(Names.Path(thing), out var given) && given.Contains(attribute);

    private void Collect(Body body)
    {
        foreach (var amendment in body.Amendments)
        {
            var target = amendment.Target;
            while (target is BoundElement element)
            {
                target = element.List;
            }

            if (target is BoundInstance instance)
            {
                var path = Names.Path(instance.Symbol);
                if (!_byThing.TryGetValue(path, out var given))
                {
                    _byThing.Add(path, given = new(StringComparer.Ordinal));
                }

                given.UnionWith(amendment.Body.Overrides.Keys);
            }
        }

        foreach (var instance in body.Instances)
        {
            if (instance.Body.Amendments.Count > 0 || instance.Body.Instances.Count > 0)
            {
                Collect(instance.Body);
            }
        }
    }
}
