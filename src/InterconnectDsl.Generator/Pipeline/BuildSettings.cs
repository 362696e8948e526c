using InterconnectDsl.Language.Project;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InterconnectDsl.Generator.Pipeline;

/// <summary>What the build says of the project as a whole.</summary>
/// <param name="RootNamespace">The namespace of the classes made; empty for none.</param>
/// <param name="Directory">The project's folder, with forward slashes and without one at its end; empty when not known.</param>
/// <param name="GeneratedDirectory">The folder the compiler names for files made by this generator, likewise.</param>
/// <param name="Today"><c>IcxToday</c> as written, the day waivers are held against; empty for none.</param>
internal sealed record BuildSettings(string RootNamespace, string Directory, string GeneratedDirectory, string Today)
{
    private const string OwnFolder = "/InterconnectDsl.Generator/InterconnectDsl.Generator.IcxGenerator";

    /// <summary>Reads them from the options of a compilation.</summary>
    public static BuildSettings Read(AnalyzerConfigOptions options)
    {
        string Property(string name) => options.TryGetValue("build_property." + name, out var value) ? value.Trim() : "";
        var project = RelativePath.Slashes(Property("MSBuildProjectDirectory"));
        var isWritten = string.Equals(Property("EmitCompilerGeneratedFiles"), "true", StringComparison.OrdinalIgnoreCase);
        var written = RelativePath.Slashes(Property(isWritten ? "CompilerGeneratedFilesOutputPath" : "IntermediateOutputPath"));
        var generated = project.Length == 0 || written.Length == 0 ? "" : RelativePath.Combine(project, written) + OwnFolder;
        return new(Property("RootNamespace"), project, generated, Property("IcxToday"));
    }

    /// <summary>A file as messages name it: from the project's folder.</summary>
    public string Shown(string path) => RelativePath.From(Directory, path);

    /// <summary>Whether a file is one of settings.</summary>
    public static bool IsSettings(string path) =>
        path.EndsWith(ProjectSettings.FileName, StringComparison.OrdinalIgnoreCase)
        && (path.Length == ProjectSettings.FileName.Length || path[path.Length - ProjectSettings.FileName.Length - 1] is '/' or '\\');
}
