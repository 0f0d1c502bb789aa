using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.Knowledge;

/// <summary>The folders of a project whose packages are plugins of a test runner: what their code asserts is a test.</summary>
internal sealed class TestPlugins
{
    private const string EntryPoint = "pytest11";

    private TestPlugins(Project project) =>
        Folders = [.. project.Files.Files.Where(file => file.Name is "pyproject.toml" or "setup.cfg" or "setup.py" && file.Directory.Length > 0 && file.ReadText().TryGet(out var text) && text.Content.Contains(EntryPoint, StringComparison.Ordinal))
            .Select(file => file.Directory + "/")];

    private ImmutableArray<string> Folders { get; }

    /// <summary>Whether a file belongs to such a plugin that lies beside the product.</summary>
    public static bool Contains(Project project, RepositoryFile file) =>
        project.GetFact(static whole => new TestPlugins(whole)).Folders.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal));
}
