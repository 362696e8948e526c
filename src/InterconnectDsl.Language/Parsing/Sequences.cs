using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Text;
using Sprache;

namespace InterconnectDsl.Language.Parsing;

/// <summary>The tokens a rule has read: their span, and the documentation above them.</summary>
internal readonly struct Covered(IInput first, IInput behind)
{
    public ParseSession Session => ((TokenInput)first).Session;

    public int First => ((TokenInput)first).Index;

    public int Behind => ((TokenInput)behind).Index;

    public TextSpan Span => Session.Span(First, Behind);

    public string? Doc => Session.Documentation(First);
}

/// <summary>Rules one after the other, and what is made of them.</summary>
internal static class Sequences
{
    public static Parser<R> Sequence<A, B, R>(Parser<A> a, Parser<B> b, Func<Covered, A, B, R> make) => input =>
    {
        var at = input;
        return Read(a, ref at, out var x) && Read(b, ref at, out var y)
            ? Done(make(new(input, at), x, y), at)
            : Combinators.Fail<R>(at);
    };

    public static Parser<R> Sequence<A, B, C, R>(Parser<A> a, Parser<B> b, Parser<C> c, Func<Covered, A, B, C, R> make) => input =>
    {
        var at = input;
        return Read(a, ref at, out var x) && Read(b, ref at, out var y) && Read(c, ref at, out var z)
            ? Done(make(new(input, at), x, y, z), at)
            : Combinators.Fail<R>(at);
    };

    public static Parser<R> Sequence<A, B, C, D, R>(Parser<A> a, Parser<B> b, Parser<C> c, Parser<D> d, Func<Covered, A, B, C, D, R> make) => input =>
    {
        var at = input;
        return Read(a, ref at, out var x) && Read(b, ref at, out var y) && Read(c, ref at, out var z) && Read(d, ref at, out var u)
            ? Done(make(new(input, at), x, y, z, u), at)
            : Combinators.Fail<R>(at);
    };

    public static Parser<R> Sequence<A, B, C, D, E, R>(
        Parser<A> a, Parser<B> b, Parser<C> c, Parser<D> d, Parser<E> e, Func<Covered, A, B, C, D, E, R> make) => input =>
    {
        var at = input;
        return Read(a, ref at, out var x) && Read(b, ref at, out var y) && Read(c, ref at, out var z) && Read(d, ref at, out var u)
            && Read(e, ref at, out var v)
            ? Done(make(new(input, at), x, y, z, u, v), at)
            : Combinators.Fail<R>(at);
    };

    public static Parser<R> Sequence<A, B, C, D, E, F, G, R>(
        Parser<A> a, Parser<B> b, Parser<C> c, Parser<D> d, Parser<E> e, Parser<F> f, Parser<G> g,
        Func<Covered, A, B, C, D, E, F, G, R> make) => input =>
    {
        var at = input;
        return Read(a, ref at, out var x) && Read(b, ref at, out var y) && Read(c, ref at, out var z) && Read(d, ref at, out var u)
            && Read(e, ref at, out var v) && Read(f, ref at, out var w) && Read(g, ref at, out var q)
            ? Done(make(new(input, at), x, y, z, u, v, w, q), at)
            : Combinators.Fail<R>(at);
    };

    private static bool Read<T>(Parser<T> parser, ref IInput at, out T value)
    {
        var result = parser(at);
        at = result.Remainder;
        value = result.WasSuccessful ? result.Value : default!;
        return result.WasSuccessful;
    }

    private static Success<R> Done<R>(R made, IInput behind) => new(((TokenInput)behind).Session, ((TokenInput)behind).Index, made);
}
