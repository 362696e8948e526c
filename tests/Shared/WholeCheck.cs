using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Tests.Shared;

/// <summary>Everything <c>check</c> and <c>test</c> do with files, without reading or printing any.</summary>
public static class WholeCheck
{
    /// <summary>The day of every check in the tests, for waivers that end.</summary>
    public const int Today = 20261121;

    /// <summary>Parses, binds, elaborates, evaluates, holds the rules against every design and runs every test; what was found, each finding once.</summary>
    public static IReadOnlyList<Diagnostic> Of(params SourceText[] files)
    {
        var compilation = Compilation.Create(files, new LibrarySources(files));
        compilation.BindAll();
        var found = compilation.Diagnostics.ToList();
        if (found.TrueForAll(d => d.Severity != Severity.Error))
        {
            found.AddRange(compilation.Designs.SelectMany(d => DesignChecker.Check(compilation, d, new() { Today = Today }).Diagnostics));
            found.AddRange(compilation.Modules.SelectMany(m => m.Tests).SelectMany(t => TestRunner.Run(compilation, t).Diagnostics));
        }

        return found.DistinctBy(d => (d.Code, d.Location, d.Message)).ToList();
    }
}
