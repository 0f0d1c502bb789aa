namespace StaticReadiness.Repository.Files;

/// <summary>What git says about the paths below one directory of a walk: the enclosing working tree and the ignore files met on the way down.</summary>
internal sealed class GitScope
{
    private readonly GitScope? outer;
    private readonly IgnoreList? list;
    private readonly string prefix;
    private readonly bool everythingIgnored;

    private GitScope(GitWorkTree? tree, string prefix, GitScope? outer, IgnoreList? list, bool everythingIgnored)
    {
        Tree = tree;
        this.prefix = prefix;
        this.outer = outer;
        this.list = list;
        this.everythingIgnored = everythingIgnored;
    }

    public GitWorkTree? Tree { get; }

    private GitIndex? Index => Tree is not null && Tree.Index.TryGet(out var index) ? index : null;

    /// <summary>The scope of the repository's root.</summary>
    public static GitScope ForRoot(string root)
    {
        if (GitWorkTree.Enclosing(root) is not { } tree) return new GitScope(null, "", null, null, false);
        var below = Path.GetRelativePath(tree.Top, root).Replace('\\', '/');
        if (below == ".") return new GitScope(tree, "", null, null, false);
        var scope = new GitScope(tree, below + "/", null, null, false);
        var top = scope;
        var position = 0;
        for (var directory = ""; ; directory = below[..position] + "/")
        {
            var ignores = GitWorkTree.ReadIgnoreFile(Path.Combine(tree.Top, directory), directory);
            if (ignores is not null) scope = new GitScope(tree, below + "/", scope, ignores, false);
            var next = below.IndexOf('/', directory.Length);
            position = next < 0 ? below.Length : next;
            // A person who scans an ignored directory means it: git's rules end where it begins.
            if (scope.Decide(below[..position], isDirectory: true) && !(top.Index?.HasTrackedFilesIn(below) ?? false)) return new GitScope(null, "", null, null, false);
            if (next < 0) return scope;
        }
    }

    /// <summary>The scope of a working tree that lies below the root and is not part of its repository.</summary>
    public static GitScope ForNested(GitWorkTree tree) => new(tree, "", null, null, false) { Origin = tree.Top };

    /// <summary>The absolute directory that paths given to a nested scope are relative to; null for the root's scope.</summary>
    public string? Origin { get; private init; }

    public GitScope Enter(string physicalDirectory, string directory, bool hasIgnoreFile, bool ignored)
    {
        var ignores = hasIgnoreFile ? GitWorkTree.ReadIgnoreFile(physicalDirectory, Full(directory) is "" ? "" : Full(directory) + "/") : null;
        return ignores is null && ignored == everythingIgnored ? this : new GitScope(Tree, prefix, this, ignores, ignored || everythingIgnored) { Origin = Origin };
    }

    public bool IsIgnored(string path, bool isDirectory) => everythingIgnored || Decide(Full(path), isDirectory);

    public GitTracking TrackingOf(string path) =>
        Index is not { } index ? GitTracking.Unknown : index.IsTracked(Full(path)) ? GitTracking.Tracked : GitTracking.Untracked;

    public bool HasTrackedFilesIn(string directory) => Index?.HasTrackedFilesIn(Full(directory)) ?? false;

    public bool IsSubmodule(string directory) => Index?.IsSubmodule(Full(directory)) ?? false;

    private string Full(string path) => prefix.Length == 0 ? path : path.Length == 0 ? prefix[..^1] : prefix + path;

    private bool Decide(string path, bool isDirectory)
    {
        for (var scope = this; scope is not null; scope = scope.outer)
            if (scope.list?.Decide(path, isDirectory) is { } verdict) return verdict;
        return Tree?.PrivateExclusions.Decide(path, isDirectory) ?? false;
    }
}
