namespace InterconnectDsl.Language.Tests.Highlighting;

/// <summary>Writes the syntax file of Vim and Neovim.</summary>
internal static class VimSyntax
{
    public static string WriteDetection() => """
        " Files of the icx language.
        autocmd BufRead,BufNewFile *.icx setfiletype icx

        """;

    public static string Write() => $$$"""
        " Vim syntax of the icx language. Written from its keyword and unit tables by its tests
        " (Highlighting, with UPDATE_GRAMMAR=1); changes here are lost.
        if exists("b:current_syntax")
          finish
        endif

        scriptencoding utf-8
        syntax case match
        syntax sync minlines=50

        syntax match   icxDeclaration "{{{Matched(WordClass.Declaration)}}}"
        syntax match   icxLine "{{{Matched(WordClass.Line)}}}"
        syntax match   icxLine "\v<%({{{Words.Alternatives(WordClass.TextLine)}}})>%(\s*\")@="
        syntax keyword icxControl {{{Spelled(WordClass.Control)}}}
        syntax keyword icxOperator {{{Spelled(WordClass.Operator)}}}
        syntax match   icxRelation "{{{Matched(WordClass.Relation)}}}"
        syntax keyword icxBasis {{{Spelled(WordClass.Basis)}}}
        syntax keyword icxReserved {{{Spelled(WordClass.Reserved)}}}
        syntax keyword icxBoolean true false

        " a word is no keyword where it is set, and behind a dot
        syntax match icxName "\v<\h\w*>%(\s*%(:|\=\=@!|\~))@="
        syntax match icxName "\v\.@<!\.\h\w*"

        syntax match icxArrow "->\|<->"
        syntax match icxDate "\v<\d{4}-\d\d-\d\d>"
        syntax match icxNumber "\v<\d[0-9_]*%(\.\d[0-9_]*)?%([eE][+-]?\d+)?" nextgroup=icxUnit skipwhite
        syntax match icxUnit "\v{{{Unit()}}}" contained

        syntax region icxText start=+"+ skip=+\\.+ end=+"+ end=+$+ contains=icxEscape,icxInterpolation
        syntax match  icxEscape +{{\|}}\|\\[nt"\\]+ contained
        syntax region icxInterpolation matchgroup=icxEscape start=+{{\@!+ end=+}+ end=+"\@=+ contained oneline
              \ contains=icxControl,icxOperator,icxRelation,icxReserved,icxBoolean,icxNumber,icxDate,icxName

        syntax match icxComment "//.*$" contains=icxTodo,@Spell
        syntax match icxDocumentation "^\s*\zs///.*$" contains=icxTodo,@Spell
        syntax keyword icxTodo TODO FIXME contained

        highlight default link icxDeclaration Structure
        highlight default link icxLine Statement
        highlight default link icxControl Conditional
        highlight default link icxOperator Operator
        highlight default link icxRelation Keyword
        highlight default link icxBasis Type
        highlight default link icxReserved Special
        highlight default link icxBoolean Boolean
        highlight default link icxArrow Operator
        highlight default link icxDate Number
        highlight default link icxNumber Number
        highlight default link icxUnit Type
        highlight default link icxText String
        highlight default link icxEscape SpecialChar
        highlight default link icxComment Comment
        highlight default link icxDocumentation SpecialComment
        highlight default link icxTodo Todo

        let b:current_syntax = "icx"

        """;

    private static string Spelled(WordClass words) => string.Join(" ", Words.Of(words));

    // These words are names where they are set, with a colon, an equals sign or a tilde behind them.
    private static string Matched(WordClass words) => $@"\v<%({Words.Alternatives(words)})>%(\s*%(:|\=\=@!|\~))@!";

    // Groups and their ends as Vim's very magic spells them.
    private static string Unit() => UnitPattern.Unit
        .Replace("(?:", "%(", StringComparison.Ordinal)
        .Replace("(?![A-Za-z_0-9])", "%(\\w)@!", StringComparison.Ordinal)
        .Replace("|%)", "|\\%)", StringComparison.Ordinal)
        .Replace("%|", "\\%|", StringComparison.Ordinal);
}
