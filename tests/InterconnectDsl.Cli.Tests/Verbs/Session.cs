using InterconnectDsl.Cli.Running;

namespace InterconnectDsl.Cli.Tests.Verbs;

/// <summary>Runs the command in a folder of its own, as a process would, and keeps what it wrote.</summary>
internal sealed class Session : IDisposable
{
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);

    public Session() => Directory = System.IO.Directory.CreateTempSubdirectory("icx-test-").FullName;

    public string Directory { get; }

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string Input { get; set; } = "";

    public bool IsTerminal { get; set; }

    public CancellationToken Cancellation { get; set; }

    public Session With(string file, string text)
    {
        var path = Path.Combine(Directory, file);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public Session With(string file, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(Directory, file), bytes);
        return this;
    }

    public Session Set(string variable, string value)
    {
        _environment[variable] = value;
        return this;
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Directory, file));

    public int Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = Application.Run(arguments, new()
        {
            Out = output,
            Error = error,
            Input = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Input)),
            Directory = Directory,
            Environment = name => _environment.TryGetValue(name, out var value) ? value : null,
            Today = () => new(2027, 1, 15),
            OutIsTerminal = IsTerminal,
            ErrorIsTerminal = IsTerminal,
            Elapsed = () => 0.25,
            Cancellation = Cancellation,
        });
        (Out, Error) = (output.ToString(), error.ToString());
        return code;
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}

/// <summary>Small designs for the command to work on.</summary>
internal static class Texts
{
    /// <summary>Four DR4 lanes over 500 m, clean; its margin is 4.306 dB, worked by hand in the report's tests.</summary>
    public const string Clean =
        """
        module site.clean

        use icx.ieee.{Dr4}
        use icx.oif.{Vsr112}
        use icx.fiber.{smf}
        use icx.electrical.{trace, Megtron7}

        param reach : length = 500 m within 2 m .. 500 m

        part Asic : die { lanes = 4; io = Vsr112; power = 10 W }

        part Module : engine {
          pmd = Dr4; lanes = 4; bandwidth = 400 Gb/s per_direction; dsp = both
          er = 6 dB; tdecq = 1.8 dB; average = 1.0 dBm; power = 8 W; laser_inside = true; swap = in_service
        }

        design Clean {
          board     main { material = Megtron7 }
          panel     face on main
          cage      bay on face { power_class = 12 W }
          die       asic : Asic on main
          engine    m    : Module on bay
          connector a on face { family = mpo12; fibers = 12; optical_loss = 0.35 dB }
          link lane[i in 4] = asic <-> trace(100 mm) -> m -> a -> smf(reach) -> mirror
          blast_limit = 100 %
        }

        test "closes at 500 m" of Clean { expect min(lane.margin) >= 4 dB }

        """;

    /// <summary>The same with a name that is not there.</summary>
    public static readonly string Misspelled = Clean.Replace("site.clean", "site.wrong", StringComparison.Ordinal).Replace("smf(reach)", "smf(raech)", StringComparison.Ordinal);

    /// <summary>The same with a ferrule that is too small.</summary>
    public static readonly string TooFewFibers = Clean.Replace("site.clean", "site.rule", StringComparison.Ordinal).Replace("fibers = 12", "fibers = 4", StringComparison.Ordinal);
}
