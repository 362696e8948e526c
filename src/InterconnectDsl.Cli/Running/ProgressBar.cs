using System.Globalization;

namespace InterconnectDsl.Cli.Running;

/// <summary>How far long work is, in one line of a terminal that is gone when the work is done. It shows after a second.</summary>
internal sealed class ProgressBar(Host host, string what) : IProgress<double>, IDisposable
{
    private const int Cells = 30;
    private const double Patience = 1.0;

    private readonly double _start = host.Elapsed();
    private int _shown = -1;

    /// <summary>Null where no one looks on.</summary>
    public static ProgressBar? For(Invocation invocation, string what) => invocation.Host.ErrorIsTerminal && !invocation.Quiet ? new(invocation.Host, what) : null;

    /// <inheritdoc/>
    public void Report(double value)
    {
        var percent = (int)(100 * value);
        if (percent > _shown && host.Elapsed() - _start > Patience)
        {
            _shown = percent;
            var done = percent * Cells / 100;
            host.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{what} [{new string('#', done)}{new string(' ', Cells - done)}] {percent,3} %"));
            host.Error.Flush();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_shown >= 0)
        {
            host.Error.Write("\r" + new string(' ', what.Length + Cells + 9) + "\r");
        }
    }
}
