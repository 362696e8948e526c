using InterconnectDsl.Language.Formatting;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;
using InterconnectDsl.LanguageServer.Analysis;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>What actions change.</summary>
internal static class ActionEdits
{
    /// <summary>Brings a name in, <c>m.{N}</c>: into the line that uses its module, or a line of its own below those there are.</summary>
    public static IReadOnlyList<TextChange> Use(SyntaxTree tree, string written)
    {
        var open = written.IndexOf(".{", StringComparison.Ordinal);
        var (module, name) = (written[..open], written[(open + 2)..^1]);
        var uses = tree.Root.Declarations.OfType<UseSyntax>().ToList();
        if (uses.Find(u => u.Module.Text == module && u.Items is { Count: > 0 }) is { Items: { } items })
        {
            return new[] { new TextChange(new(items[^1].Span.End, 0), ", " + name) };
        }

        var line = "use " + written;
        return uses.Count > 0 ? new[] { new TextChange(new(uses[^1].Span.End, 0), "\n" + line) }
            : tree.Root.Module is { } head ? new[] { new TextChange(new(head.Span.End, 0), "\n\n" + line) }
            : new[] { new TextChange(new(0, 0), line + "\n\n") };
    }

    /// <summary>Waives a rule in the design a finding stands in, or that the file declares; the reason is for the writer to put in.</summary>
    public static IReadOnlyList<TextChange> Waive(SyntaxTree tree, TextSpan at, string rule)
    {
        var designs = tree.Root.Declarations.OfType<DesignSyntax>().ToList();
        var design = designs.Find(d => d.Span.Start <= at.Start && at.End <= d.Span.End) ?? (designs.Count == 1 ? designs[0] : null);
        return design is null ? Array.Empty<TextChange>() : new[] { Inside(tree.Text, design.Span, $"allow {rule} because \"the reason is to be written here\"") };
    }

    /// <summary>Sets an attribute, <c>polish = apc</c>, of the innermost thing or design around a place that has it.</summary>
    public static IReadOnlyList<TextChange> Set(FileAnalysis analysis, TextSpan at, string assignment)
    {
        var name = assignment[..assignment.IndexOf(' ', StringComparison.Ordinal)];
        lock (analysis.Gate)
        {
            bool Has(SyntaxNode node) => Syntax.NameOf(node) is { } named && analysis.Declared.FirstOrDefault(s => s.Location.Span == named.Span) is { } symbol
                && (symbol is DesignSymbol design ? design.Kind : SymbolText.KindOf(symbol))?.FindAttribute(name) is not null;
            if (Syntax.Around(analysis.Document.Tree, at.Start).LastOrDefault(d => d is InstanceSyntax or PathSyntax or PartSyntax or DesignSyntax && Has(d)) is not DeclarationSyntax thing)
            {
                return Array.Empty<TextChange>();
            }

            return Syntax.Members(thing).OfType<AssignmentSyntax>().FirstOrDefault(a => a.Target is NameSyntax target && target.Name == name) is { } set
                ? new[] { new TextChange(set.Span, assignment) }
                : new[] { Braces(analysis.Document.Text, thing, new[] { assignment }) };
        }
    }

    /// <summary>Gives attributes that are missing values of the right type, marked as confirmed by nobody.</summary>
    public static IReadOnlyList<TextChange> Give(FileAnalysis analysis, TextSpan at, string names)
    {
        var declaration = Syntax.Around(analysis.Document.Tree, at.Start).OfType<DeclarationSyntax>().LastOrDefault(d => d is PartSyntax or InstanceSyntax or DesignSyntax or PathSyntax);
        if (declaration is null || Syntax.NameOf(declaration) is not { } name)
        {
            return Array.Empty<TextChange>();
        }

        lock (analysis.Gate)
        {
            var kind = analysis.Declared.FirstOrDefault(s => s.Location.Span == name.Span) is { } symbol ? SymbolText.KindOf(symbol) : null;
            var lines = names.Split(',').Select(n => kind?.FindAttribute(n) is { } attribute && Example(attribute.Type) is { } value ? $"{n} = {value}  confidence U" : null).OfType<string>().ToList();
            return lines.Count == 0 ? Array.Empty<TextChange>() : new[] { Braces(analysis.Document.Text, declaration, lines) };
        }
    }

    /// <summary>Makes a part of a bare thing with values, above the declaration it stands in.</summary>
    public static IReadOnlyList<TextChange> ExtractPart(FileAnalysis analysis, TextSpan at)
    {
        var (tree, text) = (analysis.Document.Tree, analysis.Document.Text);
        var around = Syntax.Around(tree, at.Start);
        if (around.OfType<InstanceSyntax>().LastOrDefault(i => i.Span == at) is not { Members: { Count: > 0 } members } thing || around.OfType<DeclarationSyntax>().FirstOrDefault() is not { } outer)
        {
            return Array.Empty<TextChange>();
        }

        var name = char.ToUpperInvariant(thing.Name.Text[0]) + thing.Name.Text[1..];
        for (var number = 2; analysis.Module.Members.ContainsKey(name); number++)
        {
            name = FormattableString.Invariant($"{char.ToUpperInvariant(thing.Name.Text[0])}{thing.Name.Text[1..]}{number}");
        }

        var body = string.Concat(members.Select(m => "\n  " + text.Slice(m.Span)));
        var open = text.Content.LastIndexOf('{', members[0].Span.Start - 1);
        var head = thing.Array?.Span.End ?? thing.Name.Span.End;
        return new[]
        {
            new TextChange(new(outer.Span.Start, 0), $"part {name} : {thing.Kind.Text} {{{body}\n}}\n\n"),
            new TextChange(new(head, 0), " : " + name),
            new TextChange(TextSpan.Covering(new(Blanks(text, open), 0), new(thing.Span.End, 0)), ""),
        };
    }

    // Back over the blanks in front of an offset.
    private static int Blanks(SourceText text, int at)
    {
        while (at > 0 && text.Content[at - 1] == ' ')
        {
            at--;
        }

        return at;
    }

    // A value as an example of a type; null for what has none that says so little.
    private static string? Example(IcxType type) => type switch
    {
        QuantityType quantity => TypeNames.DisplayUnit(quantity) is { Text.Length: > 0 } unit ? "1 " + unit.Text : "1",
        IntType => "1",
        BoolType => "false",
        WordType words => words.List[0],
        ExtentType => "1 mm by 1 mm",
        RangeType => "1 .. 2",
        _ => null,
    };

    private static TextChange Braces(SourceText text, DeclarationSyntax declaration, IReadOnlyList<string> lines) =>
        text.Content[declaration.Span.End - 1] == '}' && declaration is not PathSyntax { Members: null }
            ? Inside(text, declaration.Span, string.Join("\n  ", lines))
            : new(new(declaration.Span.End, 0), " { " + string.Join("; ", lines) + " }");

    // As the last line in the braces a declaration ends with; the formatter sees to the rest.
    private static TextChange Inside(SourceText text, TextSpan declaration, string lines)
    {
        var close = declaration.End - 1;
        var line = text.SpanOfLine(text.PositionOf(close).Line);
        var ownLine = text.Content.AsSpan(line.Start, close - line.Start).Trim().IsEmpty;
        return ownLine
            ? new(new(line.Start, 0), new string(' ', close - line.Start + 2) + lines.Replace("\n  ", "\n" + new string(' ', close - line.Start + 2), StringComparison.Ordinal) + "\n")
            : new(new(Blanks(text, close), 0), (text.Content[Blanks(text, close) - 1] == '{' ? " " : "; ") + lines.Replace("\n  ", "; ", StringComparison.Ordinal));
    }
}
