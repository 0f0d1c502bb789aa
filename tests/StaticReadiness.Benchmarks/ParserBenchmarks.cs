using BenchmarkDotNet.Attributes;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Benchmarks;

/// <summary>Parses a typical module, whole and broken.</summary>
[MemoryDiagnoser]
public class ParserBenchmarks
{
    private readonly SourceText broken = SourceText.From(Sample.Text.Content.Replace("def total", "def total(", StringComparison.Ordinal));

    [Benchmark(Baseline = true)]
    public SyntaxTree Parse() => SyntaxTree.Parse(Sample.Text);

    [Benchmark]
    public SyntaxTree ParseBroken() => SyntaxTree.Parse(broken);
}
