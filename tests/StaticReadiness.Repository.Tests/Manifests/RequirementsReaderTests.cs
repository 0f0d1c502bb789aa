using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Repository.Tests.Manifests;

public sealed class RequirementsReaderTests
{
    [Fact]
    public void Lines_are_joined_hashes_kept_and_comments_dropped()
    {
        const string Source = "# top\nDjango==4.2.1 \\\n    --hash=sha256:aa \\\n    --hash sha256:bb   # note\n\nuvicorn[standard]>=0.20 ; python_version >= \"3.9\"  # why\n";
        var manifest = Read(Source);
        manifest.Notices.ShouldBeEmpty();
        manifest.Dependencies.Select(declared => declared.Name).ShouldBe(["django", "uvicorn"]);
        manifest.Dependencies[0].Hashes.ShouldBe(["sha256:aa", "sha256:bb"]);
        var span = manifest.Dependencies[1].Span;
        Source.Substring(span.Start, span.Length).ShouldBe("uvicorn[standard]>=0.20 ; python_version >= \"3.9\"");
    }

    [Fact]
    public void A_version_behind_an_egg_is_no_part_of_the_name() =>
        Read("git+https://example.org/o/themes.git@0.5.6#egg=credentials_themes==0.5.6\n").Dependencies.ShouldHaveSingleItem().Name.ShouldBe("credentials-themes");

    [Fact]
    public void References_name_their_package_where_they_can()
    {
        var manifest = Read(
            "git+https://user@example.org/a/proj.git@0123456789012345678901234567890123456789#egg=Proj[x]&subdirectory=s\n"
            + "https://example.org/files/wheel_pkg-1.0-py3-none-any.whl\nhttps://example.org/sdist-pkg-2.1.tar.gz\n-e git+ssh://git@example.org/o/only-path.git\n-e .[dev]\n./local\nname @ https://example.org/x.zip\n");
        manifest.Notices.ShouldBeEmpty();
        manifest.Dependencies.Select(declared => $"{declared.Name} {declared.Source.Kind}")
            .ShouldBe(["proj VersionControl", "wheel-pkg Url", "sdist-pkg Url", "only-path VersionControl", "name Url"]);
        manifest.Dependencies[0].Source.IsPinnedToCommit.ShouldBeTrue();
        manifest.Dependencies[0].Extras.ShouldBe(["x"]);
        manifest.Dependencies[3].Source.IsEditable.ShouldBeTrue();
        manifest.Options.Select(option => $"{option.Name} {option.Value}").ShouldBe(["--editable .[dev]", "path ./local"]);
    }

    [Fact]
    public void Options_and_includes_are_kept_apart_from_requirements()
    {
        var manifest = Read("-r base.txt\n--requirement=../shared.txt\n-c constraints.txt\n-i https://example.org/simple\n--extra-index-url=https://example.org/x --trusted-host example.org\n--pre\n--nonsense\n", "reqs/dev.txt");
        manifest.Includes.Select(include => (include.Path, include.IsConstraint)).ShouldBe([("reqs/base.txt", false), ("shared.txt", false), ("reqs/constraints.txt", true)]);
        manifest.Options.Select(option => $"{option.Name}={option.Value}").ShouldBe(
            ["--index-url=https://example.org/simple", "--extra-index-url=https://example.org/x", "--trusted-host=example.org", "--pre=", "--nonsense="]);
        manifest.Notices.ShouldHaveSingleItem().Message.ShouldBe("`--nonsense` is no option of a requirements file");
    }

    [Theory]
    [InlineData("-r ../../etc/passwd")]
    [InlineData("-r /etc/passwd")]
    [InlineData("-r https://example.org/requirements.txt")]
    [InlineData("-r C:/x.txt")]
    public void An_include_cannot_leave_the_repository(string line)
    {
        var manifest = Read(line, "a/requirements.txt");
        manifest.Includes.ShouldBeEmpty();
        manifest.Notices.ShouldHaveSingleItem().Message.ShouldEndWith("lies outside the repository and is not read");
    }

    [Theory]
    [InlineData("requirements.txt", "runtime")]
    [InlineData("requirements-dev.txt", "dev")]
    [InlineData("test-requirements.txt", "test")]
    [InlineData("docs/requirements.txt", "runtime")]
    [InlineData("requirements/docs.in", "docs")]
    [InlineData("requirements/prod.txt", "runtime")]
    public void A_files_name_tells_its_group(string path, string group) =>
        ManifestReader.Read(ManifestKind.Requirements, path, SourceText.From("a\n")).Dependencies.Single().Group.ToString().ShouldBe(group);

    [Fact]
    public void A_line_that_needs_the_environment_or_is_broken_is_noticed() =>
        Read("${PACKAGE}==1\nfoo bar\n").Notices.Select(notice => $"{notice.Line}: {notice.Message}").ShouldBe(
            ["1: `${PACKAGE}==1` is decided by an environment variable", "2: `foo bar` is no requirement: a version specifier, `;` or the end is expected"]);

    private static Manifest Read(string source, string path = "requirements.txt") => RequirementsReader.Read(path, SourceText.From(source));
}
