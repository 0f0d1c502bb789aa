using StaticReadiness.Python.Text;

namespace StaticReadiness.Cli.Commands;

/// <summary>Reads files that the user names or that steer the run.</summary>
internal static class InputFile
{
    private const long MaxLength = 4 * 1024 * 1024;

    /// <summary>The text of a file.</summary>
    /// <param name="shown">The file's name in messages.</param>
    /// <param name="purpose">What it is for, as in <c>settings file</c>.</param>
    /// <exception cref="UsageException">It cannot be read, or is far too long for its purpose.</exception>
    public static SourceText Read(string file, string shown, string purpose)
    {
        try
        {
            if (Directory.Exists(file)) throw new UsageException($"cannot read {shown}: it is a folder");
            if (new FileInfo(file) is { Exists: true, Length: > MaxLength }) throw new UsageException($"{shown} is too long for {purpose}");
            return SourceText.From(File.ReadAllText(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot read {shown}: {exception.Message}");
        }
    }
}
