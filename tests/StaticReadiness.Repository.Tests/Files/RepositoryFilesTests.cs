using System.Text;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Repository.Tests.Files;

public class RepositoryFilesTests
{
    [Fact]
    public void Environments_caches_and_build_output_are_left_out_and_named()
    {
        using var directory = new TemporaryDirectory();
        directory.Touch(
            "app/main.py", "env/pyvenv.cfg", "env/lib/x.py", "node_modules/a/b.js", "build/lib/app.py", "ops/build/__init__.py", "ops/build/wheel.py",
            "cache/CACHEDIR.TAG", "cache/x", "app/__pycache__/main.pyc", "foo.egg-info/PKG-INFO", ".github/workflows/ci.yml", ".gitlab-ci.yml", "old.pyc");

        var files = RepositoryFiles.Open(directory.Path);

        files.Files.Select(f => f.Path).ShouldBe([".github/workflows/ci.yml", ".gitlab-ci.yml", "app/main.py", "ops/build/__init__.py", "ops/build/wheel.py"]);
        files.Skipped.Select(s => (s.Path, s.Reason)).ShouldBe(
        [
            ("app/__pycache__", SkipReason.ByDefault), ("build", SkipReason.ByDefault), ("cache", SkipReason.ByDefault), ("env", SkipReason.VirtualEnvironment),
            ("foo.egg-info", SkipReason.ByDefault), ("node_modules", SkipReason.ByDefault), ("old.pyc", SkipReason.ByDefault),
        ]);
    }

    [Fact]
    public void Many_threads_list_what_one_lists()
    {
        using var directory = new TemporaryDirectory();
        directory.Touch([.. from a in Enumerable.Range(0, 12) from b in Enumerable.Range(0, 12) select $"p{a}/q{b}/{(b % 3 == 0 ? "node_modules" : "r")}/m{a}.py"]);
        File.CreateSymbolicLink(directory.At("p1/link.py"), "q1/r/m1.py");

        var alone = RepositoryFiles.Open(directory.Path, jobs: 1);
        var together = RepositoryFiles.Open(directory.Path, jobs: 8);

        alone.Files.Count.ShouldBe(96);
        together.Files.Select(f => f.Path).ShouldBe(alone.Files.Select(f => f.Path));
        together.Skipped.ShouldBe(alone.Skipped);
        together.TryGet("p1/link.py")!.Path.ShouldBe("p1/q1/r/m1.py");
    }

    [Fact]
    public void A_text_that_somebody_holds_is_not_read_again()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("notes.md", "one");
        var file = RepositoryFiles.Open(directory.Path).TryGet("notes.md")!;
        var text = file.ReadText().Value;
        directory.Write("notes.md", "two");
        file.ReadText().Value.ShouldBeSameAs(text);
        GC.KeepAlive(text);
    }

    [Fact]
    public void Patterns_of_the_user_leave_out_and_bring_back()
    {
        using var directory = new TemporaryDirectory();
        directory.Touch("a.py", "docs/conf.py", "docs/keep.md", "node_modules/own/a.js", "node_modules/other/a.js", "build/gen.py", "x.log");
        directory.Write(".gitignore", "*.log\n");

        var files = RepositoryFiles.Open(directory.Path, new FileSelection { Exclude = ["/docs/*.py"], Include = ["/node_modules/own/", "build", "*.log"] });

        files.Files.Select(f => f.Path).ShouldBe([".gitignore", "a.py", "build/gen.py", "docs/keep.md", "node_modules/own/a.js", "x.log"]);
    }

    [Fact]
    public void Links_are_never_followed_and_a_link_inside_finds_the_file_it_names()
    {
        using var directory = new TemporaryDirectory();
        using var outside = new TemporaryDirectory();
        outside.Touch("secret.py");
        directory.Touch("docs/README.md", "pkg/a.py");
        File.CreateSymbolicLink(directory.At("README.md"), "docs/README.md");
        File.CreateSymbolicLink(directory.At("outside.py"), outside.At("secret.py"));
        File.CreateSymbolicLink(directory.At("ring-a"), "ring-b");
        File.CreateSymbolicLink(directory.At("ring-b"), "ring-a");
        File.CreateSymbolicLink(directory.At("gone"), "nowhere");
        Directory.CreateSymbolicLink(directory.At("pkg/self"), "..");
        Directory.CreateSymbolicLink(directory.At("escape"), outside.Path);

        var files = RepositoryFiles.Open(directory.Path);

        files.Files.Select(f => f.Path).ShouldBe(["docs/README.md", "pkg/a.py"]);
        files.TryGet("README.md").ShouldBe(files.TryGet("docs/README.md"));
        files.Skipped.ShouldAllBe(s => s.Reason == SkipReason.Link);
        files.Skipped.ToDictionary(s => s.Path, s => s.Detail).ShouldBe(
            new Dictionary<string, string>
            {
                ["README.md"] = "a link to docs/README.md, which is read at its own place",
                ["outside.py"] = "a link that leads out of the repository",
                ["escape"] = "a link that leads out of the repository",
                ["ring-a"] = "a link that leads round in a circle",
                ["ring-b"] = "a link that leads round in a circle",
                ["gone"] = "a link to nowhere, which does not exist",
                ["pkg/self"] = "a link to the repository's root",
            },
            ignoreOrder: true);
    }

    [Fact]
    public void Pipes_are_skipped_without_being_opened()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("empty.py", "");
        directory.Run("mkfifo", directory.At("pipe.py"));

        var files = RepositoryFiles.Open(directory.Path);

        files.Files.ShouldHaveSingleItem().ReadBytes().Value.ShouldBeEmpty();
        files.Skipped.ShouldHaveSingleItem().Reason.ShouldBe(SkipReason.Special);
    }

    [Fact]
    public void A_file_beyond_its_limit_is_skipped_with_both_numbers()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("big.py", new string('#', 6 * 1024 * 1024));
        directory.Write("big.json", new string(' ', 6 * 1024 * 1024));

        var files = RepositoryFiles.Open(directory.Path);

        files.Files.Select(f => f.Path).ShouldBe(["big.json"]);
        files.Skipped.ShouldHaveSingleItem().Detail.ShouldBe("6 MiB, more than the limit of 5 MiB");
    }

    [Fact]
    public void A_single_file_is_a_repository_of_one()
    {
        using var directory = new TemporaryDirectory();
        directory.Touch("tests/test_a.py", "tests/other.py");

        var files = RepositoryFiles.Open(directory.At("tests/test_a.py"));

        files.Files.ShouldHaveSingleItem().Path.ShouldBe("test_a.py");
        files.Files[0].Role.ShouldBe(FileRoles.Application);
    }

    [Fact]
    public void A_path_that_does_not_exist_is_a_clear_error() =>
        Should.Throw<RepositoryException>(() => RepositoryFiles.Open("/no/such/place")).Message.ShouldBe("there is no file or directory at /no/such/place");

    [Theory]
    [InlineData("a.py", new byte[] { 0x23, 0x63, 0x6F, 0x64, 0x69, 0x6E, 0x67, 0x3A, 0x6C, 0x61, 0x74, 0x69, 0x6E, 0x31, 0x0A, 0x23, 0xE9 }, "#coding:latin1\n#é")]
    [InlineData("a.yml", new byte[] { 0xEF, 0xBB, 0xBF, 0x61 }, "a")]
    [InlineData("a.txt", new byte[] { 0xFF, 0xFE, 0x61, 0x00 }, "a")]
    public void Text_is_decoded_by_the_rules_of_its_kind(string path, byte[] bytes, string expected) =>
        RepositoryFiles.InMemory("", [(path, bytes)]).Files[0].ReadText().Value.Content.ShouldBe(expected);

    [Theory]
    [InlineData("a.yml", new byte[] { 0x61, 0xE9 }, "the text is not valid UTF-8")]
    [InlineData("a.png", new byte[] { 0x61, 0x00, 0x01 }, "it is a binary file")]
    public void Bytes_that_are_no_text_say_so(string path, byte[] bytes, string reason) =>
        RepositoryFiles.InMemory("", [(path, bytes)]).Files[0].ReadText().Reason.ShouldBe(reason);

    [Fact]
    public void A_file_that_vanishes_after_the_listing_is_an_answer_and_no_exception()
    {
        using var directory = new TemporaryDirectory();
        directory.Touch("a.py");
        var file = RepositoryFiles.Open(directory.Path).Files[0];
        File.Delete(directory.At("a.py"));

        file.ReadText().Reason.ShouldBe("the file has vanished since it was listed");
    }

    [Fact]
    public void A_buffer_replaces_the_file_on_disk()
    {
        var files = RepositoryFiles.InMemory(("a.py", "1"), ("b.py", "2")).WithText("b.py", "3").WithText("c/d.py", "4");

        files.Files.Select(f => (f.Path, Encoding.UTF8.GetString(f.ReadBytes().Value))).ShouldBe([("a.py", "1"), ("b.py", "3"), ("c/d.py", "4")]);
        files.Exists("c").ShouldBeTrue();
        files.Exists("d").ShouldBeFalse();
    }
}
