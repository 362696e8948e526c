using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;

namespace InterconnectDsl.LanguageServer.Transport;

/// <summary>
/// Reads messages framed by <c>Content-Length</c>. A header that says nothing sensible is skipped, and reading goes on at the next one that does.
/// </summary>
internal sealed class MessageReader(PipeReader input)
{
    /// <summary>The longest message that is taken, in bytes.</summary>
    public const int LongestMessage = 256 * 1024 * 1024;

    private const int LongestHeader = 4096;

    /// <summary>The bytes of the next message; null when the client has closed its end, or has broken off within a message.</summary>
    public async ValueTask<byte[]?> ReadAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancellation).ConfigureAwait(false);
            var buffer = read.Buffer;
            if (TryHeader(ref buffer, out var length))
            {
                input.AdvanceTo(buffer.Start);
                if (length is { } known)
                {
                    return await ReadBodyAsync(known, cancellation).ConfigureAwait(false);
                }

                continue;
            }

            if (read.IsCompleted)
            {
                return null;
            }

            input.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private async ValueTask<byte[]?> ReadBodyAsync(int length, CancellationToken cancellation)
    {
        var body = new byte[length];
        for (var filled = 0; filled < length;)
        {
            var read = await input.ReadAsync(cancellation).ConfigureAwait(false);
            var taken = read.Buffer.Slice(0, Math.Min(length - filled, read.Buffer.Length));
            taken.CopyTo(body.AsSpan(filled));
            filled += (int)taken.Length;
            input.AdvanceTo(taken.End);
            if (filled < length && read.IsCompleted)
            {
                return null;
            }
        }

        return body;
    }

    // Lines up to an empty one; what makes no header line is passed over. A length of null asks to go on behind what was wrong.
    private static bool TryHeader(ref ReadOnlySequence<byte> buffer, out int? length)
    {
        length = null;
        var reader = new SequenceReader<byte>(buffer);
        while (reader.TryReadTo(out ReadOnlySequence<byte> line, (byte)'\n'))
        {
            var text = Trimmed(line);
            if (text.Length == 0 && length is not null)
            {
                buffer = buffer.Slice(reader.Position);
                return true;
            }

            length = Length(text) ?? length;
            if (length is null)
            {
                buffer = buffer.Slice(reader.Position);
            }
        }

        // A line that never ends is no header.
        if (reader.Remaining > LongestHeader)
        {
            buffer = buffer.Slice(buffer.End);
            length = null;
            return true;
        }

        return false;
    }

    private static byte[] Trimmed(ReadOnlySequence<byte> line)
    {
        var bytes = line.Slice(0, Math.Min(line.Length, LongestHeader)).ToArray();
        return bytes.Length > 0 && bytes[^1] == (byte)'\r' ? bytes[..^1] : bytes;
    }

    // What stands in front of the name may be the rest of a message whose length was wrong.
    private static int? Length(ReadOnlySpan<byte> line)
    {
        var name = "Content-Length:"u8;
        var at = line.LastIndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(line[(at + name.Length)..].TrimStart((byte)' '), out int value, out _) && value is >= 0 and <= LongestMessage
            ? value
            : null;
    }
}
