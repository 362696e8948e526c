using System.Globalization;
using System.Text;

namespace InterconnectDsl.Language.Tests.Grammar;

/// <summary>
/// Derives sentences from a grammar. What has been used least is preferred, so that a few hundred sentences use everything; beyond a depth the
/// shortest way out is taken.
/// </summary>
internal sealed class SentenceDeriver
{
    private const int Endless = 1_000_000;
    private const int LongEnough = 400;

    // Names and units are drawn from lists: a random word might be a keyword.
    private static readonly Dictionary<string, string[]> Pools = new(StringComparer.Ordinal)
    {
        ["NAME"] = ["oe", "asic", "lane", "Mpo16", "x", "n2", "ring_at", "_a", "B", "tdecq"],
        ["UNITWORD"] = ["mm", "dB", "Gb", "s", "%", "µm", "μm", "Ω", "GHz", "°C", "inch"],
        ["DATE"] = ["2027-06-30", "2028-02-29", "1999-12-31"],
    };

    private readonly EbnfFile _grammar;
    private readonly Random _random;
    private readonly Dictionary<string, int> _shortest;
    private readonly Dictionary<(Ebnf Place, int Way), int> _used = [];
    private readonly Dictionary<Ebnf, int> _heights = new(ReferenceEqualityComparer.Instance);
    private readonly StringBuilder _sentence = new();
    private bool _inText;

    public SentenceDeriver(EbnfFile grammar, int seed)
    {
        _grammar = grammar;
        _random = new Random(seed);
        _shortest = grammar.Rules.Keys.ToDictionary(r => r, _ => Endless, StringComparer.Ordinal);
        while (grammar.Rules.Count(r => Improve(r.Key, 1 + Height(r.Value))) > 0)
        {
            _heights.Clear();
        }
    }

    /// <summary>The choices, and the pieces that may be missing, that no sentence has taken both ways.</summary>
    public IEnumerable<string> Unused() =>
        from rule in _grammar.Rules
        where !Pools.ContainsKey(rule.Key)
        from piece in EbnfFile.All(rule.Value)
        from way in Enumerable.Range(0, Ways(piece))
        where !_used.ContainsKey((piece, way))
        select $"{rule.Key}: way {way} of {piece}";

    public string Derive(string rule, int depth)
    {
        _sentence.Clear();
        _inText = false;
        Write(new Reference(rule), depth, lexical: false);
        return _sentence.ToString();
    }

    private static int Ways(Ebnf piece) => piece switch { OneOf choice => choice.Alternatives.Count, Repeated => 2, _ => 0 };

    private static bool IsLexical(string rule) => rule.All(char.IsUpper);

    private bool Improve(string rule, int height)
    {
        if (height >= _shortest[rule])
        {
            return false;
        }

        _shortest[rule] = height;
        return true;
    }

    // The least number of rules below one another that the piece needs.
    private int Height(Ebnf piece)
    {
        if (!_heights.TryGetValue(piece, out var height))
        {
            _heights[piece] = height = FindHeight(piece);
        }

        return height;
    }

    private int FindHeight(Ebnf piece) => piece switch
    {
        Reference { Rule: "End" } => 0,
        Reference reference => _shortest[reference.Rule],
        InOrder sequence => sequence.Parts.Select(Height).DefaultIfEmpty(0).Max(),
        OneOf choice => choice.Alternatives.Min(Height),
        Repeated repeated => repeated.Least == 0 ? 0 : Height(repeated.Part),
        _ => 0,
    };

    private void Write(Ebnf piece, int depth, bool lexical)
    {
        depth = _sentence.Length > LongEnough ? 0 : depth;
        switch (piece)
        {
            case Terminal terminal:
                Append(terminal.Text, lexical);
                break;
            case CharacterSet set:
                Append(Any(set), lexical);
                break;
            case Reference reference:
                WriteRule(reference.Rule, depth, lexical);
                break;
            case InOrder sequence:
                foreach (var part in sequence.Parts)
                {
                    Write(part, depth, lexical);
                }

                break;
            case OneOf choice:
                Write(choice.Alternatives[Choose(choice, depth)], depth, lexical);
                break;
            case Repeated repeated:
                WriteRepeated(repeated, depth, lexical);
                break;
        }
    }

    private void WriteRule(string rule, int depth, bool lexical)
    {
        if (rule == "End")
        {
            _sentence.Append(_random.Next(4) == 0 ? " ;" : "\n");
            return;
        }

        if (Pools.TryGetValue(rule, out var pool))
        {
            Append(pool[_random.Next(pool.Length)], lexical);
            return;
        }

        // The first piece of a token is set apart from the token before it, the rest is not.
        if (IsLexical(rule) && !lexical)
        {
            _sentence.Append(' ');
        }

        var (outside, start) = (_inText, _sentence.Length);
        _inText |= rule == "TEXT";
        do
        {
            _sentence.Length = start;
            Write(_grammar.Rules[rule], depth - 1, IsLexical(rule));
        }
        while (rule == "NUMBER" && !IsInRange(_sentence.ToString(start, _sentence.Length - start)));

        _inText = outside;
    }

    // Note 8 of the grammar.
    private static bool IsInRange(string number)
    {
        var value = double.Parse(number.Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return double.IsFinite(value) && (value != 0 || !number.TakeWhile(c => c is not ('e' or 'E')).Any(c => c is >= '1' and <= '9'));
    }

    private void WriteRepeated(Repeated repeated, int depth, bool lexical)
    {
        var possible = (Height(repeated.Part) <= depth || IsNew(repeated, 1)) && Allowed(repeated.Part);
        var count = repeated.Least;
        if (possible)
        {
            count += Prefers(repeated) ? 1 : _random.Next(repeated.Many ? 3 : 2);
        }

        Use(repeated, count > repeated.Least ? 1 : 0, possible);

        for (var i = 0; i < count; i++)
        {
            Write(repeated.Part, depth, lexical);
        }
    }

    // Whether one way of the piece has been taken less often than the other, the longer one being preferred.
    private bool Prefers(Repeated repeated) => Taken(repeated, 1) <= Taken(repeated, 0) && _random.Next(2) == 0;

    private int Choose(OneOf choice, int depth)
    {
        var ways = Enumerable.Range(0, choice.Alternatives.Count).Where(w => Allowed(choice.Alternatives[w])).ToList();
        var reachable = ways.Where(w => Height(choice.Alternatives[w]) <= depth || IsNew(choice, w)).ToList();
        var shortest = ways.Min(w => Height(choice.Alternatives[w]));
        var open = reachable.Count > 0 ? reachable : ways.Where(w => Height(choice.Alternatives[w]) == shortest).ToList();
        var least = open.Min(w => Taken(choice, w));
        var candidates = _random.Next(3) == 0 ? open : open.Where(w => Taken(choice, w) == least).ToList();
        var chosen = candidates[_random.Next(candidates.Count)];
        Use(choice, chosen, free: open.Count == ways.Count);
        return chosen;
    }

    // What no sentence has used yet is used however deep it stands.
    private bool IsNew(Ebnf piece, int way) => !_used.ContainsKey((piece, way));

    // A text holds no text.
    private bool Allowed(Ebnf piece) => !_inText || !EbnfFile.All(piece).Any(p => p is Reference { Rule: "TEXT" });

    // What is taken for lack of depth is not counted: it says nothing of what was preferred.
    private void Use(Ebnf piece, int way, bool free) => _used[(piece, way)] = Taken(piece, way) + (free ? 1 : 0);

    private int Taken(Ebnf piece, int way) => _used.GetValueOrDefault((piece, way));

    private string Any(CharacterSet set)
    {
        var open = set.Negated ? string.Concat("abc (.,:/;'-+=|é°".Where(c => !set.Characters.Contains(c))) : set.Characters;
        return open[_random.Next(open.Length)].ToString();
    }

    private void Append(string text, bool lexical)
    {
        if (!lexical)
        {
            _sentence.Append(' ');
        }

        _sentence.Append(text);
    }
}
