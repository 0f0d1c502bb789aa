using System.Diagnostics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Benchmarks.Corpus;

/// <summary>The speed of the parser over a corpus, on one thread in processor time; the first pass is the cold one, so one process measures once.</summary>
internal sealed class ParserMeasurements
{
    public const int Passes = 7;

    /// <summary>Smaller files are left out of the comparison by byte: the fixed cost of a call drowns theirs.</summary>
    private const int SmallestCompared = 2000;

    private readonly List<CorpusFile> files;
    private readonly double megabytes;

    public ParserMeasurements(List<CorpusFile> files, long bytes)
    {
        this.files = files;
        megabytes = bytes / 1e6;
        Cold = megabytes / Seconds(FirstPass);
        Seconds(ParseAll);
        var before = GC.GetAllocatedBytesForCurrentThread();
        ParseAll();
        AllocatedPerByte = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / bytes;
        Warm = megabytes / Best(ParseAll);
        Parallel = megabytes / Enumerable.Range(0, Passes).Min(_ => Elapsed(ParseInParallel));
        ParallelCost = Best(ParseInParallel) * Warm / megabytes;
        Lexing = megabytes / Best(LexAll);
        MeasureFiles();
    }

    public double Cold { get; }

    public double Warm { get; }

    public double Parallel { get; }

    /// <summary>The processor time of a pass on all cores, in that of a pass on one thread: 1 if threads never wait for or hinder each other.</summary>
    public double ParallelCost { get; }

    public double Lexing { get; }

    public double AllocatedPerByte { get; }

    public double MedianNanoseconds { get; private set; }

    public double WorstNanoseconds { get; private set; }

    public string WorstFile { get; private set; } = "";

    public int Refused { get; private set; }

    public string? FirstRefused { get; private set; }

    private void FirstPass()
    {
        foreach (var file in files)
        {
            var tree = SyntaxTree.Parse(file.Text, file.Path);
            if (tree.Diagnostics.IsEmpty) continue;
            Refused++;
            FirstRefused ??= $"{file.Path}: {tree.Diagnostics[0].Message}";
        }
    }

    private void ParseAll()
    {
        foreach (var file in files) SyntaxTree.Parse(file.Text, file.Path);
    }

    private void LexAll()
    {
        var tokens = new TokenBuffer();
        var lexer = new Lexer(new NameTable(), tokens);
        foreach (var file in files) lexer.Tokenize(file.Text);
    }

    private void ParseInParallel()
    {
        var next = -1;
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Work)).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();

        void Work()
        {
            while (Interlocked.Increment(ref next) is var index && index < files.Count) SyntaxTree.Parse(files[index].Text, files[index].Path);
        }
    }

    private void MeasureFiles()
    {
        var measured = files.Where(file => file.Bytes >= SmallestCompared)
            .Select(file => (file.Path, Nanoseconds: Enumerable.Range(0, 9).Min(_ => Elapsed(() => SyntaxTree.Parse(file.Text, file.Path))) * 1e9 / file.Bytes))
            .OrderBy(file => file.Nanoseconds).ToList();
        if (measured.Count == 0) return;
        MedianNanoseconds = measured[measured.Count / 2].Nanoseconds;
        (WorstFile, WorstNanoseconds) = measured[^1];
    }

    /// <summary>The fastest pass: what else runs on the machine only ever slows one down.</summary>
    private static double Best(Action action) => Enumerable.Range(0, Passes).Min(_ => Seconds(action));

    /// <summary>Processor time, which other programs on the machine do not lengthen; the garbage collector's is in it.</summary>
    private static double Seconds(Action action)
    {
        var start = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }

    private static double Elapsed(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
