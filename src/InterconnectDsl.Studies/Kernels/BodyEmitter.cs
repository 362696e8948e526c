using System.Reflection;
using System.Reflection.Emit;
using InterconnectDsl.Kernels.Emission;

namespace InterconnectDsl.Studies;

/// <summary>Emits the bodies of loops as dynamic methods over lanes of one kind: what <c>BodyWriter</c> writes as C#, instruction by instruction.</summary>
/// <param name="lanes">The lanes, a struct that implements <c>ILanes</c> of itself.</param>
/// <param name="operations">The operations.</param>
/// <param name="ownSource">The mask of the stage at hand.</param>
/// <param name="stride">How many numbers a column has, where that is known.</param>
internal sealed class BodyEmitter(Type lanes, Type operations, int ownSource, int? stride)
{
    private static readonly Type[] Parameters =
    [
        typeof(BodyTables), typeof(double).MakeByRefType(), typeof(nint).MakeByRefType(), typeof(nint), typeof(nint), typeof(nint), typeof(nint), typeof(int),
    ];

    private readonly Dictionary<string, MethodInfo> _known = new(StringComparer.Ordinal);

    /// <summary>Emits a body.</summary>
    public EmittedBody Emit(KernelBody body)
    {
        var method = new DynamicMethod("body", typeof(bool), Parameters, typeof(BodyTables).Module, skipVisibility: true);
        var tables = new BodyTables();
        new BodyIl(method.GetILGenerator(), lanes, Method, tables, ownSource, stride).Write(body);
        return method.CreateDelegate<EmittedBody>(tables);
    }

    // An operation, or what the lanes can do.
    private MethodInfo Method(string name)
    {
        if (!_known.TryGetValue(name, out var method))
        {
            var (owner, own) = name.StartsWith("T.", StringComparison.Ordinal) ? (lanes, name[2..]) : (operations, name);
            method = owner.GetMethod(own, BindingFlags.Public | BindingFlags.Static)
                ?? throw new MissingMethodException(owner.Name, own);
            _known.Add(name, method);
        }

        return method;
    }
}

/// <summary>The tables that an emitted body reads.</summary>
internal sealed class BodyTables
{
    /// <summary>Numbers by class.</summary>
    public double[][] Numbers = [];

    /// <summary>Columns and the like.</summary>
    public int[][] Places = [];

    /// <summary>Numbers that are the same for all classes.</summary>
    public double[] Singles = [];

    /// <summary>Keeps a number; its place.</summary>
    public int Keep(double number)
    {
        Singles = [.. Singles, number];
        return Singles.Length - 1;
    }

    /// <summary>Keeps a table of numbers; its place.</summary>
    public int Keep(IReadOnlyList<double> numbers)
    {
        Numbers = [.. Numbers, [.. numbers]];
        return Numbers.Length - 1;
    }

    /// <summary>Keeps a table of places; its place.</summary>
    public int Keep(int[] places)
    {
        Places = [.. Places, places];
        return Places.Length - 1;
    }
}
