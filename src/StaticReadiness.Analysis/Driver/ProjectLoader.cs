using System.Collections.Immutable;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Projects;

namespace StaticReadiness.Analysis.Driver;

/// <summary>Divides a repository into projects and binds the trees of each.</summary>
internal static class ProjectLoader
{
    public static ImmutableArray<LoadedProject> Load(
        RepositoryFiles files, ImmutableArray<ParsedFile> parsed, AnalysisOptions options, ProjectKind? kind, CancellationToken cancellationToken)
    {
        var readable = parsed.Where(file => file.Tree is not null).ToImmutableArray();
        var compilation = Bind(files, readable, options, cancellationToken);
        // a run cancelled while names were bound has nothing to walk
        if (compilation is null) readable = [];
        var trees = readable.Select(file => file.Tree!).ToImmutableArray();
        var project = new Project("", kind ?? ProjectKind.Application, files, trees, compilation ?? Compilation.Create([], [], options.Knowledge, CancellationToken.None))
        {
            Today = options.Today,
        };
        return [new LoadedProject(project, kind is null ? "taken for an application" : "set in the configuration", readable)];
    }

    private static Compilation? Bind(RepositoryFiles files, ImmutableArray<ParsedFile> parsed, AnalysisOptions options, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return null;
        try
        {
            return Compilation.Create(parsed.Select(file => file.Tree!), SourceRoots.Find(files).Directories, options.Knowledge, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public static SemanticModel ModelOf(Project project, SyntaxTree tree) => project.Compilation.GetSemanticModel(tree);
}
