using System.Collections.Concurrent;
using System.Collections.Immutable;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository;
using StaticReadiness.Repository.Containers;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Documents;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.History;
using StaticReadiness.Repository.Pipelines;

namespace StaticReadiness.Analysis;

/// <summary>One project of a repository: its files, its trees bound together, and the facts computed from them on demand.</summary>
public sealed class Project
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> facts = new();

    public Project(string root, ProjectKind kind, RepositoryFiles files, ImmutableArray<SyntaxTree> trees, Compilation compilation)
    {
        Root = root;
        Kind = kind;
        Files = files;
        Trees = trees;
        Compilation = compilation;
    }

    /// <summary>The project's folder relative to the repository's root; empty for the root itself.</summary>
    public string Root { get; }

    public ProjectKind Kind { get; }

    public RepositoryFiles Files { get; }

    public ImmutableArray<SyntaxTree> Trees { get; }

    public Compilation Compilation { get; }

    /// <summary>Every manifest and lock.</summary>
    public DependencyModel Dependencies => GetFact(static project => DependencyModel.Read(project.Files));

    /// <summary>Containers, services and the processes they run.</summary>
    public Deployment Deployment => GetFact(static project => Deployment.Read(project.Files));

    /// <summary>Pipelines and task files with the commands they run.</summary>
    public PipelineFiles Pipelines => GetFact(static project => PipelineFiles.Read(project.Files));

    /// <summary>What git tells about the repository's past; unknown with the reason when it is out of reach.</summary>
    public Answer<GitHistory> History => GetFact(static project => new HistoryFact(GitHistory.Open(project.Files))).Answer;

    /// <summary>The documents of the repository.</summary>
    public DocumentSet Documents => GetFact(static project => DocumentSet.Read(project.Files));

    /// <summary>The day the scan is made for; given by the user for reproducible runs, else today.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Hands over a fact that was computed before the project was made.</summary>
    public void AddFact<T>(T fact) where T : class => facts.TryAdd(typeof(T), new Lazy<object>(fact));

    /// <summary>A fact shared by rules, computed once by whichever rule asks first.</summary>
    public T GetFact<T>(Func<Project, T> compute) where T : class =>
        (T)facts.GetOrAdd(typeof(T), _ => new Lazy<object>(() => compute(this))).Value;
}
