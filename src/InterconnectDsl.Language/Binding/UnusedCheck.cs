using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Language.Binding;

/// <summary>Warns of what nothing reads: imports, and params, constants, parts and attributes of modules that only a design of their own could use.</summary>
internal sealed class UnusedCheck(BindingSession session)
{
    public void Report(IReadOnlyList<LoadedModule> modules)
    {
        foreach (var module in modules)
        {
            // What could not be read, or not be told, may be what uses it.
            if (module.Symbol.Tree.Diagnostics.Count > 0
                || session.Bag.Items.Any(d => d.Severity == Severity.Error && ReferenceEquals(d.Location.Text, module.Text)))
            {
                continue;
            }

            foreach (var import in module.Imports)
            {
                if (!import.Value.IsUsed && !session.IsSilenced(import.Key))
                {
                    module.Scope.Report("ICX2031", import.Value.Name.Span, import.Key);
                }
            }

            if (module.Symbol.Designs.Count > 0 && !module.IsUsedByOthers)
            {
                ReportMembers(module);
            }
        }
    }

    private void ReportMembers(LoadedModule module)
    {
        foreach (var member in module.Symbol.Members.Values)
        {
            var code = member switch { ParamSymbol => "ICX2032", PartSymbol => "ICX2033", ConstantSymbol => "ICX2047", _ => null };
            if (!member.IsUsed && code is not null)
            {
                module.Scope.Report(code, member.Location.Span, member.Name);
            }
        }

        foreach (var attribute in module.Kinds.SelectMany(k => k.Symbol.Attributes).Where(a => !session.Uses.IsRead(a.Name)))
        {
            module.Scope.Report("ICX2048", attribute.Location.Span, attribute.Name, attribute.Owner.Name);
        }
    }
}
