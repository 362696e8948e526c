using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>
/// Finds what a thing, a path, an applied part or a part as a value still needs. What a part leaves open is asked of whoever uses it.
/// </summary>
internal sealed class RequirementCheck(BindingSession session)
{
    private readonly Dictionary<KindSymbol, List<AttributeSymbol>> _ofKind = new();
    private readonly Dictionary<PartSymbol, List<AttributeSymbol>> _ofPart = new();

    public void Check(InstanceSymbol instance, AmendedAttributes amended, Scope scope)
    {
        var open = instance.Part is null ? OpenOf(instance.Kind) : OpenOf(instance.Part.Part);
        if (open.Count > 0)
        {
            Report(instance.Name, instance.Kind, Missing(open, instance.Body, a => amended.Has(instance, a)), instance.Location, scope);
        }
    }

    public void Check(PathSymbol path, AmendedAttributes amended, Scope scope)
    {
        var open = OpenOf(path.Kind);
        if (open.Count > 0)
        {
            Report(path.Name, path.Kind, Missing(open, path.Body, a => amended.Has(path, a)), path.Location, scope);
        }
    }

    public void Check(DesignSymbol design, Scope scope)
    {
        var open = OpenOf(design.Kind);
        if (open.Count > 0)
        {
            Report(design.Name, design.Kind, Missing(open, design.Body, null), design.Location, scope);
        }
    }

    /// <summary>Checks the use of a part when all declarations at hand are bound.</summary>
    public void Defer(PartUse use, Body? body, SourceSpan location, Scope scope)
    {
        if (use.Part.Declaration is { Stage: PartStage.Body, IsBroken: false } && OpenOf(use.Part).Count == 0)
        {
            return;
        }

        session.Defer(() =>
        {
            session.Parts.Complete(use.Part);
            Report(use.Part.Name, use.Part.Kind, Missing(OpenOf(use.Part), body, null), location, scope);
        });
    }

    private List<AttributeSymbol> Missing(List<AttributeSymbol> open, Body? body, Func<string, bool>? isAmended)
    {
        var missing = new List<AttributeSymbol>();
        foreach (var attribute in open)
        {
            // What could not be read may be its value.
            if (session.IsSilenced(attribute.Name))
            {
                continue;
            }

            if (body is null || !(body.Overrides.ContainsKey(attribute.Name) || isAmended?.Invoke(attribute.Name) == true))
            {
                missing.Add(attribute);
            }
        }

        return missing;
    }

    private static void Report(string name, KindSymbol kind, List<AttributeSymbol> missing, SourceSpan location, Scope scope)
    {
        if (missing.Count == 0 || kind.IsBroken)
        {
            return;
        }

        var help = string.Join("; ", missing.Select(Describe));
        scope.Bag.ReportWithHelp(
            "ICX3006", location, $"write {help}", null, name, Names.Article(kind.Name), string.Join(", ", missing.Select(a => $"`{a.Name}`")));
    }

    private static string Describe(AttributeSymbol attribute)
    {
        var range = attribute.PlausibleFrom?.Syntax.Plausible is { } written
            ? $", between {attribute.Location.Text.Slice(written.From.Span)} and {attribute.Location.Text.Slice(written.To.Span)}" : "";
        var unit = range.Length == 0 && attribute.Type is QuantityType type && TypeNames.DisplayUnit(type) is { Text.Length: > 0 } shown
            ? $" in {shown.Text}"
            : "";
        return $"`{attribute.Name} = ...`, {Names.Value(attribute.Type)}{unit}{range}";
    }

    private List<AttributeSymbol> OpenOf(KindSymbol kind)
    {
        if (_ofKind.TryGetValue(kind, out var open))
        {
            return open;
        }

        _ofKind.Add(kind, open = new());
        for (var at = kind; at is not null; at = at.Base)
        {
            foreach (var attribute in at.Attributes)
            {
                if (!attribute.Optional && kind.DefaultOf(attribute) is null)
                {
                    open.Add(attribute);
                }
            }
        }

        return open;
    }

    private List<AttributeSymbol> OpenOf(PartSymbol part)
    {
        session.Parts.Complete(part);
        if (part.Declaration is { IsBroken: true })
        {
            return new();
        }

        if (!_ofPart.TryGetValue(part, out var open))
        {
            var given = part.Base is null ? OpenOf(part.Kind) : OpenOf(part.Base);
            open = given.Count == 0 ? given : Missing(given, part.Body, null);
            _ofPart.Add(part, open);
        }

        return open;
    }
}
