using System.Collections.Immutable;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Driver;

/// <summary>Divides a repository into projects and binds the trees of each.</summary>
internal static class ProjectLoader
{
    public static ImmutableArray<LoadedProject> Load(RepositoryFiles files, ImmutableArray<ParsedFile> parsed, AnalysisOptions options, ProjectKind? kind)
    {
        var readable = parsed.Where(file => file.Tree is not null).ToImmutableArray();
        var trees = readable.Select(file => file.Tree!).ToImmutableArray();
        var project = new Project("", kind ?? ProjectKind.Application, files, trees, Compilation.Create(trees, ModuleNames.FindSourceRoots(files.Files.Select(f => f.Path)), options.Knowledge)) { Today = options.Today };
        return [new LoadedProject(project, kind is null ? "taken for an application" : "set in the configuration", readable)];
    }

    public static SemanticModel ModelOf(Project project, SyntaxTree tree) => project.Compilation.GetSemanticModel(tree);
}
