using System.Collections.Immutable;
using System.Globalization;

namespace StaticReadiness.Repository.History;

/// <summary>Asks git which commits changed which files.</summary>
internal static class FileChangesReader
{
    private const char Mark = '\u001F';

    public static Answer<FileChanges> Read(GitProgram git, DateTimeOffset since, CancellationToken cancellation)
    {
        var changes = new FileChanges();
        var paths = ImmutableArray.CreateBuilder<string>();
        var date = default(DateTimeOffset);
        var seconds = since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        string[] command = ["log", "-z", "--no-color", "--no-show-signature", "--no-ext-diff", "--no-textconv", "--no-renames", "--name-only", "--relative", $"--since={seconds}", "--format=%x1f%ct", "HEAD", "--", "."];
        var read = git.Read(command, record =>
        {
            // With -z a commit's header is a record that the first name follows after a line feed.
            var text = record.TrimStart('\n');
            if (!text.StartsWith(Mark))
            {
                if (text.Length > 0) paths.Add(text);
                return true;
            }

            changes.Add(date, paths.DrainToImmutable());
            if (GitHistory.TryReadDate(text.AsSpan(1), out var next)) date = next;
            return true;
        }, cancellation);
        if (!read.IsKnown) return Answers.Unknown<FileChanges>(read.Reason);
        if (!read.Value) return Answers.Unknown<FileChanges>("the history is longer than the limit");
        changes.Add(date, paths.DrainToImmutable());
        return Answers.Known(changes);
    }
}
