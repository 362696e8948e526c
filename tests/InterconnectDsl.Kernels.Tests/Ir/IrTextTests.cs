using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Tests.Interpretation;

namespace InterconnectDsl.Kernels.Tests.Ir;

public class IrTextTests
{
    [Fact]
    public void A_formula_is_written_with_all_it_is_made_of_and_nothing_else()
    {
        var ir = new IrBuilder();
        var lane = new Domain("lane", 8);
        var engine = new Domain("engine", 2);
        ir.Constant(99);
        var attenuation = ir.Constant(0.35, Origins.Named("attenuation"));
        var power = ir.Data(engine, new[] { 22.0, Absence.Absent });
        var length = ir.Data(lane, new[] { 0.5, 0.5, 0.5, 0.5, 2, 2, 2, 10 });
        var loss = ir.Named(ir.Binary(OpCode.Multiply, attenuation, length, default), Origins.Named("loss"));
        var used = ir.Gather(new[] { power }, IndexMap.Of(lane, engine, new[] { 0, 0, 0, 0, 1, 1, 1, -1 }));
        var shape = new ListShape(engine, lane, new[] { 0, 4, 8 });
        var worst = ir.Reduce(OpCode.Max, ir.Binary(OpCode.LessOrEqual, loss, used, default), shape, default);

        const string Expected = """
            domain engine 2
            domain lane 8
            v0 = constant 0.35                                      ; attenuation
            v1 engine = data [22 absent]
            v2 lane = data [0.5*4 2*3 10]
            v3 lane = multiply v0, v2
            v4 lane = named v3                                      ; loss
            v5 lane = gather v1 at [0*4 1*3 none]
            v6 lane = less_or_equal v4, v5
            v7 engine = max v6 by [4*2]

            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), IrText.Of(new[] { worst }));
    }

    [Fact]
    public void A_fixed_point_names_its_unknown_and_its_body()
    {
        var ir = new IrBuilder();
        var laser = new Domain("laser", 3);
        var t = ir.Unknown(laser);
        var body = ir.Binary(OpCode.Add, ir.Constant(35), ir.Unary(OpCode.ExpM1, t, default), default);
        var solve = ir.Solve(t, ir.Constant(45), ir.Constant(0.01), ir.Constant(100), body, default);

        const string Expected = """
            domain laser 3
            v0 laser = unknown
            v1 = constant 35
            v2 laser = expm1 v0
            v3 laser = add v1, v2
            v4 = constant 45
            v5 = constant 0.01
            v6 = constant 100
            v7 laser = solve v0 = v3 from v4 to v5 within v6

            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), IrText.Of(new[] { solve }));
    }

    [Fact]
    public void Two_domains_of_one_name_are_told_apart_and_long_lists_are_cut()
    {
        var ir = new IrBuilder();
        var first = ir.Data(new("lane", 40), Enumerable.Range(0, 40).Select(i => (double)i).ToArray());
        var second = ir.Data(new("lane", 2), new[] { 1e-9, 1e300 });

        const string Expected = """
            domain lane 40
            domain lane#2 2
            v0 lane = data [0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 ...]
            v1 lane#2 = data [1E-09 1E+300]

            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), IrText.Of(new[] { first, second }));
    }
}
