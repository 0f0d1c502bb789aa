using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Locks;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Repository.Dependencies;

/// <summary>Reads every manifest and lock of a repository and follows what requirements files include.</summary>
internal sealed class DependencyModelReader(RepositoryFiles files)
{
    /// <summary>Larger files are refused, in bytes.</summary>
    private const long LengthLimit = 64 * 1024 * 1024;

    private const FileRoles Foreign = FileRoles.Vendored | FileRoles.Generated;

    private readonly SortedDictionary<string, Manifest> manifests = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, LockFile> locks = new(StringComparer.Ordinal);
    private readonly List<ManifestNotice> notices = [];

    public DependencyModel Read(CancellationToken cancellation)
    {
        foreach (var file in files.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            ReadFile(file, cancellation);
        }

        NoticeSkipped();
        FollowIncludes();
        ReadPinnedRequirements();
        notices.AddRange(manifests.Values.SelectMany(manifest => manifest.Notices));
        notices.AddRange(locks.Values.Where(found => found.Kind != LockKind.Requirements).SelectMany(found => found.Notices));
        var installed = InstalledDistributions.Read(files, manifests.Keys.Select(ManifestFiles.DirectoryOf).Append(""), cancellation);
        return new DependencyModel([.. manifests.Values], [.. locks.Values], [.. notices], installed);
    }

    private void ReadFile(RepositoryFile file, CancellationToken cancellation)
    {
        if (ManifestFiles.LockKindOf(file.Path) is { } lockKind)
        {
            if (ReadText(file) is not { } text) return;
            var found = LockReader.Read(lockKind, file.Path, text);
            if (found.IsRefused) notices.AddRange(found.Notices);
            else locks[file.Path] = found;
        }
        else if (ManifestFiles.KindOf(file.Path) is { } kind && (file.Role & Foreign) == FileRoles.None)
        {
            if (ReadText(file) is { } text) manifests[file.Path] = ManifestReader.Read(kind, file.Path, text, cancellation);
        }
    }

    /// <summary>A manifest or lock that the listing left out is no silence: a rule would take it for missing.</summary>
    private void NoticeSkipped()
    {
        foreach (var skipped in files.Skipped)
        {
            var isKnown = !skipped.IsDirectory && (ManifestFiles.LockKindOf(skipped.Path) is not null || ManifestFiles.KindOf(skipped.Path) is not null);
            if (isKnown && skipped.Reason is (SkipReason.TooLarge or SkipReason.Unreadable)) notices.Add(new ManifestNotice($"the file is not read: {skipped.Detail}", skipped.Path, default, 1));
        }
    }

    private SourceText? ReadText(RepositoryFile file)
    {
        if (file.Length > LengthLimit)
        {
            notices.Add(new ManifestNotice($"the file has {file.Length:N0} bytes; manifests and locks are read up to {LengthLimit:N0}", file.Path, default, 1));
            return null;
        }

        var read = file.ReadText();
        if (read.TryGet(out var text)) return text;
        notices.Add(new ManifestNotice(read.Reason!, file.Path, default, 1));
        return null;
    }

    private void FollowIncludes()
    {
        var pending = new Queue<(Manifest From, ManifestInclude Include)>(manifests.Values.SelectMany(Includes));
        var constrained = new HashSet<string>(StringComparer.Ordinal);
        var regrouped = new HashSet<string>(StringComparer.Ordinal);
        while (pending.TryDequeue(out var step))
        {
            var (from, include) = step;
            if (IncludesItself(include.Path, from.Path)) Notice(from, include, $"`{include.Path}` and `{from.Path}` include each other");
            var known = manifests.GetValueOrDefault(include.Path);
            // A project table that names its requirements file decides the group; a file's own name decides otherwise.
            var regroup = include.Group is { } && from.Kind != ManifestKind.Tox && from.Kind != ManifestKind.Nox && regrouped.Add(include.Path);
            if (known is not null && !regroup && !(include.IsConstraint && constrained.Add(include.Path) && !IsRequired(include.Path))) continue;
            if (known is not null && known.Kind != ManifestKind.Requirements) continue;
            if (files.TryGet(include.Path) is not { } file)
            {
                Notice(from, include, $"`{include.Path}` does not exist or is not read");
                continue;
            }

            if (ReadText(file) is not { } text) continue;
            var group = regroup ? include.Group!.Value : ManifestReader.GroupOf(include.Path);
            var manifest = RequirementsReader.Read(include.Path, text, group, include.IsConstraint || ManifestFiles.IsConstraints(include.Path));
            manifests[include.Path] = manifest;
            if (known is not null) continue;
            foreach (var next in Includes(manifest)) pending.Enqueue(next);
        }
    }

    private static IEnumerable<(Manifest From, ManifestInclude Include)> Includes(Manifest manifest) => manifest.Includes.Select(include => (manifest, include));

    private bool IsRequired(string path) => manifests.Values.Any(manifest => manifest.Includes.Any(include => include.Path == path && !include.IsConstraint));

    private bool IncludesItself(string start, string goal)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>([start]);
        while (pending.TryPop(out var path))
        {
            if (path == goal) return true;
            if (!seen.Add(path) || !manifests.TryGetValue(path, out var manifest)) continue;
            foreach (var include in manifest.Includes) pending.Push(include.Path);
        }

        return false;
    }

    private void Notice(Manifest from, ManifestInclude include, string message)
    {
        var line = files.TryGet(from.Path)?.ReadText().ValueOrDefault() is { } text ? text.GetLineIndex(Math.Min(include.Span.Start, text.Length)) + 1 : 1;
        notices.Add(new ManifestNotice(message, from.Path, include.Span, line));
    }

    private void ReadPinnedRequirements()
    {
        foreach (var manifest in manifests.Values.Where(manifest => manifest.Kind == ManifestKind.Requirements && !ManifestFiles.IsConstraints(manifest.Path)).ToList())
        {
            if (files.TryGet(manifest.Path)?.ReadText().ValueOrDefault() is { } text && RequirementsLockReader.TryRead(manifest.Path, text) is { } pinned)
                locks[manifest.Path] = pinned;
        }
    }
}
