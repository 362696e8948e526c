using InterconnectDsl.Language.Lexing;

namespace InterconnectDsl.Language.Tests.Highlighting;

/// <summary>What a keyword is to a reader; editors colour by it.</summary>
internal enum WordClass
{
    /// <summary><c>this</c>, <c>index</c>, <c>mirror</c>: a name never.</summary>
    Reserved,

    /// <summary>It starts a declaration of a module.</summary>
    Declaration,

    /// <summary>It starts a line of a body.</summary>
    Line,

    /// <summary>It starts a line of a body, and a text follows; elsewhere it is a name.</summary>
    TextLine,

    /// <summary>It says what becomes of a formula.</summary>
    Control,

    /// <summary>An operator.</summary>
    Operator,

    /// <summary>It stands between the parts of a statement.</summary>
    Relation,

    /// <summary>A basis of bandwidth.</summary>
    Basis,
}

/// <summary>The keywords by class; each is in one.</summary>
internal static class Words
{
    private static readonly Dictionary<Keyword, WordClass> Classes = Sort(
        (WordClass.Reserved, [Keyword.This, Keyword.Index, Keyword.Mirror, Keyword.Far, Keyword.Steps]),
        (WordClass.Declaration,
        [
            Keyword.Module, Keyword.Use, Keyword.Param, Keyword.Fn, Keyword.Kind, Keyword.Part, Keyword.Design, Keyword.Rule,
            Keyword.Warning, Keyword.Note, Keyword.Study, Keyword.Test,
]),
        (WordClass.Line,
        [
            Keyword.Without, Keyword.Allow, Keyword.Confirm, Keyword.Require, Keyword.Sweep, Keyword.Choose, Keyword.Observe, Keyword.With,
            Keyword.Expect, Keyword.Sample, Keyword.Seed, Keyword.Minimize, Keyword.Maximize, Keyword.Subject,
]),
        (WordClass.TextLine, [Keyword.Message, Keyword.Help, Keyword.Source]),
        (WordClass.Control, [Keyword.If, Keyword.Then, Keyword.Else, Keyword.For, Keyword.Solve]),
        (WordClass.Operator,
        [
            Keyword.And, Keyword.Or, Keyword.Not, Keyword.Is, Keyword.In, Keyword.Exists, Keyword.Missing, Keyword.Otherwise, Keyword.Div,
            Keyword.Mod, Keyword.By, Keyword.Within,
]),
        (WordClass.Relation,
        [
            Keyword.As, Keyword.Until, Keyword.Because, Keyword.On, Keyword.At, Keyword.Plausible, Keyword.Confidence, Keyword.Of,
            Keyword.Through, Keyword.To, Keyword.From, Keyword.Before, Keyword.After, Keyword.Between, Keyword.Digits, Keyword.Each,
            Keyword.Array, Keyword.Over, Keyword.Log,
]),
        (WordClass.Basis, [Keyword.Per_direction, Keyword.Aggregate]));

    /// <summary>Spelling and class of every keyword of the language, in the order of its table; throws for one that is in no class.</summary>
    public static IEnumerable<(string Spelling, WordClass Class)> All =>
        Enum.GetValues<Keyword>().Where(k => k != Keyword.None).Select(k => (k.Spelling(), Classes[k]));

    /// <summary>The spellings of some classes.</summary>
    public static IReadOnlyList<string> Of(params WordClass[] classes) => All.Where(w => classes.Contains(w.Class)).Select(w => w.Spelling).ToArray();

    /// <summary>Those spellings as alternatives of a regular expression.</summary>
    public static string Alternatives(params WordClass[] classes) => string.Join("|", Of(classes));

    private static Dictionary<Keyword, WordClass> Sort(params (WordClass Class, Keyword[] Words)[] table) =>
        table.SelectMany(row => row.Words.Select(word => (word, row.Class))).ToDictionary(p => p.word, p => p.Class);
}
