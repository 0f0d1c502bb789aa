using StaticReadiness.Repository.Projects;

namespace StaticReadiness.Analysis.Tests;

public class ProjectKindsTests
{
    private const ProjectSigns Published = ProjectSigns.Packaged | ProjectSigns.Published;

    [Theory]
    [InlineData("flask", Published | ProjectSigns.ConsoleScripts, ProjectKind.Framework)]
    [InlineData("x", Published | ProjectSigns.FrameworkClassifier, ProjectKind.Framework)]
    [InlineData("x", Published, ProjectKind.Library)]
    [InlineData("x", Published | ProjectSigns.LibraryClassifier | ProjectSigns.ServerProcess | ProjectSigns.DeploymentFiles, ProjectKind.Library)]
    [InlineData("x", Published | ProjectSigns.ConsoleScripts | ProjectSigns.CommandLineLibrary, ProjectKind.Cli)]
    [InlineData("x", Published | ProjectSigns.ConsoleScripts | ProjectSigns.ConsoleClassifier | ProjectSigns.LibraryClassifier, ProjectKind.Cli)]
    [InlineData("x", ProjectSigns.Packaged | ProjectSigns.ServerProcess | ProjectSigns.DeploymentFiles, ProjectKind.Application)]
    [InlineData("x", ProjectSigns.Packaged | ProjectSigns.DjangoProject, ProjectKind.Application)]
    [InlineData("x", ProjectSigns.Packaged | ProjectSigns.NotPackaged, ProjectKind.Application)]
    [InlineData(null, ProjectSigns.Notebooks, ProjectKind.Script)]
    [InlineData(null, ProjectSigns.None, ProjectKind.Application)]
    public void The_signs_of_the_files_decide_the_kind(string? name, ProjectSigns signs, ProjectKind kind) =>
        ProjectKinds.Decide(new ProjectOutline("", name, ["pyproject.toml"], signs, [])).ShouldBe(kind);

    [Fact]
    public void The_code_has_a_say()
    {
        var outline = new ProjectOutline("", null, [], ProjectSigns.None, []);

        ProjectKinds.Decide(outline, createsApplication: false).ShouldBe(ProjectKind.Script);
        ProjectKinds.Decide(outline with { Signs = ProjectSigns.Packaged }, createsApplication: true).ShouldBe(ProjectKind.Application);
    }

    [Theory]
    [InlineData(ProjectSigns.ConsoleScripts, false, false, ProjectKind.Cli)]
    [InlineData(ProjectSigns.ConsoleScripts, true, false, ProjectKind.Application)]
    [InlineData(ProjectSigns.ConsoleScripts | ProjectSigns.CommandLineLibrary, false, true, ProjectKind.Library)]
    [InlineData(ProjectSigns.ConsoleScripts | ProjectSigns.LibraryClassifier, false, true, ProjectKind.Library)]
    public void What_is_installed_as_a_command_and_offers_nothing_to_import_is_a_program(ProjectSigns signs, bool createsApplication, bool offersInterface, ProjectKind kind)
    {
        var outline = new ProjectOutline("", "x", ["pyproject.toml"], Published | signs, []);

        ProjectKinds.Decide(outline, createsApplication, offersInterface).ShouldBe(kind);
    }

    [Theory]
    [InlineData(ProjectSigns.Packaged | ProjectSigns.LibraryClassifier | ProjectSigns.ConsoleScripts | ProjectSigns.ServerProcess, false, true, ProjectKind.Library)]
    [InlineData(ProjectSigns.Packaged | ProjectSigns.LibraryClassifier | ProjectSigns.ConsoleScripts | ProjectSigns.ServerProcess, false, false, ProjectKind.Cli)]
    [InlineData(ProjectSigns.Packaged | ProjectSigns.LibraryClassifier | ProjectSigns.ConsoleScripts | ProjectSigns.ServerProcess, true, true, ProjectKind.Application)]
    [InlineData(ProjectSigns.Packaged | ProjectSigns.ConsoleScripts | ProjectSigns.ServerProcess, false, true, ProjectKind.Application)]
    [InlineData(Published | ProjectSigns.ConsoleClassifier | ProjectSigns.DeploymentFiles, false, true, ProjectKind.Library)]
    [InlineData(Published | ProjectSigns.DeploymentFiles, false, false, ProjectKind.Application)]
    [InlineData(Published | ProjectSigns.ServerProcess | ProjectSigns.DeploymentFiles, false, true, ProjectKind.Application)]
    public void What_others_install_and_import_is_no_application_though_it_has_a_container(ProjectSigns signs, bool createsApplication, bool offersInterface, ProjectKind kind)
    {
        var outline = new ProjectOutline("", "x", ["pyproject.toml"], signs, []);

        ProjectKinds.Decide(outline, createsApplication, offersInterface).ShouldBe(kind);
    }
}
