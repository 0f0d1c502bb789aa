using StaticReadiness.Python.Text;

namespace StaticReadiness.Benchmarks;

/// <summary>The module that the benchmarks of parts work on.</summary>
internal static class Sample
{
    public static SourceText Text { get; } = SourceText.Decode(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", "shop.py"))).Text!;
}
