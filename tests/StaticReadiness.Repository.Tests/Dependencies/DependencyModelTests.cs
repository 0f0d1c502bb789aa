using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Locks;

namespace StaticReadiness.Repository.Tests.Dependencies;

public sealed class DependencyModelTests
{
    [Fact]
    public void Manifests_locks_and_included_files_are_found()
    {
        var model = Read(
            ("pyproject.toml", "[project]\nname = 'x'\ndynamic = ['dependencies']\n[tool.setuptools.dynamic]\ndependencies = {file = ['deps/base.txt']}\n"),
            ("deps/base.txt", "a>=1\n-r more.txt\n"),
            ("deps/more.txt", "b\n"),
            ("requirements-dev.txt", "pytest\n-c constraints.txt\n"),
            ("constraints.txt", "pytest<9\n"),
            ("uv.lock", "version = 1\n"),
            ("notes.txt", "not a manifest\n"));
        model.Declared.Select(declared => $"{declared.Name} {declared.Group} {declared.File}{(declared.IsConstraintOnly ? " constraint" : "")}").ShouldBe(
            ["pytest runtime constraints.txt constraint", "a runtime deps/base.txt", "b runtime deps/more.txt", "pytest dev requirements-dev.txt"]);
        model.Notices.ShouldBeEmpty();
        model.LocksFor(model.FindManifest("pyproject.toml")!).Select(found => found.Kind).ShouldBe([LockKind.Uv]);
    }

    [Fact]
    public void A_cycle_of_includes_ends_and_is_noticed()
    {
        var model = Read(("requirements.txt", "-r a.txt\nx\n"), ("a.txt", "-r requirements.txt\ny\n"), ("b/requirements.txt", "-r requirements.txt\n"));
        model.Declared.Select(declared => declared.Name).ShouldBe(["y", "x"]);
        model.Notices.Select(notice => $"{notice.File}:{notice.Line} {notice.Message}").ShouldBe(
            ["b/requirements.txt:1 `b/requirements.txt` and `b/requirements.txt` include each other", "a.txt:1 `requirements.txt` and `a.txt` include each other"], ignoreOrder: true);
    }

    [Fact]
    public void A_missing_include_is_noticed_at_its_line() =>
        Read(("requirements.txt", "x\n-r gone.txt\n")).Notices.ShouldHaveSingleItem().ToString().ShouldContain("`gone.txt` does not exist or is not read");

    [Fact]
    public void A_pinned_file_settles_the_source_it_is_compiled_from()
    {
        var model = Read(("requirements.in", "a\n"), ("requirements.txt", "a==1 # via -r requirements.in\nb==2 # via a\n"), ("other/requirements.in", "c\n"));
        model.LocksFor(model.FindManifest("requirements.in")!).Select(found => found.Path).ShouldBe(["requirements.txt"]);
        model.LocksFor(model.FindManifest("other/requirements.in")!).ShouldBeEmpty();
    }

    [Fact]
    public void A_workspaces_lock_at_the_root_settles_its_members()
    {
        var model = Read(("uv.lock", "version = 1\n"), ("packages/a/pyproject.toml", "[project]\nname = 'a'\n"));
        model.LocksFor(model.FindManifest("packages/a/pyproject.toml")!).ShouldHaveSingleItem().Path.ShouldBe("uv.lock");
    }

    [Theory]
    [InlineData("[[packages]]\nname = 'a'\n", "the file has no `lock-version`: the lock is not used")]
    [InlineData("lock-version = '666'\n[[packages]]\nname = 'a'\n", "`666` is no version of the format that is known: the lock is not used")]
    [InlineData("lock-version = '1.0'\n", "the file has no `packages`: the lock is not used")]
    public void A_pylock_that_no_installer_would_take_is_no_lock(string text, string notice)
    {
        var model = Read(("pylock.toml", text));
        model.Locks.ShouldBeEmpty();
        model.Notices.ShouldHaveSingleItem().Message.ShouldBe(notice);
    }

    private static DependencyModel Read(params (string Path, string Content)[] files) => DependencyModel.Read(RepositoryFiles.InMemory(files));
}
