namespace InterconnectDsl.Language.Parsing;

/// <summary>One string for each distinct run of characters, found without making it first.</summary>
internal sealed class Interner
{
    private string?[] _slots = new string?[128];
    private int _count;

    public string Intern(string text, int start, int length)
    {
        var slot = FindSlot(_slots, text, start, length);
        return _slots[slot] ?? Insert(slot, text.Substring(start, length));
    }

    private static int FindSlot(string?[] slots, string text, int start, int length)
    {
        var hash = 2166136261u;
        for (var i = start; i < start + length; i++)
        {
            hash = (hash ^ text[i]) * 16777619u;
        }

        var mask = slots.Length - 1;
        var slot = (int)(hash ^ hash >> 15) & mask;
        while (slots[slot] is { } known && !Same(known, text, start, length))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private static bool Same(string known, string text, int start, int length) =>
        known.Length == length && string.CompareOrdinal(known, 0, text, start, length) == 0;

    private string Insert(int slot, string made)
    {
        _slots[slot] = made;
        if (++_count * 2 > _slots.Length)
        {
            var larger = new string?[_slots.Length * 4];
            foreach (var known in _slots)
            {
                if (known is not null)
                {
                    larger[FindSlot(larger, known, 0, known.Length)] = known;
                }
            }

            _slots = larger;
        }

        return made;
    }
}
