namespace InterconnectDsl.Language.Formatting;

/// <summary>Statements of one family stand in columns together.</summary>
internal enum Family : byte
{
    /// <summary>It has no columns.</summary>
    None,

    /// <summary><c>name : type = value</c>, <c>name = value</c>.</summary>
    Attribute,

    /// <summary><c>param name : type = value</c>.</summary>
    Param,

    /// <summary>Instances.</summary>
    Thing,

    /// <summary>Paths.</summary>
    Path,

    /// <summary>A line that starts with its word: <c>require</c>, <c>sweep</c>.</summary>
    Worded,
}

/// <summary>A statement as the formatter sees it: where it starts, and which of its tokens readers expect in a column.</summary>
internal sealed class Statement(int first, int depth)
{
    /// <summary>No such token.</summary>
    public const int Missing = -1;

    /// <summary>Its first token.</summary>
    public int First { get; } = first;

    /// <summary>Number of bodies around it.</summary>
    public int Depth { get; } = depth;

    /// <summary>Its last token.</summary>
    public int Last { get; set; } = first;

    public Family Family { get; set; }

    /// <summary>The name behind the kind of a thing, or what follows the word of a line.</summary>
    public int Name { get; set; } = Missing;

    /// <summary>The first sign behind the name: the colon of a type or part, or what sets a value.</summary>
    public int Sign { get; set; } = Missing;

    /// <summary>The sign that sets a value behind a type.</summary>
    public int Setter { get; set; } = Missing;

    /// <summary>The word <c>on</c> of an instance.</summary>
    public int Host { get; set; } = Missing;

    /// <summary>The word <c>at</c> of an instance.</summary>
    public int Spot { get; set; } = Missing;

    /// <summary>The first token of the value; further lines stand below it.</summary>
    public int Value { get; set; } = Missing;

    /// <summary>How far a value on a line of its own is indented.</summary>
    public int ValueIndent { get; set; } = 4;

    /// <summary>Whether a body within it spreads over lines.</summary>
    public bool Spreads { get; set; }
}
