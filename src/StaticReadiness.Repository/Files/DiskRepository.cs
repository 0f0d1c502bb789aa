namespace StaticReadiness.Repository.Files;

/// <summary>Lists the files of a repository on disk.</summary>
internal static class DiskRepository
{
    public static RepositoryFiles Open(string path, FileSelection selection, int jobs, CancellationToken cancellation)
    {
        if (path.Length == 0) throw new RepositoryException("no path is given");
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full)) return OpenDirectory(path, RealPath(Path.TrimEndingDirectorySeparator(full)), selection, jobs, cancellation);
        if (File.Exists(full)) return OpenFile(full, selection);
        throw new RepositoryException($"there is no file or directory at {path}");
    }

    private static RepositoryFiles OpenDirectory(string shown, string root, FileSelection selection, int jobs, CancellationToken cancellation)
    {
        var walk = new DirectoryWalk(root, selection, cancellation);
        walk.Run(jobs);
        if (walk.Skipped is [{ Path: "" } problem]) throw new RepositoryException($"{shown} cannot be read: {problem.Detail}");
        var conventions = new RoleConventions(walk.Found.Select(f => f.Path));
        var files = walk.Found.ConvertAll<RepositoryFile>(f =>
            new DiskFile(f.Path, conventions.RoleOf(f.Path), Path.Combine(root, f.Path), f.Length) { Tracking = f.Tracking });
        var links = new Dictionary<string, string>();
        foreach (var link in walk.Links.OrderBy(link => link.Path, StringComparer.Ordinal))
        {
            var (target, detail) = LinkResolver.Resolve(root, link.Path);
            if (target is not null) links[link.Path] = target;
            walk.Skipped.Add(new SkippedFile(link.Path, false, SkipReason.Link, detail));
        }

        return new RepositoryFiles(shown, root, files, walk.Skipped, links)
        {
            Notices = walk.IndexProblem is { } reason ? [$"ignored files that git tracks are left out: {reason}"] : [],
        };
    }

    private static RepositoryFiles OpenFile(string path, FileSelection selection)
    {
        var file = new FileInfo(RealPath(path));
        var name = Path.GetFileName(path);
        var limit = name.EndsWith(".py", StringComparison.Ordinal) ? selection.MaxPythonLength : selection.MaxLength;
        if (file.Length > limit) throw new RepositoryException($"{name} is longer than the limit of {limit} bytes");
        if (file.Length == 0 && SpecialFiles.IsSpecial(file.FullName, "")) throw new RepositoryException($"{name} is neither a file nor a directory");
        // A file named on the command line is meant: no convention about its name or place puts it aside.
        var only = new DiskFile(name, FileRoles.Application, file.FullName, file.Length);
        return new RepositoryFiles(path, Path.GetDirectoryName(path), [only], [], new Dictionary<string, string>());
    }

    /// <summary>The path behind a symbolic link that the user named.</summary>
    private static string RealPath(string path)
    {
        FileSystemInfo info = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        return info.LinkTarget is null ? path : info.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
    }
}
