using System.Text;

namespace StaticReadiness.Repository.Files;

/// <summary>A git working tree as far as reading files needs it: its top, what it tracks, and its private exclusions.</summary>
internal sealed class GitWorkTree
{
    /// <summary>The reason of a repository to which nothing was ever added.</summary>
    public const string NoIndex = "the git repository has no index";

    private const int MaxIndexLength = 256 * 1024 * 1024;
    private const int MaxIgnoreFileLength = 4 * 1024 * 1024;

    private GitWorkTree(string top, string gitDirectory, Answer<GitIndex> index, IgnoreList privateExclusions)
    {
        Top = top;
        GitDirectory = gitDirectory;
        Index = index;
        PrivateExclusions = privateExclusions;
    }

    /// <summary>The absolute path of the directory that holds <c>.git</c>.</summary>
    public string Top { get; }

    /// <summary>The absolute path of git's own directory, which a linked working tree keeps elsewhere.</summary>
    public string GitDirectory { get; }

    public Answer<GitIndex> Index { get; }

    /// <summary>The patterns of <c>info/exclude</c>, which every <c>.gitignore</c> overrules.</summary>
    public IgnoreList PrivateExclusions { get; }

    /// <summary>The working tree whose top is this directory, or null.</summary>
    public static GitWorkTree? At(string directory)
    {
        if (FindGitDirectory(directory) is not { } gitDirectory) return null;
        var common = ReadPointer(Path.Combine(gitDirectory, "commondir"), "") is { } relative
            ? Path.GetFullPath(relative, gitDirectory)
            : gitDirectory;
        var exclude = ReadSmall(Path.Combine(common, "info", "exclude"), MaxIgnoreFileLength);
        return new GitWorkTree(directory, gitDirectory, ReadIndex(Path.Combine(gitDirectory, "index")), IgnoreList.Parse(Decode(exclude), ""));
    }

    /// <summary>The nearest working tree that holds this directory, or null.</summary>
    public static GitWorkTree? Enclosing(string directory)
    {
        for (var current = directory; current is not null; current = Path.GetDirectoryName(current))
            if (At(current) is { } tree) return tree;
        return null;
    }

    /// <summary>The ignore file of a directory; a link is not followed, as git does not follow it.</summary>
    public static IgnoreList? ReadIgnoreFile(string physicalDirectory, string directory)
    {
        var file = new FileInfo(Path.Combine(physicalDirectory, ".gitignore"));
        if (!file.Exists || file.LinkTarget is not null) return null;
        var list = IgnoreList.Parse(Decode(ReadSmall(file.FullName, MaxIgnoreFileLength)), directory);
        return list.IsEmpty ? null : list;
    }

    private static string? FindGitDirectory(string directory)
    {
        var path = Path.Combine(directory, ".git");
        var target = Directory.Exists(path) ? path
            : ReadPointer(path, "gitdir:") is { } pointer ? Path.GetFullPath(pointer, directory)
            : null;
        return target is not null && File.Exists(Path.Combine(target, "HEAD")) ? target : null;
    }

    private static Answer<GitIndex> ReadIndex(string path)
    {
        var data = ReadSmall(path, MaxIndexLength);
        return data.Length == 0 ? Answers.Unknown<GitIndex>(NoIndex) : GitIndex.Parse(data);
    }

    private static string? ReadPointer(string path, string prefix)
    {
        var text = Decode(ReadSmall(path, 64 * 1024)).Trim();
        return text.Length > prefix.Length && text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..].Trim() : null;
    }

    private static string Decode(byte[] data) => Encoding.UTF8.GetString(data);

    /// <summary>A file's bytes; empty when absent, too long or unreadable. Opening nothing of length zero keeps pipes and devices out.</summary>
    private static byte[] ReadSmall(string path, int limit)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists && file.Length > 0 && file.Length <= limit ? File.ReadAllBytes(path) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
