using System.Text;

namespace StaticReadiness.Cli;

/// <summary>What a command sees of the process it runs in, so that tests can stand in for it.</summary>
public sealed class CommandContext : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Stream output;

    /// <summary>Makes a context over two streams that take UTF-8 and are no terminals.</summary>
    public CommandContext(Stream output, Stream error)
        : this(output, error, Utf8)
    {
    }

    private CommandContext(Stream output, Stream error, Encoding encoding)
    {
        this.output = output;
        Output = new StreamWriter(output, encoding, bufferSize: 16 * 1024) { NewLine = "\n" };
        Error = new StreamWriter(error, encoding) { AutoFlush = true, NewLine = "\n" };
    }

    public StreamWriter Output { get; }

    public StreamWriter Error { get; }

    public bool IsOutputTerminal { get; init; }

    public bool IsErrorTerminal { get; init; }

    /// <summary>Whether the encoding of the streams holds the drawing characters.</summary>
    public bool IsUnicode { get; init; } = true;

    /// <summary>The cells of a line of the terminal.</summary>
    public int Width { get; init; } = 80;

    public Func<string, string?> Variable { get; init; } = static _ => null;

    public DateOnly Today { get; init; } = DateOnly.FromDateTime(DateTime.Today);

    public CancellationToken CancellationToken { get; init; }

    /// <summary>What loads the code of a scan while its settings are read.</summary>
    internal Action Rehearse { get; init; } = Rehearsal.Run;

    public static CommandContext ForProcess(CancellationToken cancellationToken)
    {
        var encoding = Console.OutputEncoding;
        return new CommandContext(Console.OpenStandardOutput(), Console.OpenStandardError(), encoding is UTF8Encoding ? Utf8 : encoding)
        {
            IsOutputTerminal = !Console.IsOutputRedirected,
            IsErrorTerminal = !Console.IsErrorRedirected,
            IsUnicode = encoding.WebName.StartsWith("utf-", StringComparison.OrdinalIgnoreCase) && !SpeaksAscii(Environment.GetEnvironmentVariable),
            Width = TerminalWidth(),
            Variable = Environment.GetEnvironmentVariable,
            CancellationToken = cancellationToken,
        };
    }

    /// <summary>The stream behind <see cref="Output"/>, for formats that are bytes; what was written as text comes first.</summary>
    public Stream BeginBytes()
    {
        Output.Flush();
        return output;
    }

    public void Dispose()
    {
        Output.Dispose();
        Error.Dispose();
    }

    // The runtime writes UTF-8 under the C locale, the terminal beside it need not read it.
    private static bool SpeaksAscii(Func<string, string?> variable)
    {
        string[] names = ["LC_ALL", "LC_CTYPE", "LANG"];
        return names.Select(variable).FirstOrDefault(static v => !string.IsNullOrEmpty(v)) is "C" or "POSIX";
    }

    private static int TerminalWidth()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns > 0) return columns;
        if (Console.IsOutputRedirected) return 80;
        try
        {
            return Console.WindowWidth > 0 ? Math.Min(Console.WindowWidth, 120) : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
