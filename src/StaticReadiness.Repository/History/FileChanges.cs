using System.Collections.Immutable;

namespace StaticReadiness.Repository.History;

/// <summary>When files were changed, by their paths relative to the scanned directory.</summary>
public sealed class FileChanges
{
    /// <summary>Commits of more files, such as a reformatting, say nothing about any one of them.</summary>
    public const int SweepingFiles = 60;

    private readonly Dictionary<string, List<DateTimeOffset>> focused = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> last = new(StringComparer.Ordinal);
    private readonly HashSet<string> directories = new(StringComparer.Ordinal);

    /// <summary>Every path that a commit touched, those of files that are gone too.</summary>
    public IReadOnlyCollection<string> Paths => last.Keys;

    /// <summary>The last commit that changed a file, however many others it changed; null for none in the time that was read.</summary>
    public DateTimeOffset? LastChange(string path) => last.TryGetValue(path, out var date) ? date : null;

    /// <summary>How many commits after a moment changed a file without sweeping over all the others.</summary>
    public int CountAfter(string path, DateTimeOffset moment) => focused.TryGetValue(path, out var dates) ? dates.Count(date => date > moment) : 0;

    /// <summary>Whether a file or a directory ever lay at a path.</summary>
    public bool Knew(string path) => last.ContainsKey(path) || directories.Contains(path);

    /// <summary>Adds a commit with the paths that it touched.</summary>
    public void Add(DateTimeOffset date, ImmutableArray<string> paths)
    {
        foreach (var path in paths)
        {
            if (!last.TryGetValue(path, out var known))
                for (var slash = path.LastIndexOf('/'); slash > 0 && directories.Add(path[..slash]);) slash = path.LastIndexOf('/', slash - 1);
            if (date > known) last[path] = date;
            if (paths.Length > SweepingFiles) continue;
            if (!focused.TryGetValue(path, out var dates)) focused[path] = dates = [];
            dates.Add(date);
        }
    }
}
