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

/// <summary>Joins the files of a repository and divides it into its projects.</summary>
internal static class ProjectLoader
{
    public static ImmutableArray<LoadedProject> Load(
        RepositoryFiles files, ParsedRepository parsed, AnalysisOptions options, AnalysisSettings settings, CancellationToken cancellationToken)
    {
        var readable = parsed.Files.Where(file => file.Module is not null).ToImmutableArray();
        var nameless = FactsWithoutNames(files);
        var divided = new SharedFact(() => Divide(files, nameless, settings));
        var compilation = Join(parsed, readable, () => Prepare([.. nameless.Values, divided]), cancellationToken);
        // a run cancelled while names were bound has nothing to walk
        if (compilation is null) readable = [];
        compilation ??= Compilation.Create([], [], options.Knowledge);
        var whole = new Project("", ProjectKind.Application, files, [.. readable.Select(file => file.Tree!)], compilation) { Today = options.Today, Evidence = options.Evidence };
        whole.AddFacts(nameless);
        if (options.History is { } history) whole.AddFact(new HistoryFact(Answers.Known(history)));
        var outlines = (ProjectOutlines)divided.Value;
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

    private static ProjectOutlines Divide(RepositoryFiles files, Dictionary<Type, SharedFact> nameless, AnalysisSettings settings)
    {
        return ProjectOutlines.Find(files, Get<DependencyModel>(), Get<Deployment>(), Get<PipelineFiles>(), settings.Projects);

        T Get<T>() => (T)nameless[typeof(T)].Value;
    }

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

    private static Compilation? Join(ParsedRepository parsed, ImmutableArray<ParsedFile> readable, Action meanwhile, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return null;
        try
        {
            var compilation = parsed.Builder.Join(readable.Select(file => file.Module!), meanwhile, cancellationToken);
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
