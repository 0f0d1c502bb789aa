using System.Diagnostics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Dev.Fuzzing;

/// <summary>One source made by chance, always the same for the same seed and index.</summary>
internal sealed class FuzzCase
{
    // a generous bound on time for each character, over a pause that the machine may take at any time
    private const double MicrosecondsPerCharacter = 20;
    private const double PauseMilliseconds = 2000;

    private readonly int index;
    private readonly string kind;
    private readonly string source;

    private FuzzCase(int index, string kind, string source)
    {
        this.index = index;
        this.kind = kind;
        this.source = source;
    }

    public static FuzzCase Create(int seed, int index, IReadOnlyList<string> files)
    {
        var random = new Random(unchecked((seed * 1_000_003) + index));
        var kind = files.Count == 0 ? random.Next(2) : random.Next(10);
        return kind switch
        {
            0 => new FuzzCase(index, "tokens", FuzzSources.RandomTokens(random)),
            1 => new FuzzCase(index, "nesting", FuzzSources.Nested(random)),
            2 or 3 => new FuzzCase(index, "truncation", FuzzSources.Truncate(ReadAny(random, files), random)),
            _ => new FuzzCase(index, "mutation", FuzzSources.Mutate(ReadAny(random, files), random)),
        };
    }

    public FuzzOutcome Run()
    {
        try
        {
            var watch = Stopwatch.StartNew();
            var tree = SyntaxTree.Parse(SourceText.From(source));
            var elapsed = watch.Elapsed.TotalMilliseconds;
            return new FuzzOutcome(index, kind, source, TreeCheck.FindProblem(tree)
                ?? TokenText.FindProblem(tree, tree.Tokens(), tree.Diagnostics.IsEmpty)
                ?? (elapsed > PauseMilliseconds + (source.Length * MicrosecondsPerCharacter / 1000) ? $"took {elapsed:0} ms for {source.Length} characters" : null));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return new FuzzOutcome(index, kind, source, $"{error.GetType().Name}: {error.Message} {error.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}");
        }
    }

    private static string ReadAny(Random random, IReadOnlyList<string> files)
    {
        var decoded = SourceText.Decode(File.ReadAllBytes(files[random.Next(files.Count)]));
        var content = decoded.Text?.Content ?? "";
        if (content.Length <= FuzzSources.LongestPart) return content;
        var start = content.IndexOf('\n', random.Next(content.Length - FuzzSources.LongestPart)) + 1;
        return content.Substring(start, Math.Min(FuzzSources.LongestPart, content.Length - start));
    }
}
