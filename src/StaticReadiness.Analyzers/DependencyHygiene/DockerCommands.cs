using StaticReadiness.Analysis;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Containers;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>The commands that build a project's images; images for development and tests are left aside.</summary>
internal static class DockerCommands
{
    private static readonly string[] AsideWords = ["dev", "devel", "development", "develop", "test", "tests", "testing", "ci", "devcontainer", "docs", "doc", "e2e", "debug", "local", "gitpod", "hack", "sandbox", "override", "playwright", "jenkins", "localstack", "rpms", "debs", "example", "examples"];

    public static IEnumerable<(string Path, Dockerfile Dockerfile)> Files(Project project) =>
        project.Deployment.Dockerfiles.Where(found => !IsAside(found.File.Path)).Select(found => (found.File.Path, found.Dockerfile));

    public static IEnumerable<(string Path, SourceText Text, ShellCommand Command)> Of(Project project) =>
        from found in Files(project)
        from stage in found.Dockerfile.Stages
        where !IsAside(stage.Name ?? "")
        from instruction in stage.Instructions
        where instruction.Keyword == DockerKeyword.Run
        from command in instruction.Commands
        select (found.Path, found.Dockerfile.Text, command);

    /// <summary>Whether a file or stage serves development, tests or examples by its name.</summary>
    public static bool IsAside(string name) =>
        name.ToLowerInvariant().Split(['/', '.', '-', '_']).Any(word => AsideWords.Contains(word, StringComparer.Ordinal)) || name.StartsWith(".circleci", StringComparison.Ordinal);
}
