using InterconnectDsl.Language.Lexing;
using Sprache;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Sprache's input over a token array: a place between two tokens, which knows the run of the parser it belongs to.</summary>
internal abstract class TokenInput(ParseSession session, int index) : IInput
{
    public ParseSession Session { get; } = session;

    /// <summary>Index of the token that is read next.</summary>
    public int Index { get; } = index;

    public TokenKind Kind => Session.Tokens[Index].Kind;

    public Keyword Keyword => Session.Tokens[Index].Keyword;

    public string Source => Session.Content;

    public char Current => (char)Kind;

    public bool AtEnd => Kind == TokenKind.EndOfFile;

    public int Position => Session.Tokens[Index].Start;

    public int Line => Session.Text.PositionOf(Position).Line;

    public int Column => Session.Text.PositionOf(Position).Column;

    /// <summary>Nothing is memoized: the grammar is predictive.</summary>
    public IDictionary<object, object> Memos => new Dictionary<object, object>();

    public IInput Advance() => Session.Place(Index + 1);

    public bool Equals(IInput? other) => other is TokenInput that && that.Index == Index && ReferenceEquals(that.Session, Session);

    public override bool Equals(object? obj) => Equals(obj as IInput);

    public override int GetHashCode() => Index;
}

/// <summary>A place in front of a token; as a result, that the token before it was read.</summary>
internal sealed class Place(ParseSession session, int index) : TokenInput(session, index), IResult<Token>
{
    public Token Value => Session.Tokens[Index - 1];

    public bool WasSuccessful => true;

    public string Message => "";

    public IEnumerable<string> Expectations => Array.Empty<string>();

    public IInput Remainder => this;
}

/// <summary>What was read, and at the same time the place behind it: one object serves as Sprache's result and as its remainder.</summary>
internal sealed class Success<T>(ParseSession session, int index, T value) : TokenInput(session, index), IResult<T>
{
    public T Value { get; } = value;

    public bool WasSuccessful => true;

    public string Message => "";

    public IEnumerable<string> Expectations => Array.Empty<string>();

    public IInput Remainder => this;
}

/// <summary>Nothing was read. What was expected is kept by the session, for the farthest place any rule reached.</summary>
internal sealed class Failure<T>(TokenInput place) : IResult<T>
{
    public T Value => throw new InvalidOperationException(Message);

    public bool WasSuccessful => false;

    public string Message => "unexpected " + place.Session.Expectations.Found(place.Index, lineEnd: false);

    public IEnumerable<string> Expectations => place.Session.Expectations.Phrases();

    public IInput Remainder => place;
}
