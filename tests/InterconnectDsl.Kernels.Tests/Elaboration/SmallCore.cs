using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Kernels.Tests.Elaboration;

/// <summary>A core of a page, so that what elaboration does can be told from what the standard library says.</summary>
internal static class SmallCore
{
    private const string Core = """
        module icx.core

        kind node { }
        kind path { }
        kind design {
          power        : power = sum(s.power for s : step)
          architecture : cpo | npo = if any(l.meet is board for l : link) then npo else cpo
          proof        : text = "the structure says so"
        }

        kind step : node {
          optical_loss    : optical_gain    = 0 dB
          electrical_loss : electrical_gain = 0 dB
          power           : power           = 0 W
        }
        kind carrier : step { size : extent?; edge_used : length = sum(e.edge for e : engine on this) }
        kind board : carrier
        kind substrate : carrier
        kind package : step
        kind die : step { size : extent; lanes : int = 8 }
        kind engine : step {
          size : extent = 10 mm by 5 mm
          edge : length = 10 mm
          seat : int = index
        }
        kind fiber : step { length : length; optical_loss = 0.35 dB/km * length }
        kind connector : step {
          fibers : int
          used   : int = ceil(sum(p.strands for p : path through this))
          optical_loss = 0.35 dB  plausible 0 dB .. 2 dB
        }
        kind laser : step { feeds : int = count(f for f : feed if f.laser == this) }
        kind link : path {
          die     = first(die)
          tx      = first(engine)
          light   : feed?
          strands : real = directions
          plant   : optical_gain = sum(s.optical_loss for s in steps)
          channel : electrical_gain = sum(s.electrical_loss for s in steps before tx)
          meet    : carrier? = common_host(die, tx)
        }
        kind feed : path {
          laser   = first(laser)
          strands : real = 1
          lanes_fed : int = count(l for l : link if l.light == this)
        }

        part trace(span : length = gap) : step { electrical_loss = 0.1 dB/mm * span }
        part smf(span : length) : fiber { length = span }
        part Asic : die { size = 20 mm by 20 mm; power = 400 W }

        fn row(pitch : length, index : int, count : int) -> point = ((index - (count - 1) / 2) * pitch, 30 mm)
        """;

    /// <summary>A module around some design text.</summary>
    public static string Module(string body) => "module test.small\n\n" + body;

    public static Compilation Compile(string text)
    {
        var compilation = Compilation.Create(new[] { new SourceText("small.icx", text) }, new Sources());
        compilation.BindAll();
        return compilation;
    }

    /// <summary>Elaborates the first design of a text whose binding must be clean.</summary>
    public static ElaboratedDesign Elaborate(string text)
    {
        var compilation = Compile(text);
        Assert.Empty(compilation.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Message));
        return Elaborator.Elaborate(compilation, compilation.Designs[0]);
    }

    public static CheckedDesign Check(string text, int? today = null)
    {
        var compilation = Compile(text);
        Assert.Empty(compilation.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Message));
        return DesignChecker.Check(compilation, compilation.Designs[0], new() { Today = today });
    }

    /// <summary>The numbers of an attribute of a thing declared in the design, in coherent units.</summary>
    public static double[] Numbers(this ElaboratedDesign design, string thing, string attribute)
    {
        var extent = design.Groups.SelectMany(g => g.Extents).First(e => e.Name == thing);
        var value = Assert.IsType<LoweredNumber>(design.Attribute(extent.Group, attribute)).Value;
        var column = design.Interpreter.Evaluate(value);
        return Enumerable.Range(extent.Offset, extent.Count).Select(m => column[value.Domain == Domain.One ? 0 : m]).ToArray();
    }

    private sealed class Sources : ISourceSet
    {
        public IEnumerable<string> Modules => new[] { "icx.core" };

        public SourceText? FindFile(string path, SourceText from) => null;

        public SourceText? Find(string module) => module == "icx.core" ? new("icx/core.icx", Core) { IsLibrary = true } : null;
    }
}
