namespace InterconnectDsl.Cli.Running;

/// <summary>What a run of the command sees of the machine. Tests give their own.</summary>
internal sealed class Host
{
    /// <summary>Where results go.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Where all else goes.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Standard input.</summary>
    public required Stream Input { get; init; }

    /// <summary>Standard output as bytes, for what is no text.</summary>
    public Func<Stream> Output { get; init; } = () => Stream.Null;

    /// <summary>The folder paths are relative to.</summary>
    public required string Directory { get; init; }

    /// <summary>An environment variable, or null.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>Today by the clock; read only when no <c>--today</c> is given.</summary>
    public required Func<DateOnly> Today { get; init; }

    /// <summary>Whether results go to a terminal.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether diagnostics go to a terminal.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns of the terminal.</summary>
    public int Width { get; init; } = 120;

    /// <summary>Seconds since the run began.</summary>
    public required Func<double> Elapsed { get; init; }

    /// <summary>Ends the run early.</summary>
    public CancellationToken Cancellation { get; init; }
}
