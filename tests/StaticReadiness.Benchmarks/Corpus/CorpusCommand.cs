using System.Globalization;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Benchmarks.Corpus;

/// <summary><c>corpus PATH…</c>: CPython's <c>ast.parse</c> and this parser over the same files in one go, and the ratios.</summary>
internal static class CorpusCommand
{
    public static int Run(string[] paths, TextWriter output)
    {
        if (paths.Length == 0)
        {
            output.WriteLine("usage: corpus PATH...");
            return 2;
        }

        var cpython = CPython.Measure(FindFiles(paths));
        var files = Load(FindFiles(paths).Where(path => cpython is null || !cpython.Refused.Contains(path)));
        var bytes = files.Sum(file => (long)file.Bytes);
        Line(output, "files", $"{files.Count}, {bytes / 1e6:F1} MB{(cpython is null ? "" : $" ({cpython.Refused.Count} that CPython {cpython.Release} refuses left out)")}");

        var measured = new ParserMeasurements(files, bytes);
        if (cpython is not null)
        {
            Line(output, "ast.parse", $"{bytes / 1e6 / cpython.Seconds:F2} MB/s with the garbage collector, {bytes / 1e6 / cpython.SecondsWithoutCollector:F2} MB/s without");
        }

        Line(output, "cold", $"{measured.Cold:F1} MB/s (first pass of this process, one thread)");
        Line(output, "warm", $"{measured.Warm:F1} MB/s (best of {ParserMeasurements.Passes} passes, one thread)");
        if (cpython is not null)
        {
            Line(output, "ratio", $"{measured.Warm * cpython.Seconds / (bytes / 1e6):F1}x ast.parse, {measured.Warm * cpython.SecondsWithoutCollector / (bytes / 1e6):F1}x without its collector");
        }

        Line(output, "all cores", $"{measured.Parallel:F1} MB/s on {Environment.ProcessorCount}, {measured.Parallel / measured.Warm:F2}x one thread, for {measured.ParallelCost:F2}x its processor time");
        Line(output, "lexing", $"{measured.Lexing:F0} MB/s");
        Line(output, "allocated", $"{measured.AllocatedPerByte:F2} bytes per source byte");
        Line(output, "per byte", $"median {measured.MedianNanoseconds:F1} ns, worst {measured.WorstNanoseconds:F1} ns ({measured.WorstNanoseconds / measured.MedianNanoseconds:F2}x): {measured.WorstFile}");
        Line(output, "diagnostics", measured.Refused == 0 ? "none" : $"{measured.Refused} files are refused, the first: {measured.FirstRefused}");
        return measured.Refused == 0 ? 0 : 1;
    }

    private static void Line(TextWriter output, string name, FormattableString text) => output.WriteLine($"{name,-12} {text.ToString(CultureInfo.InvariantCulture)}");

    private static void Line(TextWriter output, string name, string text) => output.WriteLine($"{name,-12} {text}");

    private static IEnumerable<string> FindFiles(string[] paths) => paths
        .SelectMany(path => Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.py", SearchOption.AllDirectories) : [path])
        .Select(Path.GetFullPath).Order(StringComparer.Ordinal);

    private static List<CorpusFile> Load(IEnumerable<string> paths)
    {
        var files = new List<CorpusFile>();
        foreach (var path in paths)
        {
            var content = File.ReadAllBytes(path);
            if (SourceText.Decode(content).Text is { } text) files.Add(new CorpusFile(path, content.Length, text));
        }

        return files;
    }
}
