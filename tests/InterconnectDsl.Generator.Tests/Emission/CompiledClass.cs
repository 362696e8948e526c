using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis.Emit;

namespace InterconnectDsl.Generator.Tests.Emission;

/// <summary>The class of a design, compiled and loaded.</summary>
internal sealed class CompiledClass
{
    private CompiledClass(Type type) => Type = type;

    /// <summary>The class.</summary>
    public Type Type { get; }

    /// <summary>Builds a file and loads the class of this name.</summary>
    public static CompiledClass Of(string name, string path, string text)
    {
        var build = Build.Of((path, text));
        using var code = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = build.Output.Emit(code, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Concat(build.Found)));
        return new(Assembly.Load(code.ToArray(), symbols.ToArray()).GetType(name, throwOnError: true)!);
    }

    /// <summary>What stands behind a path of properties.</summary>
    public static object Read(object results, string path) => path.Split('.').Aggregate(results, (at, name) =>
        (at.GetType().GetProperty(name) ?? throw new InvalidOperationException($"{at.GetType()} has no {name}")).GetValue(at)!);

    /// <summary>The same, a number.</summary>
    public static double Number(object results, string path) => (double)Read(results, path);

    /// <summary><c>Evaluate</c> at a point.</summary>
    public object Evaluate(params (string Name, object Value)[] point)
    {
        var parameters = Activator.CreateInstance(Type.GetNestedType("Parameters")!)!;
        try
        {
            foreach (var (name, value) in point)
            {
                parameters.GetType().GetProperty(name)!.SetValue(parameters, value);
            }

            return Type.GetMethod("Evaluate")!.Invoke(null, [parameters])!;
        }
        catch (TargetInvocationException fault)
        {
            ExceptionDispatchInfo.Throw(fault.InnerException!);
            throw;
        }
    }
}
