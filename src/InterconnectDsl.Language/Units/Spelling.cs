namespace InterconnectDsl.Language.Units;

/// <summary>How far two spellings are apart: a letter in the other case counts 1, any other slip (also two letters swapped) 3.</summary>
public static class Spelling
{
    private const int CaseSlip = 1;
    private const int Slip = 3;

    /// <summary>The candidate nearest to a name, at most one slip in three letters away; the first of several. Null when none is.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        string? best = null;
        var bound = Limit(name) + 1;
        foreach (var candidate in candidates)
        {
            var distance = Math.Abs(candidate.Length - name.Length) * Slip >= bound ? bound : Distance(name, candidate);
            if (distance < bound)
            {
                (best, bound) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>The distance, in the weights above.</summary>
    public static int Distance(string a, string b)
    {
        var (before, last, next) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j * Slip;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            next[0] = i * Slip;
            for (var j = 1; j <= b.Length; j++)
            {
                next[j] = Math.Min(Math.Min(last[j], next[j - 1]) + Slip, last[j - 1] + Cost(a[i - 1], b[j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    next[j] = Math.Min(next[j], before[j - 2] + Slip);
                }
            }

            (before, last, next) = (last, next, before);
        }

        return last[b.Length];
    }

    private static int Cost(char a, char b) => a == b ? 0 : char.ToUpperInvariant(a) == char.ToUpperInvariant(b) ? CaseSlip : Slip;

    // Of two letters only the case may differ; three allow one slip, six two.
    private static int Limit(string name) => name.Length < 3 ? name.Length * CaseSlip : (name.Length / 3 * Slip) + 2;
}
