namespace InterconnectDsl.Runtime;

/// <summary>How the columns of a compiled kernel lie: flags, inputs, then constants and what its stages give.</summary>
/// <param name="Columns">The number of columns.</param>
/// <param name="Inputs">The names of the inputs; input k is column 1 + k.</param>
/// <param name="ConstantColumns">The columns of the constants.</param>
/// <param name="Constants">The bits of the constants.</param>
/// <param name="Stages">For each stage the numbers of the inputs that it depends on, through other stages too.</param>
/// <param name="Outputs">What it computes.</param>
/// <param name="TilePoints">How many points a column holds so that the columns stay in the caches; a multiple of 8.</param>
public sealed record KernelLayout(
    int Columns, string[] Inputs, int[] ConstantColumns, ulong[] Constants, int[][] Stages, KernelOutputLayout[] Outputs, int TilePoints)
{
    /// <summary>What is drawn for each sample. Together it counts as one input more, behind the others.</summary>
    public IReadOnlyList<DrawnColumns> Draws { get; init; } = [];

    /// <summary>The inputs that say of others whether they are held: 1, or drawn: 0.</summary>
    public int[] Flags { get; init; } = [];

    /// <summary>
    /// For each body that may be left out a bit for each output that needs it: output o is bit o modulo 64 of number o / 64. Behind those of the stages each has
    /// a mask that says whether it is asked for.
    /// </summary>
    public ulong[][] Needs { get; init; } = [];

    /// <summary>
    /// Numbers that a column has where points lie side by side: eight more than a tile, because columns that lie a power of two apart would share the same few
    /// places of the nearest cache.
    /// </summary>
    public int Stride => TilePoints + 8;

    /// <summary>The inputs and the draws.</summary>
    internal int Sources => Inputs.Length + (Draws.Count > 0 ? 1 : 0);
}

/// <summary>Where a result lies.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Members">How many numbers it has at each point.</param>
/// <param name="Source">The number of the mask of its columns.</param>
/// <param name="Columns">The column of each member: <see cref="ColumnOf"/> says how.</param>
public sealed record KernelOutputLayout(string Name, int Members, int Source, int[] Columns)
{
    /// <summary>
    /// The column of a member. Four numbers (first, step, divisor, modulus) say first + step * (member / divisor modulo modulus), where a modulus of 0 takes
    /// none; otherwise there is a number for each member.
    /// </summary>
    public int ColumnOf(int member)
    {
        if (Columns.Length != 4 || Members == 4)
        {
            return Columns[member];
        }

        var place = member / Columns[2];
        return Columns[0] + (Columns[1] * (Columns[3] == 0 ? place : place % Columns[3]));
    }
}
