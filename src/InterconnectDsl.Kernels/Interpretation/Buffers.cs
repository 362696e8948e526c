namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>Arrays to be used again, by length. Small ones are left to the garbage collector.</summary>
internal sealed class Buffers
{
    private const int Smallest = 128;
    private readonly Dictionary<int, Stack<double[]>> _free = new();

    /// <summary>An array of this length, with anything in it.</summary>
    public double[] Rent(int length) =>
        length >= Smallest && _free.TryGetValue(length, out var stack) && stack.Count > 0 ? stack.Pop() : new double[length];

    /// <summary>Takes an array back that nobody reads any more.</summary>
    public void Return(double[] array)
    {
        if (array.Length < Smallest)
        {
            return;
        }

        if (!_free.TryGetValue(array.Length, out var stack))
        {
            _free.Add(array.Length, stack = new());
        }

        stack.Push(array);
    }

    /// <summary>Lets go of all arrays.</summary>
    public void Clear() => _free.Clear();
}
