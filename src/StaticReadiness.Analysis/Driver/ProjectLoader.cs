using System.Collections.Immutable;
using StaticReadiness.Analysis.Settings;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository;
using StaticReadiness.Repository.Containers;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Documents;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Pipelines;
using StaticReadiness.Repository.Projects;

namespace StaticReadiness.Analysis.Driver;

/// <summary>Binds the trees of a repository and divides it into its projects.</summary>
internal static class ProjectLoader
{
    public static ImmutableArray<LoadedProject> Load(
        RepositoryFiles files, ImmutableArray<ParsedFile> parsed, AnalysisOptions options, AnalysisSettings settings, CancellationToken cancellationToken)
    {
        var readable = parsed.Where(file => file.Tree is not null).ToImmutableArray();
        var nameless = FactsWithoutNames(files);
        var compilation = Bind(files, readable, options, settings.Knowledge, () => Prepare(nameless.Values), cancellationToken);
        // a run cancelled while names were bound has nothing to walk
        if (compilation is null) readable = [];
        compilation ??= Compilation.Create([], [], options.Knowledge, CancellationToken.None);
        var whole = new Project("", ProjectKind.Application, files, [.. readable.Select(file => file.Tree!)], compilation) { Today = options.Today, Evidence = options.Evidence };
        whole.AddFacts(nameless);
        if (options.History is { } history) whole.AddFact(new HistoryFact(Answers.Known(history)));
        var outlines = ProjectOutlines.Find(files, whole.Dependencies, whole.Deployment, whole.Pipelines, settings.Projects);
        var judge = KindJudge.Create(outlines, compilation, files, options.ApplicationConstructors, settings.Kind);
        if (outlines.Projects is [var only])
        {
            // the only project sees the whole repository, also what lies outside its root
            (whole.Kind, whole.KindReason) = judge.Decide(only);
            return [new LoadedProject(whole, readable)];
        }

        var scopes = new ProjectScopes(outlines, compilation);
        return [.. outlines.Projects.Select(outline => LoadPart(whole, outline, judge, scopes, readable))];
    }

    /// <summary>The facts that are read from files alone, so that they can be made while names are joined.</summary>
    private static Dictionary<Type, SharedFact> FactsWithoutNames(RepositoryFiles files) => new()
    {
        [typeof(DocumentSet)] = new(() => DocumentSet.Read(files)),
        [typeof(DependencyModel)] = new(() => DependencyModel.Read(files)),
        [typeof(Deployment)] = new(() => Deployment.Read(files)),
        [typeof(PipelineFiles)] = new(() => PipelineFiles.Read(files)),
    };

    private static void Prepare(IEnumerable<SharedFact> facts)
    {
        foreach (var fact in facts) fact.Prepare();
    }

    public static SemanticModel ModelOf(Project project, SyntaxTree tree) => project.Compilation.GetSemanticModel(tree);

    private static LoadedProject LoadPart(Project whole, ProjectOutline outline, KindJudge judge, ProjectScopes scopes, ImmutableArray<ParsedFile> files)
    {
        var (kind, reason) = judge.Decide(outline);
        var project = new Project(whole, outline.Root, kind, scopes.Of(outline)) { KindReason = reason };
        return new LoadedProject(project, [.. files.Where(file => project.Sees(file.File.Path))]);
    }

    private static Compilation? Bind(RepositoryFiles files, ImmutableArray<ParsedFile> parsed, AnalysisOptions options, KnowledgeSettings own, Action meanwhile, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return null;
        try
        {
            var tests = parsed.Where(file => file.File.Role == FileRoles.Test).Select(file => file.Tree!).ToHashSet();
            var compilation = Compilation.Create(parsed.Select(file => file.Tree!), SourceRoots.Find(files).Directories, own.AddTo(options.Knowledge), cancellationToken, options.Jobs, tests.Contains, meanwhile, options.IncludesCallsOfTests);
            // made here by all threads, rather than by one of them while it walks and the others wait
            _ = compilation.CallGraph;
            return compilation;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
