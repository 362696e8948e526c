using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Interpretation;

namespace InterconnectDsl.Kernels.Strands;

/// <summary>The methods cords state for how they order their fibers, and where these bring a position.</summary>
internal sealed class Cords(ElaboratedDesign design, Ferrules ferrules)
{
    private static readonly int[] None = Array.Empty<int>();

    private readonly Dictionary<Group, Column?> _methods = new();

    /// <summary>Whether some member of a group of fibers states a method.</summary>
    public bool IsStated(Group fibers) => MethodsOf(fibers) is { } column && Enumerable.Range(0, column.Classes.ClassCount).Any(c => !double.IsNaN(column.OfClass(c)));

    /// <summary>The methods that the fibers of a reach state for a path, in order from the near end.</summary>
    public IReadOnlyList<int> Of(Course course, int reach, int member)
    {
        List<int>? methods = null;
        foreach (var step in course.Reaches[reach].Fibers)
        {
            if (course.Path.Steps[step].Things.At(member) is { } fiber && MethodsOf(fiber.Group) is { } column
                && column[column.Count == 1 ? 0 : fiber.Member] is var method && !double.IsNaN(method))
            {
                (methods ??= new()).Add((int)method);
            }
        }

        return methods ?? (IReadOnlyList<int>)None;
    }

    /// <summary>Where cords of these methods, one after the other, bring a position of a row; 0 where they have none.</summary>
    public int Along(IReadOnlyList<int> methods, int places, int position)
    {
        foreach (var method in methods)
        {
            position = ferrules.Along(method, places, position);
        }

        return position;
    }

    private Column? MethodsOf(Group fibers)
    {
        if (!_methods.TryGetValue(fibers, out var column))
        {
            column = fibers.Kind.FindAttribute("polarity") is not null && design.Attribute(fibers, "polarity") is LoweredNumber number ? design.Decide(number.Value) : null;
            _methods.Add(fibers, column);
        }

        return column;
    }
}
