using System.Globalization;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>
/// A whole number for each i from 0: <c>First + Step * (i / Divisor % Modulus)</c> where the numbers are that regular (a <see cref="Modulus"/> of 0 takes no
/// remainder), otherwise a table.
/// </summary>
public sealed class IndexForm
{
    private IndexForm(int first, int step, int divisor, int modulus, int[]? table)
    {
        First = first;
        Step = step;
        Divisor = divisor;
        Modulus = modulus;
        Table = table;
    }

    /// <summary>The first number.</summary>
    public int First { get; }

    /// <summary>What each place adds.</summary>
    public int Step { get; }

    /// <summary>How many neighbours share a place.</summary>
    public int Divisor { get; }

    /// <summary>After how many places it begins anew; 0 for never.</summary>
    public int Modulus { get; }

    /// <summary>The numbers one by one where they are not regular; otherwise null.</summary>
    public int[]? Table { get; }

    /// <summary>Whether all numbers are <see cref="First"/>.</summary>
    public bool IsConstant => Table is null && Step == 0;

    /// <summary>Whether the numbers follow each other from 0 on.</summary>
    public bool IsIdentity => Table is null && First == 0 && Step == 1 && Divisor == 1 && Modulus == 0;

    /// <summary>The number of i.</summary>
    public int this[int i]
    {
        get
        {
            if (Table is not null)
            {
                return Table[i];
            }

            var place = i / Divisor;
            return First + (Step * (Modulus == 0 ? place : place % Modulus));
        }
    }

    /// <summary>The same number for all.</summary>
    public static IndexForm Constant(int number) => new(number, 0, 1, 0, null);

    /// <summary>This number and those that follow it.</summary>
    public static IndexForm From(int first) => new(first, 1, 1, 0, null);

    /// <summary>The shortest form of the numbers that a function gives for each i below a count.</summary>
    public static IndexForm Of(int count, Func<int, int> number)
    {
        var numbers = new int[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = number(i);
        }

        return Of(numbers);
    }

    /// <summary>The shortest form of these numbers.</summary>
    public static IndexForm Of(int[] numbers)
    {
        if (numbers.Length == 0)
        {
            return Constant(0);
        }

        var divisor = 1;
        while (divisor < numbers.Length && numbers[divisor] == numbers[0])
        {
            divisor++;
        }

        if (divisor == numbers.Length)
        {
            return Constant(numbers[0]);
        }

        var step = numbers[divisor] - numbers[0];
        var modulus = 0;
        for (var i = divisor; i < numbers.Length && modulus == 0; i += divisor)
        {
            modulus = numbers[i] == numbers[0] ? i / divisor : 0;
        }

        var form = new IndexForm(numbers[0], step, divisor, modulus, null);
        for (var i = 0; i < numbers.Length; i++)
        {
            if (form[i] != numbers[i])
            {
                return new(0, 0, 1, 0, numbers);
            }
        }

        return form;
    }

    /// <summary>The form as an expression of C#; a table by its name.</summary>
    /// <param name="i">The variable.</param>
    /// <param name="nameOf">Gives the name of a table.</param>
    public string Text(string i, Func<int[], string> nameOf)
    {
        if (Table is not null)
        {
            return nameOf(Table) + "[(int)" + i + "]";
        }

        if (Step == 0)
        {
            return Whole(First);
        }

        var place = Divisor == 1 ? i : "(" + i + " / " + Whole(Divisor) + ")";
        place = Modulus == 0 ? place : "(" + place + " % " + Whole(Modulus) + ")";
        place = Step == 1 ? place : "(" + Whole(Step) + " * " + place + ")";
        return First == 0 ? place : "(" + Whole(First) + " + " + place + ")";
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
