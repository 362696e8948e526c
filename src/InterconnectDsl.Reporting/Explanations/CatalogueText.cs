using System.Text;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Reporting.Diagnostics;

namespace InterconnectDsl.Reporting.Explanations;

/// <summary>What a diagnostic code means, from the catalogue.</summary>
public static class CatalogueText
{
    /// <summary>Title, explanation, and the wrong and the right example.</summary>
    public static string Render(DiagnosticDescription description, TextStyle style)
    {
        var output = new StringBuilder();
        var role = description.Severity switch { Severity.Error => Role.Error, Severity.Warning => Role.Warning, _ => Role.Note };
        output.Append(style.Paint(role, TextDiagnostics.WordOf(description.Severity) + " " + description.Code)).Append(": ");
        output.Append(style.Paint(Role.Strong, description.Title)).Append("\n\n");
        TextBlock.Wrapped(output, description.Explanation, 0);
        Example(output, "wrong", description.Wrong, style);
        Example(output, "right", description.Right, style);
        return output.ToString();
    }

    private static void Example(StringBuilder output, string label, string text, TextStyle style)
    {
        if (text.Length > 0)
        {
            output.Append('\n').Append(style.Paint(Role.Note, label + ":")).Append('\n');
            TextBlock.Indented(output, text, 2);
        }
    }
}

/// <summary>Runs of text for a terminal.</summary>
internal static class TextBlock
{
    private const int Width = 100;

    /// <summary>Words wrapped at 100 columns; line feeds of the text are blanks, blank lines stay.</summary>
    public static void Wrapped(StringBuilder output, string text, int indent)
    {
        foreach (var paragraph in text.Split("\n\n"))
        {
            var column = 0;
            foreach (var word in paragraph.Split(new[] { ' ', '\n' }, StringSplitOptions.RemoveEmptyEntries))
            {
                if (column > 0 && column + 1 + word.Length > Width)
                {
                    output.Append('\n');
                    column = 0;
                }

                var lead = column == 0 ? new string(' ', indent) : " ";
                output.Append(lead).Append(word);
                column += lead.Length + word.Length;
            }

            output.Append('\n');
        }
    }

    /// <summary>Lines as they are, moved to the right.</summary>
    public static void Indented(StringBuilder output, string text, int indent)
    {
        foreach (var line in text.Split('\n'))
        {
            output.Append(line.Length == 0 ? "" : new string(' ', indent) + line.TrimEnd('\r')).Append('\n');
        }
    }
}
