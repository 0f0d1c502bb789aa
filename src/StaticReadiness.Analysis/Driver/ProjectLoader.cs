using System.Collections.Immutable;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository;
using StaticReadiness.Repository.Containers;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Pipelines;
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
        compilation ??= Compilation.Create([], [], options.Knowledge, CancellationToken.None);
        var dependencies = DependencyModel.Read(files, CancellationToken.None);
        var deployment = Deployment.Read(files, CancellationToken.None);
        var pipelines = PipelineFiles.Read(files, CancellationToken.None);
        var (found, reason) = kind is { } given ? (given, "set in the configuration") : Judge(files, compilation, options, ProjectOutlines.Find(files, dependencies, deployment, pipelines));
        var project = new Project("", found, files, [.. readable.Select(file => file.Tree!)], compilation) { Today = options.Today };
        project.AddFact(dependencies);
        project.AddFact(deployment);
        project.AddFact(pipelines);
        if (options.History is { } history) project.AddFact(new HistoryFact(Answers.Known(history)));
        return [new LoadedProject(project, reason, readable)];
    }

    // The repository is one project here: the one at its root when that is delivered somehow, else the first application in it.
    private static (ProjectKind Kind, string Reason) Judge(RepositoryFiles files, Compilation compilation, AnalysisOptions options, ProjectOutlines outlines)
    {
        var application = new ApplicationFinder(compilation, options.ApplicationConstructors, files).Find();
        var judged = outlines.Projects.Select(outline => (Outline: outline, Kind: ProjectKinds.Decide(outline, MakesApplication(outline)))).ToImmutableArray();
        var main = judged[0].Outline is { Root: "", Manifests.IsEmpty: false } || judged.All(project => project.Kind != ProjectKind.Application)
            ? judged[0]
            : judged.First(project => project.Kind == ProjectKind.Application);
        return (main.Kind, ReasonOf(main.Outline, MakesApplication(main.Outline) ? application : null));

        bool MakesApplication(ProjectOutline outline) => application is not null && outlines.ProjectOf(application) == outline;
    }

    private static string ReasonOf(ProjectOutline outline, string? application)
    {
        const int enough = 2;
        var clauses = outline.Evidence.Take(enough).ToList();
        if (application is not null) clauses.Insert(0, $"{application} makes a web application");
        return clauses.Count == 0 ? "nothing packages it or deploys it" : string.Join(", ", clauses.Take(enough));
    }

    private static Compilation? Bind(RepositoryFiles files, ImmutableArray<ParsedFile> parsed, AnalysisOptions options, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return null;
        try
        {
            return Compilation.Create(parsed.Select(file => file.Tree!), SourceRoots.Find(files).Directories, options.Knowledge, cancellationToken, options.Jobs);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public static SemanticModel ModelOf(Project project, SyntaxTree tree) => project.Compilation.GetSemanticModel(tree);
}
