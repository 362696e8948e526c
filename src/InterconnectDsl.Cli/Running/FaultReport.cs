using System.Runtime.InteropServices;
using System.Text;
using InterconnectDsl.Language.Diagnostics;

namespace InterconnectDsl.Cli.Running;

/// <summary>What is kept of a fault of ours: a file to send in, and a line that names it. Never a stack trace on the screen.</summary>
internal static class FaultReport
{
    /// <summary>Writes the file and gives the lines for standard error.</summary>
    public static string Write(Exception fault, IReadOnlyList<string> arguments, Host host)
    {
        var kept = "nowhere: no folder could be written to";
        foreach (var folder in new[] { Path.GetTempPath(), host.Directory })
        {
            try
            {
                var path = Path.Combine(folder, "icx-fault-" + Guid.NewGuid().ToString("N")[..8] + ".txt");
                File.WriteAllText(path, Text(fault, arguments), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                kept = path;
                break;
            }
            catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
            {
                // The next folder may do.
            }
        }

        var description = DiagnosticCatalogue.Find("ICX9099")!;
        var message = string.Format(System.Globalization.CultureInfo.InvariantCulture, description.Message, fault.GetType().Name, kept);
        return "error ICX9099: " + message + "\n  = help: " + description.Help + "\n";
    }

    private static string Text(Exception fault, IReadOnlyList<string> arguments)
    {
        var text = new StringBuilder();
        text.Append("icx ").Append(Application.Version).Append(", ").Append(RuntimeInformation.FrameworkDescription).Append(", ");
        text.Append(RuntimeInformation.RuntimeIdentifier).Append("\narguments: ").AppendJoin(' ', arguments).Append("\n\n").Append(fault).Append('\n');
        return text.ToString();
    }
}
