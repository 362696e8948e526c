namespace InterconnectDsl.Language.Binding;

/// <summary>The functions that cannot be written in icx. The binder types them; lowering turns each into IR.</summary>
public static class Intrinsics
{
    /// <summary>
    /// Functions of numbers with their signatures, as <c>name(parameter types) -> result</c>. <c>T</c> is any quantity, the same at each of its
    /// places;
    /// <c>T^2</c> and the like compute a dimension; <c>...</c> repeats the last.
    /// </summary>
    public static readonly IReadOnlyList<string> Numeric = new[]
    {
        "exp(real) -> real", "ln(real) -> real", "log10(real) -> real", "log2(real) -> real", "sqrt(T) -> T^0.5", "abs(T) -> T",
        "floor(real) -> int", "ceil(real) -> int", "round(real) -> int", "sign(T) -> int", "pow(real, real) -> real",
        "sin(angle) -> real", "cos(angle) -> real", "tan(angle) -> real", "atan2(T, T) -> angle", "hypot(T, T) -> T",
        "erf(real) -> real", "erfc(real) -> real", "erfcx(real) -> real", "normal_cdf(real) -> real", "normal_inv(real) -> real",
        "ln_gamma(real) -> real", "ln_choose(real, real) -> real", "at_least(int, int, ratio) -> ratio",
        "chi2_upper(real, real) -> real", "rs_uncorrectable(int, int, ratio) -> ratio", "ln1p(real) -> real", "expm1(real) -> real",
        "min(T, T...) -> T", "max(T, T...) -> T",
        "linear(gain) -> real", "db(real) -> gain", "electrical(optical_gain) -> electrical_gain", "optical(electrical_gain) -> optical_gain",
        "combine(level, level...) -> level", "watts(level) -> power", "level(power) -> level", "oma_of(average_power, optical_gain) -> oma",
        "average_of(oma, optical_gain) -> average_power", "nyquist(symbol_rate) -> frequency",
        "kelvin(temperature) -> temperature_difference", "at_temperature(temperature_difference) -> temperature",
        "per_direction(bandwidth) -> data_rate", "bandwidth_of(data_rate) -> bandwidth", "plain_rate(line_rate) -> data_rate",
        "payload(line_rate, real) -> payload_rate", "line(payload_rate, real) -> line_rate",
        "insertion_loss(text, bool, frequency) -> electrical_gain", "return_loss(text, bool, frequency) -> electrical_gain",
        "group_delay(text, bool, frequency) -> time",
        "normal(T, T) -> T", "uniform(T, T) -> T", "triangular(T, T, T) -> T", "lognormal(T, real) -> T",
        "truncated(T, T, T) -> T", "choice(T, T...) -> T",
    };

    /// <summary>
    /// Functions of structure: first(kind), last(kind) of a path's steps (also first(list), last(list); first(kind) in a design is that of all of
    /// the kind); previous(kind), next(kind) in a step;
    /// common_host(a, b) the lowest common carrier; host_of(x, kind) the nearest of a kind that x stands on; distance(a, b) of middles,
    /// gap_between(a, b) of edges;
    /// offset(a, b) from the middle of a to that of b, as a point;
    /// count(list); position_of(step) counts from 0; same(a, b) whether two references are one thing;
    /// solve_thermal(x, between, outward) the temperature of a thing in the network of all of its kind: heat flows between two by
    /// <c>between(a, b)</c>, and from one to its attribute <c>ambient</c> by <c>outward(a)</c>, both thermal conductances; its attribute <c>heat</c> arises in it;
    /// strand_landing(path) how a path's light comes out at its other end, position by position: 0 at its receiver, 1 where its own far end transmits, 2 at the receiver
    /// of another path, 3 where another transmits, 4 where nothing is; strand_leaves(path) the position it leaves from, strand_arrives(path) the one it comes to,
    /// strand_wanted(path) the one its receiver is at, strand_meets(path) whose position that is.
    /// </summary>
    public static readonly IReadOnlyList<string> Structural = new[]
    {
        "first", "last", "previous", "next", "common_host", "host_of", "distance", "gap_between", "offset", "count", "same", "solve_thermal",
        "strand_landing", "strand_leaves", "strand_arrives", "strand_wanted", "strand_meets",
    };

    /// <summary>Functions over the samples of a study, which only studies know: probability(condition), deviation(x), quantile(x, share).</summary>
    public static readonly IReadOnlyList<string> Sampled = new[] { "probability", "deviation", "quantile" };

    /// <summary>Functions over a list: with a comprehension, or of a list directly.</summary>
    public static readonly IReadOnlyList<string> Aggregates = new[] { "sum", "product", "min", "max", "mean", "count", "any", "all" };
}
