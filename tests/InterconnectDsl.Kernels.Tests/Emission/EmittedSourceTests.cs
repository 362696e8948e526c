using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Tests.Elaboration;
using InterconnectDsl.Kernels.Tests.Interpretation;
using InterconnectDsl.Kernels.Tests.Library;

namespace InterconnectDsl.Kernels.Tests.Emission;

/// <summary>The source of a kernel: what it looks like, and that it grows with formulas and not with what stands in a design.</summary>
public class EmittedSourceTests
{
    private const string TwoLengths = """
        param reach : length = 500 m
        param gap   : length = 20 mm

        design Rack {
          board main
          package sw on main {
            substrate base
            die       asic   : Asic on base
            engine    oe[4]  on base
          }
          connector port[4] on main { fibers = 8 }
          link lane[i in 16] = asic <-> trace(gap) -> oe[i div 4] -> smf(1 m) -> port[i div 4] -> smf(if i < 8 then reach else 2 * reach) -> mirror
        }
        """;

    [Fact]
    public Task A_loop_is_written_once_for_all_links()
    {
        var design = SmallCore.Elaborate(SmallCore.Module(TwoLengths));
        return Verify(CSharpEmitter.Emit(PlanOf(design, "plant", "channel"), new("Customer.Designs", "RackKernel")));
    }

    [Fact]
    public Task Members_that_differ_lie_side_by_side()
    {
        var ir = new IrBuilder();
        var lane = new Domain("lane", 37);
        var launch = ir.Input(null!, ir.Constant(2.5), Origins.Named("launch"));
        var loss = ir.Named(ir.Data(lane, [.. Enumerable.Range(0, 37).Select(l => 1.5 + (l * 0.01))]), Origins.Named("loss"));
        var power = ir.Named(ir.Unary(OpCode.FromDecibel, ir.Binary(OpCode.Subtract, launch, loss, default), default), Origins.Named("power"));
        var all = new ListShape(Domain.One, lane, [0, 37]);
        KernelOutput[] outputs = [new("Least", ir.Reduce(OpCode.Min, power, all, default)), new("Total", ir.Reduce(OpCode.Sum, power, all, default))];
        return Verify(CSharpEmitter.Emit(KernelPlan.Of(new(ir), [new("Launch", launch)], outputs), new("Customer.Designs", "LanesKernel")));
    }

    [Fact]
    public void The_same_plan_gives_the_same_text() =>
        Assert.Equal(
            CSharpEmitter.Emit(PlanOf(SmallCore.Elaborate(SmallCore.Module(TwoLengths)), "plant"), new(null, "K")),
            CSharpEmitter.Emit(PlanOf(SmallCore.Elaborate(SmallCore.Module(TwoLengths)), "plant"), new(null, "K")));

    [Fact]
    public void Two_thousand_switches_take_no_more_lines_than_one()
    {
        var (one, many) = (Lines(Switches(1)), Lines(Switches(2000)));
        Assert.InRange(many, one * 0.9, one * 1.1);
    }

    private static int Lines(string text)
    {
        var design = Elaborator.Elaborate(LibraryDesign.Compile(text), LibraryDesign.Compile(text).Designs[0]);
        var links = design.Paths.Single(p => p.Extents[0].Name == "lane");
        var margin = Assert.IsType<LoweredNumber>(design.Attribute(links, "margin")).Value;
        var worst = design.Ir.Reduce(OpCode.Min, margin, new(Domain.One, margin.Domain, [0, margin.Domain.Count]), default);
        var power = Assert.IsType<LoweredNumber>(design.Attribute(design.DesignGroup, "power")).Value;
        var plan = KernelPlan.Of(design.Interpreter, InputsOf(design), [new("Worst", worst), new("Power", power)]);
        Assert.Contains(plan.Stages, s => s.Steps.Count > 0);
        return CSharpEmitter.Emit(plan, new(null, "Kernel")).Split('\n').Length;
    }

    private static string Switches(int count) => $$"""
        use icx.oif.{Xsr112, CoPackaged3200, Elsfp}
        use icx.connectors.{Mpo16, MpoPm12}
        use icx.fiber.{smf, pmf}
        use icx.electrical.{trace, Abf}
        param reach   : length      = 500 m
        param ambient : temperature = 35 degC
        part Asic : die { size = 20 mm by 20 mm; power = 480 W; lanes = 512; io = Xsr112 }
        design Hall {
          board main[{{count}}]
          package sw[s in {{count}}] on main[s] {
            substrate base   : Abf
            die       asic   : Asic on base
            engine    oe[16] : CoPackaged3200 on base
          }
          laser     els[i in {{16 * count}}]   : Elsfp   on main[i div 16]
          connector light[i in {{16 * count}}] : MpoPm12 on main[i div 16]
          connector port[i in {{64 * count}}]  : Mpo16   on main[i div 64]
          feed cw[f in {{128 * count}}]   = els[f div 8] -> pmf(0.8 m) -> light[f div 8] -> sw[f div 128].oe[f div 8 mod 16]
          link lane[i in {{512 * count}}] = sw[i div 512].asic <-> trace(20 mm) -> sw[i div 512].oe[i div 32 mod 16] -> smf(0.6 m) -> port[i div 8]
                                -> smf(reach) -> mirror { light = cw[i div 4] }
        }
        """;

    private static KernelPlan PlanOf(ElaboratedDesign design, params string[] attributes)
    {
        var links = design.Paths.First();
        var outputs = attributes.Select(a => new KernelOutput(a, Assert.IsType<LoweredNumber>(design.Attribute(links, a)).Value)).ToList();
        return KernelPlan.Of(design.Interpreter, InputsOf(design), outputs);
    }

    private static List<KernelInput> InputsOf(ElaboratedDesign design) =>
        [.. design.Ir.Values.Where(v => v.Op == OpCode.Input).Select(v => new KernelInput(v.Param!.Name, v))];
}
