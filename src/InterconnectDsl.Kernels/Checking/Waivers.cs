using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Kernels.Checking;

/// <summary>The waivers of a design: each holds for the thing in whose braces it stands and everything declared in that.</summary>
internal sealed class Waivers
{
    private readonly Dictionary<Extent, List<Waiver>> _byExtent = new();
    private readonly List<(Waiver Waiver, string Scope)> _all = new();
    private readonly Dictionary<Waiver, int> _hidden = new();
    private readonly int? _today;

    public Waivers(ElaboratedDesign design, int? today)
    {
        _today = today;
        foreach (var extent in design.Groups.Where(g => g.Step is not null || !g.IsAnonymous).SelectMany(g => g.Extents))
        {
            foreach (var waiver in Elaborator.BodiesOf(extent).SelectMany(b => b.Waivers))
            {
                if (!_byExtent.TryGetValue(extent, out var list))
                {
                    _byExtent.Add(extent, list = new());
                }

                list.Add(waiver);
                if (_all.All(a => !ReferenceEquals(a.Waiver, waiver)))
                {
                    _all.Add((waiver, extent.Name));
                }
            }
        }
    }

    /// <summary>The standing waiver of a rule around an extent, or null.</summary>
    public Waiver? Find(string rule, Extent extent)
    {
        for (var at = extent; at is not null; at = at.Parent)
        {
            if (_byExtent.TryGetValue(at, out var list) && list.Find(w => w.Rule == rule && !IsExpired(w)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    public void Use(Waiver waiver, int count) => _hidden[waiver] = (_hidden.TryGetValue(waiver, out var n) ? n : 0) + count;

    public IReadOnlyList<WaiverOutcome> Outcomes =>
        _all.Select(a => new WaiverOutcome(a.Waiver, a.Scope, IsExpired(a.Waiver), _hidden.TryGetValue(a.Waiver, out var n) ? n : 0)).ToList();

    private bool IsExpired(Waiver waiver) => waiver.Until is { } until && _today is { } today && until < today;
}
