using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.History;

namespace StaticReadiness.Repository.Tests.History;

public class GitHistoryTests
{
    private static void Commit(TemporaryDirectory directory, string author, string date, params string[] paths)
    {
        foreach (var path in paths) File.AppendAllText(Prepare(directory.At(path)), "x\n");
        directory.Git("add", "-A");
        directory.Run("env", $"GIT_AUTHOR_DATE={date}", $"GIT_COMMITTER_DATE={date}", "git", "-c", $"user.name={author}", "-c", $"user.email={author.ToUpperInvariant()}@example.org", "-c", "commit.gpgsign=false", "commit", "-qm", "x");

        static string Prepare(string path)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return path;
        }
    }

    private static TemporaryDirectory Sample()
    {
        var directory = new TemporaryDirectory();
        directory.Git("init", "-q");
        Commit(directory, "ann", "2023-01-01T00:00:00Z", "a.py", "docs/a b.md");
        directory.Git("tag", "v0.9");
        Commit(directory, "bob", "2024-02-02T00:00:00Z", "a.py", "pkg/c.py");
        directory.Git("tag", "v0.10");
        directory.Git("tag", "nightly");
        Commit(directory, "ann", "2024-03-03T00:00:00Z", "pkg/c.py");
        Commit(directory, "renovate[bot]", "2024-04-04T00:00:00Z", "pkg/d.py");
        directory.Git("tag", "v0.10rc1");
        return directory;
    }

    [Fact]
    public void The_last_change_of_every_file_is_known()
    {
        using var directory = Sample();
        var changes = GitHistory.Open(RepositoryFiles.Open(directory.Path)).Value.LastChanges.Value;

        changes.ToDictionary(c => c.Key, c => c.Value.ToString("yyyy-MM-dd")).ShouldBe(
            new Dictionary<string, string> { ["a.py"] = "2024-02-02", ["docs/a b.md"] = "2023-01-01", ["pkg/c.py"] = "2024-03-03", ["pkg/d.py"] = "2024-04-04" },
            ignoreOrder: true);
    }

    [Fact]
    public void A_directory_below_the_top_has_the_history_of_its_own_files()
    {
        using var directory = Sample();
        var history = GitHistory.Open(RepositoryFiles.Open(directory.At("pkg"))).Value;

        history.LastChanges.Value.Keys.Order(StringComparer.Ordinal).ShouldBe(["c.py", "d.py"]);
        history.Commits.Value.Count.ShouldBe(3);
    }

    [Fact]
    public void Releases_stand_in_the_order_of_their_versions()
    {
        using var directory = Sample();
        GitHistory.Open(RepositoryFiles.Open(directory.Path)).Value.Releases.Value.Select(r => r.Tag).ShouldBe(["v0.9", "v0.10rc1", "v0.10"]);
    }

    [Fact]
    public void Shares_count_people_and_not_bots()
    {
        using var directory = Sample();
        var history = GitHistory.Open(RepositoryFiles.Open(directory.Path)).Value;
        var year = history.ContributorsBetween(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero)).Value;

        year.ShouldBe([new Contributor("ann", 1, 0.5), new Contributor("bob", 1, 0.5)]);
        history.Commits.Value[^1].Date.Year.ShouldBe(2023);
        history.Commits.Value[0].IsByBot.ShouldBeTrue();
        history.Commits.Value[1].Email.ShouldBe("ann@example.org");
    }

    [Fact]
    public void A_shallow_clone_knows_its_last_commit_and_says_what_it_does_not_know()
    {
        using var origin = Sample();
        using var directory = new TemporaryDirectory();
        directory.Git("clone", "-q", "--depth", "1", "file://" + origin.Path, "clone");
        var history = GitHistory.Open(RepositoryFiles.Open(directory.At("clone"))).Value;

        history.LastCommit.Value.Date.Year.ShouldBe(2024);
        history.Commits.Reason.ShouldBe("the clone is shallow: older commits are missing");
        history.LastChanges.IsKnown.ShouldBeFalse();
    }

    [Fact]
    public void What_cannot_be_known_comes_with_the_reason()
    {
        using var directory = new TemporaryDirectory();
        GitHistory.Open(RepositoryFiles.Open(directory.Path)).Reason.ShouldBe("the directory is not in a git repository");
        GitHistory.Open(RepositoryFiles.InMemory(("a.py", ""))).Reason.ShouldBe("the files are not on disk");
        directory.Git("init", "-q");
        GitHistory.Open(RepositoryFiles.Open(directory.Path)).Value.LastCommit.Reason.ShouldBe("git has no commits yet");
        GitHistory.Open(RepositoryFiles.Open(directory.Path)).Value.Releases.Value.ShouldBeEmpty();
    }

    [Fact]
    public void A_bound_on_the_output_is_kept()
    {
        using var directory = Sample();
        GitHistory.Open(RepositoryFiles.Open(directory.Path), new GitLimits(TimeSpan.FromSeconds(30), 100)).Value.Commits.Reason.ShouldBe("the history is longer than the limit");
    }

    [Theory]
    [InlineData("1.2.3", "", "1.2.3")]
    [InlineData("v1.2rc1", "", "1.2rc1")]
    [InlineData("release-1.2", "", "1.2")]
    [InlineData("rel_1_4", null, null)]
    [InlineData("REL-9_7", "", "9.7")]
    [InlineData("django-debug-toolbar-4.0", "django-debug-toolbar", "4.0")]
    [InlineData("core/v2.0.1", "core", "2.0.1")]
    [InlineData("langchain==0.3.1", "langchain", "0.3.1")]
    [InlineData("@scope/pkg@1.0", "@scope/pkg", "1.0")]
    [InlineData("nightly-2024-01-05", null, null)]
    [InlineData("nightly", null, null)]
    public void A_tag_names_its_version(string tag, string? component, string? version)
    {
        ReleaseTag.TryParse(tag, default, out var release).ShouldBe(version is not null);
        release?.Component.ShouldBe(component);
        release?.Version.ToString().ShouldBe(version);
    }
}
