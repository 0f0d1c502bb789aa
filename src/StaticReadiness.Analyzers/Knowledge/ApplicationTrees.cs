using StaticReadiness.Analysis;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.Knowledge;

/// <summary>The Python files of the product itself, without tests, examples, migrations and scripts.</summary>
internal static class ApplicationTrees
{
    public static IEnumerable<(SyntaxTree Tree, RepositoryFile File)> Of(Project project)
    {
        foreach (var tree in project.Trees)
            if (project.Files.TryGet(tree.Path) is { Role: FileRoles.Application } file) yield return (tree, file);
    }
}
