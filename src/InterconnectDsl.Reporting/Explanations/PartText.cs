using System.Globalization;
using System.Text;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Reporting.Diagnostics;
using InterconnectDsl.Reporting.Reading;

namespace InterconnectDsl.Reporting.Explanations;

/// <summary>A part or a kind as a page for whoever wants to use it: how to name it, what it states, and what else may be said of it.</summary>
public static class PartText
{
    /// <summary>The part or kind of this name among modules, with the module that declares it; null where there is none.</summary>
    public static (Symbol Symbol, ModuleSymbol Module)? Find(Compilation compilation, string name) => compilation.AllModules
        .Where(m => m.Members.TryGetValue(name, out var found) && found is PartSymbol or KindSymbol && ReferenceEquals(found.Location.Text, m.Tree.Text))
        .Select(m => ((Symbol, ModuleSymbol)?)(m.Members[name], m)).FirstOrDefault();

    /// <summary>The page.</summary>
    public static string Render(Symbol symbol, ModuleSymbol module, TextStyle style)
    {
        var output = new StringBuilder();
        var kind = symbol as KindSymbol ?? ((PartSymbol)symbol).Kind;
        output.Append(style.Paint(Role.Strong, symbol is PartSymbol part ? $"part {part.Name}{Parameters(part)} : {part.Base?.Name ?? part.Kind.Name}" : $"kind {kind.Name}{(kind.Base is { } above ? " : " + above.Name : "")}")).Append('\n');
        output.Append(symbol.Doc is { Length: > 0 } doc ? DesignReader.OneLine(doc) + "\n" : "");
        output.Append(module.Name == "icx.core" ? "" : $"use {module.Name}.{{{symbol.Name}}}\n");
        var stated = symbol is PartSymbol own ? Stated(own) : new();
        if (stated.Count > 0)
        {
            output.Append("\nit states\n");
            Table(output, stated.Select(s => (s.Key, "= " + Written(s.Value), Source(s.Value))));
        }

        output.Append(CultureInfo.InvariantCulture, $"\nwhat may be said of {Article(kind.Name)}; `?` may be absent, and what has no value must be given\n");
        for (var at = kind; at is not null; at = at.Base)
        {
            var attributes = at.Attributes.Where(a => !stated.ContainsKey(a.Name)).ToList();
            if (attributes.Count > 0)
            {
                output.Append(at == kind ? "" : $"as {Article(at.Name)}\n");
                Table(output, attributes.Select(a => (a.Name, ": " + a.Type.Display + (a.Optional ? "?" : "") + (kind.DefaultOf(a) is { } value ? " = " + Written(value) : ""), DesignReader.OneLine(a.Doc ?? ""))));
            }
        }

        return output.ToString();
    }

    private static string Parameters(PartSymbol part) => part.Parameters.Count == 0 ? "" : "(" + string.Join(", ", part.Parameters.Select(p => $"{p.Name} : {p.Type.Display}")) + ")";

    // What a part says itself wins over what it builds on.
    private static Dictionary<string, Formula> Stated(PartSymbol part)
    {
        var stated = new Dictionary<string, Formula>(StringComparer.Ordinal);
        for (var at = part; at is not null; at = at.Base)
        {
            foreach (var (name, formula) in at.Body.Overrides)
            {
                stated.TryAdd(name, formula);
            }
        }

        return stated;
    }

    private static string Written(Formula formula)
    {
        var syntax = formula.Syntax.Nominal ?? formula.Syntax.Distribution;
        var text = syntax is null ? "" : DesignReader.OneLine(formula.Location.Text.Slice(syntax.Span));
        return (formula.Syntax.Nominal is null && syntax is not null ? "~ " : "") + (text.Length > Widest ? text[..(Widest - 3)] + "..." : text);
    }

    private const int Widest = 60;

    private static string Source(Formula formula) => string.Join("; ", new[] { formula.Source, formula.Confidence is { } c ? "confidence " + c : null }.OfType<string>());

    private static string Article(string name) => ("aeiou".Contains(name[0], StringComparison.Ordinal) ? "an " : "a ") + name;

    private static void Table(StringBuilder output, IEnumerable<(string Name, string Value, string About)> rows)
    {
        var all = rows.ToList();
        var (names, values) = (all.Max(r => r.Name.Length), Math.Min(Widest, all.Max(r => r.Value.Length)));
        foreach (var (name, value, about) in all)
        {
            output.Append(("  " + name.PadRight(names) + " " + value.PadRight(values) + (about.Length > 0 ? "  " + about : "")).TrimEnd()).Append('\n');
        }
    }
}
