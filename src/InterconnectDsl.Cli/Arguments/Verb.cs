using InterconnectDsl.Cli.Running;

namespace InterconnectDsl.Cli.Arguments;

/// <summary>Something <c>icx</c> does.</summary>
/// <param name="Name">The word for it.</param>
/// <param name="Summary">What it does, in a line.</param>
/// <param name="Operands">Its operands as help shows them: <c>PATH...</c>.</param>
/// <param name="Least">How many operands it needs.</param>
/// <param name="Most">How many it takes.</param>
/// <param name="Own">Options beyond the common ones.</param>
/// <param name="Examples">Command lines with what they do.</param>
/// <param name="Run">Does it; gives the exit code.</param>
internal sealed record Verb(
    string Name, string Summary, string Operands, int Least, int Most, Option[] Own, (string Line, string Does)[] Examples, Func<Invocation, int> Run)
{
    /// <summary>All its options.</summary>
    public IReadOnlyList<Option> Options { get; } = Own.Concat(CommonOptions.All).ToArray();
}
