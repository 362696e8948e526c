using System.Text.Json.Nodes;
using InterconnectDsl.Language.Units;
using static InterconnectDsl.Language.Tests.Highlighting.TextMateRules;

namespace InterconnectDsl.Language.Tests.Highlighting;

/// <summary>Writes the TextMate grammar: what VS Code and its like colour a file by before a server answers.</summary>
internal static class TextMateGrammar
{
    private const string Name = "[A-Za-z_][A-Za-z_0-9]*";
    private const string Dotted = $@"{Name}(?:\.{Name})*";

    // The start of a statement: of the line, or behind a brace or a semicolon.
    private const string Start = @"(?:^|(?<=[{;]))\s*";

    // What follows a name that is declared or set here.
    private const string Sets = @"(?=\s*(?::|=(?!=)|~))";

    public static JsonObject Write() => new()
    {
        ["$schema"] = "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        ["information_for_contributors"] = new JsonArray(
            "Written from the keyword and unit tables of the language by its tests (Highlighting, with UPDATE_GRAMMAR=1); changes here are lost.",
            "tests/EndToEnd/run grammar tries it on tests/grammar."),
        ["name"] = "icx",
        ["scopeName"] = "source.icx",
        ["fileTypes"] = new JsonArray("icx"),
        ["patterns"] = Includes("comment", "declaration", "thing", "line", "attribute", "expression"),
        ["repository"] = new JsonObject
        {
            ["comment"] = Comments(),
            ["declaration"] = Declarations(),
            ["thing"] = Things(),
            ["line"] = Lines(),
            ["attribute"] = Patterns(Match($"{Start}({Name}){Sets}", "entity.other.attribute-name")),
            ["expression"] = new JsonObject { ["patterns"] = Includes("comment", "text", "number", "comprehension", "word", "type", "name", "sign") },
            ["text"] = Texts(),
            ["number"] = Numbers(),
            ["comprehension"] = Comprehensions(),
            ["word"] = KeywordsOfExpressions(),
            ["type"] = Types(),
            ["name"] = Names(),
            ["sign"] = Signs(),
        },
    };

    private static JsonObject Comments() => Patterns(
        Region(@"^\s*(///)", "$", "comment.line.documentation", "punctuation.definition.comment", Whole("`[^`]*`", "markup.inline.raw")),
        Region("(//)", "$", "comment.line.double-slash", "punctuation.definition.comment"));

    private static JsonObject Declarations() => Patterns(
        Match($@"{Start}(module)\s+({Dotted})", "keyword.declaration.module", "entity.name.namespace"),
        new JsonObject
        {
            ["begin"] = $@"{Start}(use)\s+({Dotted})",
            ["beginCaptures"] = Captures("keyword.declaration.use", "entity.name.namespace"),
            ["end"] = "$|(?=;|//)",
            ["patterns"] = new JsonArray(new JsonObject
            {
                ["begin"] = @"\{",
                ["beginCaptures"] = Mark("punctuation.bracket"),
                ["end"] = @"\}",
                ["endCaptures"] = Mark("punctuation.bracket"),
                ["patterns"] = new JsonArray(
                    Include("comment"), Match(@"\b(as)\b", "keyword.other"), Match($"({Name})", "entity.name.type"),
                    Whole(",", "punctuation.separator")),
            }),
        },
        Match($@"{Start}(param)\s+({Name})", "keyword.declaration.param", "variable.other.constant"),
        Match($@"{Start}(fn)\s+({Name})", "keyword.declaration.function", "entity.name.function"),
        Match($@"{Start}(kind|part|design)\s+({Name})", "keyword.declaration.type", "entity.name.type"),
        Match(
            $@"{Start}(?:(warning|note)\s+)?(rule)\s+({Name})", "keyword.declaration.severity", "keyword.declaration.rule",
            "entity.name.function.rule"),
        Match($@"{Start}(study)\s+({Name})", "keyword.declaration.study", "entity.name.function.study"),
        Match($@"{Start}(test)(?=\s*"")", "keyword.declaration.test"));

    // Two names side by side declare: a kind and a name.
    private static JsonObject Things()
    {
        var words = string.Join("|", Words.All.Select(w => w.Spelling));
        return Patterns(Match(
            $@"{Start}(?!(?:{words})\b)({Dotted})\s+(?!(?:{words})\b)({Name})(?=\s*(?:\[|:|=(?!=)|\{{|\}}|;|//|$)|\s+(?:on|at)\b)",
            "storage.type.kind", "variable.other.declaration"));
    }

    private static JsonObject Lines() => Patterns(
        Match($@"{Start}({Words.Alternatives(WordClass.Line)})\b(?!\s*(?:[:=~.]|$))", "keyword.control.line"),
        Match($@"\b({Words.Alternatives(WordClass.TextLine)})(?=\s*"")", "keyword.control.line"));

    private static JsonObject Texts() => Patterns(new JsonObject
    {
        ["name"] = Scope("string.quoted.double"),
        ["begin"] = "\"",
        ["beginCaptures"] = Mark("punctuation.definition.string.begin"),
        ["end"] = "\"|$",
        ["endCaptures"] = Mark("punctuation.definition.string.end"),
        ["patterns"] = new JsonArray(
            Whole(@"\{\{|\}\}|\\[nt""\\]", "constant.character.escape"),
            Whole(@"\\.", "invalid.illegal.escape"),
            new JsonObject
            {
                ["name"] = Scope("meta.embedded.line.interpolation"),
                ["begin"] = @"\{",
                ["beginCaptures"] = Mark("punctuation.section.embedded.begin"),
                ["end"] = @"\}|(?="")|$",
                ["endCaptures"] = Mark("punctuation.section.embedded.end"),
                ["patterns"] = new JsonArray(
                    new JsonObject { ["begin"] = @"\{", ["end"] = @"\}|(?="")|$", ["patterns"] = Includes("expression") },
                    Include("expression")),
            }),
    });

    // A word may end in digits, oe1: they are no number. One blank may stand between a number and its unit.
    private static JsonObject Numbers() => Patterns(
        Whole(@"(?<![A-Za-z_0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![A-Za-z_0-9])", "constant.numeric.date"),
        Match(
            $@"(?<![A-Za-z_0-9])([0-9][0-9_]*(?:\.[0-9][0-9_]*)?(?:[eE][+-]?[0-9][0-9_]*)?)"
                + $@"(?: ?({UnitPattern.Unit}))?(?:\s+({Words.Alternatives(WordClass.Basis)})\b)?",
            "constant.numeric", "keyword.other.unit", "keyword.other.basis"),
        Match($@"\b(in)\s+({UnitPattern.Unit})(?![.(\[])", "keyword.operator.word", "keyword.other.unit"));

    private static JsonObject Comprehensions() => Patterns(
        Match(
            $@"\b(for)\s+({Name})\s*(:)\s*({Dotted})(?:\s+(in)\b)?", "keyword.control", "variable.parameter", "punctuation.separator",
            "entity.name.type", "keyword.operator.word"),
        Match($@"\b(for)\s+({Name})\s+(in)\b", "keyword.control", "variable.parameter", "keyword.operator.word"),
        Match($@"(?<=\[)\s*({Name})\s+(in)\b", "variable.parameter", "keyword.operator.word"));

    // Behind a dot a word is a name, and so it is in front of a sign that sets it.
    private static JsonObject KeywordsOfExpressions()
    {
        string Free(params WordClass[] classes) => $@"(?<!\.)\b({Words.Alternatives(classes)})\b(?!\s*(?::|=(?!=)|~))";
        return Patterns(
            Match(@"\b(confidence)\s+([ABCU])\b", "keyword.other", "constant.language.confidence"),
            Match(Free(WordClass.Control), "keyword.control"),
            Match(Free(WordClass.Operator), "keyword.operator.word"),
            Match(Free(WordClass.Relation), "keyword.other"),
            Match($@"(?<!\.)\b({Words.Alternatives(WordClass.Reserved)})\b", "variable.language"),
            Match(@"(?<!\.)\b(true|false)\b", "constant.language.boolean"));
    }

    private static JsonObject Types()
    {
        var plain = string.Join("|", TypeNames.All);
        return Patterns(
            new JsonObject
            {
                ["begin"] = $@"(:)\s*(?={Name}\s*\|)",
                ["beginCaptures"] = Captures("punctuation.separator"),
                ["end"] = "(?=[^A-Za-z_0-9|\\s])|$",
                ["patterns"] = new JsonArray(Match($"({Name})", "constant.other.word"), Match(@"(\|)", "keyword.operator")),
            },
            Match($@"(:)\s*({plain})\b(?!\.)", "punctuation.separator", "support.type"),
            Match($@"(->)\s*({plain})\b(?=[^-]*(?:=|$))", "keyword.operator.arrow", "support.type"),
            Match($@"(:)\s*({Dotted})", "punctuation.separator", "entity.name.type"));
    }

    private static JsonObject Names() => Patterns(
        Match($@"(?<!\.)(\.)({Name})", "punctuation.accessor", "variable.other.property"),
        Match($@"\b({Name})(?=\s*=(?!=))", "variable.parameter"),
        Match($@"\b({Name})(?=\s*\()", "entity.name.function"),
        Match($@"\b({Name})", "variable.other"));

    private static JsonObject Signs() => Patterns(
        Whole("<->|->", "keyword.operator.arrow"),
        Whole(@"±|\+/-", "keyword.operator.tolerance"),
        Whole("==|!=|<=|>=|<|>", "keyword.operator.comparison"),
        Whole(@"\.\.", "keyword.operator.range"),
        Whole("[=~]", "keyword.operator.assignment"),
        Whole(@"[-+*/^|?]", "keyword.operator"),
        Whole("[,;:]", "punctuation.separator"),
        Whole(@"[(){}\[\]]", "punctuation.bracket"));
}
