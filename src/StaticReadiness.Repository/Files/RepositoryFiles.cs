using System.Text;

namespace StaticReadiness.Repository.Files;

/// <summary>The files of a repository, in ordinal order of their paths, and what was left out with the reason.</summary>
public sealed class RepositoryFiles
{
    private readonly Dictionary<string, RepositoryFile> byPath;
    private readonly HashSet<string> directories;
    private readonly Dictionary<string, SkippedFile> skippedByPath;
    private readonly Lazy<ILookup<string, RepositoryFile>> byDirectory;

    internal RepositoryFiles(string root, string? physicalRoot, List<RepositoryFile> files, List<SkippedFile> skipped, IReadOnlyDictionary<string, string> links)
    {
        Root = root;
        PhysicalRoot = physicalRoot;
        files.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        skipped.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        Files = files;
        Skipped = skipped;
        directories = [""];
        skippedByPath = [];
        byPath = new Dictionary<string, RepositoryFile>(files.Count);
        foreach (var file in files)
        {
            byPath[file.Path] = file;
            AddParents(file.Path);
        }

        foreach (var (link, target) in links)
            if (byPath.TryGetValue(target, out var file)) byPath.TryAdd(link, file);
        foreach (var skip in skipped)
        {
            skippedByPath[skip.Path] = skip;
            AddParents(skip.Path);
        }

        byDirectory = new Lazy<ILookup<string, RepositoryFile>>(() => Files.ToLookup(f => f.Directory));
    }

    private RepositoryFiles(RepositoryFiles whole, Func<string, bool> isListed)
    {
        Root = whole.Root;
        PhysicalRoot = whole.PhysicalRoot;
        Notices = whole.Notices;
        Files = [.. whole.Files.Where(file => isListed(file.Path))];
        Skipped = [.. whole.Skipped.Where(skipped => isListed(skipped.Path))];
        byPath = whole.byPath;
        directories = whole.directories;
        skippedByPath = whole.skippedByPath;
        byDirectory = new Lazy<ILookup<string, RepositoryFile>>(() => Files.ToLookup(f => f.Directory));
    }

    /// <summary>The root as a report names it.</summary>
    public string Root { get; }

    /// <summary>The absolute path of the root on disk; null for files held in memory.</summary>
    public string? PhysicalRoot { get; }

    public IReadOnlyList<RepositoryFile> Files { get; }

    /// <summary>What is not read, in ordinal order; a directory stands for all it holds.</summary>
    public IReadOnlyList<SkippedFile> Skipped { get; }

    /// <summary>Remarks about the listing as a whole, such as a git index that could not be read.</summary>
    public IReadOnlyList<string> Notices { get; internal init; } = [];

    /// <summary>Opens a directory, or a single file as a repository of one.</summary>
    /// <param name="path">A directory or a file.</param>
    /// <param name="selection">What is read; all that is worth reading when it is null.</param>
    /// <param name="cancellation">Ends the listing early.</param>
    /// <param name="jobs">The number of threads; 0 for one a processor.</param>
    /// <exception cref="RepositoryException">The path does not exist or cannot be listed.</exception>
    public static RepositoryFiles Open(string path, FileSelection? selection = null, CancellationToken cancellation = default, int jobs = 0) =>
        DiskRepository.Open(path, selection ?? FileSelection.Default, jobs > 0 ? jobs : Environment.ProcessorCount, cancellation);

    /// <summary>A repository held in memory; paths are relative with forward slashes.</summary>
    public static RepositoryFiles InMemory(params IEnumerable<(string Path, string Content)> files) =>
        InMemory("", files.Select(f => (f.Path, Encoding.UTF8.GetBytes(f.Content))));

    /// <summary>A repository held in memory, as bytes.</summary>
    public static RepositoryFiles InMemory(string root, IEnumerable<(string Path, byte[] Content)> files)
    {
        var all = files.ToList();
        var conventions = new RoleConventions(all.Select(f => f.Path));
        var list = all.ConvertAll<RepositoryFile>(f => new MemoryFile(f.Path, conventions.RoleOf(f.Path), f.Content));
        return new RepositoryFiles(root, null, list, [], new Dictionary<string, string>());
    }

    /// <summary>The same repository with one file's text replaced or added, as an editor holds it.</summary>
    public RepositoryFiles WithText(string path, string text)
    {
        var conventions = new RoleConventions(Files.Select(f => f.Path).Append(path));
        var files = Files.Where(f => f.Path != path).Append(new MemoryFile(path, conventions.RoleOf(path), Encoding.UTF8.GetBytes(text))).ToList();
        var links = byPath.Where(p => p.Key != p.Value.Path && p.Key != path).ToDictionary(p => p.Key, p => p.Value.Path);
        return new RepositoryFiles(Root, PhysicalRoot, files, [.. Skipped.Where(s => s.Path != path)], links) { Notices = Notices };
    }

    /// <summary>A part of the repository: it lists only some of the files, but whoever asks for a path is answered for the whole, since paths lead everywhere.</summary>
    public RepositoryFiles Listing(Func<string, bool> isListed) => new(this, isListed);

    /// <summary>The file at a path, also through a symbolic link inside the repository; null when it does not exist or is not read.</summary>
    public RepositoryFile? TryGet(string path) => byPath.GetValueOrDefault(path);

    public SkippedFile? TryGetSkipped(string path) => skippedByPath.GetValueOrDefault(path);

    /// <summary>The files that lie directly in a directory; the root's path is empty.</summary>
    public IEnumerable<RepositoryFile> In(string directory) => byDirectory.Value[directory];

    /// <summary>The files that lie in a directory or below it.</summary>
    public IEnumerable<RepositoryFile> Under(string directory)
    {
        if (directory.Length == 0) return Files;
        var prefix = directory + "/";
        return Files.Where(f => f.Path.StartsWith(prefix, StringComparison.Ordinal));
    }

    public bool DirectoryExists(string path) => directories.Contains(path) || (skippedByPath.TryGetValue(path, out var skip) && skip.IsDirectory);

    /// <summary>Whether something lies at a path, read or skipped; within a skipped directory or behind a link nothing is denied.</summary>
    public bool Exists(string path)
    {
        if (byPath.ContainsKey(path) || directories.Contains(path)) return true;
        for (var at = path; at.Length > 0; at = at[..Math.Max(at.LastIndexOf('/'), 0)])
            if (skippedByPath.TryGetValue(at, out var skip)) return at.Length == path.Length || skip.IsDirectory || skip.Reason == SkipReason.Link;
        return false;
    }

    private void AddParents(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
            if (!directories.Add(path[..slash])) return;
    }
}
