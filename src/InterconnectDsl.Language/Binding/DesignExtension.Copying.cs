using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Binding;

/// <content>Things as they are, changed, or copied because something in them is changed.</content>
internal sealed partial class DesignExtension
{
    private void Mark(Symbol thing, Symbol? change)
    {
        _changes[thing] = change;
        for (var at = Names.ContainerOf(thing); at is InstanceSymbol; at = Names.ContainerOf(at))
        {
            _touched.Add(at);
        }
    }

    // Things in the order of the base, each as it is, changed, or copied because something in it is changed.
    private void TakeOver(Body from, Body to, Symbol container, bool isInherited)
    {
        foreach (var instance in from.Instances)
        {
            if ((isInherited ? Changed(instance) : Copy(instance, container)) is InstanceSymbol taken)
            {
                to.Add(taken);
                (to.Names ??= new()).Add(taken);
            }
        }

        foreach (var path in from.Paths)
        {
            if (Changed(path) is PathSymbol taken)
            {
                to.Add(taken);
                (to.Names ??= new()).Add(taken);
            }
        }
    }

    private Symbol? Changed(Symbol thing)
    {
        if (_changes.TryGetValue(thing, out var change))
        {
            return change;
        }

        return thing is InstanceSymbol instance && _touched.Contains(thing) ? Copy(instance, instance.Container) : thing;
    }

    private InstanceSymbol Copy(InstanceSymbol old, Symbol? container)
    {
        var copy = new InstanceSymbol(old.Name, old.Location, old.Kind)
        {
            Part = old.Part, Array = old.Array, Host = old.Host, Place = old.Place, Container = container, Declared = old.Declared, Doc = old.Doc,
        };
        copy.Body.AddValuesOf(old.Body);
        foreach (var nested in old.Body.Instances)
        {
            var taken = _changes.TryGetValue(nested, out var change) ? change as InstanceSymbol : Copy(nested, copy);
            if (taken is not null)
            {
                taken.Container = copy;
                copy.Body.Add(taken);
                (copy.Body.Names ??= new()).Add(taken);
            }
        }

        foreach (var path in old.Body.Paths)
        {
            if (Changed(path) is PathSymbol taken)
            {
                copy.Body.Add(taken);
                (copy.Body.Names ??= new()).Add(taken);
            }
        }

        return copy;
    }

    private static void Name(Body body, RootNames names)
    {
        foreach (var symbol in body.Names?.All ?? Array.Empty<Symbol>())
        {
            names.Add(symbol);
            if (symbol is InstanceSymbol instance)
            {
                Name(instance.Body, names);
            }
        }
    }
}
