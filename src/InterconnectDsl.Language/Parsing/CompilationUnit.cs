using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;

namespace InterconnectDsl.Language.Parsing;

/// <summary>The loop over the declarations of a file.</summary>
internal sealed class CompilationUnit(ParseSession session)
{
    private readonly List<DeclarationSyntax> _declarations = new();
    private readonly Statements<DeclarationSyntax> _statements = new(session, ModuleGrammar.Declaration, e => e, module: true);
    private ModuleSyntax? _module;

    public CompilationUnitSyntax Read()
    {
        var at = session.SkipSeparators(0);
        while (session.Tokens[at].Kind != TokenKind.EndOfFile)
        {
            var start = at;
            var mark = session.Reports.Mark();
            session.DeclarationIndent = session.Indent(at);
            Keep(ReadOne(ref at), start);
            at = session.SkipSeparators(at);
            if (IsUnbalanced(mark, start, at))
            {
                at = session.SkipSeparators(Again(mark, start, at));
            }
        }

        return new CompilationUnitSyntax(session.Span(0, session.Count - 1), _module, _declarations);
    }

    private DeclarationSyntax? ReadOne(ref int at)
    {
        var broken = false;
        var start = at;
        var made = _statements.One(ref at, ref broken);
        at = Math.Max(at, start + 1);
        return made;
    }

    private void Keep(DeclarationSyntax? made, int start)
    {
        if (made is not ModuleSyntax line)
        {
            _declarations.AddRange(made is null ? Array.Empty<DeclarationSyntax>() : new[] { made });
            return;
        }

        if (start > 0)
        {
            session.Reports.Report("ICX1032", line.Span, line.Name);
        }

        _module ??= line;
    }

    // A brace is missing in a declaration when it swallowed the end of the file or was closed by another, and when what follows it is no declaration.
    private bool IsUnbalanced(ReportMark mark, int start, int at) =>
        session.Tokens[start].Kind == TokenKind.Name && (!CanFollow(at) || (session.Reports.Count > mark.Found && Braces(start, at) != 0));

    private int Braces(int start, int behind)
    {
        var open = 0;
        for (var at = start; at < behind; at++)
        {
            open += session.Tokens[at].Kind == TokenKind.LeftBrace ? 1 : session.Tokens[at].Kind == TokenKind.RightBrace ? -1 : 0;
        }

        return open;
    }

    private bool CanFollow(int at) => session.Tokens[at].Kind == TokenKind.EndOfFile || ModuleGrammar.Starts(session, at);

    // Reads a declaration once more, indentation telling where its braces are; kept when that explains everything with one report.
    private int Again(ReportMark mark, int start, int at)
    {
        var kept = _declarations.Count - 1;
        if (kept < 0 || session.Tokens[start].Keyword == Keyword.Module)
        {
            return at;
        }

        var first = session.Reports.Save(mark);
        session.TrustsIndentation = true;
        var again = start;
        var made = ReadOne(ref again);
        session.TrustsIndentation = false;
        again = session.SkipSeparators(again);
        if (made is not null && session.Reports.Count - mark.Found == 1 && CanFollow(again))
        {
            _declarations[kept] = made;
            return again;
        }

        session.Reports.Restore(mark, first);
        return at;
    }
}
