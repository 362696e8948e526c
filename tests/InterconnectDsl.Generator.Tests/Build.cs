using System.Collections.Immutable;
using System.Text;
using InterconnectDsl.Runtime.Designs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace InterconnectDsl.Generator.Tests;

/// <summary>A C# project in memory, built with the generator by the compiler's own driver.</summary>
internal sealed class Build
{
    /// <summary>The project's folder.</summary>
    public const string Folder = "/home/acme/rack";

    private static readonly MetadataReference[] References =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal) || p == typeof(Points).Assembly.Location)
        .Select(p => (MetadataReference)MetadataReference.CreateFromFile(p)).ToArray();

    private readonly List<AdditionalText> _texts;
    private GeneratorDriver _driver;
    private CSharpCompilation _compilation;

    public Build(Options? options, params (string Path, string Text)[] files)
    {
        options ??= new();
        var parsing = new CSharpParseOptions(LanguageVersion.CSharp12);
        _compilation = CSharpCompilation.Create("Rack", [CSharpSyntaxTree.ParseText(options.Program, parsing, "Program.cs", Encoding.UTF8)], References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary).WithSpecificDiagnosticOptions(options.Severities.ToImmutableDictionary()));
        _texts = files.Select(f => File(options.Folder, f)).ToList();
        _driver = CSharpGeneratorDriver.Create(
            [new IcxGenerator().AsSourceGenerator()], _texts, parsing, options.Provider,
            new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: options.TracksSteps));
        Run();
    }

    /// <summary>Builds some files as they are without options.</summary>
    public static Build Of(params (string Path, string Text)[] files) => new(null, files);

    /// <summary>The project with what was generated.</summary>
    public Compilation Output { get; private set; } = null!;

    /// <summary>What was found, by the generator and by the C# compiler.</summary>
    public ImmutableArray<Diagnostic> Found { get; private set; }

    /// <summary>What the last run of the generator did.</summary>
    public GeneratorRunResult Result => _driver.GetRunResult().Results[0];

    /// <summary>Errors of the C# compiler in the whole project.</summary>
    public IReadOnlyList<Diagnostic> CSharpErrors => Output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();

    /// <summary>Findings as <c>path(line,column): severity id</c>.</summary>
    public IReadOnlyList<string> Lines => Found.Select(Line).ToList();

    /// <summary>A file as the compiler hands it over.</summary>
    public static AdditionalText File(string folder, (string Path, string Text) file) => new TextInMemory(folder + "/" + file.Path, file.Text);

    public static string Line(Diagnostic d)
    {
        var span = d.Location.GetLineSpan();
        return $"{Path.GetRelativePath(Folder, span.Path)}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}): {d.Severity.ToString().ToLowerInvariant()} {d.Id}";
    }

    /// <summary>Replaces a file and builds again.</summary>
    public void Edit(string path, string text)
    {
        var at = _texts.FindIndex(t => t.Path == Folder + "/" + path);
        var edited = File(Folder, (path, text));
        _driver = _driver.ReplaceAdditionalText(_texts[at], edited);
        _texts[at] = edited;
        Run();
    }

    /// <summary>Adds a C# file and builds again.</summary>
    public void EditCSharp(string code)
    {
        _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.CSharp12)));
        Run();
    }

    /// <summary>The reasons of a step's outputs in the last run, in order of the files.</summary>
    public string Reasons(string step) => string.Join(" ", Result.TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Reason));

    private void Run()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out var output, out var found);
        (Output, Found) = (output, found);
    }

    /// <summary>What surrounds a build.</summary>
    internal sealed record Options
    {
        public string Folder { get; init; } = Build.Folder;

        public string Program { get; init; } = "";

        /// <summary>Whether the driver keeps the reasons of its steps, which costs the square of their number; a compiler does not.</summary>
        public bool TracksSteps { get; init; } = true;

        public IReadOnlyDictionary<string, ReportDiagnostic> Severities { get; init; } = new Dictionary<string, ReportDiagnostic>();

        public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

        public AnalyzerConfigOptionsProvider Provider => new OptionsInMemory(new(StringComparer.Ordinal)
        {
            ["build_property.RootNamespace"] = "Acme",
            ["build_property.MSBuildProjectDirectory"] = Folder,
            ["build_property.IntermediateOutputPath"] = "obj/Release/net10.0/",
            ["build_property.IcxToday"] = "2026-11-21",
        }, Properties);
    }

    private sealed class TextInMemory(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }

    private sealed class OptionsInMemory : AnalyzerConfigOptionsProvider
    {
        private readonly Values _global;

        public OptionsInMemory(Dictionary<string, string> usual, IReadOnlyDictionary<string, string> more)
        {
            foreach (var (name, value) in more)
            {
                usual["build_property." + name] = value;
            }

            _global = new(usual);
        }

        public override AnalyzerConfigOptions GlobalOptions => _global;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values([]);

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
        }
    }
}
