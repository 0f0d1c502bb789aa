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
            ("libs/c/setup.py", "from setuptools import setup\nsetup(name='c')\n"), ("docs/requirements.txt", "sphinx\n"), ("tests/fixture/pyproject.toml", "[project]\nname = 'f'\n"));

        found.Projects.Select(p => p.Root).ShouldBe(["libs/c", "services/a", "services/b"]);
        found.ProjectOf("services/a/app/x.py").Name.ShouldBe("a");
        found.ProjectOf("services/b/main.py").Root.ShouldBe("services/b");
    }

    [Fact]
    public void A_module_named_setup_is_no_manifest() =>
        Find(("pyproject.toml", "[project]\nname = 'x'\n"), ("x/forms/__init__.py", ""), ("x/forms/setup.py", "class SetupForm: pass\n")).Projects.ShouldHaveSingleItem().Root.ShouldBe("");

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
