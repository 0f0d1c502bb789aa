namespace StaticReadiness.Repository.Files;

/// <summary>One pass over the directories of a repository, by several threads, that decides what is read. What it finds is in no order.</summary>
internal sealed class DirectoryWalk
{
    private readonly Lock results = new();
    private readonly DirectoryQueue pending = new();
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

    /// <summary>Why git's index could not be used, or null.</summary>
    public string? IndexProblem { get; private set; }

    /// <summary>Lists all directories.</summary>
    /// <param name="jobs">The number of threads.</param>
    public void Run(int jobs)
    {
        var git = selection.RespectGitIgnore ? GitScope.ForRoot(root) : null;
        IndexProblem = git?.Tree?.Index.Reason is { } reason and not GitWorkTree.NoIndex ? reason : null;
        pending.Add([new PendingDirectory("", git, Ignored: false, Doubt: null, OnlyIncluded: false, InNested: 0)]);
        var others = new Task[Math.Max(1, jobs) - 1];
        for (var i = 0; i < others.Length; i++) others[i] = Task.Run(VisitAll, CancellationToken.None);
        VisitAll();
        foreach (var other in others) other.GetAwaiter().GetResult();
    }

    private void VisitAll()
    {
        var below = new List<PendingDirectory>();
        while (pending.Take() is { } directory)
        {
            try
            {
                cancellation.ThrowIfCancellationRequested();
                Visit(directory, below);
            }
            finally
            {
                pending.Finish(below);
                below.Clear();
            }
        }
    }

    private void Visit(PendingDirectory at, List<PendingDirectory> below)
    {
        var physical = at.Path.Length == 0 ? root : Path.Combine(root, at.Path);
        if (List(at.Path, physical) is not { } items) return;
        var contents = DirectoryContents.Of(items);
        if (at.Path.Length > 0 && !at.OnlyIncluded && Refuse(at, contents) is var (reason, detail))
        {
            Skip(at.Path, true, reason, detail);
            return;
        }

        var nested = at.Path.Length > 0 && contents.HasGit && at.Git is not null && GitWorkTree.At(physical) is { } tree ? GitScope.ForNested(tree) : null;
        if (nested is not null) at = at with { Git = nested, Ignored = false, InNested = at.Path.Length + 1 };
        var scope = at.Git?.Enter(physical, at.InGit(at.Path), contents.HasIgnoreFile, at.Ignored);
        foreach (var item in items)
        {
            var path = at.Path.Length == 0 ? item.Name : at.Path + "/" + item.Name;
            if (item.IsDirectory) VisitDirectory(at, scope, path, item, below);
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

    private void VisitDirectory(PendingDirectory at, GitScope? scope, string path, DirectoryItem item, List<PendingDirectory> below)
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

        below.Add(at with { Path = path, Git = scope, Ignored = ignored && !included, Doubt = included ? null : doubt, OnlyIncluded = onlyIncluded });
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
        else if (item.IsLink) Add(Links, new FoundLink(path));
        else if (item.Length > LimitFor(item.Name) is var tooLong && tooLong)
            Skip(path, false, SkipReason.TooLarge, $"{Describe(item.Length)}, more than the limit of {Describe(LimitFor(item.Name))}");
        else if (item.Length == 0 && SpecialFiles.IsSpecial(Path.Combine(root, path), item.Name)) Skip(path, false, SkipReason.Special, "a pipe, socket or device");
        else Add(Found, new FoundFile(path, item.Length, tracking));
    }

    private long LimitFor(string name) => name.EndsWith(".py", StringComparison.Ordinal) ? selection.MaxPythonLength : selection.MaxLength;

    private static string Describe(long length) => length >= 1024 * 1024 ? $"{length / (1024.0 * 1024.0):0.#} MiB" : $"{length} bytes";

    private void Skip(string path, bool isDirectory, SkipReason reason, string detail) => Add(Skipped, new SkippedFile(path, isDirectory, reason, detail));

    private void Add<T>(List<T> list, T item)
    {
        lock (results) list.Add(item);
    }
}
