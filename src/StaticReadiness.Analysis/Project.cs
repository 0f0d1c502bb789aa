using System.Collections.Concurrent;
using System.Collections.Immutable;
using StaticReadiness.Analysis.Driver;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository;
using StaticReadiness.Repository.Containers;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Documents;
using StaticReadiness.Repository.Evidence;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.History;
using StaticReadiness.Repository.Pipelines;

namespace StaticReadiness.Analysis;

/// <summary>One project of a repository: its files, its trees bound together, and the facts computed from them on demand.</summary>
public sealed class Project
{
    private readonly ConcurrentDictionary<Type, SharedFact> facts = new();
    private readonly Func<string, bool> sees;
    private readonly FactClock clock = new();
    private readonly Lazy<ImmutableArray<ModuleSymbol>> modules;
    private readonly Lazy<ImmutableArray<FunctionSymbol>> functions;

    /// <summary>A repository that is one project.</summary>
    public Project(string root, ProjectKind kind, RepositoryFiles files, ImmutableArray<SyntaxTree> trees, Compilation compilation)
    {
        Whole = this;
        Root = root;
        Kind = kind;
        Files = files;
        Trees = trees;
        Compilation = compilation;
        sees = static _ => true;
        (modules, functions) = ListSeen();
    }

    /// <summary>One project among several of a repository.</summary>
    /// <param name="whole">All of the repository, as if it were one project.</param>
    /// <param name="sees">Whether a file is the project's own or shared by all.</param>
    public Project(Project whole, string root, ProjectKind kind, Func<string, bool> sees)
    {
        Whole = whole;
        Root = root;
        Kind = kind;
        this.sees = sees;
        Files = whole.Files.Listing(sees);
        Trees = [.. whole.Trees.Where(tree => sees(tree.Path))];
        Compilation = whole.Compilation;
        Today = whole.Today;
        Evidence = whole.Evidence;
        (modules, functions) = ListSeen();
    }

    /// <summary>All of the repository as one project; the project itself when there is no other. What the projects share is computed once, there.</summary>
    public Project Whole { get; }

    /// <summary>The project's folder relative to the repository's root; empty for the root itself.</summary>
    public string Root { get; }

    public ProjectKind Kind { get; internal set; }

    /// <summary>What shows its kind, for a person to read.</summary>
    public string KindReason { get; internal set; } = "";

    /// <summary>Lists the files the project sees; asked for a path, it answers for the whole repository.</summary>
    public RepositoryFiles Files { get; }

    public ImmutableArray<SyntaxTree> Trees { get; }

    /// <summary>The names and calls of the whole repository, so that calls from one project into another are seen.</summary>
    public Compilation Compilation { get; }

    /// <summary>The modules of <see cref="Trees"/>.</summary>
    public ImmutableArray<ModuleSymbol> Modules => IsWhole ? Compilation.Modules : modules.Value;

    /// <summary>The functions of <see cref="Trees"/>.</summary>
    public ImmutableArray<FunctionSymbol> Functions => IsWhole ? Compilation.CallGraph.Functions : functions.Value;

    /// <summary>Every manifest and lock.</summary>
    public DependencyModel Dependencies => GetFact(static project => project.IsWhole ? DependencyModel.Read(project.Files) : project.Whole.Dependencies.Within(project.sees));

    /// <summary>Containers, services and the processes they run.</summary>
    public Deployment Deployment => GetFact(static project => project.IsWhole ? Deployment.Read(project.Files) : project.Whole.Deployment.Within(project.sees));

    /// <summary>Pipelines and task files with the commands they run.</summary>
    public PipelineFiles Pipelines => GetFact(static project => project.IsWhole ? PipelineFiles.Read(project.Files) : project.Whole.Pipelines.Within(project.sees));

    /// <summary>What git tells about the repository's past; unknown with the reason when it is out of reach.</summary>
    public Answer<GitHistory> History => Whole.GetFact(static project => new HistoryFact(GitHistory.Open(project.Files))).Answer;

    /// <summary>The documents of the repository.</summary>
    public DocumentSet Documents => GetFact(static project => project.IsWhole ? DocumentSet.Read(project.Files) : project.Whole.Documents.Within(project.sees));

    /// <summary>What the user knows about the repository and no file of it holds.</summary>
    public EvidenceFile Evidence { get; init; } = EvidenceFile.None;

    /// <summary>The day the scan is made for; given by the user for reproducible runs, else today.</summary>
    public DateOnly Today { get; init; }

    internal FactClock Clock => Whole.clock;

    private bool IsWhole => Whole == this;

    /// <summary>Whether a file is the project's own or shared by all projects of the repository.</summary>
    public bool Sees(string path) => sees(path);

    /// <summary>Hands over a fact that was computed before the project was made.</summary>
    public void AddFact<T>(T fact) where T : class => facts.TryAdd(typeof(T), new SharedFact(() => fact));

    /// <summary>Hands over facts that were begun before the project was made.</summary>
    internal void AddFacts(IReadOnlyDictionary<Type, SharedFact> begun)
    {
        foreach (var (type, fact) in begun) facts.TryAdd(type, fact);
    }

    /// <summary>A fact shared by rules, computed once by whichever rule asks first.</summary>
    public T GetFact<T>(Func<Project, T> compute) where T : class =>
        (T)FactClock.Await(facts.TryGetValue(typeof(T), out var known) ? known : Begin(compute));

    private SharedFact Begin<T>(Func<Project, T> compute) where T : class =>
        facts.GetOrAdd(typeof(T), new SharedFact(() => Clock.Measure(typeof(T).Name, () => compute(this))));

    private (Lazy<ImmutableArray<ModuleSymbol>> Modules, Lazy<ImmutableArray<FunctionSymbol>> Functions) ListSeen() => (
        new(() => [.. Compilation.Modules.Where(module => sees(module.Tree.Path))]),
        new(() => [.. Compilation.CallGraph.Functions.Where(function => sees(function.Tree.Path))]));
}
