using System.Globalization;
using InterconnectDsl.Generator.Pipeline;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Generator.Emission;

/// <summary>Writes what throws where a formula has no value: at the place of the formula, so that the stack trace names its line in the .icx file.</summary>
internal sealed class FailureWriter(CodeWriter code, ElaboratedDesign design, BuildSettings build, IReadOnlyDictionary<SourceText, string> paths)
{
    private const int Longest = 120;

    /// <summary>Writes <c>Fail</c>.</summary>
    public void Write(KernelPlan plan)
    {
        var operations = plan.Stages.SelectMany(s => s.Steps).SelectMany(Bodies).SelectMany(b => b.Instructions.Concat(b.Finish)).Select(IdOf).OfType<int>().Distinct()
            .Where(id => id >= 0 && id < design.Ir.Values.Count).Select(id => design.Ir.Values[id]).Where(v => v.Location.Text is not null)
            .OrderBy(v => v.Id).GroupBy(v => (v.Location, Reason(v.Op))).ToList();
        code.Open("private static void Fail(int operation)");
        code.Open("switch (operation)");
        foreach (var same in operations)
        {
            foreach (var value in same)
            {
                code.Line("case " + value.Id.ToString(CultureInfo.InvariantCulture) + ":");
            }

            Throw(same.Key.Location, same.Key.Item2);
        }

        code.Line("default:");
        code.Line("    throw new global::System.ArithmeticException(\"a formula has no value at this point\");");
        code.Close();
        code.Close();
        code.Line();
    }

    private static IEnumerable<KernelBody> Bodies(KernelStep step) => step switch
    {
        KernelLoop loop => loop.Bodies,
        KernelFixedPoint point => point.Start.Bodies.Concat(point.Region.SelectMany(Bodies)).Concat(point.Next.Bodies),
        _ => Enumerable.Empty<KernelBody>(),
    };

    private static int? IdOf(Instruction instruction) => instruction switch
    {
        Instruction.Apply apply => apply.Id,
        Instruction.Reduce reduce => reduce.Id,
        Instruction.SolveNext next => next.Id,
        _ => null,
    };

    private static string Reason(OpCode op) => op switch
    {
        OpCode.Divide or OpCode.IntegerDivide or OpCode.Modulo => "divides by zero, or overflows",
        OpCode.Ln or OpCode.Ln1P or OpCode.Log10 or OpCode.Log2 or OpCode.ToDecibel => "takes the logarithm of zero or less",
        OpCode.Sqrt => "takes the square root of less than zero",
        OpCode.Solve => "has no fixed point that is reached",
        _ => "has no finite value",
    };

    private void Throw(SourceSpan at, string reason)
    {
        const string Indent = "                    ";
        var (from, to) = (at.Position, at.Text.PositionOf(at.Span.End));
        var text = at.Text.Slice(at.Span).Replace("\r", "").Replace('\n', ' ');
        text = text.Length > Longest ? text.Substring(0, Longest) + " ..." : text;
        var path = paths.TryGetValue(at.Text, out var full) ? RelativePath.From(build.GeneratedDirectory, full) : at.Text.Path;
        var end = to.Line > from.Line || to.Column > from.Column ? (to.Line, to.Column) : (from.Line, from.Column + 1);
        code.Directive(FormattableString.Invariant($"#line ({from.Line},{from.Column})-({end.Item1},{end.Item2}) {Indent.Length} \"{path.Replace("\"", "")}\""));
        code.Directive($"{Indent}throw new global::System.ArithmeticException({Literals.Text($"`{text}` {reason} at this point")});");
        code.Directive("#line default");
    }
}
