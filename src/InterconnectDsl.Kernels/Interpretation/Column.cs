namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>The numbers of a value: one for each class of members. Not to be changed once it was handed out.</summary>
public sealed class Column
{
    internal Column(double[] numbers, ClassMap classes, bool clean, bool owned = true)
    {
        Numbers = numbers;
        Classes = classes;
        Clean = clean;
        Owned = owned;
    }

    /// <summary>Which members share a number.</summary>
    public ClassMap Classes { get; }

    /// <summary>The number of members.</summary>
    public int Count => Classes.Count;

    /// <summary>Whether every number is there: none is absent, none failed.</summary>
    public bool Clean { get; }

    /// <summary>The numbers of the classes; the array may be longer.</summary>
    internal double[] Numbers { get; }

    /// <summary>Whether the array belongs to the interpreter, so that it may be used again.</summary>
    internal bool Owned { get; }

    /// <summary>How many values hold this column.</summary>
    internal int Holders { get; set; }

    /// <summary>The number of a member; see <see cref="Absence"/> for those that are none.</summary>
    public double this[int member] => Numbers[Classes.ClassOf(member)];

    /// <summary>The number of a class.</summary>
    public double OfClass(int number) => Numbers[number];

    /// <summary>The numbers of all members, in order, in a new array.</summary>
    public double[] ToArray()
    {
        var all = new double[Count];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = this[i];
        }

        return all;
    }
}
