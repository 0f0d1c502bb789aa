using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Files;

/// <summary>One file of a repository; its contents are read when asked for, and read again unless somebody still holds the text.</summary>
public abstract class RepositoryFile
{
    private const int HeadLength = 2048;

    private readonly FileRoles pathRole;
    private FileRoles contentRole;
    private WeakReference<SourceText>? held;

    private protected RepositoryFile(string path, FileRoles pathRole)
    {
        Path = path;
        this.pathRole = pathRole;
        var slash = path.LastIndexOf('/');
        Directory = slash < 0 ? "" : path[..slash];
        Name = path[(slash + 1)..];
        if (!MayBeGenerated) contentRole = pathRole;
    }

    /// <summary>The path relative to the repository's root, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The last part of the path.</summary>
    public string Name { get; }

    /// <summary>The path without its last part; empty at the root.</summary>
    public string Directory { get; }

    /// <summary>The length in bytes when the repository was listed.</summary>
    public abstract long Length { get; }

    public GitTracking Tracking { get; init; }

    public bool IsPython => Name.EndsWith(".py", StringComparison.Ordinal) || Name.EndsWith(".pyw", StringComparison.Ordinal);

    /// <summary>What the file is for: by the conventions of its path, and for Python code by the marks that generators leave on top.</summary>
    public FileRoles Role
    {
        get
        {
            if (contentRole != FileRoles.None) return contentRole;
            var head = ReadHead(HeadLength);
            return contentRole = head.TryGet(out var bytes) && GeneratedMark.IsIn(bytes) ? FileRoles.Generated : pathRole;
        }
    }

    private bool MayBeGenerated => pathRole is FileRoles.Application or FileRoles.Script && IsPython;

    /// <summary>The contents, or why they cannot be read.</summary>
    public abstract Answer<byte[]> ReadBytes();

    /// <summary>The text, or why there is none: Python files decode as CPython decodes them, all others as UTF-8 or by their byte order mark.</summary>
    public Answer<SourceText> ReadText()
    {
        if (held is not null && held.TryGetTarget(out var known)) return Answers.Known(known);
        var read = Read(Decode);
        if (read.TryGet(out var text)) held = new WeakReference<SourceText>(text);
        return read;
    }

    /// <summary>Hands the contents over; they are gone after the call.</summary>
    private protected abstract Answer<T> Read<T>(ContentsReader<T> reader);

    private Answer<SourceText> Decode(ReadOnlySpan<byte> bytes)
    {
        if (contentRole == FileRoles.None)
            contentRole = GeneratedMark.IsIn(bytes[..Math.Min(bytes.Length, HeadLength)]) ? FileRoles.Generated : pathRole;
        return TextDecoder.Decode(bytes, asPython: IsPython || Name.EndsWith(".pyi", StringComparison.Ordinal));
    }

    public override string ToString() => Path;

    private protected virtual Answer<byte[]> ReadHead(int length) => ReadBytes().Select(b => b.Length > length ? b[..length] : b);
}
