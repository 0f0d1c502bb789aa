using System.Collections.Immutable;
using StaticReadiness.Analysis.Settings;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Projects;

namespace StaticReadiness.Analysis.Driver;

/// <summary>The Python files of a repository, each parsed and with its own names bound.</summary>
internal sealed class ParsedRepository
{
    private readonly SharedFact builder;

    private ParsedRepository(SharedFact builder, ImmutableArray<ParsedFile> files)
    {
        this.builder = builder;
        Files = files;
    }

    /// <summary>The files that were read, in the order of the repository; not all of them after a cancelled run.</summary>
    public ImmutableArray<ParsedFile> Files { get; }

    /// <summary>What the modules of the files can be joined with.</summary>
    public CompilationBuilder Builder => (CompilationBuilder)builder.Value;

    /// <summary>Reads, parses and binds all files. A thread binds what it has parsed, while the tree is still in its cache.</summary>
    public static ParsedRepository Read(
        RepositoryFiles files, AnalysisOptions options, KnowledgeSettings own, WorkerPool pool, Func<int, Action<int>> steps, CancellationToken cancellationToken)
    {
        var python = files.Files.Where(file => file.IsPython).ToImmutableArray();
        var parsed = new ParsedFile?[python.Length];
        var step = steps(python.Length);
        var done = 0;
        var order = WorkerPool.HeaviestFirst(python, file => file.Length);
        // source roots are told from the text of some files: one thread looks while the others parse their first
        var builder = new SharedFact(() => new CompilationBuilder(SourceRoots.Find(files).Directories, own.AddTo(options.Knowledge), options.Jobs, options.IncludesCallsOfTests));
        pool.ForEach(
            1 + python.Length,
            (turn, _) =>
            {
                if (turn == 0)
                {
                    builder.Prepare();
                    return;
                }

                var index = order[turn - 1];
                parsed[index] = SourceReader.Read(python[index], () => (CompilationBuilder)builder.Value, cancellationToken);
                step(Interlocked.Increment(ref done));
            },
            cancellationToken);
        return new ParsedRepository(builder, [.. parsed.OfType<ParsedFile>()]);
    }
}
