namespace StaticReadiness.Repository.Files;

/// <summary>One pass over the directories of a repository that decides what is read.</summary>
internal sealed class DirectoryWalk
{
    private readonly string root;
    private readonly FileSelection selection;
    private readonly IgnoreList exclude;
    private readonly IgnoreList include;
    private readonly CancellationToken cancellation;

    public DirectoryWalk(string root, FileSelection selection, CancellationToken cancellation)
    {
        this.root = root;
        this.selection = selection;
        this.cancellation = cancellation;
        exclude = IgnoreList.Parse(string.Join('\n', selection.Exclude), "");
        include = IgnoreList.Parse(string.Join('\n', selection.Include), "");
    }

    public List<FoundFile> Found { get; } = [];

    public List<SkippedFile> Skipped { get; } = [];

    public List<FoundLink> Links { get; } = [];

    /// <summary>The directories that were listed, the root's being empty.</summary>
    public HashSet<string> Directories { get; } = [];

    /// <summary>Why git's index could not be used, or null.</summary>
    public string? IndexProblem { get; private set; }

    public void Run()
    {
        var git = selection.RespectGitIgnore ? GitScope.ForRoot(root) : null;
        IndexProblem = git?.Tree?.Index.Reason is { } reason and not GitWorkTree.NoIndex ? reason : null;
        var pending = new Stack<PendingDirectory>();
        pending.Push(new PendingDirectory("", git, Ignored: false, Doubt: null, OnlyIncluded: false, InNested: 0));
        while (pending.TryPop(out var directory))
        {
            cancellation.ThrowIfCancellationRequested();
            Visit(directory, pending);
        }
    }

    private void Visit(PendingDirectory at, Stack<PendingDirectory> pending)
    {
        var physical = at.Path.Length == 0 ? root : Path.Combine(root, at.Path);
        if (List(at.Path, physical) is not { } items) return;
        var contents = DirectoryContents.Of(items);
        if (at.Path.Length > 0 && !at.OnlyIncluded && Refuse(at, contents) is var (reason, detail))
        {
            Skip(at.Path, true, reason, detail);
            return;
        }

        Directories.Add(at.Path);
        var nested = at.Path.Length > 0 && contents.HasGit && at.Git is not null && GitWorkTree.At(physical) is { } tree ? GitScope.ForNested(tree) : null;
        if (nested is not null) at = at with { Git = nested, Ignored = false, InNested = at.Path.Length + 1 };
        var scope = at.Git?.Enter(physical, at.InGit(at.Path), contents.HasIgnoreFile, at.Ignored);
        for (var i = items.Count - 1; i >= 0; i--)
        {
            var item = items[i];
            var path = at.Path.Length == 0 ? item.Name : at.Path + "/" + item.Name;
            if (item.IsDirectory) VisitDirectory(at, scope, path, item, pending);
            else VisitFile(at, scope, path, item);
        }
    }

    private List<DirectoryItem>? List(string path, string physical)
    {
        try
        {
            return DirectoryItem.List(physical);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Skip(path, true, SkipReason.Unreadable, e is UnauthorizedAccessException ? "the operating system denies access" : $"it cannot be listed: {e.Message.TrimEnd('.')}");
            return null;
        }
    }

    private static (SkipReason, string)? Refuse(PendingDirectory at, DirectoryContents contents)
    {
        if (contents.IsEnvironment) return (SkipReason.VirtualEnvironment, "a virtual environment");
        if (contents.IsCache) return (SkipReason.ByDefault, "a cache");
        return at.Doubt is not null && !contents.IsPackage ? (SkipReason.ByDefault, at.Doubt) : null;
    }

    private void VisitDirectory(PendingDirectory at, GitScope? scope, string path, DirectoryItem item, Stack<PendingDirectory> pending)
    {
        if (exclude.Decide(path, isDirectory: true) == true)
        {
            Skip(path, true, SkipReason.Excluded, "left out by an exclude pattern");
            return;
        }

        var included = include.Decide(path, isDirectory: true) == true;
        var tracked = scope?.HasTrackedFilesIn(at.InGit(path)) ?? false;
        var ignored = scope?.IsIgnored(at.InGit(path), isDirectory: true) ?? false;
        var doubt = tracked ? null : DefaultExclusions.ExplainUnlessTracked(item.Name);
        var refusal = DefaultExclusions.Explain(item.Name) is { } why ? (SkipReason.ByDefault, why)
            : scope?.IsSubmodule(at.InGit(path)) ?? false ? (SkipReason.Submodule, "a submodule")
            : ignored && !tracked ? (SkipReason.Ignored, "ignored by git")
            : ((SkipReason, string)?)null;
        var onlyIncluded = at.OnlyIncluded && !included;
        if (refusal is var (reason, detail) && !included)
        {
            if (!MayHoldIncluded(path))
            {
                Skip(path, true, reason, detail);
                return;
            }

            onlyIncluded = true;
        }

        pending.Push(at with { Path = path, Git = scope, Ignored = ignored && !included, Doubt = included ? null : doubt, OnlyIncluded = onlyIncluded });
    }

    private bool MayHoldIncluded(string directory)
    {
        var prefix = ByteString.Of(directory) + "/";
        foreach (var pattern in include.Patterns)
            if (pattern.LiteralPrefix.StartsWith(prefix, StringComparison.Ordinal)) return true;
        return false;
    }

    private void VisitFile(PendingDirectory at, GitScope? scope, string path, DirectoryItem item)
    {
        if (exclude.Decide(path, isDirectory: false) == true)
        {
            Skip(path, false, SkipReason.Excluded, "left out by an exclude pattern");
            return;
        }

        var included = include.Decide(path, isDirectory: false) == true;
        var tracking = scope?.TrackingOf(at.InGit(path)) ?? GitTracking.Unknown;
        if (!included && DefaultExclusions.IsExcludedFile(item.Name)) Skip(path, false, SkipReason.ByDefault, "written by a tool");
        else if (!included && (at.OnlyIncluded || (tracking != GitTracking.Tracked && scope is not null && scope.IsIgnored(at.InGit(path), isDirectory: false))))
            Skip(path, false, SkipReason.Ignored, "ignored by git");
        else if (item.IsLink) Links.Add(new FoundLink(path));
        else if (item.Length > LimitFor(item.Name) is var tooLong && tooLong)
            Skip(path, false, SkipReason.TooLarge, $"{Describe(item.Length)}, more than the limit of {Describe(LimitFor(item.Name))}");
        else if (item.Length == 0 && SpecialFiles.IsSpecial(Path.Combine(root, path), item.Name)) Skip(path, false, SkipReason.Special, "a pipe, socket or device");
        else Found.Add(new FoundFile(path, item.Length, tracking));
    }

    private long LimitFor(string name) => name.EndsWith(".py", StringComparison.Ordinal) ? selection.MaxPythonLength : selection.MaxLength;

    private static string Describe(long length) => length >= 1024 * 1024 ? $"{length / (1024.0 * 1024.0):0.#} MiB" : $"{length} bytes";

    private void Skip(string path, bool isDirectory, SkipReason reason, string detail) => Skipped.Add(new SkippedFile(path, isDirectory, reason, detail));
}
