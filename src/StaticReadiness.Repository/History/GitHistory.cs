using System.Globalization;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Repository.History;

/// <summary>What git tells about a repository's past; each question is put to git once, when first asked.</summary>
public sealed class GitHistory
{
    private const char FieldSeparator = '\u001F';

    private readonly Lazy<Answer<IReadOnlyList<Commit>>> commits;
    private readonly Lazy<Answer<IReadOnlyList<Release>>> releases;
    private readonly Lazy<Answer<IReadOnlyDictionary<string, DateTimeOffset>>> lastChanges;

    private readonly Func<DateTimeOffset, Answer<FileChanges>> readChanges;

    private GitHistory(GitProgram git, RepositoryFiles files, CancellationToken cancellation)
    {
        readChanges = since => FileChangesReader.Read(git, since, cancellation);
        IsShallow = File.Exists(Path.Combine(git.GitDirectory, "shallow"));
        IsWhole = git.IsAtTop;
        commits = new(() => ReadCommits(git, cancellation));
        releases = new(() => ReadReleases(git, cancellation));
        lastChanges = new(() => ReadLastChanges(git, files, cancellation));
    }

    private GitHistory(IEnumerable<Commit> commits, IEnumerable<Release> releases, bool isShallow, FileChanges? changes)
    {
        readChanges = _ => changes is null ? Answers.Unknown<FileChanges>("the history is held in memory without its files") : Answers.Known(changes);
        IsShallow = isShallow;
        IsWhole = true;
        var newestFirst = commits.OrderByDescending(c => c.Date).ToList();
        this.commits = new(newestFirst.Count > 0 ? Answers.Known<IReadOnlyList<Commit>>(newestFirst) : Answers.Unknown<IReadOnlyList<Commit>>("git has no commits yet"));
        this.releases = new(Answers.Known(Sort(releases)));
        lastChanges = new(Answers.Unknown<IReadOnlyDictionary<string, DateTimeOffset>>("the history is held in memory without its files"));
    }

    /// <summary>Whether the clone holds only the newest commits.</summary>
    public bool IsShallow { get; }

    /// <summary>Whether the scanned directory is the top of its repository: files about the whole, such as a licence, lie above it otherwise.</summary>
    public bool IsWhole { get; }

    /// <summary>The newest commit on the checked-out branch; known for shallow clones too.</summary>
    public Answer<Commit> LastCommit => commits.Value.Select(c => c[0]);

    /// <summary>The commits of the checked-out branch that touch the scanned directory, newest first.</summary>
    public Answer<IReadOnlyList<Commit>> Commits => WhenDeep(commits);

    /// <summary>The releases in ascending order of their versions, per component.</summary>
    public Answer<IReadOnlyList<Release>> Releases => releases.Value is { IsKnown: true, Value.Count: 0 } && IsShallow
        ? Answers.Unknown<IReadOnlyList<Release>>("the clone is shallow and holds no tags")
        : releases.Value;

    /// <summary>When each file was last changed by a commit, by path relative to the scanned directory.</summary>
    public Answer<IReadOnlyDictionary<string, DateTimeOffset>> LastChanges => WhenDeep(lastChanges);

    /// <summary>The history of the repository that files were listed from; unknown when there is none to ask.</summary>
    public static Answer<GitHistory> Open(RepositoryFiles files, GitLimits? limits = null, CancellationToken cancellation = default)
    {
        if (files.PhysicalRoot is not { } root) return Answers.Unknown<GitHistory>("the files are not on disk");
        return GitProgram.For(root, limits ?? GitLimits.Default).Select(git => new GitHistory(git, files, cancellation));
    }

    /// <summary>A history held in memory.</summary>
    public static GitHistory InMemory(IEnumerable<Commit> commits, IEnumerable<Release> releases, bool isShallow = false, FileChanges? changes = null) => new(commits, releases, isShallow, changes);

    /// <summary>Which commits since a moment changed which files, those that are gone today too; each call asks git anew.</summary>
    public Answer<FileChanges> ChangesSince(DateTimeOffset moment) => IsShallow ? Answers.Unknown<FileChanges>("the clone is shallow: older commits are missing") : readChanges(moment);

    /// <summary>The people who committed from one moment to another, by falling number of commits; bots are left out.</summary>
    public Answer<IReadOnlyList<Contributor>> ContributorsBetween(DateTimeOffset from, DateTimeOffset to) => Commits.Select<IReadOnlyList<Contributor>>(all =>
    {
        var people = all.Where(c => c.Date >= from && c.Date <= to && !c.IsByBot).ToList();
        return
        [
            .. people.GroupBy(c => c.Email.Length > 0 ? c.Email : c.Author)
                .Select(g => new Contributor(g.First().Author, g.Count(), (double)g.Count() / people.Count))
                .GroupBy(c => c.Name)
                .Select(g => new Contributor(g.Key, g.Sum(c => c.Commits), g.Sum(c => c.Share)))
                .OrderByDescending(c => c.Commits).ThenBy(c => c.Name, StringComparer.Ordinal),
        ];
    });

    private Answer<T> WhenDeep<T>(Lazy<Answer<T>> answer) =>
        IsShallow ? Answers.Unknown<T>("the clone is shallow: older commits are missing") : answer.Value;

    private static Answer<IReadOnlyList<Commit>> ReadCommits(GitProgram git, CancellationToken cancellation)
    {
        var list = new List<Commit>();
        string[] command = ["log", "-z", "--no-color", "--no-show-signature", "--use-mailmap", $"--format=%H%x1f%aN%x1f%aE%x1f%ct", "HEAD", "--", "."];
        var read = git.Read(command, record =>
        {
            var fields = record.Split(FieldSeparator);
            if (fields.Length == 4 && TryReadDate(fields[3], out var date)) list.Add(new Commit(fields[0], fields[1], fields[2].ToLowerInvariant(), date));
            return true;
        }, cancellation);
        if (!read.IsKnown) return Answers.Unknown<IReadOnlyList<Commit>>(Explain(read.Reason));
        if (!read.Value) return Answers.Unknown<IReadOnlyList<Commit>>("the history is longer than the limit");
        return list.Count > 0 ? Answers.Known<IReadOnlyList<Commit>>(list) : Answers.Unknown<IReadOnlyList<Commit>>("git has no commits of this directory");
    }

    private static Answer<IReadOnlyList<Release>> ReadReleases(GitProgram git, CancellationToken cancellation)
    {
        var list = new List<Release>();
        string[] command = ["for-each-ref", "--format=%(refname:strip=2)%1f%(creatordate:unix)%00", "refs/tags"];
        var read = git.Read(command, record =>
        {
            var fields = record.TrimStart('\n').Split(FieldSeparator);
            if (fields.Length == 2 && TryReadDate(fields[1], out var date) && ReleaseTag.TryParse(fields[0], date, out var release)) list.Add(release);
            return true;
        }, cancellation);
        if (!read.IsKnown) return Answers.Unknown<IReadOnlyList<Release>>(Explain(read.Reason));
        return Answers.Known(Sort(list));
    }

    private static IReadOnlyList<Release> Sort(IEnumerable<Release> releases) =>
        [.. releases.OrderBy(r => r.Component, StringComparer.Ordinal).ThenBy(r => r.Version).ThenBy(r => r.Tag, StringComparer.Ordinal)];

    /// <summary>Reads the log newest first and stops as soon as every file of today has been seen.</summary>
    private static Answer<IReadOnlyDictionary<string, DateTimeOffset>> ReadLastChanges(GitProgram git, RepositoryFiles files, CancellationToken cancellation)
    {
        var wanted = files.Files.Where(f => f.Tracking != GitTracking.Untracked).Select(f => f.Path).ToHashSet();
        var changes = new Dictionary<string, DateTimeOffset>(wanted.Count);
        var date = default(DateTimeOffset);
        string[] command = ["log", "-z", "--no-color", "--no-show-signature", "--no-ext-diff", "--no-textconv", "--no-renames", "--name-only", "--relative", "--format=%x1f%ct", "HEAD", "--", "."];
        var read = git.Read(command, record =>
        {
            // With -z a commit's header is a record that the first name follows after a line feed.
            var text = record.TrimStart('\n');
            if (text.StartsWith(FieldSeparator))
            {
                if (TryReadDate(text.AsSpan(1), out var next)) date = next;
                return true;
            }

            if (wanted.Remove(text)) changes[text] = date;
            return wanted.Count > 0;
        }, cancellation);
        return read.IsKnown ? Answers.Known<IReadOnlyDictionary<string, DateTimeOffset>>(changes)
            : Answers.Unknown<IReadOnlyDictionary<string, DateTimeOffset>>(Explain(read.Reason));
    }

    private static string Explain(string reason) =>
        reason.Contains("unknown revision", StringComparison.Ordinal) || reason.Contains("bad revision", StringComparison.Ordinal) || reason.Contains("does not have any commits", StringComparison.Ordinal)
            ? "git has no commits yet"
            : reason;

    internal static bool TryReadDate(ReadOnlySpan<char> seconds, out DateTimeOffset date)
    {
        // The bounds of DateTimeOffset; a crafted commit may claim any number.
        var valid = long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value is >= -62135596800 and <= 253402300799;
        date = valid ? DateTimeOffset.FromUnixTimeSeconds(value) : default;
        return valid;
    }
}
