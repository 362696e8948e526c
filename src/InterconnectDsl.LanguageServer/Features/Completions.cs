using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;
using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>What may be written at a place, in a file that is not finished.</summary>
internal static class Completions
{
    // A deprecated name comes behind all others.
    private const int Deprecated = 1;
    private const string Last = "9";

    public const int Method = 2, Function = 3, Field = 5, Variable = 6, Class = 7, Interface = 8, Module = 9, Property = 10, UnitKind = 11, Value = 12, KeywordKind = 14, Snippet = 15, Constant = 21;

    /// <summary>The proposals at an offset of a text. The names are those of an analysis, which may be that of an older version: the client asks again then.</summary>
    public static CompletionList At(FileAnalysis analysis, SourceText text, int offset, Session session)
    {
        var place = CompletionPlace.Of(text, offset);
        if (place.IsSilent)
        {
            return new(false, Array.Empty<CompletionItem>());
        }

        lock (analysis.Gate)
        {
            // What is a word is not the same in every editor, and some would add to one that is begun: each proposal says what it replaces.
            var word = session.Encoding.RangeOf(text, new(place.WordStart, offset - place.WordStart));
            var scope = new CompletionScope(analysis, place, text.Slice(new(place.WordStart, offset - place.WordStart)));
            var items = scope.Propose(session.TakesSnippets).DistinctBy(i => i.Label).ToList();
            return new(scope.IsCut || !ReferenceEquals(analysis.Document.Text, text), items.ConvertAll(i => i with { InsertText = null, TextEdit = new(word, i.InsertText ?? i.Label) }));
        }
    }

    /// <summary>A proposal with what is known of it.</summary>
    public static CompletionItem Resolve(CompletionItem item, FileAnalysis? analysis, Session session)
    {
        if (item.Data is not { } data || analysis is null)
        {
            return item;
        }

        lock (analysis.Gate)
        {
            var owner = analysis.Compilation.AllModules.FirstOrDefault(m => m.Name == data.Module)?.Members.GetValueOrDefault(data.Name);
            var symbol = data.Member is null ? owner : owner is KindSymbol kind ? kind.FindAttribute(data.Member) : null;
            return symbol is null ? item : item with { Documentation = session.Markup(Hovers.About(symbol)) };
        }
    }

    /// <summary>A proposal for a symbol.</summary>
    public static CompletionItem Item(Symbol symbol, FileAnalysis analysis, string sort = "2")
    {
        var (kind, detail) = symbol switch
        {
            ParamSymbol s => (Variable, s.Type.Display),
            ConstantSymbol s => (Constant, s.Type.Display),
            AttributeSymbol s => (Property, s.Type.Display),
            KindSymbol => (Interface, "kind"),
            PartSymbol s => (Class, s.Base?.Name ?? s.Kind?.Name),
            FunctionSymbol => (Function, SymbolText.Signature(symbol)),
            InstanceSymbol s => (Field, s.Kind.Name),
            PathSymbol s => (Field, s.Kind.Name),
            LocalSymbol s => (Variable, s.Type.Display),
            _ => (Value, null),
        };
        return symbol.Deprecation is null
            ? new(symbol.Name, kind, detail, sort + symbol.Name, Data: DataOf(symbol, analysis))
            : new(symbol.Name, kind, detail, Last + symbol.Name, Data: DataOf(symbol, analysis), Tags: new[] { Deprecated });
    }

    private static CompletionData? DataOf(Symbol symbol, FileAnalysis analysis)
    {
        Symbol owner = symbol is AttributeSymbol attribute ? attribute.Owner : symbol;
        var module = analysis.Compilation.AllModules.FirstOrDefault(m => m.Members.TryGetValue(owner.Name, out var found) && ReferenceEquals(found, owner));
        return module is null ? null : new(module.Name, owner.Name, symbol is AttributeSymbol ? symbol.Name : null);
    }
}

/// <summary>The proposals of one place.</summary>
internal sealed class CompletionScope(FileAnalysis analysis, CompletionPlace place, string typed)
{
    /// <summary>No more things of a design than so many are told at once: nobody reads as many, and to write and read them takes longer than to find them.</summary>
    private const int MostThings = 500;

    private static readonly string[] ExpressionWords = { "if", "then", "else", "and", "or", "not", "in", "is", "exists", "missing", "otherwise", "within", "true", "false", "this", "index", "steps" };

    /// <summary>The prefixes that are proposed; those a unit does not take are left out where it does not.</summary>
    private static readonly string[] Prefixes = { "", "p", "n", "u", "m", "c", "k", "M", "G", "T" };

    private static readonly (string Word, string Snippet)[] Declarations =
    {
        ("module", "module ${1:name}"), ("use", "use ${1:icx.oif}.{$2}"), ("param", "param ${1:name} : ${2:length} = ${3:1 m}"),
        ("fn", "fn ${1:name}(${2:x} : ${3:length}) -> ${4:length} = ${0:x}"), ("kind", "kind ${1:name} : ${2:node} {\n  $0\n}"),
        ("part", "part ${1:Name} : ${2:die} {\n  $0\n}"), ("design", "design ${1:Name} {\n  $0\n}"),
        ("rule", "rule ${1:name} for ${2:link} as ${3:l} {\n  require ${4:l.margin >= 1 dB}\n  message \"${5:{l\\} is too weak}\"\n}"),
        ("test", "test \"${1:what it says}\" of ${2:Design} {\n  expect $0\n}"), ("study", "study ${1:name} of ${2:Design} {\n  $0\n}"), ("warning", "warning "), ("note", "note "),
    };

    /// <summary>Whether more would fit than was proposed.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Everything that fits, the likeliest first by its sort text; of very many things those that hold the letters typed.</summary>
    public IEnumerable<CompletionItem> Propose(bool snippets)
    {
        if (place.Open.Count > 0 && place.Word(place.Open[^1]) == Keyword.Use)
        {
            return ImportedNames(place.Open[^1]);
        }

        if (StatementWord() == Keyword.Use && place.Statement < place.At)
        {
            return Imports();
        }

        if (place.Before == TokenKind.Dot)
        {
            return Members();
        }

        if (place.Before == TokenKind.Number && place.At > 0)
        {
            return Units(AssignedType());
        }

        if (place.Brackets.Count == 0 && place.Statement == place.At)
        {
            return place.Open.Count == 0
                ? Declarations.Select(d => new CompletionItem(d.Word, Completions.KeywordKind, SortText: "1" + d.Word, InsertText: snippets ? d.Snippet : null, InsertTextFormat: snippets ? 2 : null))
                : InBraces();
        }

        if (place.Before == TokenKind.Colon && place.Brackets.Count == 0)
        {
            return BehindColon();
        }

        if (place.KeywordBefore == Keyword.On)
        {
            return Proposed().Select(s => Item(s, "1"));
        }

        if (place.KeywordBefore == Keyword.Allow)
        {
            return analysis.Compilation.Rules.Select(r => new CompletionItem(r.Id, Completions.Value, r.Doc?.Split('\n')[0], "1" + r.Id));
        }

        if (place.KeywordBefore is Keyword.For or Keyword.Is || (place.KeywordBefore == Keyword.Of && StatementWord() is Keyword.Test or Keyword.Study or Keyword.Rule))
        {
            return place.KeywordBefore == Keyword.Of ? Visible(s => s is DesignSymbol) : Visible(s => s is KindSymbol).Concat(Proposed().Select(s => Item(s)));
        }

        return Expressions();
    }

    private Keyword StatementWord() => place.Statement < place.At ? place.Word(place.Statement) : Keyword.None;

    private CompletionItem Item(Symbol symbol, string sort = "2") => Completions.Item(symbol, analysis, sort);

    private IEnumerable<CompletionItem> Visible(Func<Symbol, bool> sort, string rank = "2") =>
        analysis.Compilation.VisibleIn(analysis.Module, sort).Select(n => analysis.Compilation.Resolve(analysis.Module, n)).OfType<Symbol>().Where(sort).Select(s => Item(s, rank));

    private IEnumerable<CompletionItem> Imports()
    {
        var typed = string.Concat(Enumerable.Range(place.Statement + 1, place.At - place.Statement - 1).Select(place.Text));
        return analysis.Sources.Modules.Where(m => m.StartsWith(typed, StringComparison.Ordinal))
            .Select(m => new CompletionItem(m[typed.Length..], Completions.Module, "module", "1" + m));
    }

    private IEnumerable<CompletionItem> ImportedNames(int use)
    {
        var parts = new List<string>();
        for (var i = use + 1; i < place.At && place.Kind(i) is TokenKind.Name or TokenKind.Dot; i++)
        {
            parts.Add(place.Text(i));
        }

        var name = string.Concat(parts).TrimEnd('.');
        if (analysis.Sources.Find(name) is not { } text)
        {
            return Array.Empty<CompletionItem>();
        }

        return Language.Parsing.Parser.Parse(text).Root.Declarations.Where(d => d is not (Language.Syntax.UseSyntax or Language.Syntax.RuleSyntax or Language.Syntax.TestSyntax))
            .Select(Syntax.NameOf).Where(n => n is { Text.Length: > 0 }).Select(n => new CompletionItem(n!.Value.Text, Completions.Class, n.Value.Sort, "1" + n.Value.Text));
    }

    private IEnumerable<CompletionItem> InBraces()
    {
        var head = place.Open[^1];
        switch (place.Word(head))
        {
            case Keyword.Rule or Keyword.Warning or Keyword.Note:
                return Words("require", "message", "help", "source");
            case Keyword.Test:
                return Words("with", "expect");
            case Keyword.Study:
                return Words("sweep", "choose", "sample", "seed", "with", "observe", "minimize", "maximize", "subject", "expect");
            case Keyword.Fn:
                return Expressions();
            case Keyword.Design:
                return Visible(s => s is KindSymbol k && k.Root.Name != "design", "1").Concat(Proposed().Select(s => Item(s)))
                    .Concat(Words("allow", "confirm", "without")).Concat(AttributesOf(OwnerKind(), "3"));
            case Keyword.Kind:
                return AttributesOf(OwnerKind(), "1");
            default:
                var kind = OwnerKind();
                var holds = place.Word(head) == Keyword.Part || kind is { IsPath: false };
                return AttributesOf(kind, "1").Concat(holds ? Visible(s => s is KindSymbol) : Array.Empty<CompletionItem>()).Concat(Words("allow", "confirm"));
        }
    }

    private static IEnumerable<CompletionItem> Words(params string[] words) => words.Select(w => new CompletionItem(w, Completions.KeywordKind, SortText: "2" + w));

    private IEnumerable<CompletionItem> AttributesOf(KindSymbol? kind, string rank) =>
        kind is null ? Array.Empty<CompletionItem>() : SymbolText.Attributes(kind).Select(a => Item(a, rank));

    // What the braces the cursor stands in belong to.
    private KindSymbol? OwnerKind() => place.Open.Count == 0 ? null : KindOf(place.Open[^1]);

    private KindSymbol? KindOf(int head) => place.Word(head) switch
    {
        Keyword.Design => analysis.Compilation.Design,
        Keyword.Kind => analysis.Compilation.Resolve(analysis.Module, place.Text(head + 1)) as KindSymbol,
        Keyword.Part => (analysis.Compilation.Resolve(analysis.Module, place.Text(head + 1)) as PartSymbol)?.Kind ?? NamedBehindColon(head),
        _ => (analysis.Compilation.Resolve(analysis.Module, place.Text(head)) as KindSymbol) is { } kind ? NamedBehindColon(head) ?? kind
            : Things().FirstOrDefault(t => t.Name == place.Text(head)) is { } thing ? SymbolText.KindOf(thing) : null,
    };

    private KindSymbol? NamedBehindColon(int head)
    {
        for (var i = head; i < place.At && place.Kind(i) != TokenKind.LeftBrace; i++)
        {
            if (place.Kind(i) == TokenKind.Colon)
            {
                return analysis.Compilation.Resolve(analysis.Module, place.Text(i + 1)) is { } symbol ? SymbolText.KindOf(symbol) : null;
            }
        }

        return null;
    }

    // The things of the design or part the cursor stands in, nested ones too.
    private IEnumerable<Symbol> Things()
    {
        foreach (var head in place.Open)
        {
            if (place.Word(head) is Keyword.Design or Keyword.Part && analysis.Module.Members.TryGetValue(place.Text(head + 1), out var owner))
            {
                return All(owner);
            }
        }

        return analysis.Module.Designs.SelectMany(All);
    }

    private List<Symbol> Proposed()
    {
        var things = Things().ToList();
        if (things.Count > MostThings)
        {
            things.RemoveAll(s => !IsTyped(s.Name));
            things.Sort((a, b) => StringComparer.Ordinal.Compare(a.Name, b.Name));
            things.RemoveRange(Math.Min(things.Count, MostThings), Math.Max(0, things.Count - MostThings));
            IsCut = true;
        }

        return things;
    }

    // Whether the letters that are typed stand in a name in their order.
    private bool IsTyped(string name)
    {
        var found = 0;
        for (var i = 0; i < name.Length && found < typed.Length; i++)
        {
            found += char.ToLowerInvariant(name[i]) == char.ToLowerInvariant(typed[found]) ? 1 : 0;
        }

        return found == typed.Length;
    }

    private static IEnumerable<Symbol> All(Symbol symbol) => SymbolText.Nested(symbol).SelectMany(s => new[] { s }.Concat(s is InstanceSymbol i ? i.Body.Instances.SelectMany(All).Concat(i.Body.Instances) : Enumerable.Empty<Symbol>()));

    private IEnumerable<CompletionItem> Members()
    {
        var chain = place.Chain();
        if (chain.Count == 0)
        {
            return Array.Empty<CompletionItem>();
        }

        if (analysis.Module.Imports.GetValueOrDefault(chain[0]) is ModuleSymbol module)
        {
            return module.Members.Values.Select(s => Item(s, "1"));
        }

        var symbol = chain[0] == "this" ? null : First(chain[0]);
        var kind = chain[0] == "this" ? OwnerKind() : symbol is null ? null : SymbolText.KindOf(symbol);
        foreach (var name in chain.Skip(1))
        {
            Symbol? next = kind?.FindAttribute(name);
            next ??= symbol is null ? null : SymbolText.Nested(symbol).FirstOrDefault(s => s.Name == name);
            (symbol, kind) = (next, next is null ? null : SymbolText.KindOf(next));
        }

        var nested = symbol is null ? Enumerable.Empty<CompletionItem>() : SymbolText.Nested(symbol).Select(s => Item(s, "1"));
        return nested.Concat(AttributesOf(kind, "2"));
    }

    private Symbol? First(string name) =>
        Subjects().FirstOrDefault(s => s.Name == name) ?? Things().FirstOrDefault(t => t.Name == name) ?? OwnerKind()?.FindAttribute(name) ?? analysis.Compilation.Resolve(analysis.Module, name);

    // The subjects of a rule, the parameters of a part or function whose braces or line these are; by name, since what is being typed is not bound.
    private IEnumerable<Symbol> Subjects()
    {
        var heads = place.Open.Append(place.Statement < place.At ? place.Statement : -1).Where(h => h >= 0).ToList();
        foreach (var head in heads)
        {
            switch (place.Word(head))
            {
                case Keyword.Rule or Keyword.Warning or Keyword.Note:
                    var rule = place.Text(head + (place.Word(head) == Keyword.Rule ? 1 : 2));
                    foreach (var subject in analysis.Module.Rules.Where(r => r.Name == rule).SelectMany(r => r.Subjects))
                    {
                        yield return subject.Name;
                    }

                    break;
                case Keyword.Part or Keyword.Fn when analysis.Module.Members.TryGetValue(place.Text(head + 1), out var owner):
                    foreach (var parameter in (owner as PartSymbol)?.Parameters ?? (owner as FunctionSymbol)?.Parameters ?? Array.Empty<LocalSymbol>())
                    {
                        yield return parameter;
                    }

                    break;
            }
        }
    }

    private IEnumerable<CompletionItem> BehindColon()
    {
        // engine oe : ..., in a design or a part: the parts of that kind.
        if (place.Open.Count > 0 && place.Statement < place.At && analysis.Compilation.Resolve(analysis.Module, place.Text(place.Statement)) is KindSymbol kind)
        {
            return Visible(s => s is PartSymbol { Kind: { } k } && k.Is(kind), "1");
        }

        return StatementWord() is Keyword.Part or Keyword.Kind or Keyword.Design
            ? Visible(s => s is KindSymbol || (s is PartSymbol && StatementWord() == Keyword.Part))
            : TypeNames.All.Select(t => new CompletionItem(t, Completions.Class, "type", "1" + t)).Concat(Visible(s => s is KindSymbol));
    }

    // The type of what is set by the statement at hand, where that is known.
    private IcxType? AssignedType()
    {
        var first = place.Statement < place.At ? place.Text(place.Statement) : "";
        var attribute = OwnerKind()?.FindAttribute(first);
        if (attribute is not null)
        {
            return attribute.Type;
        }

        for (var i = place.Statement; i < place.At; i++)
        {
            if (place.Kind(i) == TokenKind.Colon)
            {
                return TypeNames.Find(place.Text(i + 1));
            }
        }

        return null;
    }

    private static IEnumerable<CompletionItem> Units(IcxType? type) =>
        UnitTable.All.SelectMany(u => Prefixes.Select(p => (Symbol: p + u.Symbol, u.Name)))
            .Select(u => (u.Symbol, u.Name, Type: UnitTable.TryParse(u.Symbol, out var unit, out _, out _) ? unit.Type : null))
            .Where(u => u.Type is not null).OrderBy(u => Equals(u.Type, type) ? 0 : 1)
            .Where(u => type is not QuantityType || Fits(u.Type!, type))
            .Concat(Compound(type)).Select(u => new CompletionItem(u.Symbol, Completions.UnitKind, u.Name, "1" + u.Symbol));

    private static bool Fits(QuantityType unit, IcxType type) => type is not QuantityType quantity || unit.Dimension.Equals(quantity.Dimension);

    private static IEnumerable<(string Symbol, string Name, QuantityType? Type)> Compound(IcxType? type) =>
        type is QuantityType quantity && TypeNames.DisplayUnit(quantity) is { Text.Length: > 0 } shown ? new[] { (shown.Text, TypeNames.Describe(quantity), (QuantityType?)quantity) } : Array.Empty<(string, string, QuantityType?)>();

    private IEnumerable<CompletionItem> Expressions()
    {
        if (AssignedType() is WordType words && place.Before == TokenKind.Equal)
        {
            return words.List.Select(w => new CompletionItem(w, Completions.Value, "word", "1" + w));
        }

        return Subjects().Select(s => Item(s, "1"))
            .Concat(Proposed().Select(s => Item(s, "1")))
            .Concat(Visible(s => s is ParamSymbol or ConstantSymbol, "1"))
            .Concat(Visible(s => s is FunctionSymbol or PartSymbol))
            .Concat(AttributesOf(OwnerKind(), "2"))
            .Concat(Intrinsics.Numeric.Select(f => new CompletionItem(f[..f.IndexOf('(', StringComparison.Ordinal)], Completions.Function, f, "4" + f)))
            .Concat(Intrinsics.Structural.Concat(Intrinsics.Aggregates).Select(f => new CompletionItem(f, Completions.Function, "built in", "4" + f)))
            .Concat(ExpressionWords.Select(w => new CompletionItem(w, Completions.KeywordKind, SortText: "5" + w)));
    }
}
