using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Tests.Interpretation;

/// <summary>Folding, forgetting, replaying and deriving change no bit of a result.</summary>
public class AgreementTests
{
    public static TheoryData<int> Seeds
    {
        get
        {
            var seeds = new TheoryData<int>();
            for (var seed = 0; seed < 60; seed++)
            {
                seeds.Add(seed);
            }

            return seeds;
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Folding_changes_no_bit(int seed)
    {
        var graph = new RandomGraph(seed, 150);
        var folded = new Interpreter(graph.Ir);
        var plain = new Interpreter(graph.Ir, fold: false);
        foreach (var value in graph.Values)
        {
            Same(plain.Evaluate(value).ToArray(), folded.Evaluate(value).ToArray(), value);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Using_memory_again_changes_no_bit(int seed)
    {
        var graph = new RandomGraph(seed, 150);
        var kept = new Interpreter(graph.Ir);
        var roots = graph.Values.Where(v => v.Id % 7 == 0).ToList();
        var forgetful = new Interpreter(graph.Ir);
        forgetful.EvaluateAll(roots, keepIntermediates: false);
        foreach (var value in roots)
        {
            Same(kept.Evaluate(value).ToArray(), forgetful.Evaluate(value).ToArray(), value);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Replaying_one_member_gives_the_same_bits(int seed)
    {
        var graph = new RandomGraph(seed, 150);
        var interpreter = new Interpreter(graph.Ir);
        var replay = new Replay(interpreter);
        foreach (var value in graph.Values.Reverse())
        {
            var numbers = Enumerable.Range(0, value.Domain.Count).Select(m => replay.Evaluate(value, m)).ToArray();
            Same(interpreter.Evaluate(value).ToArray(), numbers, value);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Other_numbers_give_what_a_design_with_those_numbers_would(int seed)
    {
        var graph = new RandomGraph(seed, 150);
        var random = new Random(seed);
        var replaced = graph.Ir.Values.Where(v => v.Origin is not null && random.Next(4) == 0).ToDictionary(v => v, _ => random.NextDouble());
        var original = new Interpreter(graph.Ir);
        original.EvaluateAll(graph.Values, true);
        var other = original.With(replaced);
        var fresh = new Interpreter(graph.Ir).With(replaced);
        var replay = new Replay(other);
        foreach (var value in graph.Values)
        {
            var expected = fresh.Evaluate(value).ToArray();
            Same(expected, other.Evaluate(value).ToArray(), value);
            Same(expected, Enumerable.Range(0, value.Domain.Count).Select(m => replay.Evaluate(value, m)).ToArray(), value);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_fault_stands_at_a_member_whose_number_failed_there(int seed)
    {
        var graph = new RandomGraph(seed, 150);
        var interpreter = new Interpreter(graph.Ir);
        foreach (var value in graph.Values)
        {
            interpreter.Evaluate(value);
        }

        foreach (var fault in interpreter.Faults.Where(f => graph.Values.Contains(f.Value)))
        {
            var number = interpreter.Evaluate(fault.Value)[fault.Member];
            Assert.True(Absence.IsFailed(number));
            Assert.Equal(fault.Value.Id, Absence.ValueOf(number));
            Assert.InRange(fault.Members, 1, fault.Value.Domain.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_number_in_a_derivation_is_the_interpreters(int seed)
    {
        var graph = new RandomGraph(seed, 150);
        var interpreter = new Interpreter(graph.Ir);
        var open = new Stack<Derivation>();
        var seen = new HashSet<Derivation>();
        var replay = new Replay(interpreter);
        foreach (var value in graph.Values.Where(v => v.Domain.Count > 0))
        {
            open.Push(replay.Derive(value, 0));
        }

        while (open.Count > 0)
        {
            var next = open.Pop();
            if (seen.Add(next))
            {
                Assert.True(graph.Values.Contains(next.Value) is false || Bits(interpreter.Evaluate(next.Value)[next.Member]) == Bits(next.Number));
                foreach (var input in next.Inputs)
                {
                    Assert.True(input.Count > 0);
                    Assert.NotNull(input.From.Origin);
                    open.Push(input.From);
                }
            }
        }
    }

    private static void Same(double[] expected, double[] actual, Value value)
    {
        for (var m = 0; m < expected.Length; m++)
        {
            if (Bits(expected[m]) != Bits(actual[m]))
            {
                Assert.Fail($"{value} of {m}: {expected[m]:R} and {actual[m]:R}\n{IrText.Of(new[] { value })}");
            }
        }

        Assert.Equal(expected.Length, actual.Length);
    }

    private static long Bits(double number) => BitConverter.DoubleToInt64Bits(number);
}
