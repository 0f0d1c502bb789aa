using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Repository.Tests.Manifests;

public sealed class PyprojectReaderTests
{
    [Fact]
    public void The_project_table_declares_runtime_extras_and_build_requirements()
    {
        var manifest = Read("""
            [build-system]
            requires = ["hatchling>=1.20"]
            [project]
            name = "Shop"
            version = "1.2"
            requires-python = ">=3.9"
            dynamic = ["readme"]
            dependencies = ["Django[argon2]~=4.2", "tzdata; sys_platform == 'win32'"]
            [project.optional-dependencies]
            redis = ["redis"]
            test = ["pytest"]
            """);
        manifest.ProjectName.ShouldBe("Shop");
        manifest.RequiresPython.ShouldBe(">=3.9");
        manifest.Dynamic.ShouldBe(["readme"]);
        Describe(manifest).ShouldBe(["django~=4.2 [runtime]", "tzdata [runtime]", "redis [extra:redis]", "pytest [test]", "hatchling>=1.20 [build]"]);
        manifest.Dependencies[0].Extras.ShouldBe(["argon2"]);
        manifest.Dependencies[1].Marker!.ToString().ShouldBe("sys_platform == \"win32\"");
    }

    [Fact]
    public void Environments_of_tox_declare_what_they_install()
    {
        var manifest = Read("[tool.tox]\nrequires = ['tox>=4.21']\nenv_run_base = {deps = ['pytest>=8', '-r requirements/test.txt', {replace = 'ref', of = ['tool', 'x']}]}\n[tool.tox.env.docs]\ndeps = \"sphinx\\nfuro>=2024\"\n");
        Describe(manifest).ShouldBe(["tox>=4.21 [build]", "pytest>=8 [test]", "sphinx [docs]", "furo>=2024 [docs]"]);
        manifest.Includes.Select(include => include.Path).ShouldBe(["requirements/test.txt"]);
        manifest.Notices.ShouldBeEmpty();
        var legacy = Read("[tool.tox]\nlegacy_tox_ini = '''\n[testenv:lint]\ndeps =\n  ruff>=0.5\n  -c limits.txt\n'''\n");
        Describe(legacy).ShouldBe(["ruff>=0.5 [dev]"]);
        legacy.Includes.Single().IsConstraint.ShouldBeTrue();
    }

    [Fact]
    public void Extras_and_groups_that_are_taken_along_must_exist() => Read(
        "[project]\nname = 'x'\noptional-dependencies = {Web_UI = ['a']}\n[tool.hatch.envs.test]\nfeatures = ['web-ui', 'absent']\n"
        + "[tool.poetry.group.test]\ninclude-groups = ['cov', 'gone', 'Test']\n[tool.poetry.group.cov.dependencies]\ncoverage = '*'\n").Notices.Select(notice => $"{notice.Line}: {notice.Message}").ShouldBe(
        ["5: the feature `absent` is no extra of the project", "7: the included group `gone` does not exist", "7: the group `test` includes itself"]);

    [Fact]
    public void A_dependency_points_at_its_own_string()
    {
        const string Source = "[project]\ndependencies = ['a', 'b>=1']\n";
        var span = Read(Source).Dependencies[1].Span;
        Source.Substring(span.Start, span.Length).ShouldBe("'b>=1'");
    }

    [Fact]
    public void Dependency_groups_include_each_other_and_a_cycle_is_noticed()
    {
        var manifest = Read("""
            [dependency-groups]
            test = ["pytest", {include-group = "cov"}]
            cov = ["coverage"]
            one = [{include-group = "Two"}]
            two = [{include-group = "one"}]
            bad = [{include-group = "absent"}, 3]
            """);
        Describe(manifest).ShouldBe(["pytest [test]", "coverage [test]"]);
        manifest.Notices.Select(notice => $"{notice.Line}: {notice.Message}").ShouldBe(
        [
            "4: dependency groups `one` and `two` include each other",
            "5: dependency groups `two` and `one` include each other",
            "6: the included dependency group `absent` does not exist",
            "6: a dependency group holds requirements and `include-group` tables",
        ]);
    }

    [Fact]
    public void Poetry_tables_are_read_in_its_own_dialect()
    {
        var manifest = Read("""
            [tool.poetry]
            name = "x"
            [tool.poetry.dependencies]
            python = "^3.9"
            a = "^1.2"
            b = {version = "~2.0", extras = ["z"], markers = "sys_platform == 'linux'"}
            c = {git = "https://example.org/c.git", tag = "v1"}
            d = [{version = "<2", python = "<3.10"}, {version = ">=2", python = ">=3.10"}]
            e = {version = "*", optional = true}
            f = {path = "../f", develop = true}
            [tool.poetry.extras]
            plot = ["e"]
            [tool.poetry.group.docs.dependencies]
            sphinx = "7.*"
            [tool.poetry.dev-dependencies]
            black = "1.2 || 1.3"
            [[tool.poetry.source]]
            name = "own"
            url = "https://packages.example.org/simple"
            """);
        manifest.RequiresPython.ShouldBe("^3.9");
        Describe(manifest).ShouldBe(["a^1.2 [runtime]", "b~2.0 [runtime]", "c [runtime]", "d<2 [runtime]", "d>=2 [runtime]", "e* [extra:plot]", "f [runtime]", "black1.2 || 1.3 [dev]", "sphinx7.* [docs]"]);
        manifest.Dependencies[2].Source.ShouldBe(new DependencySource(DependencySourceKind.VersionControl, "https://example.org/c.git", "v1"));
        manifest.Dependencies[6].Source.IsEditable.ShouldBeTrue();
        manifest.Options.ShouldHaveSingleItem().Value.ShouldBe("https://packages.example.org/simple");
    }

    [Fact]
    public void Poetry_keeps_a_package_that_stands_in_two_groups_and_reads_extras_in_a_key() =>
        Describe(Read("[tool.poetry.dependencies]\n'celery[redis, sqs]' = '^5'\n[tool.poetry.dev-dependencies]\ncodecov = '^2.1'\n[tool.poetry.group.dev.dependencies]\ncodecov = '^2.2'\n"))
            .ShouldBe(["celery^5 [runtime]", "codecov^2.1 [dev]", "codecov^2.2 [dev]"]);

    [Fact]
    public void Poetry_beside_a_project_table_adds_sources_and_repeats_nothing()
    {
        var manifest = Read("""
            [project]
            dependencies = ["a>=1"]
            [tool.poetry.dependencies]
            a = {git = "https://example.org/a.git", rev = "main"}
            """);
        Describe(manifest).ShouldBe(["a>=1 [runtime]"]);
        manifest.Dependencies[0].Source.Reference.ShouldBe("main");
    }

    [Fact]
    public void Tool_tables_declare_development_requirements()
    {
        var manifest = Read("""
            [project]
            dependencies = ["lib"]
            [tool.uv]
            dev-dependencies = ["ruff"]
            constraint-dependencies = ["grpcio<1.65"]
            [tool.uv.sources]
            lib = {workspace = true}
            [tool.uv.workspace]
            members = ["packages/*"]
            [tool.pdm.dev-dependencies]
            lint = ["flake8", "-e file:///${PROJECT_ROOT}/sub#egg=sub"]
            [tool.hatch.envs.docs]
            dependencies = ["mkdocs"]
            [tool.flit.metadata]
            requires = ["flask"]
            requires-extra = {doc = ["furo"]}
            [tool.setuptools.dynamic]
            dependencies = {file = ["requirements.txt"]}
            """);
        Describe(manifest).ShouldBe(["lib [runtime]", "ruff [dev]", "grpcio<1.65 [runtime]", "flake8 [dev]", "sub [dev]", "mkdocs [docs]", "flask [runtime]", "furo [docs]"]);
        manifest.Dependencies[0].Source.Kind.ShouldBe(DependencySourceKind.Workspace);
        manifest.Dependencies[2].IsConstraintOnly.ShouldBeTrue();
        manifest.WorkspaceMembers.ShouldBe(["packages/*"]);
        manifest.Includes.ShouldHaveSingleItem().Path.ShouldBe("requirements.txt");
    }

    [Theory]
    [InlineData("^1.2.3", "1.2.3,1.9", "1.2.2,2.0")]
    [InlineData("^0.2.3", "0.2.3,0.2.9", "0.3.0,0.2.2")]
    [InlineData("^0.0.3", "0.0.3", "0.0.4,0.0.2")]
    [InlineData("^0.0", "0.0.9", "0.1")]
    [InlineData("^0", "0.9", "1.0")]
    [InlineData("~1.2.3", "1.2.9", "1.3")]
    [InlineData("~1", "1.9", "2.0")]
    [InlineData("1.2.*", "1.2.9", "1.3")]
    [InlineData(">=1.2 <2", "1.5", "2.0,1.1")]
    [InlineData(">=1.2,<1.4 || ^3", "1.3,3.4", "2.0,4.0")]
    [InlineData("1.4", "1.4.0", "1.4.1")]
    [InlineData("!=1.5", "1.4", "1.5")]
    public void Poetry_constraints_mean_what_its_documentation_says(string constraint, string allowed, string refused)
    {
        var read = Read($"[tool.poetry.dependencies]\na = \"{constraint}\"\n").Dependencies.Single().Constraint;
        foreach (var version in allowed.Split(',')) read.Allows(Repository.Dependencies.PythonVersion.Parse(version)).ShouldBeTrue(version);
        foreach (var version in refused.Split(',')) read.Allows(Repository.Dependencies.PythonVersion.Parse(version)).ShouldBeFalse(version);
    }

    [Fact]
    public void What_is_no_requirement_is_noticed_with_file_and_line()
    {
        var notice = Read("[project]\ndependencies = [\n  'good',\n  'not good',\n]\n").Notices.ShouldHaveSingleItem();
        (notice.File, notice.Line, notice.Message).ShouldBe(("pyproject.toml", 4, "`not good` is no requirement: a version specifier, `;` or the end is expected"));
    }

    private static Manifest Read(string source) => PyprojectReader.Read("pyproject.toml", SourceText.From(source));

    private static IEnumerable<string> Describe(Manifest manifest) => manifest.Dependencies.Select(declared => $"{declared.Name}{declared.Constraint.Text} [{declared.Group}]");
}
