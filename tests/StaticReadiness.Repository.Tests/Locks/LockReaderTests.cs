using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Locks;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Repository.Tests.Locks;

public sealed class LockReaderTests
{
    [Fact]
    public void Poetry_locks_of_both_formats_are_read()
    {
        const string New = "[[package]]\nname = \"Flask\"\nversion = \"3.0.0\"\ngroups = [\"main\"]\nfiles = [\n  {file = \"a.whl\", hash = \"sha256:1\"},\n]\n[package.dependencies]\nWerkzeug = \">=3\"\n[[package]]\nname = \"werkzeug\"\nversion = \"3.0.1\"\nfiles = []\n[package.source]\ntype = \"git\"\nurl = \"https://example.org/w.git\"\nresolved_reference = \"abc\"\n[metadata]\nlock-version = \"2.0\"\npython-versions = \"^3.9\"\ncontent-hash = \"ff\"\n";
        var found = Read(LockKind.Poetry, New);
        Describe(found).ShouldBe(["flask 3.0.0 #1 <", "werkzeug 3.0.1 #0 < flask"]);
        found.Packages[1].Source.ShouldBe(new DependencySource(DependencySourceKind.VersionControl, "https://example.org/w.git", "abc"));
        (found.FormatVersion, found.ContentHash, found.RequiresPython).ShouldBe(("2.0", "ff", "^3.9"));
        New.Substring(found.Packages[1].Span.Start, found.Packages[1].Span.Length).ShouldBe("\"werkzeug\"");
        Describe(Read(LockKind.Poetry, "[[package]]\nname = \"a\"\nversion = \"1\"\ncategory = \"dev\"\n[metadata.files]\na = [{file = \"x\", hash = \"sha256:1\"}, {file = \"y\", hash = \"sha256:2\"}]\n"))
            .ShouldBe(["a 1 #2 <"]);
    }

    [Fact]
    public void Uv_locks_are_read_with_sources_and_askers()
    {
        var found = Read(LockKind.Uv, "version = 1\nrequires-python = \">=3.9\"\n[[package]]\nname = \"app\"\nversion = \"0.1\"\nsource = { virtual = \".\" }\ndependencies = [{ name = \"b\" }]\n[package.optional-dependencies]\nx = [{ name = \"c\", marker = \"os_name == 'nt'\" }]\n[package.dev-dependencies]\ndev = [{ name = \"c\" }]\n[[package]]\nname = \"b\"\nversion = \"2\"\nsource = { registry = \"https://example.org/simple\" }\nsdist = { url = \"u\", hash = \"sha256:1\" }\nwheels = [{ url = \"w\", hash = \"sha256:2\" }]\n[[package]]\nname = \"c\"\nversion = \"3\"\nsource = { git = \"https://example.org/c.git?rev=v1#0123\" }\n");
        Describe(found).ShouldBe(["app 0.1 #0 <", "b 2 #2 < app", "c 3 #0 < app"]);
        found.Packages[0].Source.Kind.ShouldBe(DependencySourceKind.Path);
        found.Packages[2].Source.Reference.ShouldBe("0123");
    }

    [Fact]
    public void Pdm_pylock_and_conda_locks_are_read()
    {
        Describe(Read(LockKind.Pdm, "[metadata]\nlock_version = \"4.4\"\ncontent_hash = \"sha256:x\"\n[[package]]\nname = \"a\"\nversion = \"1\"\ndependencies = [\"b[x]>=1; python_version < '3.9'\"]\nfiles = [{file = \"f\", hash = \"sha256:1\"}]\n[[package]]\nname = \"b\"\nversion = \"2\"\n"))
            .ShouldBe(["a 1 #1 <", "b 2 #0 < a"]);
        Describe(Read(LockKind.Pylock, "lock-version = \"1.0\"\n[[packages]]\nname = \"a\"\nversion = \"1\"\ndependencies = [{name = \"b\"}]\n[[packages.wheels]]\nname = \"w\"\nhashes = {sha256 = \"1\", sha512 = \"2\"}\n[[packages]]\nname = \"b\"\nvcs = {type = \"git\", url = \"https://example.org/b.git\", commit-id = \"0123\"}\n"))
            .ShouldBe(["a 1 #2 <", "b  #0 < a"]);
        Describe(Read(LockKind.CondaLock, "version: 1\npackage:\n- name: numpy\n  version: 1.10\n  manager: conda\n  platform: linux-64\n  dependencies: {python: '>=3.9'}\n  hash: {md5: a, sha256: b}\n- name: flask\n  version: 3.0.0\n  manager: pip\n  dependencies: {}\n"))
            .ShouldBe(["numpy 1.10 #2 <", "flask 3.0.0 #0 <"]);
    }

    [Fact]
    public void Pipfile_locks_are_read_with_their_groups()
    {
        var found = Read(LockKind.Pipenv, "{\"_meta\": {\"hash\": {\"sha256\": \"ab\"}}, \"default\": {\"Flask\": {\"version\": \"==3.0\", \"hashes\": [\"sha256:1\"]}}, \"develop\": {\"x\": {\"git\": \"https://example.org/x.git\", \"ref\": \"0123\"}}}");
        Describe(found).ShouldBe(["flask 3.0 #1 <", "x  #0 <"]);
        found.Packages[1].Groups.ShouldBe(["develop"]);
        found.ContentHash.ShouldBe("ab");
    }

    [Fact]
    public void A_compiled_requirements_file_is_a_lock_that_says_who_asks()
    {
        var found = RequirementsLockReader.TryRead("requirements.txt", SourceText.From("a==1 \\\n    --hash=sha256:1\n    # via -r requirements.in\nb==2\n    # via\n    #   a\n    #   c\nc==3  # via a, b\n")).ShouldNotBeNull();
        Describe(found).ShouldBe(["a 1 #1 < -r requirements.in", "b 2 #0 < a c", "c 3 #0 < a b"]);
    }

    [Theory]
    [InlineData("a==1\nb>=2\n")]
    [InlineData("a==1.*\n")]
    [InlineData("-r base.txt\na==1\n")]
    [InlineData("git+https://example.org/a.git@main#egg=a\n")]
    [InlineData("# nothing\n")]
    public void A_requirements_file_that_leaves_something_open_is_no_lock(string source) =>
        RequirementsLockReader.TryRead("requirements.txt", SourceText.From(source)).ShouldBeNull();

    [Fact]
    public void A_broken_lock_says_where()
    {
        var found = Read(LockKind.Poetry, "[[package]]\nversion = \"1\"\n[[package]]\nname = \"a\"\nversion = \"one\"\nbroken\n");
        found.Notices.Select(notice => $"{notice.Line}: {notice.Message}").ShouldBe(
            ["6: the line ends where `=` is expected", "1: a locked package has no name", "5: `one` is no PEP 440 version"]);
        found.Packages.ShouldHaveSingleItem().VersionText.ShouldBe("one");
    }

    private static LockFile Read(LockKind kind, string source) => LockReader.Read(kind, "lock", SourceText.From(source));

    private static IEnumerable<string> Describe(LockFile found) =>
        found.Packages.Select(package => $"{package.Name} {package.VersionText} #{package.Hashes.Length} < {string.Join(' ', package.RequiredBy)}".TrimEnd());
}
