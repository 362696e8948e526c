using System.Text;

namespace InterconnectDsl.Cli.Arguments;

/// <summary>The help texts, from the same tables the arguments are read with.</summary>
internal static class HelpText
{
    private const int Column = 30;

    /// <summary>Help of the whole.</summary>
    public static string Of(IReadOnlyList<Verb> verbs, string version)
    {
        var output = new StringBuilder();
        output.Append("icx ").Append(version).Append(": check, evaluate and report on interconnect designs\n\nusage: icx VERB ... [options]\n\n");
        foreach (var verb in verbs)
        {
            Entry(output, verb.Name + " " + verb.Operands, verb.Summary);
        }

        output.Append("\nA PATH is a file, a folder (every .icx below it), a pattern such as 'designs/**/*.icx', or - for standard input.\n");
        output.Append("Exit codes: 0 clean, 1 the design has errors or a rule or test failed, 2 wrong usage or unreadable file, 3 a fault of icx, 130 cancelled.\n");
        output.Append("\nexample:\n  ").Append(verbs[0].Examples[0].Line).Append("\n\n`icx VERB --help` says more, with examples.\n");
        return output.ToString();
    }

    /// <summary>Help of a verb.</summary>
    public static string Of(Verb verb)
    {
        var output = new StringBuilder();
        output.Append("icx ").Append(verb.Name).Append(": ").Append(verb.Summary).Append("\n\nusage: icx ").Append(verb.Name).Append(' ').Append(verb.Operands);
        output.Append(" [options]\n\noptions:\n");
        foreach (var option in verb.Options)
        {
            var name = (option.Short is null ? "" : option.Short + ", ") + option.Name + (option.Value is null ? "" : " " + option.Value);
            Entry(output, name, option.Help);
        }

        output.Append(verb.Examples.Length == 1 ? "\nexample:\n" : "\nexamples:\n");
        foreach (var (line, does) in verb.Examples)
        {
            output.Append("  ").Append(line).Append("\n      ").Append(does).Append('\n');
        }

        return output.ToString();
    }

    private static void Entry(StringBuilder output, string name, string text)
    {
        output.Append("  ").Append(name);
        output.Append(name.Length + 2 < Column ? new string(' ', Column - name.Length - 2) : "\n" + new string(' ', Column));
        output.Append(text).Append('\n');
    }
}
