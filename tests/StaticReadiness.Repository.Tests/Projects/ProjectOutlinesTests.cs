using StaticReadiness.Repository.Containers;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Pipelines;
using StaticReadiness.Repository.Projects;

namespace StaticReadiness.Repository.Tests.Projects;

public class ProjectOutlinesTests
{
    private static ProjectOutlines Find(params (string Path, string Content)[] contents)
    {
        var files = RepositoryFiles.InMemory(contents);
        return ProjectOutlines.Find(files, DependencyModel.Read(files), Deployment.Read(files), PipelineFiles.Read(files));
    }

    [Fact]
    public void A_repository_without_a_manifest_is_one_project() => Find(("a.py", "")).Projects.ShouldHaveSingleItem().Root.ShouldBe("");

    [Fact]
    public void Every_manifest_of_its_own_makes_a_project_and_files_belong_to_the_nearest()
    {
        var found = Find(
            ("services/a/pyproject.toml", "[project]\nname = 'a'\n"), ("services/a/app/x.py", ""), ("services/b/requirements.txt", "flask\n"), ("services/b/main.py", ""),
            ("libs/c/setup.py", "from setuptools import setup\nsetup(name='c')\n"), ("libs/c/c.py", ""), ("docs/requirements.txt", "sphinx\n"), ("tests/fixture/pyproject.toml", "[project]\nname = 'f'\n"));

        found.Projects.Select(p => p.Root).ShouldBe(["libs/c", "services/a", "services/b"]);
        found.OwnerOf("services/a/app/x.py")!.Name.ShouldBe("a");
        found.OwnerOf("services/b/main.py")!.Root.ShouldBe("services/b");
    }

    [Fact]
    public void A_module_named_setup_is_no_manifest() =>
        Find(("pyproject.toml", "[project]\nname = 'x'\n"), ("x/forms/__init__.py", ""), ("x/forms/setup.py", "class SetupForm: pass\n")).Projects.ShouldHaveSingleItem().Root.ShouldBe("");

    [Fact]
    public void What_holds_no_code_of_its_own_or_bears_a_name_of_many_is_no_project() =>
        Find(
            ("pyproject.toml", "[project]\nname = 'workspace'\n"), ("app/pyproject.toml", "[project]\nname = 'app'\n"), ("app/main.py", ""), ("recipes/x/pyproject.toml", "[project]\nname = 'x'\n"),
            ("eval/a/pyproject.toml", "[project]\nname = 'test'\n"), ("eval/a/a.py", ""), ("eval/b/pyproject.toml", "[project]\nname = 'test'\n"), ("eval/b/b.py", ""), ("eval/c/pyproject.toml", "[project]\nname = 'test'\n"), ("eval/c/c.py", ""))
            .Projects.Select(p => p.Root).ShouldBe(["app"]);

    [Fact]
    public void A_manifest_inside_a_package_and_a_program_named_setup_declare_nothing() =>
        Find(
            ("pyproject.toml", "[project]\nname = 'x'\n"), ("x/__init__.py", ""), ("x/urls/__init__.py", ""), ("x/urls/Pipfile", "[packages]\n"), ("web/setup.py", "from web import create\ncreate()\n"), ("web/web.py", ""))
            .Projects.Select(p => p.Root).ShouldBe([""]);

    [Fact]
    public void A_few_loose_modules_are_shared_many_are_a_project()
    {
        (string, string)[] one = [("api/pyproject.toml", "[project]\nname = 'api'\n"), ("api/api.py", ""), ("helper.py", "")];

        Find(one).Projects.Select(p => p.Root).ShouldBe(["api"]);
        Find([.. one, .. Enumerable.Range(0, 10).Select(i => ($"shop/m{i}.py", ""))]).Projects.Select(p => p.Root).ShouldBe(["", "api"]);
    }

    [Fact]
    public void The_signs_of_a_project_come_with_their_evidence()
    {
        var project = Find(
            ("pyproject.toml", "[project]\nname = 'tool'\ndependencies = ['click']\nclassifiers = ['Environment :: Console']\n[project.scripts]\ntool = 'tool:main'\n"),
            ("Procfile", "web: gunicorn tool:app\n"), (".github/workflows/release.yml", "jobs:\n  x:\n    steps:\n      - run: uv publish\n"), ("manage.py", "import django\n")).Projects.ShouldHaveSingleItem();

        project.Signs.ShouldBe(ProjectSigns.Packaged | ProjectSigns.CommandLineLibrary | ProjectSigns.ConsoleScripts | ProjectSigns.ConsoleClassifier | ProjectSigns.ServerProcess | ProjectSigns.DeploymentFiles | ProjectSigns.Published | ProjectSigns.DjangoProject);
        project.Evidence.ShouldContain("Procfile starts gunicorn");
        project.Evidence.ShouldContain("pyproject.toml installs the command tool");
    }

    [Theory]
    [InlineData("[project]\nname = 'x'\nclassifiers = ['Topic :: Software Development :: Libraries :: Application Frameworks']\n", ProjectSigns.Packaged | ProjectSigns.FrameworkClassifier)]
    [InlineData("[project]\nname = 'x'\nclassifiers = ['Topic :: Software Development :: Libraries :: Python Modules']\n", ProjectSigns.Packaged | ProjectSigns.LibraryClassifier)]
    [InlineData("[project]\nname = 'x'\nclassifiers = ['Private :: Do Not Upload']\n", ProjectSigns.Packaged | ProjectSigns.NotPackaged)]
    [InlineData("[tool.poetry]\nname = 'x'\npackage-mode = false\n", ProjectSigns.Packaged | ProjectSigns.NotPackaged)]
    public void Metadata_says_what_a_project_is(string manifest, ProjectSigns signs) => Find(("pyproject.toml", manifest)).Projects[0].Signs.ShouldBe(signs);
}
