namespace StaticReadiness.Repository.Files;

/// <summary>Tells whether git would ignore paths at which nothing lies: what a build writes there is not missing.</summary>
public sealed class IgnoredPaths
{
    private readonly Dictionary<string, IgnoreList> lists = new(StringComparer.Ordinal);

    private IgnoredPaths(RepositoryFiles files)
    {
        foreach (var file in files.Files)
            if (file.Name == ".gitignore" && file.ReadText().TryGet(out var text)) lists[file.Directory] = IgnoreList.Parse(text.Content, file.Directory.Length == 0 ? "" : file.Directory + "/");
    }

    /// <summary>Reads the ignore files of a repository.</summary>
    public static IgnoredPaths Read(RepositoryFiles files) => new(files);

    /// <summary>Whether a file at that path, or a directory above it, is ignored (https://git-scm.com/docs/gitignore).</summary>
    public bool Contains(string path)
    {
        for (var slash = path.IndexOf('/'); slash > 0; slash = path.IndexOf('/', slash + 1))
            if (IsIgnored(path[..slash], isDirectory: true)) return true;
        return IsIgnored(path, isDirectory: false);
    }

    private bool IsIgnored(string path, bool isDirectory)
    {
        for (var directory = RepositoryPath.DirectoryOf(path); ; directory = RepositoryPath.DirectoryOf(directory))
        {
            if (lists.TryGetValue(directory, out var list) && list.Decide(path, isDirectory) is { } verdict) return verdict;
            if (directory.Length == 0) return false;
        }
    }
}
