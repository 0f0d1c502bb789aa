using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Repository.Tests.Manifests;

public sealed class OtherManifestTests
{
    [Fact]
    public void Setup_py_is_read_without_running_it()
    {
        var manifest = Read(ManifestKind.SetupPy, """
            import setuptools
            def read(name):
                with open(name) as f:
                    return f.read().splitlines()
            base = ["a>=1"]
            base += ["b"]
            MARK = "; python_version < '3.9'"
            extras = {"test": ["pytest"], ":sys_platform == 'win32'": ["colorama"]}
            extras["docs"] = ["sphinx"]
            if __name__ == "__main__":
                setuptools.setup(
                    name="x", version="1.0", python_requires=">=3.8",
                    install_requires=base + ["c" + MARK] + read("requirements.txt"),
                    extras_require=extras,
                    setup_requires=compute(),
                )
            """);
        Describe(manifest).ShouldBe(["a>=1 [runtime]", "b [runtime]", "c [runtime]", "pytest [test]", "colorama [runtime]", "sphinx [docs]"]);
        (manifest.ProjectName, manifest.ProjectVersion, manifest.RequiresPython).ShouldBe(("x", "1.0", ">=3.8"));
        manifest.Includes.ShouldHaveSingleItem().Path.ShouldBe("requirements.txt");
        manifest.Notices.ShouldHaveSingleItem().Message.ShouldBe("`setup_requires` is in part computed when setup.py runs");
    }

    [Fact]
    public void Setup_cfg_lists_and_files_are_read()
    {
        var manifest = Read(ManifestKind.SetupCfg, "[metadata]\nname = x\nversion = attr: x.__version__\n[options]\npython_requires = >=3.8\ninstall_requires =\n    a>=1  # why\n    # none\n    b; python_version<'3'\n[options.extras_require]\ntest = file: tests/requirements.txt\ndocs =\n    sphinx\n");
        Describe(manifest).ShouldBe(["a>=1 [runtime]", "b [runtime]", "sphinx [docs]"]);
        manifest.Dynamic.ShouldBe(["version"]);
        manifest.Includes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(include => include.Path.ShouldBe("tests/requirements.txt"), include => include.Group!.Value.ToString().ShouldBe("test"));
    }

    [Fact]
    public void Tox_factors_includes_and_substitutions_are_understood()
    {
        var manifest = Read(ManifestKind.Tox, "[tox]\nrequires = tox>=4\n[testenv]\ndeps =\n    py39,py310: a\n    -r{toxinidir}/requirements.txt\n    -c constraints.txt\n    {[base]deps}\n    b{env:V}\n[testenv:docs]\ndeps = sphinx\n");
        Describe(manifest).ShouldBe(["tox>=4 [build]", "a [test]", "sphinx [docs]"]);
        manifest.Includes.Select(include => include.Path).ShouldBe(["requirements.txt", "constraints.txt"]);
        manifest.Notices.ShouldHaveSingleItem().Line.ShouldBe(9);
    }

    [Fact]
    public void Nox_sessions_install_their_literal_arguments()
    {
        var manifest = Read(ManifestKind.Nox, "import nox\nDEPS = ['a', 'b>=1']\n@nox.session\ndef tests(session):\n    session.install('-e', '.', *DEPS)\n    session.install('-r', 'requirements-dev.txt', '--upgrade')\n");
        Describe(manifest).ShouldBe(["a [test]", "b>=1 [test]"]);
        manifest.Includes.ShouldHaveSingleItem().Path.ShouldBe("requirements-dev.txt");
    }

    [Fact]
    public void Pipfile_packages_and_categories_are_read()
    {
        var manifest = Read(ManifestKind.Pipfile, "[[source]]\nurl = 'https://example.org/simple'\n[packages]\na = '*'\nb = {version = '>=1', extras = ['x'], sys_platform = \"== 'win32'\"}\nc = {git = 'https://example.org/c.git', ref = 'main'}\n[dev-packages]\npytest = '~=7.0'\n[requires]\npython_version = '3.11'\n");
        Describe(manifest).ShouldBe(["a [runtime]", "b>=1 [runtime]", "c [runtime]", "pytest~=7.0 [dev]"]);
        manifest.RequiresPython.ShouldBe("==3.11.*");
        manifest.Dependencies[1].Marker!.ToString().ShouldBe("sys_platform == \"win32\"");
    }

    [Fact]
    public void Conda_match_specifications_are_read_in_its_dialect()
    {
        var manifest = Read(ManifestKind.Conda, "name: e\nchannels: [conda-forge]\ndependencies:\n  - python=3.11\n  - numpy>=1.20,<2\n  - conda-forge::scipy=1.9=py_0\n  - pandas=1.5\n  - zlib\n  - pip:\n    - flask==3.0\n    - -r requirements.txt\n");
        Describe(manifest).ShouldBe(["numpy<2,>=1.20 [runtime]", "scipy==1.9 [runtime]", "pandas==1.5.* [runtime]", "zlib [runtime]", "flask==3.0 [runtime]"]);
        manifest.RequiresPython.ShouldBe("==3.11.*");
        manifest.Includes.ShouldHaveSingleItem().Path.ShouldBe("requirements.txt");
        manifest.Notices.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("pip install flask==3.0 'gunicorn>=20' -r requirements.txt", "pip", "flask==3.0 gunicorn>=20", "requirements.txt", "")]
    [InlineData("RUN apt-get install -y gcc && python3 -m pip install --no-cache-dir -U pip setuptools && rm -rf x", "python3 -m pip", "pip setuptools", "", "")]
    [InlineData("sudo -H pip3.11 install -e .[dev] ./lib", "pip3.11", "", "", ".[dev] ./lib")]
    [InlineData("uv pip install --system -r requirements.txt", "uv pip", "", "requirements.txt", "")]
    [InlineData("poetry add httpx", "poetry", "httpx", "", "")]
    [InlineData("pip install --index-url https://example.org/simple a", "pip", "a", "", "")]
    [InlineData("pip install \"django==$DJANGO\"", "pip", "django==$DJANGO", "", "")]
    public void Installing_commands_are_read(string command, string program, string dependencies, string files, string paths)
    {
        var install = PipCommandReader.Read(command, "Dockerfile", default, DependencyGroup.Runtime).ShouldHaveSingleItem();
        install.Program.ShouldBe(program);
        string.Join(' ', install.Dependencies.Select(declared => declared.Name + declared.Constraint.Text)).ShouldBe(dependencies);
        string.Join(' ', install.RequirementFiles).ShouldBe(files);
        string.Join(' ', install.Paths).ShouldBe(paths);
    }

    [Theory]
    [InlineData("apt-get install -y python3-pip")]
    [InlineData("npm install")]
    [InlineData("pip list && poetry install")]
    [InlineData("git add pip && echo done")]
    public void Other_commands_install_no_python_package(string command) =>
        PipCommandReader.Read(command, "Dockerfile", default, DependencyGroup.Runtime).ShouldBeEmpty();

    private static Manifest Read(ManifestKind kind, string source) => ManifestReader.Read(kind, "x", SourceText.From(source));

    private static IEnumerable<string> Describe(Manifest manifest) => manifest.Dependencies.Select(declared => $"{declared.Name}{declared.Constraint.Text} [{declared.Group}]");
}
