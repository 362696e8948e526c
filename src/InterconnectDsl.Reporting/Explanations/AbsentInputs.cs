using InterconnectDsl.Kernels.Interpretation;

namespace InterconnectDsl.Reporting.Explanations;

/// <summary>Where an absence begins: the named values a derivation rests on that are absent and rest on nothing themselves.</summary>
public static class AbsentInputs
{
    private const int Most = 3;

    /// <summary>Their names, <c>Dr200.rx_floor</c>, the first three; empty when the value is not absent or absent by its own formula.</summary>
    public static IReadOnlyList<string> Of(DerivationNode derivation)
    {
        var found = new List<string>();
        Collect(derivation, found);
        return found;
    }

    private static void Collect(DerivationNode node, List<string> found)
    {
        var absent = node.Inputs.Where(i => Absence.IsAbsent(i.Number)).ToList();
        foreach (var input in absent.TakeWhile(_ => found.Count < Most))
        {
            if (input.Inputs.Any(i => Absence.IsAbsent(i.Number)))
            {
                Collect(input, found);
            }
            else if (!input.IsRepeated && !found.Contains(input.Name))
            {
                found.Add(input.Name);
            }
        }
    }
}
