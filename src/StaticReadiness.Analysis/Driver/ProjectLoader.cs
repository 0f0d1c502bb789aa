using System.Collections.Immutable;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Driver;

/// <summary>Divides a repository into projects and binds the trees of each.</summary>
internal static class ProjectLoader
{
    public static ImmutableArray<LoadedProject> Load(
        RepositoryFiles files, ImmutableArray<ParsedFile> parsed, AnalysisOptions options, ProjectKind? kind, CancellationToken cancellationToken)
    {
        var readable = parsed.Where(file => file.Tree is not null).ToImmutableArray();
        var trees = readable.Select(file => file.Tree!).ToImmutableArray();
        var roots = ModuleNames.FindSourceRoots(files.Files.Select(file => file.Path));
        var compilation = Compilation.Create(trees, roots, options.Knowledge, cancellationToken);
        var project = new Project("", kind ?? ProjectKind.Application, files, trees, compilation) { Today = options.Today };
        return [new LoadedProject(project, kind is null ? "taken for an application" : "set in the configuration", readable)];
    }

    public static SemanticModel ModelOf(Project project, SyntaxTree tree) => project.Compilation.GetSemanticModel(tree);
}
