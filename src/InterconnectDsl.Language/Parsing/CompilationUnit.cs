using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;

namespace InterconnectDsl.Language.Parsing;

/// <summary>The loop over the declarations of a file.</summary>
internal static class CompilationUnit
{
    public static CompilationUnitSyntax Read(ParseSession session)
    {
        ModuleSyntax? module = null;
        var declarations = new List<DeclarationSyntax>();
        var at = Statements.SkipSeparators(session, 0);
        while (session.Tokens[at].Kind != TokenKind.EndOfFile)
        {
            var made = Statements.One(session, at, ModuleGrammar.Declaration, (error, _) => error, out var behind, out _);
            if (made is ModuleSyntax line)
            {
                if (at > 0)
                {
                    session.Reports.Report("ICX1032", line.Span, line.Name);
                }

                module ??= line;
            }
            else if (made is not null)
            {
                declarations.Add(made);
            }

            at = Statements.SkipSeparators(session, Math.Max(behind, at + 1));
        }

        return new CompilationUnitSyntax(session.Span(0, session.Count - 1), module, declarations);
    }
}
