using BenchmarkDotNet.Attributes;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Benchmarks;

/// <summary>Cuts a typical module into tokens.</summary>
[MemoryDiagnoser]
public class LexerBenchmarks
{
    private readonly TokenBuffer tokens = new();
    private readonly Lexer lexer;

    public LexerBenchmarks() => lexer = new Lexer(new NameTable(), tokens);

    [Benchmark]
    public int Tokenize()
    {
        lexer.Tokenize(Sample.Text);
        return tokens.Count;
    }
}
