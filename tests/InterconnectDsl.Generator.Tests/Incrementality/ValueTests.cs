using System.Collections;
using System.Reflection;
using InterconnectDsl.Generator.Pipeline;
using Microsoft.CodeAnalysis;

namespace InterconnectDsl.Generator.Tests.Incrementality;

/// <summary>What the pipeline keeps between two runs are plain values.</summary>
public class ValueTests
{
    private static readonly Type[] Refused =
    [
        typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Compilation), typeof(Location), typeof(Diagnostic),
        typeof(Language.Symbols.Symbol), typeof(Kernels.Elaboration.ElaboratedDesign), typeof(Language.Binding.Compilation),
    ];

    [Fact]
    public void Nothing_of_a_compilation_is_kept()
    {
        var build = Build.Of(("board.icx", Designs.Board), ("cpo51.icx", Designs.Cpo51), ("parts.icx", Designs.Parts));
        var steps = new[] { Steps.Parse, Steps.Link, Steps.Emit, Steps.Diagnostics };
        var values = build.Result.TrackedSteps.Where(s => steps.Contains(s.Key)).SelectMany(s => s.Value).SelectMany(s => s.Outputs).Select(o => o.Value).ToList();
        var seen = Walk(values);
        Assert.Equal(3, values.OfType<IcxFile>().Distinct().Count());
        Assert.Contains(seen, v => v is GeneratedSource);
        Assert.DoesNotContain(seen, v => Refused.Any(r => r.IsInstanceOfType(v)));
    }

    [Fact]
    public void The_walk_finds_what_it_looks_for() =>
        Assert.Contains(Walk([new { Inner = new[] { Build.Of().Output } }]), v => v is Compilation);

    private static HashSet<object> Walk(IEnumerable<object> roots)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object>(roots);
        while (open.Count > 0)
        {
            var value = open.Pop();
            if (value is string or Type or MemberInfo or Delegate || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value) || Refused.Any(r => r.IsInstanceOfType(value)))
            {
                continue;
            }

            foreach (var inner in value is IEnumerable many and not IDictionary && value.GetType().IsArray ? many.Cast<object?>() : Fields(value))
            {
                if (inner is not null)
                {
                    open.Push(inner);
                }
            }
        }

        return seen;
    }

    private static IEnumerable<object?> Fields(object value)
    {
        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field.GetValue(value);
            }
        }
    }
}
