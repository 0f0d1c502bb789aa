using StaticReadiness.Repository.Files;

namespace StaticReadiness.Repository.Tests.Files;

public class GitIgnoreTests
{
    private static readonly string[] Paths =
    [
        "a.py", "a.log", "keep.log", "sub/a.log", "sub/keep.log", "sub/b.tmp", "sub/inner/b.tmp", "sub/inner/c.tmp", "logs/x/y.py", "out/a.py", "sub/out/a.py",
        "deep/a/b/c/file.gen", "foo bar", "trailing ", "#hash", "!bang", "x/y/z", "q/y/z", "data/1.csv", "data/sub/2.csv", "café.txt", "tracked.log", "secret/open.txt",
        "secret/closed.txt", "dir.cfg/a", "name/dir.cfg", "ab1.c", "ab2.c", "abz.c", "nested/only/here.txt", "here.txt", "priv.txt", "sub/priv.txt", "star*lit", "starlit",
    ];

    private const string Rules =
        "\uFEFF*.log\r\n!keep.log\n/out/\nlogs\n**/c/*.gen\nfoo\\ bar\ntrailing\\ \n\\#hash\n\\!bang\n/x/**/z\n**/q/y\ndata/*\n!data/1.csv\nsecret/*\n!secret/open.txt\ndir.cfg/\nab[0-9].c\ncaf?.txt\nstar\\*lit\n# a comment\n   \n";

    [Fact]
    public void The_files_read_are_those_that_git_lists_as_tracked_or_not_ignored()
    {
        using var directory = new TemporaryDirectory();
        directory.Git("init", "-q");
        directory.Touch(Paths);
        directory.Git("add", "tracked.log", "sub/out/a.py", "sub/inner/c.tmp");
        directory.Write(".gitignore", Rules);
        directory.Write("sub/.gitignore", "*.tmp\n!inner/b.tmp\n!a.log\nout\n");
        directory.Write("nested/.gitignore", "/here.txt\nonly/here.txt\n");
        directory.Write(".git/info/exclude", "priv.txt\n*.py\n");

        var expected = directory.Git("-c", "core.quotepath=off", "ls-files", "-z", "-c", "-o", "--exclude-standard").Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var files = RepositoryFiles.Open(directory.Path);

        files.Files.Select(f => f.Path).ShouldBe(expected.Order(StringComparer.Ordinal));
        files.TryGet("tracked.log")!.Tracking.ShouldBe(GitTracking.Tracked);
        files.TryGet("keep.log")!.Tracking.ShouldBe(GitTracking.Untracked);
        files.TryGetSkipped("priv.txt")!.Reason.ShouldBe(SkipReason.Ignored);
    }

    [Fact]
    public void Random_patterns_decide_as_git_decides()
    {
        using var directory = new TemporaryDirectory();
        directory.Git("init", "-q");
        directory.Touch("a", "b", "ab", "abc", "a-b", "d/a", "d/b", "d/ab", "d/e/a", "d/e/b", "d/e/f/a", "d/e/f/c", "e/d/a", "x/a/b/c/d", "x/b/c", "x/a/c", "[a]", "a]", "x/é", "a b", "b*", "d!/a");
        string[] pieces = ["a", "b", "c", "d", "e", "*", "**", "?", "/", "/", "/", "[ab]", "[!a]", "[]a]", "[a-c]", "[^[:alpha:]]", "**/", "/**", "/**/", "!", "\\a", "\\", "[", "é", " ", "\\ ", "#"];
        var random = new Random(20260101);
        for (var round = 0; round < 150; round++)
        {
            var lines = Enumerable.Range(0, random.Next(1, 5)).Select(_ => (random.Next(4) == 0 ? "!" : "") + string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => pieces[random.Next(pieces.Length)])));
            var rules = string.Join('\n', lines);
            directory.Write(round % 3 == 0 ? "d/.gitignore" : ".gitignore", rules);

            var expected = directory.Git("ls-files", "-z", "-o", "--exclude-standard").Split('\0', StringSplitOptions.RemoveEmptyEntries);
            RepositoryFiles.Open(directory.Path).Files.Select(f => f.Path).ShouldBe(expected.Order(StringComparer.Ordinal), $"round {round}: {rules}");
        }
    }

    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("4")]
    public void Every_version_of_the_index_is_read(string version)
    {
        using var directory = new TemporaryDirectory();
        directory.Git("init", "-q");
        directory.Touch("a.log", "long/path/to/file one.log", "long/path/to/file two.log", "long/other.log");
        directory.Write(".gitignore", "*.log\n");
        directory.Git("add", "-f", ".");
        directory.Touch("untracked.log");
        if (version == "3") directory.Git("update-index", "--skip-worktree", "a.log");
        else directory.Git("update-index", "--index-version", version);

        RepositoryFiles.Open(directory.Path).Files.Select(f => f.Path)
            .ShouldBe([".gitignore", "a.log", "long/other.log", "long/path/to/file one.log", "long/path/to/file two.log"]);
    }

    [Fact]
    public void A_scan_below_the_top_of_the_working_tree_obeys_the_ignore_files_above()
    {
        using var directory = new TemporaryDirectory();
        directory.Git("init", "-q");
        directory.Write(".gitignore", "*.log\n/service/private/\n");
        directory.Touch("service/a.py", "service/a.log", "service/private/b.py", "service/tracked.log");
        directory.Git("add", "-f", "service/tracked.log");

        RepositoryFiles.Open(directory.At("service")).Files.Select(f => f.Path).ShouldBe(["a.py", "tracked.log"]);
    }

    [Fact]
    public void A_directory_that_git_ignores_is_read_when_it_is_what_the_user_names()
    {
        using var directory = new TemporaryDirectory();
        directory.Git("init", "-q");
        directory.Write(".gitignore", "corpus/\n");
        directory.Touch("corpus/project/a.py");

        RepositoryFiles.Open(directory.At("corpus/project")).Files.Select(f => f.Path).ShouldBe(["a.py"]);
        RepositoryFiles.Open(directory.Path).Skipped.ShouldContain(s => s.Path == "corpus" && s.Reason == SkipReason.Ignored);
    }

    [Fact]
    public void A_repository_nested_in_another_goes_by_its_own_rules_and_a_submodule_is_left_out()
    {
        using var directory = new TemporaryDirectory();
        directory.Touch("one/a.py", "one/a.log", "two/a.log");
        directory.Write("one/.gitignore", "*.log\n");
        directory.Git("init", "-q", "one");
        directory.Git("init", "-q", "two");

        RepositoryFiles.Open(directory.Path).Files.Select(f => f.Path).ShouldBe(["one/.gitignore", "one/a.py", "two/a.log"]);

        directory.Git("-C", "two", "add", "-A");
        directory.Git("-C", "two", "commit", "-qm", "x");
        directory.Git("init", "-q");
        directory.Git("-c", "advice.addEmbeddedRepo=false", "add", "two");
        RepositoryFiles.Open(directory.Path).TryGetSkipped("two")!.Reason.ShouldBe(SkipReason.Submodule);
    }

    [Fact]
    public void A_damaged_index_is_reported_and_the_scan_goes_on()
    {
        using var directory = new TemporaryDirectory();
        directory.Git("init", "-q");
        directory.Touch("a.py");
        directory.Write(".git/index", "DIRC no index at all, but long enough to look like one");

        var files = RepositoryFiles.Open(directory.Path);

        files.TryGet("a.py")!.Tracking.ShouldBe(GitTracking.Unknown);
        files.Notices.ShouldHaveSingleItem().ShouldContain("git index");
    }
}
