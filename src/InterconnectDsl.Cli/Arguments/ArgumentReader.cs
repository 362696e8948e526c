using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Cli.Arguments;

/// <summary>Wrong usage of the command line; the text says what to write instead.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>What was given to a verb.</summary>
internal sealed class ParsedArguments
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    /// <summary>What stands beside the options, in order.</summary>
    public List<string> Operands { get; } = new();

    /// <summary>Whether a switch was given.</summary>
    public bool Has(Option option) => _values.ContainsKey(option.Name);

    /// <summary>The value of an option, or null.</summary>
    public string? Find(Option option) => _values.TryGetValue(option.Name, out var values) ? values[^1] : null;

    /// <summary>All values of an option that repeats.</summary>
    public IReadOnlyList<string> All(Option option) => _values.TryGetValue(option.Name, out var values) ? values : Array.Empty<string>();

    /// <summary>Notes an option.</summary>
    public void Add(Option option, string value)
    {
        if (!_values.TryGetValue(option.Name, out var values))
        {
            _values.Add(option.Name, values = new());
        }
        else if (!option.Repeats && option.Value is not null)
        {
            throw new UsageException($"`{option.Name}` is given twice");
        }

        values.Add(value);
    }
}

/// <summary>
/// Reads the arguments of a verb: <c>--name value</c>, <c>--name=value</c>, <c>-o value</c>, and operands anywhere between; behind <c>--</c> everything is an operand.
/// </summary>
internal static class ArgumentReader
{
    /// <summary>Reads what stands behind the verb.</summary>
    /// <exception cref="UsageException">Something is not understood.</exception>
    public static ParsedArguments Read(IReadOnlyList<string> arguments, IReadOnlyList<Option> options)
    {
        var parsed = new ParsedArguments();
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (argument == "--")
            {
                parsed.Operands.AddRange(arguments.Skip(i + 1));
                break;
            }

            if (!IsOption(argument))
            {
                parsed.Operands.Add(argument);
                continue;
            }

            var equals = argument.StartsWith("--", StringComparison.Ordinal) ? argument.IndexOf('=', StringComparison.Ordinal) : -1;
            var name = equals < 0 ? argument : argument[..equals];
            var option = Find(name, options);
            if (option.Value is null)
            {
                parsed.Add(option, equals < 0 ? "" : throw new UsageException($"`{name}` takes no value"));
                continue;
            }

            var value = equals >= 0 ? argument[(equals + 1)..] : ++i < arguments.Count ? arguments[i] : throw new UsageException($"`{name}` needs a value, {option.Value}");
            parsed.Add(option, Checked(option, value));
        }

        return parsed;
    }

    // A lone dash is standard input, and -3 dB an expression.
    private static bool IsOption(string argument) => argument.Length > 1 && argument[0] == '-' && !char.IsAsciiDigit(argument[1]) && argument[1] is not ('.' or ' ' or '(');

    private static Option Find(string name, IReadOnlyList<Option> options)
    {
        foreach (var option in options)
        {
            if (option.Name == name || option.Short == name)
            {
                return option;
            }
        }

        var near = Spelling.Nearest(name, options.Select(o => o.Name));
        throw new UsageException($"there is no option `{name}`" + (near is null ? "" : $"; did you mean `{near}`?"));
    }

    private static string Checked(Option option, string value)
    {
        if (option.Choices is not { } choices || Array.IndexOf(choices, value) >= 0)
        {
            return value;
        }

        var near = Spelling.Nearest(value, choices);
        throw new UsageException($"`{option.Name}` takes {string.Join(", ", choices)}, not `{value}`" + (near is null ? "" : $"; did you mean `{near}`?"));
    }
}
