using System.Collections.Immutable;
using System.Globalization;
using StaticReadiness.Repository.History;

namespace StaticReadiness.Testing.Markdown;

/// <summary>Reads a <c>history</c> fence: <c>2025-11-02 Ada</c> is a commit, <c>2025-11-02 Ada x12</c> a dozen, <c>2025-11-02 Ada shop/cart.py,README.md</c> one that changed files, <c>2025-11-03 tag v1.0</c> a tag, <c>shallow</c> a clone without the rest.</summary>
internal static class HistoryFence
{
    public static GitHistory Read(string page, string content)
    {
        var commits = new List<Commit>();
        var releases = new List<Release>();
        var changes = new FileChanges();
        var isShallow = false;
        foreach (var line in content.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line == "shallow")
            {
                isShallow = true;
                continue;
            }

            var words = line.Split(' ');
            if (words.Length < 2 || !DateTimeOffset.TryParseExact(words[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
                throw new FormatException($"{page}: `{line}` is no line of a history: `2025-11-02 Ada x12`, `2025-11-03 tag v1.0` or `shallow`");
            if (words[1] != "tag") AddCommits(commits, changes, date, words);
            else if (ReleaseTag.TryParse(words[2], date, out var release)) releases.Add(release);
        }

        return GitHistory.InMemory(commits, releases, isShallow, changes.Paths.Count > 0 ? changes : null);
    }

    private static void AddCommits(List<Commit> commits, FileChanges changes, DateTimeOffset date, string[] words)
    {
        var count = words.FirstOrDefault(word => word.Length > 1 && word[0] == 'x' && int.TryParse(word.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out _)) is { } times
            ? int.Parse(times.AsSpan(1), CultureInfo.InvariantCulture)
            : 1;
        var paths = words.Skip(2).Where(word => word.Contains('.') || word.Contains('/') || word.Contains(',')).SelectMany(word => word.Split(',')).ToImmutableArray();
        for (var i = 0; i < count; i++)
        {
            commits.Add(new Commit($"{commits.Count:x40}", words[1], $"{words[1].ToLowerInvariant()}@shop.example", date));
            if (!paths.IsEmpty) changes.Add(date, paths);
        }
    }
}
