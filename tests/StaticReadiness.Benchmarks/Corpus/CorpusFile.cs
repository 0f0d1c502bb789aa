using StaticReadiness.Python.Text;

namespace StaticReadiness.Benchmarks.Corpus;

/// <summary>A file of the corpus, read and decoded before anything is timed.</summary>
internal sealed record CorpusFile(string Path, int Bytes, SourceText Text);
